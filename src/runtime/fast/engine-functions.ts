import type { RegisterFile } from "../register-file.js";
import type { ModuleWriter } from "../wasm/module-writer.js";
import { findCodeCode, slowAccessCode } from "./access-code.js";
import { bankOutCode, resolveCode } from "./context-code.js";
import type { EngineLayout } from "./engine-layout.js";
import { addExceptionFunctions, type ExceptionFunctions } from "./exception-code.js";
import { checkPermitCode, resolvePermitsCode } from "./permit-code.js";

/** Functions of the module that its cases call, by index. */
export interface EngineFunctions extends ExceptionFunctions {
  /** () -> 1, or 0 when the context's key is unknown: brings context, hash, permits and sp up to date. */
  readonly resolve: number;
  /** (): puts sp where it is kept. */
  readonly bankOut: number;
  /** (place) -> 0 when the table of permits for the present traps says yes there, else why to leave. */
  readonly checkPermit: number;
  /** (address, bytes, bytes to be aligned to, write, context, hash) -> where the bytes are, or 0 after storing what was missed. */
  readonly slowAccess: number;
  /** (address, context, hash) -> the first record of the page, or 0. */
  readonly findCode: number;
}

/** Adds the functions to a module. */
export function addEngineFunctions(
  module: ModuleWriter,
  layout: EngineLayout,
  registers: RegisterFile,
): EngineFunctions {
  const bankOut = module.add(bankOutCode(layout));
  const resolvePermits = module.add(resolvePermitsCode(layout, registers));
  return {
    ...addExceptionFunctions(module, registers),
    resolve: module.add(resolveCode(layout, registers)),
    bankOut,
    checkPermit: module.add(checkPermitCode(layout, resolvePermits)),
    slowAccess: module.add(slowAccessCode(layout)),
    findCode: module.add(findCodeCode(layout)),
  };
}
