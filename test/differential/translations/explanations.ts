import { type Explanation, valueIn, within } from "../resident/differences.js";
import { sharedExplanations } from "../resident/explanations.js";
import { record } from "../resident/layout.js";
import { registers } from "./probes.js";

/** A probe and both results. */
export interface Scene {
  readonly text: string;
  readonly state: BigUint64Array;
  readonly ours: BigUint64Array;
  readonly qemu: BigUint64Array;
  /** The last descriptor that our machine has read. */
  readonly lastDescriptor: bigint;
  /** The processor's physical address size. */
  readonly physicalBits: number;
}

const S1PTW = 1n << 7n;
const F = 1n;
const SH = 3n << 7n;

const exceptionClass = (result: BigUint64Array): bigint => valueIn(result, "ESR_EL2") >> 26n;
const isAbort = (result: BigUint64Array): boolean => [0x20n, 0x24n].includes(exceptionClass(result));

/** A register that a probe sets. */
function setting({ state }: Pick<Scene, "state">, name: string): bigint {
  return state[record.registers + registers.indexOf(name)] ?? 0n;
}

const hcr = { VM: 1n, PTW: 4n, DC: 1n << 12n, TGE: 1n << 27n } as const;
const sizes = [32, 36, 40, 42, 44, 48] as const;

/** Fault status of an abort. */
export function abortStatus(esr: bigint): bigint | undefined {
  return [0x20n, 0x21n, 0x24n, 0x25n].includes(esr >> 26n) ? esr & 0x3fn : undefined;
}

/** Fault statuses of how a case ended, the last first: of the aborts to EL2 and EL1, or in PAR_EL1. Every case ends at EL2. */
export function faultStatuses(result: BigUint64Array): readonly bigint[] {
  const aborts = [2, 1].flatMap((level) => abortStatus(valueIn(result, `ESR_EL${level}`)) ?? []);
  if (aborts.length > 0) return aborts;
  const par = valueIn(result, "PAR_EL1");
  return (par & F) === 0n ? [] : [(par >> 1n) & 0x3fn];
}

/**
 * Whether a probe writes where QEMU would not or to another place (see explanations): by stage 1 under TGE, and where QEMU faults by
 * PTW or by VTCR_EL2.PS. Such a probe would change what later ones see.
 */
export function writesElsewhereInQemu(text: string, state: BigUint64Array, physicalBits: number): boolean {
  const scene = { state, physicalBits };
  const value = setting(scene, "HCR_EL2");
  const protects = (value & hcr.PTW) !== 0n && !isStage2On(scene);
  return isStore(text) && ((value & hcr.TGE) !== 0n || protects || startsByPs(scene));
}

/** Whether QEMU writes to Device memory where our machine faults. */
export function writesInQemu(text: string, esr: bigint): boolean {
  return isStore(text) && abortStatus(esr) === 0x21n;
}

function isStore(text: string): boolean {
  return /^(st|dc zva)/.test(text);
}

/** Whether a case ended at a block descriptor where there are none. */
function endsAtReservedBlock({ state, ours, lastDescriptor }: Scene): boolean {
  return isReservedBlock(state, faultStatuses(ours)[0], lastDescriptor);
}

/** Whether a fault is that of a block descriptor at level 0, or at level 1 where only 4 KiB granules have blocks. */
export function isReservedBlock(
  state: BigUint64Array,
  status: bigint | undefined,
  lastDescriptor: bigint,
): boolean {
  const only4KiB =
    ["TCR_EL1", "TCR_EL2", "VTCR_EL2"].every((name) => ((setting({ state }, name) >> 14n) & 3n) === 0n) &&
    ((setting({ state }, "TCR_EL1") >> 30n) & 3n) === 2n;
  return (lastDescriptor & 3n) === 1n && (status === 4n || (status === 5n && !only4KiB));
}

function isStage2On(scene: Pick<Scene, "state">): boolean {
  return (setting(scene, "HCR_EL2") & (hcr.VM | hcr.DC)) !== 0n;
}

/** The part of VTCR_EL2's check that QEMU makes with the size of PS and the manual with that of ID_AA64MMFR0_EL1.PARange. */
function isTooSmall(vtcr: bigint, outputBits: number, has16KiB: boolean): boolean {
  const granuleBits = [12, 16, has16KiB ? 14 : 12, 12][Number((vtcr >> 14n) & 3n)] ?? 12;
  const sl0 = Number((vtcr >> 6n) & 3n);
  const startLevel = (granuleBits === 12 ? 2 : 3) - sl0;
  const needs =
    granuleBits === 12 ? (startLevel === 0 ? 43 : 0) : startLevel === 1 ? (granuleBits === 14 ? 41 : 43) : 0;
  return outputBits < needs || 64 - Number(vtcr & 0x3fn) > outputBits;
}

/** Whether QEMU faults because of VTCR_EL2.PS where the manual asks for the implemented size. */
function startsByPs(scene: Pick<Scene, "state" | "physicalBits">): boolean {
  const vtcr = setting(scene, "VTCR_EL2");
  const ps = sizes[Number((vtcr >> 16n) & 7n)] ?? 48;
  // Of the two processors the one with 48-bit physical addresses has the 16 KiB granule.
  const has16KiB = scene.physicalBits === 48;
  return (
    isStage2On(scene) && isTooSmall(vtcr, ps, has16KiB) && !isTooSmall(vtcr, scene.physicalBits, has16KiB)
  );
}

