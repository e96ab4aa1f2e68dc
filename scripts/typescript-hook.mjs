// Hooks of Node's module loader for scripts that need the repository's TypeScript as it is, without a build:
// "./x.js" leads to "./x.ts" beside it, "worldswitch/runtime" to src/runtime, and the types are taken away by the
// TypeScript inside ts-morph. Only modules of this repository are touched.
//
//   import { register } from "node:module"; register("./typescript-hook.mjs", import.meta.url);

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { ts } from "ts-morph";

const root = new URL("..", import.meta.url).href;
const runtime = new URL("src/runtime/index.ts", root).href;

const isOurs = (url) => url?.startsWith(root) === true && !url.includes("/node_modules/");

export async function resolve(specifier, context, nextResolve) {
  if (!isOurs(context.parentURL)) return nextResolve(specifier, context);
  if (specifier === "worldswitch/runtime") return { url: runtime, shortCircuit: true };
  if (specifier.startsWith(".") && specifier.endsWith(".js")) {
    const url = new URL(specifier.replace(/\.js$/, ".ts"), context.parentURL);
    if (existsSync(url)) return { url: url.href, shortCircuit: true };
  }
  return nextResolve(specifier, context);
}

export async function load(url, context, nextLoad) {
  if (!isOurs(url) || !url.endsWith(".ts")) return nextLoad(url, context);
  const { outputText } = ts.transpileModule(await readFile(fileURLToPath(url), "utf8"), {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
    },
  });
  return { format: "module", source: outputText, shortCircuit: true };
}
