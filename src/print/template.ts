import { readFile } from "node:fs/promises";
import type { HelperOptions } from "handlebars";
import { flattenText } from "../core/flat-text.js";
import { longText } from "../core/long-text.js";
import { precompiled, type TemplateSpecification } from "./precompiled.js";
import { TEMPLATE_RULES } from "./template-rules.js";

/** What a template sees: nothing but names to print, lists to repeat and flags to test. */
export type View = { readonly [name: string]: ViewValue };
export type ViewValue = string | number | boolean | ViewList | View;
/** The items may be made one by one, so that those of a long list are never there at once; then it can be repeated once. */
export interface ViewList extends Iterable<ViewValue> {}

type Compiled = (view: View) => string;

/** The package's templates; the same path from src/print and from dist/print. */
const FOLDER = new URL("../../templates/", import.meta.url);
/** Handlebars without its compiler; the types that come with it say nothing of the module. */
interface Runtime {
  readonly default: Pick<typeof import("handlebars"), "create">;
}

const compiled = new Map<string, Promise<Compiled>>();

/**
 * The text of templates/<name>.hbs for a view.
 * name: such as `c/structs.h`. A name that the view lacks is our own bug and throws.
 * A template is read at its first use. Handlebars' compiler is loaded only for one that is not as the build knew it.
 */
export async function printTemplate(name: string, view: View): Promise<string> {
  let template = compiled.get(name);
  if (template === undefined) {
    template = loadTemplate(name);
    compiled.set(name, template);
  }
  const text = (await template)(view);
  flattenText(text);
  return text;
}

async function loadTemplate(name: string): Promise<Compiled> {
  const source = await readFile(new URL(`${name}.hbs`, FOLDER), "utf8");
  const known = precompiled.get(name);
  return known?.source === source ? instantiate(known.specification) : compileTemplate(source);
}

async function instantiate(specification: TemplateSpecification): Promise<Compiled> {
  const { default: runtime } = (await import("handlebars/runtime.js")) as unknown as Runtime;
  return ruled(runtime.create()).template(specification);
}

/** A template's text as a function from view to text, under the project's rules. */
export async function compileTemplate(source: string): Promise<Compiled> {
  const { default: Handlebars } = await import("handlebars");
  return ruled(Handlebars.create()).compile(source, TEMPLATE_RULES);
}

/** With the helpers of the rules alone: each text that is printed has all that there are prepared. `each` prints lists. */
function ruled<E extends typeof import("handlebars")>(environment: E): E {
  for (const name of Object.keys(environment.helpers)) if (name !== "if") environment.unregisterHelper(name);
  environment.registerHelper("each", (list: ViewList, { fn }: HelperOptions) => longText(printed(list, fn)));
  return environment;
}

function* printed(list: ViewList, print: (item: ViewValue) => string): Generator<string> {
  for (const item of list) yield print(item);
}
