import {
  combinedAttributes,
  effectiveShareability,
  isDevice,
  isDeviceAtStage2,
  NORMAL_WRITE_BACK,
  shareability,
  wider,
} from "./memory-attributes.js";
import type { PhysicalMemory } from "./physical-memory.js";
import { accessClass, RecentTranslations } from "./recent-translations.js";
import { type RegimeControls, regimeEl1, regimeEl2, stage2Controls } from "./regime.js";
import type { RegisterFile } from "./register-file.js";
import { type Leaf, stage1StartLevel, walkTables } from "./table-walk.js";
import type { Stage1Result, Stage2Result, Tlb, TlbContext } from "./tlb.js";
import type { Fault } from "./translation-fault.js";

/** What is asked of the MMU. */
export interface TranslationRequest {
  readonly va: bigint;
  readonly access: "fetch" | "read" | "write";
  /** The level whose rights count: 0 for LDTR and STTR at EL1. */
  readonly el: number;
  /** PSTATE.PAN applies: a data access with EL1's rights that is no cache maintenance and no AT. */
  readonly pan: boolean;
  /** False makes an access to Device memory an alignment fault. */
  readonly aligned: boolean;
  /** Stop after stage 1, for AT; the walk itself still goes through stage 2. */
  readonly stage1Only?: boolean;
}

/** A successful translation. attributes: as in MAIR_ELx, of both stages together. */
export interface Translation {
  readonly pa: bigint;
  readonly attributes: number;
  readonly shareability: number;
}

/**
 * The memory management unit: the EL1&0 and EL2 regimes, stage 1 and stage 2, with a TLB. Control registers are
 * read at each access. Descriptors are little-endian; hardware does not update access flag and dirty state.
 * Source: DDI0487, chapter D5, AArch64.TranslateAddress.
 */
export class Mmu {
  readonly #el1: RegimeControls;
  readonly #el2: RegimeControls;
  readonly #stage2: ReturnType<typeof stage2Controls>;
  readonly #recent: RecentTranslations;

  constructor(
    registers: RegisterFile,
    readonly memory: PhysicalMemory,
    readonly tlb: Tlb,
  ) {
    this.#el1 = regimeEl1(registers);
    this.#el2 = regimeEl2(registers);
    this.#stage2 = stage2Controls(registers);
    this.#recent = new RecentTranslations(registers, tlb);
  }

  /** The physical address of an access of a class (see accessClass) that lately succeeded, or -1: translate, then. */
  known(kind: number, va: bigint): number {
    return this.#recent.find(kind, va);
  }

  /** The physical address of an access, or why there is none. */
  translate(request: TranslationRequest): Translation | Fault {
    const result = this.#translate(request);
    if (request.stage1Only !== true && !isFault(result)) {
      const { access, el, pan, aligned, va } = request;
      this.#recent.keep(accessClass(access, el, pan, aligned), va, result.pa);
    }
    return result;
  }

