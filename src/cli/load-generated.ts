import { register } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { importModule } from "./import-module.js";
import type { HookData } from "./transpile-hook.js";

/** Folders that the hook knows. */
const registered = new Set<string>();

/**
 * The exports of a generated TypeScript module, run without a build step.
 * folder: a layout's output folder. path: in it, such as "ts/emulator/machine.ts". See docs/adr/0006.
 * What the module throws and what is wrong with its text rejects the promise.
 */
export async function loadGenerated(
  folder: string,
  path: string,
): Promise<Readonly<Record<string, unknown>>> {
  const data: HookData = {
    folder: pathToFileURL(join(folder, "/")).href,
    runtime: new URL("../runtime/index.js", import.meta.url).href,
  };
  if (!registered.has(data.folder)) register("./transpile-hook.mjs", import.meta.url, { data });
  registered.add(data.folder);
  return importModule(pathToFileURL(join(folder, path)).href);
}
