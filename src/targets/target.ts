import type { OutFile } from "../core/out-file.js";
import type { Result } from "../core/result.js";
import type { Model } from "../model/types.js";

/**
 * One output of a layout: a view of the Model and its printer.
 * name: such as "c-structs", unique. directory: where all of its files go.
 * emit: pure; the same Model gives the same bytes on every machine.
 */
export interface Target {
  readonly name: string;
  readonly directory: "c" | "ts" | "asm" | "docs";
  emit(model: Model): Result<readonly OutFile[]> | Promise<Result<readonly OutFile[]>>;
}