  #translate(request: TranslationRequest): Translation | Fault {
    const regime = this.regimeOf(request.el);
    const range = regime.rangeOf(request.va);
    const second = regime.el === 2 ? false : this.#stage2.enabled();
    const context: TlbContext = {
      regime: regime.el === 2 ? "EL2" : "EL1&0",
      vmid: regime.el === 2 ? 0 : this.#stage2.vmid(),
      asid: regime.asid(),
      stage1: regime.enabled(),
    };
    const va = regime.untagged(request.va);
    const known = this.tlb.find(context, va);
    const first = regime.enabled()
      ? (known?.first ?? this.#firstStage(regime, range, va))
      : this.#untranslated(regime, va, request);
    if (isFault(first)) return first;
    if (known === undefined && !second && regime.enabled() && request.stage1Only !== true) {
      this.tlb.insert(context, va, first, undefined);
    }
    const denied = firstStageDenies(request, regime, first);
    if (denied) return fault(denied, first.level, 1);
    if (request.stage1Only === true || !second) {
      return { pa: first.output, attributes: first.attributes, shareability: first.shareability };
    }
    const last = known?.second ?? this.#secondStage(first.output);
    if (isFault(last)) return last;
    if (known?.second === undefined) this.tlb.insert(context, va, first, last);
    const forbidden = secondStageDenies(request, last);
    if (forbidden) return { ...fault(forbidden, last.level, 2), ipa: first.output };
    const attributes = combinedAttributes(first.attributes, last.memAttr, this.#stage2.nonCacheable());
    const described = wider(first.shareability, last.shareability);
    return { pa: last.output, attributes, shareability: effectiveShareability(attributes, described) };
  }

  /** The controls of the regime that translates for a level. */
  regimeOf(el: number): RegimeControls {
    return el === 2 ? this.#el2 : this.#el1;
  }

  /** VTTBR_EL2.VMID. */
  vmid(): number {
    return this.#stage2.vmid();
  }

  #firstStage(
    regime: RegimeControls,
    range: ReturnType<RegimeControls["rangeOf"]>,
    va: bigint,
  ): Stage1Result | Fault {
    const sizeOk = range.inputBits >= 25 && range.inputBits <= 48;
    if (!sizeOk || !range.inRange || range.walksDisabled) return fault("translation", 0, 1);
    const leaf = walkTables({
      stage: 1,
      input: BigInt.asUintN(range.inputBits, va),
      inputBits: range.inputBits,
      granuleBits: range.granuleBits,
      startLevel: stage1StartLevel(range.inputBits, range.granuleBits),
      base: range.base,
      outputBits: regime.outputBits(),
      readDescriptor: (address, level) => this.#readStage1Descriptor(regime, address, level),
    });
    if (isFault(leaf)) return leaf;
    if (((leaf.descriptor >> 10n) & 1n) === 0n) return fault("access-flag", leaf.level, 1);
    return stage1Result(regime, leaf);
  }

  /** Stage 1 off: addresses pass through, everything is allowed; data is Device unless HCR_EL2.DC. */
  #untranslated(regime: RegimeControls, va: bigint, request: TranslationRequest): Stage1Result | Fault {
    const address = BigInt.asUintN(56, va);
    const plain = va === address || regime.rangeOf(va).ignoresTag;
    if (!plain || address >> BigInt(regime.physicalBits) !== 0n) return fault("address-size", 0, 1);
    const normal = request.access === "fetch" || (regime.el === 1 && this.#stage2.defaultCacheable());
    return {
      output: address,
      level: 0,
      sizeBits: 12,
      global: true,
      readEl0: true,
      writeEl0: true,
      write: true,
      executeNever: false,
      privilegedExecuteNever: false,
      attributes: normal ? NORMAL_WRITE_BACK : 0,
      shareability: normal ? shareability.none : shareability.outer,
    };
  }

  /** A stage 1 descriptor lies in IPA space when stage 2 is on. */
  #readStage1Descriptor(regime: RegimeControls, address: bigint, level: number): bigint | Fault {
    let pa = address;
    if (regime.el === 1 && this.#stage2.enabled()) {
      const second = this.#secondStage(address);
      if (isFault(second)) return { ...second, s1ptw: true, onWalk: second.onWalk };
      if (!second.read || (isDeviceAtStage2(second.memAttr) && this.#stage2.protectsWalks())) {
        return { ...fault("permission", second.level, 2), s1ptw: true, ipa: address };
      }
      pa = second.output;
    }
    return this.memory.read(pa, 8) ?? { ...fault("external", level, 1), onWalk: true };
  }

