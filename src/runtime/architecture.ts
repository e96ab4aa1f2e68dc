/** Bits of a register or word: lowest bit, width in bits. */
export type BitRange = readonly [lsb: number, widthBits: number];

/**
 * What a write of a system register does besides keeping the value; no effect means plain storage.
 * translation: changes the translation of later accesses. traps: changes what traps. pstate: the register is a
 * view of PSTATE and its fields bear PSTATE's names. stack-pointer: a banked SP. interrupts: can make an
 * interrupt pending. timer: derived from or driving a generic timer. constant: reads give the reset value.
 * debug: debug or performance-monitor state, plain storage here.
 */
export type Effect =
  | "translation"
  | "traps"
  | "pstate"
  | "stack-pointer"
  | "interrupts"
  | "timer"
  | "constant"
  | "debug";

/** The five numbers that name a system register in MRS and MSR, or an operation in SYS. */
export interface SystemEncoding {
  readonly op0: number;
  readonly op1: number;
  readonly CRn: number;
  readonly CRm: number;
  readonly op2: number;
}

/** Values of which one is shown: that whose index another register holds, 0 beyond them. */
export interface Selection {
  readonly by: string;
  readonly values: readonly bigint[];
}

/**
 * A system register.
 * group: what it has to do with, in a word, such as translation: for people; the machine does not ask.
 * readEl, writeEl: the least exception level that may read or write it; absent where no such access exists.
 * reset: the value after reset; absent when the architecture leaves it UNKNOWN (0 here).
 * res0, res1: reserved bits; a write leaves them 0 and 1.
 * selected: what it shows when it is a window on several values.
 * aliasOf: the register that an _EL12 or _EL02 name shows when HCR_EL2.E2H is 1.
 */
export interface RegisterDescription extends SystemEncoding {
  readonly name: string;
  readonly group?: string;
  readonly widthBits: number;
  readonly readEl?: number;
  readonly writeEl?: number;
  readonly reset?: bigint;
  readonly effects: readonly Effect[];
  readonly selected?: Selection;
  readonly res0: bigint;
  readonly res1: bigint;
  readonly aliasOf?: string;
  readonly fields: Readonly<Record<string, BitRange>>;
}

/**
 * An A64 instruction line.
 * mask, match: u32; a word w is this instruction when w & mask = match and no constraint forbids it.
 * variant: the fields whose value selects a different meaning; a semantics function may branch on these alone.
 */
export interface InstructionDescription {
  readonly name: string;
  readonly mask: number;
  readonly match: number;
  readonly fields: Readonly<Record<string, BitRange>>;
  readonly variant: readonly string[];
}

/** A group of the manual's encoding index. mask, match: u32; a word belongs to the first group that it fits. */
export interface EncodingGroupDescription {
  readonly name: string;
  readonly mask: number;
  readonly match: number;
}

/** What a TLB invalidation removes. */
export interface TlbInvalidation {
  readonly regime: "EL1&0" | "EL2" | "EL3";
  readonly stages: "1" | "2" | "1+2";
  readonly by: "all" | "vmid" | "asid" | "va" | "va-all-asids" | "ipa";
  readonly lastLevel: boolean;
  readonly shareability: "local" | "inner" | "outer";
}

/** Which translation an address-translation operation performs, and for which access. */
export interface AddressTranslation {
  readonly stages: "1" | "1+2";
  readonly el: 0 | 1 | 2 | 3;
  readonly access: "read" | "write";
}

/**
 * What a cache operation does; this machine has no caches, so what is left is its address and ZVA's zeroes.
 * cache: which cache it maintains, as a free word for people.
 * by: "va" when the operand is an address that is translated.
 */
export interface CacheMaintenance {
  readonly cache: string;
  readonly zero?: boolean;
  readonly by?: string;
  /** Clean, invalidate or both, and to which point; without caches there is nothing to do for either. */
  readonly maintenance?: string;
  readonly to?: string;
  readonly shareability?: "local" | "inner";
}

interface SystemOperationBase {
  readonly name: string;
  readonly op1: number;
  readonly CRn: number;
  readonly CRm: number;
  readonly op2: number;
  readonly minimumEl: number;
}

/** An operation of the SYS space (op0 = 1). */
export type SystemOperationDescription =
  | (SystemOperationBase & { readonly class: "TLBI"; readonly does: TlbInvalidation })
  | (SystemOperationBase & { readonly class: "AT"; readonly does: AddressTranslation })
  | (SystemOperationBase & { readonly class: "IC" | "DC"; readonly does: CacheMaintenance });

/**
 * Everything that a machine knows of the architecture, as generated code hands it over.
 * decode: a u32 word to an index into instructions, -1 when the word is unallocated.
 */
export interface Architecture {
  readonly registers: readonly RegisterDescription[];
  readonly instructions: readonly InstructionDescription[];
  readonly decode: (word: number) => number;
  readonly systemOperations: readonly SystemOperationDescription[];
  readonly encodingGroups: readonly EncodingGroupDescription[];
}

/** The encoding as one number in 0 … 65535: op0:2 op1:3 CRn:4 CRm:4 op2:3, the order of the bits in an MRS. */
export function encodingKey(e: SystemEncoding): number {
  return (e.op0 << 14) | (e.op1 << 11) | (e.CRn << 7) | (e.CRm << 3) | e.op2;
}
