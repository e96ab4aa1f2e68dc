import type { Fault } from "./translation-fault.js";

/** What a walk needs to know. Addresses are bytes. */
export interface WalkParameters {
  readonly stage: 1 | 2;
  /** What is translated: a VA without its tag and sign, or an IPA; below 2^inputBits. */
  readonly input: bigint;
  readonly inputBits: number;
  /** log2 of the granule: 12, 14 or 16. */
  readonly granuleBits: number;
  readonly startLevel: number;
  /** Address of the first table, as the TTBR holds it; its low bits are ignored. */
  readonly base: bigint;
  /** Output addresses must be below 2^outputBits. */
  readonly outputBits: number;
  /** A descriptor, or the fault on the way to it. */
  readonly readDescriptor: (address: bigint, level: number) => bigint | Fault;
}

/**
 * The leaf that a walk ends at.
 * output: of the input address itself. sizeBits: log2 of the block or page. The table attributes are those of all
 * tables on the way, or'ed: APTable[1:0], UXNTable or XNTable, PXNTable. They are 0 in stage 2.
 */
export interface Leaf {
  readonly descriptor: bigint;
  readonly output: bigint;
  readonly level: number;
  readonly sizeBits: number;
  readonly apTable: number;
  readonly xnTable: boolean;
  readonly pxnTable: boolean;
}

/** The level that a stage 1 walk of inputBits starts at. Source: DDI0487, VMSAv8-64 address translation. */
export function stage1StartLevel(inputBits: number, granuleBits: number): number {
  return 4 - Math.ceil((inputBits - granuleBits) / (granuleBits - 3));
}

/**
 * Walks VMSAv8-64 tables down to a block or page.
 * Errors: a Fault of kind translation (invalid or reserved descriptor), address-size (a table or output beyond
 * outputBits; level 0 for the base), or whatever readDescriptor gives. The access flag and permissions are the
 * caller's. Source: DDI0487, AArch64.TranslationTableWalk.
 */
export function walkTables(p: WalkParameters): Leaf | Fault {
  const fault = (kind: "translation" | "address-size", level: number): Fault => ({
    kind,
    level,
    stage: p.stage,
    onWalk: true,
    s1ptw: false,
    ...(p.stage === 2 ? { ipa: p.input } : {}),
  });
  const strideBits = p.granuleBits - 3;
  const lsbAt = (level: number) => (3 - level) * strideBits + p.granuleBits;
  const indexBytesBits = Math.max(p.inputBits - lsbAt(p.startLevel) + 3, 6);
  let table = (p.base >> BigInt(indexBytesBits)) << BigInt(indexBytesBits);
  if (table >> BigInt(p.outputBits) !== 0n) return fault("address-size", 0);
  let apTable = 0;
  let xnTable = false;
  let pxnTable = false;
  for (let level = p.startLevel; level <= 3; level++) {
    const lsb = lsbAt(level);
    const indexBits = level === p.startLevel ? p.inputBits - lsb : strideBits;
    const index = (p.input >> BigInt(lsb)) & ((1n << BigInt(indexBits)) - 1n);
    const descriptor = p.readDescriptor(table + index * 8n, level);
    if (typeof descriptor !== "bigint") return descriptor;
    const valid = (descriptor & 1n) !== 0n;
    const tableOrPage = (descriptor & 2n) !== 0n;
    if (!valid || (level === 3 && !tableOrPage)) return fault("translation", level);
    if (level === 3 || !tableOrPage) {
      if (level !== 3 && !blockAllowed(level, p.granuleBits)) return fault("translation", level);
      const offsetMask = (1n << BigInt(lsb)) - 1n;
      const output = (descriptor & 0xffff_ffff_ffffn & ~offsetMask) | (p.input & offsetMask);
      if (output >> BigInt(p.outputBits) !== 0n) return fault("address-size", level);
      return { descriptor, output, level, sizeBits: lsb, apTable, xnTable, pxnTable };
    }
    table = descriptor & 0xffff_ffff_ffffn & ~((1n << BigInt(p.granuleBits)) - 1n);
    if (table >> BigInt(p.outputBits) !== 0n) return fault("address-size", level);
    if (p.stage === 1) {
      apTable |= Number((descriptor >> 61n) & 3n);
      xnTable ||= ((descriptor >> 60n) & 1n) !== 0n;
      pxnTable ||= ((descriptor >> 59n) & 1n) !== 0n;
    }
  }
  throw new Error(`a walk cannot start at level ${p.startLevel}`);
}

/** 4 KiB granule: 1 GiB and 2 MiB blocks; 16 and 64 KiB: 32 and 512 MiB. */
function blockAllowed(level: number, granuleBits: number): boolean {
  return level === 2 || (level === 1 && granuleBits === 12);
}
