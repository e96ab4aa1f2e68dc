import { PAGE_MASK, pushTlbOffset } from "./access-code.js";
import { tlbEntry } from "./engine-layout.js";
import type { InstructionFrame } from "./instruction-frame.js";

const PAGE_BYTES = 4096;

/** Bytes that are accessed at once. alignmentBytes: what a plain access is a multiple of; alignedAlways: so is any. */
export interface Extent {
  readonly bytes: number;
  readonly alignmentBytes: number;
  readonly alignedAlways: boolean;
  readonly write: boolean;
}

/** What to do, on code that has just opened an if, where no translation is known, and where an access is misaligned. */
export interface TranslationLeaves {
  readonly unknown: () => void;
  readonly misaligned: () => void;
}

/** Locals of a page that the TLB is known to have: its address (i64), and what leads into memory from there (i32). */
export interface RecentPage {
  readonly base: number;
  readonly addend: number;
}

/**
 * An address that no translation regime has: bits 55:48 are neither all 0 nor all 1, which is more than any range of
 * addresses spans. DDI0487, Address size configuration.
 */
export const NO_PAGE = 0x0055_0000_0000_0000n;

/** Sets host to where bytes at an address (both locals) are in the engine's memory, or leaves. */
export function translateAccess(
  frame: InstructionFrame,
  va: number,
  host: number,
  extent: Extent,
  leaves: TranslationLeaves,
): void {
  const { code, recent, layout } = frame;
  const page = recent?.[extent.write ? "write" : "read"];
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
  askSlowly(frame, va, host, extent, leaves);
  code.br(done);
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
