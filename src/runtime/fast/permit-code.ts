import type { RegisterFile } from "../register-file.js";
import { FunctionCode } from "../wasm/function-code.js";
import { valueType } from "../wasm/opcode.js";
import { permitsEl1, permitsEl2 } from "./context-parts.js";
import { control, type EngineLayout, NOT_PERMITTED, PERMITTED } from "./engine-layout.js";
import { pstateOffset } from "./exception-code.js";
import { CONTINUE, exitCode } from "./exit-code.js";
import { findKeyEntry } from "./key-entry.js";
import { pushPackedKey } from "./packed-key.js";

const { i32, i64 } = valueType;

/** (place) -> 0 when the table of permits for the present traps says yes there, else why to leave. */
export function checkPermitCode(layout: EngineLayout, resolvePermits: number): FunctionCode {
  const code = new FunctionCode([i32], [i32]);
  const [place, answer] = [0, code.local(i32)];
  code.call(resolvePermits).op("i32Eqz");
  code.if();
  code.i32(exitCode.permitTable).op("return");
  code.end();
  code
    .i32(0)
    .memory("i32Load", layout.control + control.permits)
    .get(place)
    .op("i32Add")
    .memory("i32Load8U", 0);
  code.tee(answer).i32(PERMITTED).op("i32Eq");
  code.if();
  code.i32(0).op("return");
  code.end();
  code
    .i32(0)
    .get(place)
    .memory("i32Store", layout.control + control.permitIndex);
  // Where not all of a set is permitted the interpreter finds the one that is not.
  code.i32(CONTINUE).i32(exitCode.permit);
  code.get(place).i32(layout.firstPermitSet).op("i32GeU");
  code.get(answer).i32(NOT_PERMITTED).op("i32Eq", "i32And", "select");
  return code;
}

/** () -> 1, or 0 when the key is unknown: the table of permits for the present traps. */
export function resolvePermitsCode(layout: EngineLayout, registers: RegisterFile): FunctionCode {
  const code = new FunctionCode([], [i32]);
  const [key, entry] = [code.local(i64), code.local(i32)];
  code.i32(0).memory("i32Load", pstateOffset("EL")).i32(2).op("i32Eq");
  code.if();
  pushPackedKey(code, registers, ["EL", "SP", ...permitsEl2]);
  code.set(key);
  code.else();
  pushPackedKey(code, registers, ["EL", "SP", ...permitsEl1]);
  code.set(key);
  code.end();
  findKeyEntry(code, { key, entry, table: layout.permitKeys, kept: layout.control + control.permitKey });
  code
    .i32(0)
    .get(entry)
    .memory("i32Load", 8)
    .memory("i32Store", layout.control + control.permits);
  code.i32(1);
  return code;
}
