import { readFile } from "node:fs/promises";

/** What a template sees: nothing but names to print, lists to repeat and flags to test. */
export type View = { readonly [name: string]: ViewValue };
export type ViewValue = string | number | boolean | readonly ViewValue[] | View;

type Compiled = (view: View) => string;

/** The package's templates; the same path from src/print and from dist/print. */
const FOLDER = new URL("../../templates/", import.meta.url);
const compiled = new Map<string, Promise<Compiled>>();

/**
 * The text of templates/<name>.hbs for a view.
 * name: such as `c/structs.h`. A name that the view lacks is our own bug and throws.
 * Handlebars is loaded and a template compiled at its first use.
 */
export async function printTemplate(name: string, view: View): Promise<string> {
  let template = compiled.get(name);
  if (template === undefined) {
    template = readFile(new URL(`${name}.hbs`, FOLDER), "utf8").then(compileTemplate);
    compiled.set(name, template);
  }
  return (await template)(view);
}

/**
 * A template's text as a function from view to text, under the project's rules: a missing name throws, nothing
 * is escaped, and each and if are the only helpers.
 */
export async function compileTemplate(source: string): Promise<Compiled> {
  const { default: Handlebars } = await import("handlebars");
  return Handlebars.create().compile(source, {
    strict: true,
    noEscape: true,
    knownHelpersOnly: true,
    knownHelpers: { each: true, if: true, unless: false, with: false, log: false, lookup: false },
  });
}
