import type { RegisterFile } from "./register-file.js";

/** The half of an address space that a VA falls into, and how it is walked. */
export interface AddressRange {
  readonly inputBits: number;
  readonly granuleBits: number;
  readonly base: bigint;
  /** TBI: bits 63:56 of addresses in this range do not count. */
  readonly ignoresTag: boolean;
  /** The bits above inputBits are all 0 (TTBR0) or all 1 (TTBR1). */
  readonly inRange: boolean;
  /** TCR.EPD. */
  readonly walksDisabled: boolean;
}

/** The stage 1 controls of a translation regime, read from its registers at each call. */
export interface RegimeControls {
  /** 1 for the EL1&0 regime. */
  readonly el: 1 | 2;
  /** The implemented physical address size. */
  readonly physicalBits: number;
  enabled(): boolean;
  rangeOf(va: bigint): AddressRange;
  /** The address with an ignored tag replaced by copies of bit 55 (EL1&0) or zeroes (EL2). */
  untagged(va: bigint): bigint;
  asid(): number;
  outputBits(): number;
  writeExecuteNever(): boolean;
  /** SCTLR.A. */
  checksAlignment(): boolean;
  /** Byte of MAIR by the descriptor's AttrIndx. */
  attribute(index: number): number;
}

/** The registers that translations depend on, besides the TLB and the tables. */
export const translationControls: readonly string[] = [
  ...["SCTLR_EL1", "TCR_EL1", "TTBR0_EL1", "TTBR1_EL1", "MAIR_EL1"],
  ...["SCTLR_EL2", "TCR_EL2", "TTBR0_EL2", "MAIR_EL2"],
  ...["HCR_EL2", "VTCR_EL2", "VTTBR_EL2"],
];

/** Address sizes by the encoding of TCR.IPS, TCR.PS, VTCR.PS and ID_AA64MMFR0_EL1.PARange. */
const sizes = [32, 36, 40, 42, 44, 48] as const;

/** The address size that an encoding asks for, at most 48: this machine has no 52-bit addresses. */
function addressBits(encoding: number): number {
  return sizes[encoding] ?? 48;
}

/** Which granules there are, by ID_AA64MMFR0_EL1. */
interface Granules {
  /** log2 of the granule that TCR.TG0 or VTCR.TG0 asks for. */
  tg0(encoding: number): number;
  /** The same for TCR.TG1, which is encoded otherwise. */
  tg1(encoding: number): number;
}

/**
 * A granule that is reserved or not implemented is taken as one that is: the smallest.
 * Source: DDI0487, TCR_EL1.TG0: an IMPLEMENTATION DEFINED choice of the implemented sizes.
 */
function granulesOf(file: RegisterFile): Granules {
  const field = (name: string) => file.field("ID_AA64MMFR0_EL1", name)();
  const implemented = [
    ...(field("TGran4") === 15 ? [] : [12]),
    ...(field("TGran16") === 0 ? [] : [14]),
    ...(field("TGran64") === 15 ? [] : [16]),
  ];
  const [smallest = 12] = implemented;
  const choose = (bits: number) => (implemented.includes(bits) ? bits : smallest);
  return {
    tg0: (encoding) => choose([12, 16, 14][encoding] ?? smallest),
    tg1: (encoding) => choose([smallest, 14, 12, 16][encoding] ?? smallest),
  };
}

function mairByte(mair: bigint, index: number): number {
  return Number((mair >> BigInt(8 * index)) & 0xffn);
}

/** The EL1&0 regime. HCR_EL2.TGE and DC turn its stage 1 off. */
export function regimeEl1(file: RegisterFile): RegimeControls {
  const physicalBits = addressBits(file.field("ID_AA64MMFR0_EL1", "PARange")());
  const granules = granulesOf(file);
  const tcr = (name: string) => file.field("TCR_EL1", name);
  const [ips, a1, as] = [tcr("IPS"), tcr("A1"), tcr("AS")];
  const [t0sz, tg0, tbi0, epd0] = [tcr("T0SZ"), tcr("TG0"), tcr("TBI0"), tcr("EPD0")];
  const [t1sz, tg1, tbi1, epd1] = [tcr("T1SZ"), tcr("TG1"), tcr("TBI1"), tcr("EPD1")];
  const on = file.flag("SCTLR_EL1", "M");
  const tge = file.flag("HCR_EL2", "TGE");
  const dc = file.flag("HCR_EL2", "DC");
  const base0 = file.addressField("TTBR0_EL1", "BADDR");
  const base1 = file.addressField("TTBR1_EL1", "BADDR");
  const asid0 = file.field("TTBR0_EL1", "ASID");
  const asid1 = file.field("TTBR1_EL1", "ASID");
  const mair = file.named("MAIR_EL1");

  const ignoresTag = (va: bigint) => (isUpper(va) ? tbi1() : tbi0()) === 1;
  const untagged = (va: bigint) => (ignoresTag(va) ? BigInt.asUintN(64, BigInt.asIntN(56, va)) : va);
  return {
    el: 1,
    physicalBits,
    enabled: () => on() && !tge() && !dc(),
    rangeOf(va) {
      const upper = isUpper(va);
      const inputBits = 64 - (upper ? t1sz() : t0sz());
      const above = untagged(va) >> BigInt(inputBits);
      return {
        inputBits,
        granuleBits: upper ? granules.tg1(tg1()) : granules.tg0(tg0()),
        base: upper ? base1() : base0(),
        ignoresTag: ignoresTag(va),
        inRange: above === (upper ? (1n << BigInt(64 - inputBits)) - 1n : 0n),
        walksDisabled: (upper ? epd1() : epd0()) === 1,
      };
    },
    untagged,
    asid: () => (a1() === 1 ? asid1() : asid0()) & (as() === 1 ? 0xffff : 0xff),
    outputBits: () => Math.min(addressBits(ips()), physicalBits),
    writeExecuteNever: file.flag("SCTLR_EL1", "WXN"),
    checksAlignment: file.flag("SCTLR_EL1", "A"),
    attribute: (index) => mairByte(mair.value, index),
  };
}

