import { type Explanation, valueIn, within } from "../resident/differences.js";
import { sharedExplanations } from "../resident/explanations.js";
import { record } from "../resident/layout.js";
import { registers } from "./cases.js";

/** A case and both results. */
export interface Scene {
  readonly text: string;
  readonly kind: string;
  readonly level: number;
  readonly words: readonly number[];
  readonly state: BigUint64Array;
  readonly ours: BigUint64Array;
  readonly qemu: BigUint64Array;
}

/** A bit of a control register of a case. */
export function bit({ state }: Scene, register: string, position: number): boolean {
  return (((state[record.registers + registers.indexOf(register)] ?? 0n) >> BigInt(position)) & 1n) !== 0n;
}

const classOf = (result: BigUint64Array, level: number): bigint => valueIn(result, `ESR_EL${level}`) >> 26n;

function isAlignmentFault(result: BigUint64Array): boolean {
  return [1, 2].some(
    (level) =>
      classOf(result, level) >> 1n === 0x12n && (valueIn(result, `ESR_EL${level}`) & 0x3fn) === 0x21n,
  );
}

/** Whether QEMU took no exception of the case's first word. */
function goesOn({ state, qemu }: Scene): boolean {
  return valueIn(qemu, "ELR_EL1") !== state[record.pc] && valueIn(qemu, "ELR_EL2") !== state[record.pc];
}

/** Which of HCR_EL2.VF, VI and VSE are 1. */
function pendingBits(scene: Scene): readonly number[] {
  return [6, 7, 8].filter((position) => bit(scene, "HCR_EL2", position));
}

