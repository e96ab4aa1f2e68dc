/** The module that takes the place of src/print/precompiled.ts in the build: every template, compiled by Handlebars. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Handlebars from "handlebars";

/** root: the package's folder. rules: TEMPLATE_RULES of src/print/template-rules.ts. */
export function precompileTemplates(root, rules) {
  const folder = join(root, "templates");
  const entries = readdirSync(folder, { recursive: true })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".hbs"))
    .sort()
    .map((name) => {
      const source = readFileSync(join(folder, name), "utf8");
      const specification = Handlebars.create().precompile(source, rules);
      return `[${JSON.stringify(name.slice(0, -".hbs".length))}, { source: ${JSON.stringify(source)}, specification: ${specification} }]`;
    });
  return `export const precompiled = new Map([\n${entries.join(",\n")}\n]);\n`;
}