/** The EL2 regime: one range, from address 0 up; no ASIDs. */
export function regimeEl2(file: RegisterFile): RegimeControls {
  const physicalBits = addressBits(file.field("ID_AA64MMFR0_EL1", "PARange")());
  const granules = granulesOf(file);
  const ps = file.field("TCR_EL2", "PS");
  const t0sz = file.field("TCR_EL2", "T0SZ");
  const tg0 = file.field("TCR_EL2", "TG0");
  const tbi = file.flag("TCR_EL2", "TBI");
  const base = file.addressField("TTBR0_EL2", "BADDR");
  const mair = file.named("MAIR_EL2");
  const untagged = (va: bigint) => (tbi() ? BigInt.asUintN(56, va) : va);
  return {
    el: 2,
    physicalBits,
    enabled: file.flag("SCTLR_EL2", "M"),
    rangeOf(va) {
      const inputBits = 64 - t0sz();
      return {
        inputBits,
        granuleBits: granules.tg0(tg0()),
        base: base(),
        ignoresTag: tbi(),
        inRange: untagged(va) >> BigInt(inputBits) === 0n,
        walksDisabled: false,
      };
    },
    untagged,
    asid: () => 0,
    outputBits: () => Math.min(addressBits(ps()), physicalBits),
    writeExecuteNever: file.flag("SCTLR_EL2", "WXN"),
    checksAlignment: file.flag("SCTLR_EL2", "A"),
    attribute: (index) => mairByte(mair.value, index),
  };
}

/** The level from which on a walk of stage 2 may start, by the granule and the implemented physical address size. */
function leastStartLevel(granuleBits: number, physicalBits: number): number {
  if (granuleBits === 12) return physicalBits <= 42 ? 1 : 0;
  return physicalBits <= (granuleBits === 14 ? 40 : 42) ? 2 : 1;
}

/**
 * Whether VTCR_EL2.SL0 and T0SZ go together: the first level has 2 entries or more, and at most 16 tables. More input
 * than physical address bits is CONSTRAINED UNPREDICTABLE and counts as wrong here.
 * Source: DDI0487, AArch64.TranslationTableWalk.
 */
function startIsConsistent(
  granuleBits: number,
  startLevel: number,
  inputBits: number,
  physicalBits: number,
): boolean {
  const stride = granuleBits - 3;
  const indexBits = inputBits - ((3 - startLevel) * stride + granuleBits);
  const levelExists = startLevel >= leastStartLevel(granuleBits, physicalBits) && startLevel <= 3;
  return levelExists && inputBits <= physicalBits && indexBits >= 1 && indexBits <= stride + 4;
}

/** The controls of stage 2. HCR_EL2.DC turns it on as VM does. */
export function stage2Controls(file: RegisterFile) {
  const physicalBits = addressBits(file.field("ID_AA64MMFR0_EL1", "PARange")());
  const granules = granulesOf(file);
  const vm = file.flag("HCR_EL2", "VM");
  const dc = file.flag("HCR_EL2", "DC");
  const t0sz = file.field("VTCR_EL2", "T0SZ");
  const sl0 = file.field("VTCR_EL2", "SL0");
  const tg0 = file.field("VTCR_EL2", "TG0");
  const ps = file.field("VTCR_EL2", "PS");
  const vs = file.optionalFlag("VTCR_EL2", "VS");
  const vmid = file.field("VTTBR_EL2", "VMID");
  const base = file.addressField("VTTBR_EL2", "BADDR");
  return {
    enabled: () => vm() || dc(),
    defaultCacheable: dc,
    /** HCR_EL2.PTW: a stage 1 walk that stage 2 maps as Device is a permission fault. */
    protectsWalks: file.flag("HCR_EL2", "PTW"),
    vmid: () => vmid() & (vs() ? 0xffff : 0xff),
    /** HCR_EL2.CD: nothing that stage 2 maps is cacheable. */
    nonCacheable: file.flag("HCR_EL2", "CD"),
    /** SL0 counts from 2 down for 4 KiB pages, from 3 down otherwise; 3 is reserved. */
    table() {
      const granuleBits = granules.tg0(tg0());
      const startLevel = (granuleBits === 12 ? 2 : 3) - sl0();
      const inputBits = 64 - t0sz();
      const consistent = sl0() !== 3 && startIsConsistent(granuleBits, startLevel, inputBits, physicalBits);
      const outputBits = Math.min(addressBits(ps()), physicalBits);
      return { inputBits, granuleBits, startLevel, consistent, base: base(), outputBits };
    },
  };
}

function isUpper(va: bigint): boolean {
  return ((va >> 55n) & 1n) === 1n;
}
