import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { InitializeHook, LoadHook, ResolveHook } from "node:module";
import * as nodeModule from "node:module";
import { fileURLToPath } from "node:url";
import { eraseTypes } from "./erased-types.js";

/**
 * Hooks of Node's module loader, run in its own thread, so that generated TypeScript runs without a build step.
 * Only modules under `folder` are touched: their types are taken away, "./x.js" leads to "./x.ts" beside it, and
 * "worldswitch/runtime" leads to this package's own, wherever the folder is.
 */
export interface HookData {
  /** URL of the folder, ending in "/". */
  readonly folder: string;
  /** URL of the module that "worldswitch/runtime" stands for. */
  readonly runtime: string;
}

/** A registration each; they share this module, as all hooks share a thread. */
const registered: HookData[] = [];

export const initialize: InitializeHook<HookData> = (data) => {
  registered.push(data);
};

export const resolve: ResolveHook = (specifier, context, nextResolve) => {
  const data = registered.find(({ folder }) => context.parentURL?.startsWith(folder) === true);
  if (data === undefined) return nextResolve(specifier, context);
  if (specifier === "worldswitch/runtime") return { url: data.runtime, shortCircuit: true };
  if (specifier.startsWith(".") && specifier.endsWith(".js")) {
    const url = new URL(specifier.replace(/\.js$/, ".ts"), context.parentURL);
    if (existsSync(url)) return { url: url.href, shortCircuit: true };
  }
  return nextResolve(specifier, context);
};

export const load: LoadHook = async (url, context, nextLoad) => {
  if (!url.endsWith(".ts") || !registered.some(({ folder }) => url.startsWith(folder)))
    return nextLoad(url, context);
  const source = await withoutTypes(await readFile(fileURLToPath(url), "utf8"));
  return { format: "module", source, shortCircuit: true };
};

/**
 * JavaScript of a TypeScript module: by its lines where all are as worldswitch prints them, else by Node itself where it
 * can, else by the TypeScript inside ts-morph, which takes longest to load.
 */
async function withoutTypes(text: string): Promise<string> {
  const erased = eraseTypes(text);
  if (erased !== undefined) return erased;
  if ("stripTypeScriptTypes" in nodeModule && typeof nodeModule.stripTypeScriptTypes === "function")
    return nodeModule.stripTypeScriptTypes(text);
  const { ts } = await import("ts-morph");
  const { outputText, diagnostics = [] } = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
    },
  });
  const [error] = diagnostics;
  if (error === undefined) return outputText;
  const line = text.slice(0, error.start ?? 0).split("\n").length;
  throw new SyntaxError(`line ${line}: ${ts.flattenDiagnosticMessageText(error.messageText, " ")}`);
}
