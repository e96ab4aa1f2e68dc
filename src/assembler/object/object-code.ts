import type { SourceRef } from "../../core/source-ref.js";

/** What a section is for; alloc: it has a place in memory; execute: code; nobits: zeros that the file does not hold. */
export interface SectionFlags {
  readonly alloc: boolean;
  readonly write: boolean;
  readonly execute: boolean;
  readonly nobits: boolean;
}

/** Where the kind of content changes, as the `$x` and `$d` symbols of AAELF64 say it. */
export interface MappingMark {
  readonly offset: number;
  readonly kind: "code" | "data";
}

/** One section: its bytes, its alignment in bytes (a power of two) and where code and data lie in it. */
export interface ObjectSection {
  readonly name: string;
  readonly flags: SectionFlags;
  readonly alignmentBytes: number;
  readonly bytes: Uint8Array;
  readonly mapping: readonly MappingMark[];
}

/**
 * A symbol. section: undefined for an absolute value or an undefined symbol. value: the offset in its section,
 * or the absolute value. binding, type and size are as ELF has them.
 */
export interface ObjectSymbol {
  readonly name: string;
  readonly section: string | undefined;
  readonly value: bigint;
  readonly binding: "local" | "global" | "weak";
  readonly defined: boolean;
  readonly type?: "function" | "object";
  readonly sizeBytes?: bigint;
}

/** A value that is only known when the object is placed. symbol: a symbol's name, or a section's for its start. */
export interface Relocation {
  readonly section: string;
  readonly offset: number;
  readonly type: RelocationType;
  readonly symbol: string;
  readonly addend: bigint;
}

/** Which source line made the bytes from offset on, up to the next mark; without a line nothing is known of them. */
export interface LineMark {
  readonly section: string;
  readonly offset: number;
  readonly at?: SourceRef;
}

/** An assembled or read object: plain data; sections and symbols in the order of their first appearance. */
export interface ObjectCode {
  readonly sections: readonly ObjectSection[];
  readonly symbols: readonly ObjectSymbol[];
  readonly relocations: readonly Relocation[];
  readonly lines: readonly LineMark[];
}

/**
 * How a relocation changes its place. value: S+A, S+A-P, or the distance of their 4 KiB pages; shift: low bits
 * that are dropped; lsb, widthBits: where the value goes in the word (data where inWord is false); low12: only
 * bits [11:0] of the value count; check: what the whole value must fit.
 */
export interface RelocationRule {
  readonly number: number;
  readonly value: "absolute" | "relative" | "page";
  readonly inWord: boolean;
  readonly shift: number;
  readonly lsb: number;
  readonly widthBits: number;
  readonly low12: boolean;
  readonly split: boolean;
}

const rule = (
  number: number,
  value: RelocationRule["value"],
  rest: Partial<RelocationRule>,
): RelocationRule => ({
  number,
  value,
  inWord: true,
  shift: 0,
  lsb: 0,
  widthBits: 0,
  low12: false,
  split: false,
  ...rest,
});
const data = (number: number, value: RelocationRule["value"], widthBits: number): RelocationRule =>
  rule(number, value, { inWord: false, widthBits });
const low12 = (number: number, shift: number): RelocationRule =>
  rule(number, "absolute", { low12: true, shift, lsb: 10, widthBits: 12 });

/** The static relocations that the assembler makes and the linker resolves. Source: AAELF64, 5.7 Relocation. */
export const RELOCATIONS = {
  R_AARCH64_ABS64: data(257, "absolute", 64),
  R_AARCH64_ABS32: data(258, "absolute", 32),
  R_AARCH64_ABS16: data(259, "absolute", 16),
  R_AARCH64_PREL64: data(260, "relative", 64),
  R_AARCH64_PREL32: data(261, "relative", 32),
  R_AARCH64_PREL16: data(262, "relative", 16),
  R_AARCH64_LD_PREL_LO19: rule(273, "relative", { shift: 2, lsb: 5, widthBits: 19 }),
  R_AARCH64_ADR_PREL_LO21: rule(274, "relative", { widthBits: 21, split: true }),
  R_AARCH64_ADR_PREL_PG_HI21: rule(275, "page", { shift: 12, widthBits: 21, split: true }),
  R_AARCH64_ADD_ABS_LO12_NC: low12(277, 0),
  R_AARCH64_LDST8_ABS_LO12_NC: low12(278, 0),
  R_AARCH64_TSTBR14: rule(279, "relative", { shift: 2, lsb: 5, widthBits: 14 }),
  R_AARCH64_CONDBR19: rule(280, "relative", { shift: 2, lsb: 5, widthBits: 19 }),
  R_AARCH64_JUMP26: rule(282, "relative", { shift: 2, widthBits: 26 }),
  R_AARCH64_CALL26: rule(283, "relative", { shift: 2, widthBits: 26 }),
  R_AARCH64_LDST16_ABS_LO12_NC: low12(284, 1),
  R_AARCH64_LDST32_ABS_LO12_NC: low12(285, 2),
  R_AARCH64_LDST64_ABS_LO12_NC: low12(286, 3),
  R_AARCH64_LDST128_ABS_LO12_NC: low12(299, 4),
} as const satisfies Readonly<Record<string, RelocationRule>>;

/** The name of a relocation, as in AAELF64. */
export type RelocationType = keyof typeof RELOCATIONS;

/** The relocation with an ELF number; undefined for one that the linker does not know. */
export function relocationOfNumber(number: number): RelocationType | undefined {
  return relocationTypes().find((type) => RELOCATIONS[type].number === number);
}

/** Every relocation's name. */
export function relocationTypes(): RelocationType[] {
  return Object.keys(RELOCATIONS).filter(isRelocationType);
}

/** Whether the name is a known relocation's. */
export function isRelocationType(name: string): name is RelocationType {
  return Object.hasOwn(RELOCATIONS, name);
}
