import type { Diagnostic } from "../core/diagnostic.js";
import type { OutFile } from "../core/out-file.js";
import { type Result, resultOf } from "../core/result.js";
import type { Model } from "../model/types.js";
import { targets } from "./index.js";
import type { Target } from "./target.js";

/**
 * The files of all outputs of a layout, in the order of the targets; pure. model: one that lint finds no error in.
 * Errors: those of every target that fails.
 */
export async function emitAll(
  model: Model,
  outputs: readonly Target[] = targets,
): Promise<Result<readonly OutFile[]>> {
  const diagnostics: Diagnostic[] = [];
  const files: OutFile[] = [];
  for (const target of outputs) {
    const emitted = await target.emit(model);
    diagnostics.push(...emitted.diagnostics);
    if (emitted.ok) files.push(...emitted.value);
  }
  return resultOf(diagnostics, () => files);
}
