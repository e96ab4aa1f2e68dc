import type { RegisterFile } from "../register-file.js";
import { stateOffsets } from "../state-storage.js";
import { FunctionCode } from "../wasm/function-code.js";
import { valueType } from "../wasm/opcode.js";
import { contextEl1, contextEl2 } from "./context-parts.js";
import { control, type EngineLayout } from "./engine-layout.js";
import { pstateOffset } from "./exception-code.js";
import { findKeyEntry } from "./key-entry.js";
import { pushPackedKey, sysregOffset } from "./packed-key.js";

const { i32, i64 } = valueType;

/** () -> 1, or 0 when the key is unknown: brings context, hash, permits and sp up to date. */
export function resolveCode(layout: EngineLayout, registers: RegisterFile): FunctionCode {
  const code = new FunctionCode([], [i32]);
  const [key, entry] = [code.local(i64), code.local(i32)];
  const el = () => code.i32(0).memory("i32Load", pstateOffset("EL"));
  // What may be done is asked again: it depends on the level and on what was written.
  code
    .i32(0)
    .i32(layout.permits)
    .memory("i32Store", layout.control + control.permits);
  bankInCode(code, layout, registers);
  spMaskCode(code, layout, registers);
  el().i32(2).op("i32Eq");
  code.if();
  pushPackedKey(code, registers, ["EL", ...contextEl2]);
  code.set(key);
  code.else();
  pushPackedKey(code, registers, ["EL", ...contextEl1]);
  code.set(key);
  code.end();
  findKeyEntry(code, { key, entry, table: layout.contextKeys, kept: layout.control + control.contextKey });
  code.i32(0).get(entry).memory("i32Load", 8).op("i64ExtendI32U");
  code.memory("i64Store", layout.control + control.context);
  code
    .i32(0)
    .get(entry)
    .memory("i32Load", 12)
    .memory("i32Store", layout.control + control.hash);
  code.i32(1);
  return code;
}

function bankInCode(code: FunctionCode, layout: EngineLayout, registers: RegisterFile): void {
  const slot = code.local(i32);
  code.i32(stateOffsets.spEl2).i32(sysregOffset(registers.named("SP_EL1").index));
  code.i32(0).memory("i32Load", pstateOffset("EL")).i32(2).op("i32Eq", "select");
  code.i32(sysregOffset(registers.named("SP_EL0").index));
  code.i32(0).memory("i32Load", pstateOffset("SP"));
  code.i32(0).memory("i32Load", pstateOffset("EL")).i32(0).op("i32Ne", "i32And", "select").set(slot);
  code
    .i32(0)
    .get(slot)
    .memory("i32Store", layout.control + control.spSlot);
  code
    .i32(0)
    .get(slot)
    .memory("i64Load", 0)
    .memory("i64Store", layout.control + control.sp);
}

/** SCTLR_EL1.SA0, SCTLR_EL1.SA or SCTLR_EL2.SA, by the level, as a mask. */
function spMaskCode(code: FunctionCode, layout: EngineLayout, registers: RegisterFile): void {
  const flag = (register: string, field: string) => {
    const { index, description } = registers.named(register);
    code.i32(0).memory("i32Load", sysregOffset(index));
    code.i32(description.fields[field]?.[0] ?? 0).op("i32ShrU");
  };
  code.i32(0);
  flag("SCTLR_EL1", "SA");
  flag("SCTLR_EL2", "SA");
  code.i32(0).memory("i32Load", pstateOffset("EL")).i32(1).op("i32Eq", "select");
  flag("SCTLR_EL1", "SA0");
  code.i32(0).memory("i32Load", pstateOffset("EL")).op("select");
  code
    .i32(1)
    .op("i32And")
    .i32(15)
    .op("i32Mul")
    .memory("i32Store", layout.control + control.spMask);
}

/** (): puts sp where it is kept. */
export function bankOutCode(layout: EngineLayout): FunctionCode {
  const code = new FunctionCode([], []);
  code.i32(0).memory("i32Load", layout.control + control.spSlot);
  code
    .i32(0)
    .memory("i64Load", layout.control + control.sp)
    .memory("i64Store", 0);
  return code;
}
