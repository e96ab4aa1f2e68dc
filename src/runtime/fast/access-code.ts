import { FunctionCode } from "../wasm/function-code.js";
import { valueType } from "../wasm/opcode.js";
import {
  control,
  type EngineLayout,
  FETCH_ENTRIES,
  FETCH_ENTRY_BYTES,
  fetchTags,
  PAGE_REGIONS,
  RECORD_BYTES,
  RECORDS_PER_PAGE,
  TLB_ENTRIES,
  TLB_ENTRY_BYTES,
  tlbEntry,
} from "./engine-layout.js";

const { i32, i64 } = valueType;
/** The bits of an address that name its page. */
export const PAGE_MASK = -4096n;

/** What slowAccess takes. */
export const slowAccessParameters = [i64, i32, i32, i32, i64, i32] as const;

/** Accesses that are misaligned within a page of Normal memory, and stores to pages that are decoded. */
export function slowAccessCode(layout: EngineLayout): FunctionCode {
  const code = new FunctionCode([...slowAccessParameters], [i32]);
  const [va, bytes, alignment, write, context, hash] = [0, 1, 2, 3, 4, 5];
  const [entry, tag, host] = [code.local(i32), code.local(i64), code.local(i32)];
  const miss = code.block();
  pushTlbOffset(code, va, hash);
  code.i32(layout.tlb).op("i32Add").set(entry);
  code
    .get(va)
    .op("i32WrapI64")
    .i32(4095)
    .op("i32And")
    .get(bytes)
    .op("i32Add")
    .i32(4096)
    .op("i32GtU")
    .brIf(miss);
  code.get(va).i64(PAGE_MASK).op("i64And").get(context).op("i64Or").set(tag);
  code.get(entry).memory("i32Load", tlbEntry.addend).get(va).op("i32WrapI64", "i32Add").set(host);
  const aligned = () => code.get(va).op("i32WrapI64").get(alignment).i32(1).op("i32Sub", "i32And", "i32Eqz");
  aligned();
  code.get(entry).memory("i32Load", tlbEntry.unaligned).op("i32Or", "i32Eqz").brIf(miss);
  code.get(entry).memory("i64Load", tlbEntry.write).get(entry).memory("i64Load", tlbEntry.read);
  code.get(write).op("select").get(tag).op("i64Eq");
  code.if();
  code.get(host).op("return");
  code.end();
  code.get(write).op("i32Eqz").brIf(miss);
  code.get(entry).memory("i64Load", tlbEntry.codeWrite).get(tag).op("i64Ne").brIf(miss);
  // A page with translated code is written by JavaScript, which forgets that code.
  pushFirstRecord(code, layout, host);
  code.memory("i32Load", RECORDS_PER_PAGE * RECORD_BYTES + PAGE_REGIONS).brIf(miss);
  forgetRecords(code, layout, host, bytes);
  code.get(host).op("return");
  code.end();
  code
    .i32(0)
    .get(va)
    .memory("i64Store", layout.control + control.missAddress);
  code
    .i32(0)
    .get(write)
    .memory("i32Store", layout.control + control.missKind);
  code.i32(0);
  return code;
}

/** Pushes the first record of the page that is decoded at an address of the engine's memory. */
function pushFirstRecord(code: FunctionCode, layout: EngineLayout, host: number): void {
  code.get(host).i32(12).op("i32ShrU").i32(2).op("i32Shl").memory("i32Load", layout.recordMap);
}

/** The records of the words that a store changes are to be decoded again. */
function forgetRecords(code: FunctionCode, layout: EngineLayout, host: number, bytes: number): void {
  const [record, last] = [code.local(i32), code.local(i32)];
  const recordOf = (pushOffset: () => void) => {
    pushOffset();
    code
      .i32(4092)
      .op("i32And")
      .i32(RECORD_BYTES / 4)
      .op("i32Mul");
    pushFirstRecord(code, layout, host);
    code.op("i32Add");
  };
  recordOf(() => code.get(host));
  code.set(record);
  recordOf(() => code.get(host).get(bytes).op("i32Add").i32(1).op("i32Sub"));
  code.set(last);
  const loop = code.loop();
  code.get(record).i32(0).memory("i32Store16", 0);
  code.get(record).i32(RECORD_BYTES).op("i32Add").tee(record).get(last).op("i32LeU").brIf(loop);
  code.end();
}

/** Pushes the offset of an address's entry in the TLB. */
export function pushTlbOffset(code: FunctionCode, va: number, hash: number): void {
  code.get(va).i64(7n).op("i64ShrU", "i32WrapI64").get(hash).op("i32Xor");
  code.i32((TLB_ENTRIES - 1) * TLB_ENTRY_BYTES).op("i32And");
}

/** (address, context, hash) -> the first record of the page, or 0. */
export function findCodeCode(layout: EngineLayout): FunctionCode {
  const code = new FunctionCode([i64, i64, i32], [i32]);
  const [va, context, hash] = [0, 1, 2];
  const entry = code.local(i32);
  code.get(va).i64(8n).op("i64ShrU", "i32WrapI64").get(hash).op("i32Xor");
  code
    .i32((FETCH_ENTRIES - 1) * FETCH_ENTRY_BYTES)
    .op("i32And")
    .tee(entry);
  code.memory("i64Load", layout.fetchTlb);
  code.get(va).i64(fetchTags).op("i64And").get(context).op("i64Or", "i64Ne");
  code.if();
  code.i32(0).op("return");
  code.end();
  code.get(entry).memory("i32Load", layout.fetchTlb + 8);
  return code;
}
