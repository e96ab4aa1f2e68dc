import type { RegisterFile } from "../register-file.js";
import { stateOffsets } from "../state-storage.js";
import { FunctionCode } from "../wasm/function-code.js";
import type { ModuleWriter } from "../wasm/module-writer.js";
import { valueType } from "../wasm/opcode.js";
import { contextEl1, contextEl2, permitsEl1, permitsEl2 } from "./context-parts.js";
import {
  control,
  type EngineLayout,
  FETCH_ENTRIES,
  FETCH_ENTRY_BYTES,
  fetchTags,
  KEY_ENTRIES,
  KEY_ENTRY_BYTES,
  NOT_PERMITTED,
  PAGE_REGIONS,
  PERMITTED,
  RECORD_BYTES,
  RECORDS_PER_PAGE,
  TLB_ENTRIES,
  TLB_ENTRY_BYTES,
  tlbEntry,
} from "./engine-layout.js";
import { addExceptionFunctions, type ExceptionFunctions, pstateOffset } from "./exception-code.js";
import { CONTINUE, exitCode } from "./exit-code.js";
import { pushPackedKey, sysregOffset } from "./packed-key.js";

const { i32, i64 } = valueType;
export const PAGE_MASK = -4096n;

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

function resolveCode(layout: EngineLayout, registers: RegisterFile): FunctionCode {
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
  pushPackedKey(code, registers, contextEl2);
  code.i64(4n).op("i64Mul").i64(2n).op("i64Or").set(key);
  code.else();
  pushPackedKey(code, registers, contextEl1);
  code.i64(4n).op("i64Mul");
  el().op("i64ExtendI32U", "i64Or").set(key);
  code.end();
  code.get(key).i64(KEY_IN_USE).op("i64Or").set(key);
  pushKeyEntry(code, key, layout.contextKeys).tee(entry);
  code.memory("i64Load", 0).get(key).op("i64Ne");
  code.if();
  code
    .i32(0)
    .get(key)
    .memory("i64Store", layout.control + control.contextKey);
  code.i32(0).op("return");
  code.end();
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

/** Pushes the address of the entry of a key. */
function pushKeyEntry(code: FunctionCode, key: number, table: number): FunctionCode {
  return code
    .get(key)
    .i64(KEY_MULTIPLIER)
    .op("i64Mul")
    .i64(40n)
    .op("i64ShrU", "i32WrapI64")
    .i32((KEY_ENTRIES - 1) * KEY_ENTRY_BYTES)
    .op("i32And")
    .i32(table)
    .op("i32Add");
}

/** Set in each key, for an empty entry holds 0. */
const KEY_IN_USE = 1n << 63n;
const KEY_MULTIPLIER = 0x9e37_79b9_7f4a_7c15n;

/** The place of a key in its table, as the module computes it: bytes from the table's start. */
export function keyEntryOffset(key: bigint): number {
  const product = BigInt.asUintN(64, key * KEY_MULTIPLIER);
  return Number(product >> 40n) & ((KEY_ENTRIES - 1) * KEY_ENTRY_BYTES);
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

function bankOutCode(layout: EngineLayout): FunctionCode {
  const code = new FunctionCode([], []);
  code.i32(0).memory("i32Load", layout.control + control.spSlot);
  code
    .i32(0)
    .memory("i64Load", layout.control + control.sp)
    .memory("i64Store", 0);
  return code;
}

function checkPermitCode(layout: EngineLayout, resolvePermits: number): FunctionCode {
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
function resolvePermitsCode(layout: EngineLayout, registers: RegisterFile): FunctionCode {
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
  code.get(key);
  code.i64(KEY_IN_USE).op("i64Or").set(key);
  pushKeyEntry(code, key, layout.permitKeys).tee(entry);
  code.memory("i64Load", 0).get(key).op("i64Ne");
  code.if();
  code
    .i32(0)
    .get(key)
    .memory("i64Store", layout.control + control.permitKey);
  code.i32(0).op("return");
  code.end();
  code
    .i32(0)
    .get(entry)
    .memory("i32Load", 8)
    .memory("i32Store", layout.control + control.permits);
  code.i32(1);
  return code;
}

/** What slowAccess takes. */
export const slowAccessParameters = [i64, i32, i32, i32, i64, i32] as const;

/** Accesses that are misaligned within a page of Normal memory, and stores to pages that are decoded. */
function slowAccessCode(layout: EngineLayout): FunctionCode {
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

function findCodeCode(layout: EngineLayout): FunctionCode {
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
