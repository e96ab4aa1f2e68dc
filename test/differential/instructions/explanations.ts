import type { SlotDifference } from "./comparison.js";
import type { Explanation } from "./explanation.js";
import { input, result } from "./layout.js";
import type { Ending } from "./outcome.js";
import { isImplementationDefined, movedRegister, reservedBits, writtenRegister } from "./register-moves.js";
import {
  bits,
  isCacheMaintenance,
  isLoadExclusive,
  isLoadOrStore,
  isPrefetch,
  isSimd,
  isStoreExclusive,
  isVectorStructures,
  loadsPairIntoOne,
} from "./word-kinds.js";

const ALL_FLAGS = 0xfn << 28n;
const ISV = 1n << 24n;
const CACHE_MAINTENANCE = 1n << 8n;
const WRITE_NOT_READ = 1n << 6n;
/** ISV, SAS, SSE, SRT, SF and AR. */
const INSTRUCTION_SYNDROME = 0x1ff_c000n;
/** Op2 and Op1 in the ISS of a trapped system instruction. */
const OP1_AND_OP2 = 0xfc000n;
const LAST_ADDRESS = 0xffff_ffff_ffff_ffffn;

const exception = { unknown: 0x00n, system: 0x18n, pcAlignment: 0x22n, spAlignment: 0x26n } as const;

/** SCTLR_ELx.SA by level, and the record's doubleword that has it. */
const stackChecks = [
  { slot: input.sctlrEl1, bit: 0x10n },
  { slot: input.sctlrEl1, bit: 8n },
  { slot: input.sctlrEl2, bit: 8n },
] as const;

const isDataAbort = ({ exceptionClass }: Ending): boolean => exceptionClass >> 1n === 0x12n;
const isFetchAbort = ({ exceptionClass }: Ending): boolean => exceptionClass >> 1n === 0x10n;
const isEsr = (slot: number): boolean => slot === result.esrEl1 || slot === result.esrEl2;
const isMemory = (slot: number): boolean => slot >= result.blocks;
const within = ({ qemu, ours }: SlotDifference, mask: bigint): boolean => ((qemu ^ ours) & ~mask) === 0n;

/** Whether a doubleword of the result is a register that a load or store transfers. */
function isTransferred(word: number, slot: number): boolean {
  const isVector = bits(word, 26, 26) === 1;
  const count = isVector ? 2 : 1;
  const last = isVectorStructures(word) ? 4 : 1;
  const numbers = [...Array(last).keys()].map((i) => (bits(word, 4, 0) + i) % 32);
  const first = isVector ? result.v : result.x;
  return [...numbers, bits(word, 14, 10)].some(
    (t) => slot >= first + count * t && slot < first + count * (t + 1),
  );
}

/** Loads and stores that access memory more than once: pairs, structures, and Q registers, which QEMU moves in halves. */
function isMultiple(word: number): boolean {
  return isLoadOrStore(word) && ((word & 0x3a000000) === 0x28000000 || bits(word, 26, 26) === 1);
}