/** Where QEMU 7.2 is known to leave the manual, or the manual leaves a choice; each by the least condition. */
export const explanations: readonly Explanation<Scene>[] = [
  ...sharedExplanations,
  {
    name: "level of a fault on a stage 1 walk",
    section: "ESR_ELx, ISS encoding for an exception from a Data Abort, S1PTW and DFSC; PAR_EL1.FST",
    because:
      "The status has the level of the stage 2 descriptor that failed; QEMU before 8.0 reports that of the stage 1 descriptor that was read.",
    explains: (_, difference) =>
      (difference.name === "ESR_EL2" &&
        (difference.ours & difference.qemu & S1PTW) !== 0n &&
        within(difference, 3n)) ||
      (difference.name === "PAR_EL1" &&
        (difference.ours & difference.qemu & 0x301n) === 0x301n &&
        within(difference, 6n)),
  },
  {
    name: "HPFAR_EL2 of permission faults and external aborts",
    section: "HPFAR_EL2, IPAValid",
    because:
      "HPFAR_EL2 is UNKNOWN after a stage 2 permission fault on the access itself and after an external abort on a stage 2 walk; QEMU writes it, the machine leaves it alone.",
    explains: ({ ours }, difference) => {
      const esr = valueIn(ours, "ESR_EL2");
      const permission = (esr & S1PTW) === 0n && (esr & 0x3cn) === 0x0cn;
      const external = (esr & 0x3cn) === 0x14n;
      return difference.name === "HPFAR_EL2" && isAbort(ours) && (permission || external);
    },
  },
  {
    name: "blocks at levels that have none",
    section: "VMSAv8-64 translation table format descriptors (D5)",
    because:
      "A block descriptor at level 0, and with 16 and 64 KiB granules at level 1, is reserved and faults; QEMU takes it.",
    explains: endsAtReservedBlock,
  },
  {
    name: "HCR_EL2.PTW without stage 2",
    section: "HCR_EL2, PTW",
    because: "PTW concerns walks that are subject to stage 2; QEMU 7.2 obeys it with stage 2 off, too.",
    explains: (scene) => {
      const qemuAborts = isAbort(scene.qemu) && (valueIn(scene.qemu, "ESR_EL2") & S1PTW) !== 0n;
      const walkFails = (valueIn(scene.qemu, "PAR_EL1") & 0x101n) === 0x101n;
      return (setting(scene, "HCR_EL2") & hcr.PTW) !== 0n && !isStage2On(scene) && (qemuAborts || walkFails);
    },
  },
  {
    name: "stage 1 under HCR_EL2.TGE",
    section: "HCR_EL2, TGE",
    because: "TGE makes SCTLR_EL1.M count as 0; QEMU 7.2 forgets it.",
    explains: (scene) =>
      (setting(scene, "HCR_EL2") & hcr.TGE) !== 0n &&
      (setting(scene, "SCTLR_EL1") & 1n) !== 0n &&
      (setting(scene, "HCR_EL2") & hcr.DC) === 0n,
  },
  {
    name: "start level by VTCR_EL2.PS",
    section: "AArch64.TranslationTableWalk, PAMax",
    because:
      "Which start levels and input sizes stage 2 has depends on the implemented physical address size; QEMU takes the smaller of that and PS.",
    explains: startsByPs,
  },
  {
    name: "PC alignment before instruction aborts",
    section: "Synchronous exception prioritization for exceptions taken to AArch64 state (D1)",
    because:
      "A misaligned PC is reported before what is at its address is fetched; QEMU translates the address first.",
    explains: ({ ours, state }) =>
      ((state[record.x + 1] ?? 0n) & 3n) !== 0n &&
      [1, 2].some((level) => valueIn(ours, `ESR_EL${level}`) >> 26n === 0x22n),
  },
  {
    name: "alignment of Device memory",
    section: "Alignment of data accesses (B2); AArch64.TranslateAddress",
    because:
      "An unaligned access and DC ZVA to Device memory are alignment faults; QEMU before 9.0 makes them.",
    explains: (scene) => {
      const { ours, state, text } = scene;
      const el = Number(((state[record.spsr] ?? 0n) >> 2n) & 3n);
      const checks = (setting(scene, el === 2 ? "SCTLR_EL2" : "SCTLR_EL1") & 2n) !== 0n;
      const always = /^(ldar|stlr|ldxr)/.test(text);
      return (text === "dc zva, x1" || (!checks && !always)) && faultStatuses(ours).includes(0x21n);
    },
  },
  {
    name: "FAR of external aborts of unaligned accesses",
    section: "FAR_ELx",
    because:
      "Which address of an access that spans several words is reported is not defined; QEMU reports that of the part that fails.",
    explains: ({ ours }, difference) =>
      difference.name.startsWith("FAR_EL") &&
      faultStatuses(ours).includes(0x10n) &&
      within(difference, 0x1fn),
  },
  {
    name: "kind of Device memory",
    section: "Combining the stage 1 and stage 2 memory type attributes (D5)",
    because:
      "Where one stage says Device and the other Normal, the kind of Device memory is the one's; QEMU 7.2 compares it with the Normal memory's inner attribute.",
    explains: (scene, difference) =>
      difference.name === "PAR_EL1" &&
      isStage2On(scene) &&
      ((difference.ours | difference.qemu) & F) === 0n &&
      difference.ours >> 60n === 0n &&
      difference.qemu >> 56n === 4n &&
      difference.ours >> 56n > 4n &&
      within(difference, SH | (0xfn << 56n)),
  },
];