/** Where QEMU 7.2 is known to leave the manual, or the manual leaves a choice; each by the least condition. */
export const explanations: readonly Explanation<Scene>[] = [
  ...sharedExplanations,
  {
    name: "flags after exception entry",
    section: "AArch64.TakeException",
    because:
      "QEMU clears PSTATE.NZCV on entry to EL1, the manual keeps them; SPSR_EL2 of the HVC in EL1's vectors shows it.",
    explains: ({ ours }, difference) =>
      difference.name === "SPSR_EL2" && valueIn(ours, "ELR_EL1") !== 0n && within(difference, 0xfn << 28n),
  },
  {
    name: "alignment of Device memory",
    section: "Alignment of data accesses (B2); AArch64.TranslateAddress",
    because:
      "An unaligned access and DC ZVA to Device memory, which all is with the MMU off, are alignment faults; QEMU before 9.0 makes them.",
    explains: (scene) =>
      isAlignmentFault(scene.ours) &&
      goesOn(scene) &&
      (scene.text === "ZVA" ||
        (scene.kind === "alignment" && !bit(scene, scene.level === 2 ? "SCTLR_EL2" : "SCTLR_EL1", 1))),
  },
  {
    name: "SP alignment check",
    section: "SP alignment checking (D1)",
    because: "QEMU has no check of SP's alignment.",
    explains: ({ ours }) => [1, 2].some((level) => classOf(ours, level) === 0x26n),
  },
  {
    name: "trapped WFE",
    section: "WFE; HCR_EL2, TWE; SCTLR_EL1, nTWE",
    because: "QEMU makes WFE a yield, which never waits and hence never traps.",
    explains: ({ ours, words }) =>
      words.includes(0xd503205f) &&
      [1, 2].some((level) => classOf(ours, level) === 0x01n && (valueIn(ours, `ESR_EL${level}`) & 1n) === 1n),
  },
  {
    name: "virtual interrupts without routing wake WFI",
    section: "HCR_EL2, VF, VI, VSE, TGE",
    because:
      "VF, VI and VSE count only with FMO, IMO and AMO and without TGE; in QEMU they end a WFI all the same.",
    explains: (scene) => scene.words.includes(0xd503207f) && pendingBits(scene).length > 0,
  },
  {
    name: "syndrome of trapped DAIFSet and DAIFClr",
    section: "AArch64.SystemAccessTrapSyndrome",
    because: "QEMU swaps Op1 and Op2 in the ISS of MSR DAIFSet and DAIFClr that SCTLR_EL1.UMA traps.",
    explains: ({ ours, words }, difference) =>
      words.some((word) => (word & 0xfffff0df) >>> 0 === 0xd50340df) &&
      difference.name.startsWith("ESR_EL") &&
      [1, 2].some((level) => classOf(ours, level) === 0x18n) &&
      within(difference, 0xfc000n),
  },
  {
    name: "IMPLEMENTATION DEFINED encodings",
    section: "HCR_EL2, TIDCP; S3_<op1>_<Cn>_<Cm>_<op2>",
    because:
      "Encodings with CRn 11 and 15 may exist or not; QEMU has some registers there, and does not trap those that it has not.",
    explains: ({ words }) => words.some((word) => (word & 0xffc0b000) >>> 0 === 0xd500b000),
  },
  {
    name: "debug registers that QEMU lacks",
    section:
      "OSDTRRX_EL1, OSDTRTX_EL1, OSECCR_EL1, DBGDTR_EL0, DBGDTRRX_EL0, DBGPRCR_EL1, DBGCLAIMSET_EL1, DBGAUTHSTATUS_EL1",
    because: "QEMU 7.2 does not have them: UNDEFINED before any trap.",
    explains: ({ text, qemu }) =>
      /^m(rs x0|sr), (OSDTR|OSECCR|DBGDTR|DBGPRCR|DBGCLAIM|DBGAUTHSTATUS)|^msr (OSDTR|OSECCR|DBGDTR|DBGPRCR|DBGCLAIM)/.test(
        text,
      ) && [1, 2].some((level) => valueIn(qemu, `ESR_EL${level}`) === 0x2000000n),
  },
  {
    name: "order of interrupts that are pending together",
    section: "Asynchronous exception types, routing, masking and priorities (D1)",
    because:
      "The priority of asynchronous exceptions is IMPLEMENTATION DEFINED; QEMU takes IRQ before FIQ and SError last.",
    explains: (scene) => pendingBits(scene).length > 1,
  },
  {
    name: "RES1 bit of PAR_EL1",
    section: "PAR_EL1; Glossary, RES1",
    because: "Bit 11 of PAR_EL1 is RES1 and reads as 1 whatever is written; QEMU keeps what is written.",
    explains: ({ text }, difference) =>
      text === "msr PAR_EL1, x0" && difference.name === "PAR_EL1" && within(difference, 0x800n),
  },
  {
    name: "MDCR_EL2.TPMCR",
    section: "MDCR_EL2, TPMCR",
    because: "QEMU 7.2 does not trap PMCR_EL0 by TPMCR.",
    explains: (scene) => /PMCR_EL0/.test(scene.text) && bit(scene, "MDCR_EL2", 5),
  },
  {
    name: "MDCR_EL2.TPM after PMUSERENR_EL0",
    section: "MDCR_EL2, TPM",
    because: "QEMU skips TPM for registers that PMUSERENR_EL0.ER, CR or SW opens to EL0.",
    explains: (scene) =>
      /PM(XEV|EV|CCNTR|SWINC|SELR)\w*_EL0/.test(scene.text) &&
      scene.level === 0 &&
      bit(scene, "MDCR_EL2", 6) &&
      [1, 2, 3].some((position) => bit(scene, "PMUSERENR_EL0", position)),
  },
  {
    name: "CNTPCT_EL0 from EL0",
    section: "CNTHCTL_EL2, EL1PCTEN",
    because: "QEMU asks EL1PCEN where the manual asks EL1PCTEN.",
    explains: (scene) =>
      /CNTPCT_EL0/.test(scene.text) &&
      scene.level === 0 &&
      bit(scene, "CNTHCTL_EL2", 0) !== bit(scene, "CNTHCTL_EL2", 1),
  },
  {
    name: "MDSCR_EL1.TDCC",
    section: "MDSCR_EL1, TDCC",
    because: "QEMU 7.2 does not trap EL0's accesses to MDCCSR_EL0.",
    explains: (scene) =>
      scene.text === "mrs x0, MDCCSR_EL0" && scene.level === 0 && bit(scene, "MDSCR_EL1", 12),
  },
];
