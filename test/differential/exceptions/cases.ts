import { CODE, DATA, inputWords, record } from "../resident/layout.js";
import type { RandomSource } from "../resident/random.js";
import { kinds, type Operation } from "./operations.js";

/** A control bit that decides what traps, is routed or is pending. */
interface Bit {
  readonly register: string;
  readonly bit: number;
}

const bitsOf = (register: string, ...bits: number[]): Bit[] => bits.map((bit) => ({ register, bit }));
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

const controlBits: readonly Bit[] = [
  ...bitsOf("HCR_EL2", 2, ...range(3, 9), ...range(13, 30)),
  ...bitsOf("CPTR_EL2", 10, 20, 31),
  ...bitsOf("MDCR_EL2", 5, 6, 7, 8, 9, 10, 11),
  ...bitsOf("CNTHCTL_EL2", 0, 1),
  ...bitsOf("HSTR_EL2", ...range(0, 3), ...range(5, 13), 15),
  ...bitsOf("SCTLR_EL1", 1, 3, 4, 5, 7, 8, 9, 14, 15, 16, 18, 26),
  ...bitsOf("CPACR_EL1", 20, 21, 28),
  ...bitsOf("CNTKCTL_EL1", 0, 1, 8, 9),
  ...bitsOf("PMUSERENR_EL0", 0, 1, 2, 3),
  ...bitsOf("MDSCR_EL1", 12),
  ...bitsOf("SCTLR_EL2", 1, 3),
];

/** TWI, TWE, nTWI and nTWE: among all bits they would be too rare for what they trap. */
const waitBits: readonly Bit[] = [...bitsOf("HCR_EL2", 13, 14), ...bitsOf("SCTLR_EL1", 16, 18)];

/** What each case sets, in the order of its record. */
export const registers: readonly string[] = [
  ...new Set(controlBits.map(({ register }) => register)),
  ...["VBAR_EL1", "ELR_EL1", "SPSR_EL1"],
];

const base: Readonly<Record<string, bigint>> = {
  HCR_EL2: 1n << 31n,
  SCTLR_EL1: 0x30d00800n,
  SCTLR_EL2: 0x30c50830n,
  CPTR_EL2: 0x32ffn,
};
/** Bits that let EL0 and EL1 through where 0 traps. */
const open: Readonly<Record<string, bigint>> = {
  SCTLR_EL1: 0x405c200n,
  CPACR_EL1: 3n << 20n,
  CNTKCTL_EL1: 0x303n,
  PMUSERENR_EL0: 0xfn,
  CNTHCTL_EL2: 3n,
};

const HCD = 1n << 29n;
const TACR = 1n << 21n;
const TSC = 1n << 19n;
const legalModes = [0n, 0n, 4n, 5n, 5n, 8n, 9n];
const otherModes = [
  1n,
  2n,
  3n,
  6n,
  7n,
  0xan,
  0xbn,
  0xcn,
  0xdn,
  0xen,
  0xfn,
  0x11n,
  0x13n,
  0x16n,
  0x1an,
  0x1fn,
];

const ALL = 0xffff_ffff_ffff_ffffn;
const always: Readonly<Record<string, bigint>> = {
  ...base,
  HCR_EL2: (1n << 31n) | TSC | TACR,
  VBAR_EL1: ALL,
  ELR_EL1: ALL,
};

/** For each register the bits without which a case would not come back. */
export const keptBits: readonly bigint[] = registers.map((name) => always[name] ?? 0n);

/** A case. */
export interface ExceptionCase {
  readonly operation: Operation;
  readonly level: number;
  readonly words: readonly number[];
  readonly state: BigUint64Array;
}

/** Bytes of code that each case has for itself. */
export const SLOT_BYTES = 32;

/** The address of a case's words. */
export function addressOf(index: number): bigint {
  return CODE + 0x1000n + BigInt(index * SLOT_BYTES);
}

/** A random case; index: which slot its code takes. */
export function makeCase(random: RandomSource, index: number): ExceptionCase {
  const operation = random.pick(random.pick(kinds));
  const level = random.pick(operation.levels);
  const words = operation.words(random);
  const state = new BigUint64Array(inputWords(registers.length));
  const values = controls(random);
  const end = addressOf(index) + BigInt(4 * words.length);
  // Firmware would answer an SMC that is not trapped.
  if (operation.kind === "SMC") values.set("HCR_EL2", (values.get("HCR_EL2") ?? 0n) | TSC);
  if (operation.kind === "WFE and WFI") for (const bit of waitBits) if (random.oneIn(2)) flip(values, bit);
  values.set("VBAR_EL1", CODE);
  values.set("ELR_EL1", end + (random.oneIn(20) ? BigInt(random.below(4)) : 0n));
  values.set("SPSR_EL1", savedState(random));
  for (const [i, name] of registers.entries()) state[record.registers + i] = values.get(name) ?? 0n;
  state[record.irq] = random.oneIn(8) ? 1n : 0n;
  state[record.pc] = addressOf(index);
  state[record.spsr] = startState(random, level);
  const stack = DATA + 0x800n;
  for (const slot of [record.spEl0, record.spEl1, record.spEl2]) {
    state[slot] = stack + (random.oneIn(3) ? BigInt(random.below(16)) : 0n);
  }
  const x0 = random.bits(4) << random.pick([28n, 6n]);
  const x6 = random.oneIn(2) ? DATA + BigInt(random.below(64)) : end;
  const moves = operation.text === "msr DAIF, x0" || operation.text === "msr NZCV, x0";
  state.set([moves ? x0 : 0n, DATA + 0x400n, 0n, 0x1234n, end, savedState(random), x6], record.x);
  return { operation, level, words, state };
}

function startState(random: RandomSource, level: number): bigint {
  const modes = legalModes.filter((mode) => Number(mode >> 2n) === level);
  const mode = random.oneIn(30) ? random.pick(otherModes) : random.pick(modes);
  const illegal = random.oneIn(20) ? 1n << 20n : 0n;
  return (random.bits(4) << 28n) | ((random.oneIn(3) ? random.bits(4) : 0xfn) << 6n) | illegal | mode;
}

function savedState(random: RandomSource): bigint {
  const mode = random.oneIn(2) ? random.pick(otherModes) : random.pick(legalModes);
  const illegal = random.oneIn(8) ? 1n << 20n : 0n;
  return (random.bits(4) << 28n) | (random.bits(4) << 6n) | illegal | mode;
}

function flip(values: Map<string, bigint>, { register, bit }: Bit): void {
  values.set(register, (values.get(register) ?? 0n) ^ (1n << BigInt(bit)));
}

/** Trap bits each alone, two at a time or many, over a base that traps all or nothing of EL0's accesses. */
function controls(random: RandomSource): Map<string, bigint> {
  const values = new Map(registers.map((name) => [name, base[name] ?? 0n]));
  if (random.oneIn(2))
    for (const [name, bits] of Object.entries(open)) values.set(name, (values.get(name) ?? 0n) | bits);
  const many = random.below(4);
  if (many < 2) for (let i = 0; i <= many; i++) flip(values, random.pick(controlBits));
  else for (const bit of controlBits) if (random.oneIn(many === 2 ? 5 : 2)) flip(values, bit);
  const hcr = values.get("HCR_EL2") ?? 0n;
  // Without HVC, EL1 leaves for EL2 by the trap of a register.
  if ((hcr & HCD) !== 0n) values.set("HCR_EL2", hcr | TACR);
  return values;
}
