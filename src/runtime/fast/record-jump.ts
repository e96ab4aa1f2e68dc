import type { FunctionCode } from "../wasm/function-code.js";
import { PAGE_MASK } from "./access-code.js";
import type { EngineLayout } from "./engine-layout.js";

/** Sets ip and pcBias for a target whose entry of the instruction TLB is in a local. */
export function pushJump(
  code: FunctionCode,
  layout: EngineLayout,
  target: number,
  entry: number,
  locals: { readonly ip: number; readonly pcBias: number },
): void {
  code
    .get(entry)
    .memory("i32Load", layout.fetchTlb + 8)
    .set(entry);
  pushRecordJump(code, target, entry, locals);
}

/** Sets ip and pcBias for a target whose page's first record is in a local. */
export function pushRecordJump(
  code: FunctionCode,
  target: number,
  firstRecord: number,
  locals: { readonly ip: number; readonly pcBias: number },
): void {
  code
    .get(firstRecord)
    .get(target)
    .op("i32WrapI64")
    .i32(4095)
    .op("i32And")
    .i32(3)
    .op("i32Shl", "i32Add")
    .set(locals.ip);
  code
    .get(target)
    .i64(PAGE_MASK)
    .op("i64And")
    .get(firstRecord)
    .i32(3)
    .op("i32ShrU", "i64ExtendI32U", "i64Sub");
  code.set(locals.pcBias);
}