  #secondStage(ipa: bigint): Stage2Result | Fault {
    const vmid = this.#stage2.vmid();
    const known = this.tlb.findIpa(vmid, ipa);
    if (known !== undefined) return known;
    const { inputBits, granuleBits, startLevel, consistent, base, outputBits } = this.#stage2.table();
    if (!consistent || ipa >> BigInt(inputBits) !== 0n) return { ...fault("translation", 0, 2), ipa };
    const leaf = walkTables({
      stage: 2,
      input: ipa,
      inputBits,
      granuleBits,
      startLevel,
      base,
      outputBits,
      readDescriptor: (address, level) =>
        this.memory.read(address, 8) ?? { ...fault("external", level, 2), onWalk: true, ipa },
    });
    if (isFault(leaf)) return leaf;
    if (((leaf.descriptor >> 10n) & 1n) === 0n) return { ...fault("access-flag", leaf.level, 2), ipa };
    const result = stage2Result(leaf);
    this.tlb.insertIpa(vmid, ipa, result);
    return result;
  }
}

/** Whether a result of the MMU is a fault. */
export function isFault<T extends object>(result: T | Fault): result is Fault {
  return "onWalk" in result;
}

function fault(kind: Fault["kind"], level: number, stage: 1 | 2): Fault {
  return { kind, level, stage, onWalk: false, s1ptw: false };
}

function stage1Result(regime: RegimeControls, leaf: Leaf): Stage1Result {
  const bit = (position: bigint) => ((leaf.descriptor >> position) & 1n) !== 0n;
  const write = !bit(7n) && (leaf.apTable & 2) === 0;
  const el0 = regime.el === 1 && bit(6n) && (leaf.apTable & 1) === 0;
  const attributes = regime.attribute(Number((leaf.descriptor >> 2n) & 7n));
  return {
    output: leaf.output,
    level: leaf.level,
    sizeBits: leaf.sizeBits,
    global: regime.el === 2 || !bit(11n),
    readEl0: el0,
    writeEl0: el0 && write,
    write,
    executeNever: bit(54n) || leaf.xnTable,
    privilegedExecuteNever: regime.el === 1 && (bit(53n) || leaf.pxnTable),
    attributes,
    shareability: effectiveShareability(attributes, Number((leaf.descriptor >> 8n) & 3n)),
  };
}

function stage2Result(leaf: Leaf): Stage2Result {
  const bit = (position: bigint) => ((leaf.descriptor >> position) & 1n) !== 0n;
  return {
    output: leaf.output,
    level: leaf.level,
    sizeBits: leaf.sizeBits,
    read: bit(6n),
    write: bit(7n),
    executeNever: bit(54n),
    memAttr: Number((leaf.descriptor >> 2n) & 0xfn),
    shareability: Number((leaf.descriptor >> 8n) & 3n),
  };
}

/** Source: DDI0487, AArch64.CheckPermission; alignment on Device memory comes after permission. */
function firstStageDenies(
  request: TranslationRequest,
  regime: RegimeControls,
  page: Stage1Result,
): "permission" | "alignment" | undefined {
  const wxn = regime.writeExecuteNever();
  if (request.access === "fetch") {
    const never =
      request.el === 0
        ? page.executeNever || (page.writeEl0 && wxn)
        : regime.el === 2
          ? page.executeNever || (page.write && wxn)
          : page.privilegedExecuteNever || (page.write && wxn) || (page.writeEl0 && regime.enabled());
    return never && regime.enabled() ? "permission" : undefined;
  }
  const panDenies = request.pan && request.el === 1 && page.readEl0 && regime.enabled();
  const readable = request.el === 0 ? page.readEl0 : !panDenies;
  const writable = request.el === 0 ? page.writeEl0 : page.write && !panDenies;
  if (request.access === "write" ? !writable : !readable) return "permission";
  return !request.aligned && isDevice(page.attributes) ? "alignment" : undefined;
}

/** Source: DDI0487, AArch64.CheckS2Permission. */
function secondStageDenies(
  request: TranslationRequest,
  page: Stage2Result,
): "permission" | "alignment" | undefined {
  if (request.access === "fetch") return page.executeNever ? "permission" : undefined;
  if (request.access === "write" ? !page.write : !page.read) return "permission";
  return !request.aligned && isDeviceAtStage2(page.memAttr) ? "alignment" : undefined;
}
