import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../core/diagnostic.js";
import { failure, type Result, success } from "../core/result.js";
import type { Model } from "../model/types.js";
import { reason } from "../read/text-file.js";
import { exportedNames } from "../targets/ts-save-restore.js";
import type { GeneratedRoutine, GeneratedSequences } from "../verify/index.js";
import { loadGenerated } from "./load-generated.js";

const FUNCTIONS = "ts/save-restore.ts";
const STRUCTS = "ts/structs.ts";

/**
 * The save and restore functions of a layout's output, loaded as they were printed.
 * folder: the layout's output folder. Errors: WS822 a file is missing, cannot be loaded, or has no class of the context.
 */
export async function loadSequences(folder: string, model: Model): Promise<Result<GeneratedSequences>> {
  const missing = [FUNCTIONS, STRUCTS].find((path) => !existsSync(join(folder, path)));
  if (missing !== undefined) return failure([unusable(join(folder, missing), "it is not there")]);
  const loaded = await Promise.all([importOf(folder, FUNCTIONS), importOf(folder, STRUCTS)]);
  const [functions, structs] = loaded;
  if (!functions.ok || !structs.ok) return failure(loaded.flatMap(({ diagnostics }) => diagnostics));
  const { routines, contextClass } = exportedNames(model);
  const context = contextOf(structs.value[contextClass]);
  if (context === undefined)
    return failure([unusable(join(folder, STRUCTS), `it exports no class ${contextClass}`)]);
  return success({
    file: join(folder, FUNCTIONS),
    routines: routinesOf(functions.value, routines),
    ...context,
  });
}

type Exports = Readonly<Record<string, unknown>>;

/** The exports of a generated module; WS822 when its text is no TypeScript, or it throws when it is loaded. */
async function importOf(folder: string, path: string): Promise<Result<Exports>> {
  try {
    return success(await loadGenerated(folder, path));
  } catch (error) {
    return failure([unusable(join(folder, path), reason(error))]);
  }
}

function routinesOf(
  exports: Exports,
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, GeneratedRoutine> {
  return new Map(
    [...names].flatMap(([routine, name]): [string, GeneratedRoutine][] => {
      const called = exports[name];
      if (typeof called !== "function") return [];
      return [[routine, { name, run: (cpu, context) => void called(cpu, context) }]];
    }),
  );
}

function contextOf(made: unknown): Pick<GeneratedSequences, "contextBytes" | "contextAt"> | undefined {
  if (typeof made !== "function" || !("byteLength" in made) || typeof made.byteLength !== "number")
    return undefined;
  return {
    contextBytes: made.byteLength,
    contextAt: (buffer) => Reflect.construct(made, [buffer, 0]),
  };
}

function unusable(file: string, why: string): Diagnostic {
  const at = { file, line: 1, column: 1 };
  const message = `the generated functions cannot be compared with the assembly: ${why.split("\n")[0]}`;
  return { code: "WS822", severity: "error", at, message, hint: "run worldswitch generate" };
}