/** Where QEMU 7.2 is known to leave the manual, or the manual leaves a choice; each by the least condition. */
export const explanations: readonly Explanation[] = [
  {
    name: "flags after exception entry",
    section: "AArch64.TakeException",
    because:
      "QEMU clears PSTATE.NZCV on entry to EL1, the manual keeps them; SPSR_EL2 of the HVC in EL1's vectors shows it.",
    everywhere: true,
    explains: ({ qemu, ours }, difference) =>
      difference.slot === result.spsrEl2 && qemu.el === 1 && ours.el === 1 && within(difference, ALL_FLAGS),
  },
  {
    name: "ISV of stage 1 aborts",
    section: "ESR_ELx, ISS encoding for an exception from a Data Abort, ISV",
    because:
      "ISV is 0 for all faults but those of stage 2; QEMU fills ISV, SAS, SSE, SRT, SF and AR of every abort taken to EL2.",
    explains: ({ ours }, difference) =>
      difference.slot === result.esrEl2 &&
      ours.el === 2 &&
      isDataAbort(ours) &&
      (difference.ours & ISV) === 0n &&
      (difference.qemu & ISV) !== 0n &&
      within(difference, INSTRUCTION_SYNDROME),
  },
  {
    name: "SP alignment check",
    section: "SP alignment checking (D1)",
    because: "QEMU has no check of SP's alignment.",
    explains: ({ level, state, endingWord, qemu, ours }) => {
      const check = stackChecks[level];
      const usesStack = isLoadOrStore(endingWord) && bits(endingWord, 9, 5) === 31 && !isPrefetch(endingWord);
      const isOn = check !== undefined && ((state[check.slot] ?? 0n) & check.bit) !== 0n;
      return (
        isOn &&
        usesStack &&
        ours.exceptionClass === exception.spAlignment &&
        qemu.exceptionClass !== exception.spAlignment
      );
    },
  },
  {
    name: "abort of a failing store-exclusive",
    section: "AArch64.ExclusiveMonitorsPass",
    because:
      "It is IMPLEMENTATION DEFINED whether aborts are found before the monitor is asked; QEMU does not look at the address of a store-exclusive that fails.",
    explains: ({ endingWord, qemu, ours }) =>
      isStoreExclusive(endingWord) && isDataAbort(ours) && qemu.elr !== ours.elr,
  },
  {
    name: "mark at the last address",
    section: "AArch64.ExclusiveMonitorsPass",
    because: "QEMU keeps the absence of a mark as a mark at address 0xffffffffffffffff.",
    explains: ({ qemuEndingWord, state, qemu, ours }) =>
      isStoreExclusive(qemuEndingWord) &&
      state[bits(qemuEndingWord, 9, 5)] === LAST_ADDRESS &&
      isDataAbort(qemu) &&
      qemu.elr !== ours.elr,
  },
  {
    name: "WnR of a store-exclusive",
    section: "ESR_ELx, ISS encoding for an exception from a Data Abort, WnR",
    because: "A store-exclusive that aborts is a write; QEMU reads first.",
    explains: ({ endingWord, ours }, difference) =>
      isStoreExclusive(endingWord) &&
      isDataAbort(ours) &&
      isEsr(difference.slot) &&
      (difference.ours & WRITE_NOT_READ) !== 0n &&
      within(difference, WRITE_NOT_READ),
  },
  {
    name: "store-exclusive of another size",
    section: "Load-Exclusive and Store-Exclusive instruction usage restrictions (B2)",
    because:
      "Where the sizes of load and store differ it is CONSTRAINED UNPREDICTABLE whether the store is made; QEMU makes some and reports failures.",
    explains: ({ words }, { slot }) => {
      const load = words.find(isLoadExclusive) ?? 0;
      const store = words.find(isStoreExclusive) ?? 0;
      const sameBase = bits(load, 9, 5) === bits(store, 9, 5);
      const resized =
        bits(load, 31, 30) !== bits(store, 31, 30) || bits(load, 21, 21) !== bits(store, 21, 21);
      const isStatus = slot === result.x + bits(store, 20, 16);
      return load !== 0 && store !== 0 && sameBase && resized && (isMemory(slot) || isStatus);
    },
  },
  {
    name: "store to a marked location",
    section: "Exclusive access instructions and Non-shareable memory locations (B2)",
    because:
      "It is IMPLEMENTATION DEFINED whether a PE's own store to the location that it has marked clears the mark; QEMU finds the mark gone when the value has changed.",
    explains: ({ words, endingWord }, { slot, qemu, ours }) => {
      const [load = 0, between = 0, store = 0] = words;
      const isStatus = slot === result.x + bits(store, 20, 16) && qemu === 1n && ours === 0n;
      const isBetween = isLoadOrStore(between) && !isStoreExclusive(between) && between !== endingWord;
      return isLoadExclusive(load) && isStoreExclusive(store) && isBetween && (isStatus || isMemory(slot));
    },
  },
  {
    name: "both registers of a pair the same",
    section: "LDP, LDPSW, LDNP, LDXP: CONSTRAINED UNPREDICTABLE behavior",
    because: "A load of a pair into one register leaves it with an UNKNOWN value.",
    explains: ({ words }, { slot }) =>
      words.some((word) => loadsPairIntoOne(word) && isTransferred(word, slot)),
  },
  {
    name: "part of an access that aborts",
    section: "Definition of a precise exception (D1)",
    because:
      "Registers and memory that an instruction of several accesses affects can be UNKNOWN when one of them aborts; QEMU makes the accesses before that one.",
    explains: ({ endingWord, qemu, ours }, { slot }) =>
      isMultiple(endingWord) &&
      isDataAbort(ours) &&
      qemu.far === ours.far &&
      qemu.elr === ours.elr &&
      (isMemory(slot) || isTransferred(endingWord, slot)),
  },
  {
    name: "PC alignment before instruction aborts",
    section: "Synchronous exception prioritization for exceptions taken to AArch64 state (D1)",
    because:
      "A misaligned PC is reported before what is at its address is fetched; QEMU translates the address first.",
    explains: ({ qemu, ours }) =>
      ours.exceptionClass === exception.pcAlignment &&
      isFetchAbort(qemu) &&
      (ours.far & 3n) !== 0n &&
      qemu.far === ours.far &&
      qemu.elr === ours.elr,
  },
  {
    name: "cache maintenance of addresses that do not translate",
    section: "Effects of instructions that operate by VA to the PoC or PoU; AArch64.DC",
    because:
      "Maintenance by VA aborts as an access does; QEMU, which has no caches, does not translate the address.",
    explains: ({ endingWord, qemu, ours }) =>
      isCacheMaintenance(endingWord) &&
      isDataAbort(ours) &&
      (ours.esr & CACHE_MAINTENANCE) !== 0n &&
      qemu.elr !== ours.elr,
  },
  {
    name: "syndrome of trapped DAIFSet and DAIFClr",
    section: "AArch64.SystemAccessTrapSyndrome",
    because: "QEMU swaps Op1 and Op2 in the ISS of MSR DAIFSet and DAIFClr that SCTLR_EL1.UMA traps.",
    explains: ({ endingWord, ours }, difference) =>
      difference.slot === result.esrEl1 &&
      ours.exceptionClass === exception.system &&
      (endingWord & 0xfffff0df) >>> 0 === 0xd50340df &&
      within(difference, OP1_AND_OP2),
  },
  {
    name: "IMPLEMENTATION DEFINED registers",
    section: "ACTLR_ELx, AFSR0_ELx, AFSR1_ELx, AMAIR_ELx, HACR_EL2; S3_<op1>_<Cn>_<Cm>_<op2>",
    because:
      "They may keep what is written, read as zero or be UNDEFINED; QEMU has some as zeroes, the machine keeps the named ones.",
    explains: ({ words }) => words.some(isImplementationDefined),
  },
  {
    name: "DBGAUTHSTATUS_EL1",
    section: "DBGAUTHSTATUS_EL1",
    because: "QEMU lacks the register.",
    explains: ({ words, qemu }) =>
      words.some((word) => movedRegister(word)?.name === "DBGAUTHSTATUS_EL1") &&
      qemu.exceptionClass === exception.unknown,
  },
  {
    name: "reserved bits of system registers",
    section: "Glossary, RES0 and RES1; FPCR; SCTLR_EL1; CSSELR_EL1",
    because:
      "A reserved bit, and one of a feature that a Cortex-A57 lacks, may keep what is written or not; QEMU and the machine keep different ones.",
    explains: ({ words }, difference) =>
      words.some((word) => {
        const register = writtenRegister(word);
        return register !== undefined && within(difference, reservedBits(register));
      }),
  },
  {
    name: "SIMD and FP beyond the machine's set",
    section: "Data Processing -- Scalar Floating-Point and Advanced SIMD (C4)",
    because:
      "The machine has the moves of registers that a context switch needs; other SIMD and FP instructions are UNDEFINED on it.",
    explains: ({ endingWord, qemu, ours }) =>
      isSimd(endingWord) && ours.exceptionClass === exception.unknown && qemu.elr !== ours.elr,
  },
];
