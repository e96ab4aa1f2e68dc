import { PAGE_MASK, pushTlbOffset } from "./access-code.js";
import { tlbEntry } from "./engine-layout.js";
import type { InstructionFrame } from "./instruction-frame.js";

const PAGE_BYTES = 4096;

/**
 * Bytes that are accessed at once. alignmentBytes: what a plain access is a multiple of; alignedAlways: so is any.
 * base: the register that their address is computed from, 31 being SP.
 */
export interface Extent {
  readonly base: number | undefined;
  readonly bytes: number;
  readonly alignmentBytes: number;
  readonly alignedAlways: boolean;
  readonly write: boolean;
}

/**
 * What to do, on code that has just opened an if, where no translation is known, and where an access is misaligned.
 * elsewhere: where either may be, or a store to a page of code: somebody else is to find out.
 */
export interface TranslationLeaves {
  readonly unknown: () => void;
  readonly misaligned: () => void;
  readonly elsewhere: () => void;
}

/** Sets host to where bytes at an address (both locals) are in the engine's memory, or leaves. */
export function translateAccess(
  frame: InstructionFrame,
  va: number,
  host: number,
  extent: Extent,
  leaves: TranslationLeaves,
): void {
  const { code, recent, layout } = frame;
  const page = recent?.of(extent.base, extent.write);
  const done = code.block();
  if (page !== undefined) {
    pushDistance(frame, va, page.base, extent);
    code.if();
  }
  pushTlbOffset(code, va, frame.locals.hash);
  code.tee(host).memory("i64Load", layout.tlb + (extent.write ? tlbEntry.write : tlbEntry.read));
  pushTag(frame, va, extent);
  code.op("i64Ne");
  code.if();
  if (page === undefined) {
    askSlowly(frame, va, host, extent, leaves);
    code.br(done);
  } else leaveUnlessUnaligned(frame, va, host, extent, leaves);
  code.end();
  code.get(host).memory("i32Load", layout.tlb + tlbEntry.addend);
  if (page !== undefined) {
    code.set(page.addend);
    code.get(va).i64(PAGE_MASK).op("i64And").set(page.base);
    code.end();
    code.get(page.addend);
  }
  code.get(va).op("i32WrapI64", "i32Add").set(host);
  code.end();
}

/** Pushes 0 when an access lies in a page and is aligned, as one comparison: what is misaligned becomes a large distance. */
function pushDistance({ code }: InstructionFrame, va: number, base: number, extent: Extent): void {
  const alignmentBits = Math.log2(extent.alignmentBytes);
  const last = (PAGE_BYTES - extent.bytes) >> alignmentBits;
  code.get(va).get(base).op("i64Sub");
  if (alignmentBits > 0) code.i64(BigInt(alignmentBits)).op("i64Rotr");
  code.i64(BigInt(last)).op("i64GtU");
}

/** Pushes the tag that the TLB's entry of the first byte has when all of an aligned access lies in its page. */
function pushTag({ code, locals }: InstructionFrame, va: number, { bytes, alignmentBytes }: Extent): void {
  code.get(va);
  if (bytes > alignmentBytes) code.i64(BigInt(bytes - alignmentBytes)).op("i64Add");
  code.i64(PAGE_MASK | BigInt(alignmentBytes - 1)).op("i64And");
  code.get(locals.context).op("i64Or");
}

/**
 * Goes on where an access is misaligned within a page that allows it. A loop calls nothing: around a call the host's compiler would keep
 * all of the loop's registers in memory, on every way through it. host: the offset of the TLB's entry.
 */
function leaveUnlessUnaligned(
  { code, layout, locals }: InstructionFrame,
  va: number,
  host: number,
  { bytes, alignmentBytes, alignedAlways, write }: Extent,
  { elsewhere }: TranslationLeaves,
): void {
  if (alignedAlways || alignmentBytes === 1) {
    elsewhere();
    return;
  }
  const { tlb } = layout;
  code
    .get(va)
    .op("i32WrapI64")
    .i32(PAGE_BYTES - 1)
    .op("i32And");
  code.i32(PAGE_BYTES - bytes).op("i32GtU");
  code
    .get(host)
    .memory("i32Load", tlb + tlbEntry.unaligned)
    .op("i32Eqz", "i32Or");
  code.get(host).memory("i64Load", tlb + (write ? tlbEntry.write : tlbEntry.read));
  code.get(va).i64(PAGE_MASK).op("i64And").get(locals.context).op("i64Or", "i64Ne", "i32Or");
  code.if();
  elsewhere();
  code.end();
}

function askSlowly(
  { code, functions, locals }: InstructionFrame,
  va: number,
  host: number,
  { bytes, alignmentBytes, alignedAlways, write }: Extent,
  leaves: TranslationLeaves,
): void {
  if (alignedAlways) {
    code
      .get(va)
      .op("i32WrapI64")
      .i32(alignmentBytes - 1)
      .op("i32And");
    code.if();
    leaves.misaligned();
    code.end();
  }
  code
    .get(va)
    .i32(bytes)
    .i32(alignmentBytes)
    .i32(write ? 1 : 0);
  code.get(locals.context).get(locals.hash).call(functions.slowAccess).tee(host).op("i32Eqz");
  code.if();
  leaves.unknown();
  code.end();
}

/** Where an access is in the engine's memory: at host, a local, plus offsetBytes. */
export interface AccessPlace {
  readonly host: number;
  readonly offsetBytes: number;
}
