import type { FunctionCode, Label } from "../wasm/function-code.js";
import type { EngineFunctions } from "./engine-functions.js";
import type { EngineLayout } from "./engine-layout.js";
import type { HelperFunctions } from "./helper-functions.js";
import type { InstructionFrame } from "./instruction-frame.js";
import type { LocalPool } from "./local-pool.js";
import type { VirtualInterrupts } from "./virtual-interrupts.js";

/** The interpreter's locals and labels, and what its cases call. */
export interface InterpreterFrame extends InstructionFrame {
  readonly code: FunctionCode;
  readonly pool: LocalPool;
  readonly layout: EngineLayout;
  readonly functions: EngineFunctions;
  readonly helpers: HelperFunctions;
  readonly virtualInterrupts: VirtualInterrupts;
  readonly locals: {
    readonly ip: number;
    readonly credit: number;
    /** Where ip + credit is to be looked at, and how much of it translated code has executed. */
    readonly until: number;
    readonly translated: number;
    /** The record where the limit was last looked at. */
    readonly stretch: number;
    readonly pcBias: number;
    readonly context: number;
    readonly hash: number;
    readonly exit: number;
  };
  /** Where the next entry of the trace goes, and where it went before the present instruction; when there is a trace. */
  readonly trace?: { readonly position: number; readonly before: number };
  readonly labels: {
    readonly next: Label;
    readonly checked: Label;
    readonly exit: Label;
    readonly enter: Label;
  };
}
