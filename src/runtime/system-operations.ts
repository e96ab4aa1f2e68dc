import {
  type AddressTranslation,
  type Architecture,
  encodingKey,
  type SystemEncoding,
  type SystemOperationDescription,
  type TlbInvalidation,
} from "./architecture.js";
import type { CpuState } from "./cpu-state.js";
import type { DataAccess } from "./data-access.js";
import { exceptionClass, signal, undefinedInstruction } from "./exception-class.js";
import type { MachineOptions } from "./machine.js";
import { isFault, type Mmu } from "./mmu.js";
import type { Register } from "./register-file.js";
import { systemIss } from "./system-access.js";
import type { SystemTraps } from "./system-traps.js";
import { abortOf, type Fault, faultStatus } from "./translation-fault.js";

/** Highest level of this machine. */
const HIGHEST_EL = 2;

/** TLBI, AT, IC and DC: the space of SYS. What each operation does is the description's to say. */
export class SystemOperations {
  /** By encodingKey; made at the first SYS. */
  #operations: ReadonlyMap<number, SystemOperationDescription> | undefined;
  readonly #par: Register;
  readonly #blockSize: () => number;
  readonly #forcesBroadcast: () => boolean;

  constructor(
    readonly state: CpuState,
    readonly traps: SystemTraps,
    readonly mmu: Mmu,
    readonly data: DataAccess,
    readonly architecture: Pick<Architecture, "systemOperations">,
    readonly outside: Pick<MachineOptions, "onBroadcast"> = {},
  ) {
    this.#forcesBroadcast = state.registers.flag("HCR_EL2", "FB");
    this.#par = state.registers.named("PAR_EL1");
    this.#blockSize = state.registers.field("DCZID_EL0", "BS");
  }

  /** Performs a SYS instruction. One without a meaning is UNDEFINED. */
  perform(encoding: SystemEncoding, value: bigint): void {
    const { EL } = this.state.pstate;
    this.#operations ??= new Map(
      this.architecture.systemOperations.map((operation) => [
        encodingKey({ op0: 1, ...operation }),
        operation,
      ]),
    );
    const operation = this.#operations.get(encodingKey(encoding));
    const exists = operation !== undefined && EL >= operation.minimumEl && operation.minimumEl <= HIGHEST_EL;
    if (exists || isImplementationDefined(encoding)) this.#trap(encoding);
    if (!exists) signal(undefinedInstruction);
    switch (operation.class) {
      case "TLBI":
        this.#invalidate(operation.does, value);
        break;
      case "AT":
        this.#translateAddress(operation.does, value);
        break;
      case "DC":
      case "IC":
        if (operation.does.zero === true) this.#zero(value);
        else if (operation.does.by === "va") this.data.translateFor(value, "read", "cache-maintenance");
    }
  }

  /**
   * Performs a SYSL instruction: none has a meaning, not even where SYS has one, but the IMPLEMENTATION DEFINED ones
   * can trap. Source: DDI0487, SYSL.
   */
  performWithResult(encoding: SystemEncoding): never {
    if (isImplementationDefined(encoding)) this.#trap(encoding);
    signal(undefinedInstruction);
  }

  #trap(encoding: SystemEncoding): void {
    const trap = this.traps.find(encoding, "write", this.state.pstate.EL);
    if (trap === undefined) return;
    signal({ ec: exceptionClass.systemTrap, iss: systemIss(this.state.word), target: trap.target });
  }

  /**
   * The operand holds VA[55:12] in bits 43:0 or IPA[47:12] in bits 35:0, and an ASID from bit 48 up. HCR_EL2.FB makes what EL1
   * does to its own PE concern all.
   */
  #invalidate(does: TlbInvalidation, value: bigint): void {
    const address = BigInt.asUintN(does.by === "ipa" ? 36 : 44, value) << 12n;
    const operand = { address, asid: Number(value >> 48n), vmid: this.mmu.vmid() };
    this.mmu.tlb.invalidate(does, operand);
    const forced = this.state.pstate.EL === 1 && this.#forcesBroadcast();
    if (does.shareability !== "local" || forced) this.outside.onBroadcast?.(does, operand);
  }

  /** DC ZVA: the block of DCZID_EL0.BS words around an address; an alignment fault in Device memory. DDI0487, DC ZVA. */
  #zero(address: bigint): void {
    const sizeBytes = 4n << BigInt(this.#blockSize());
    const start = BigInt.asUintN(64, address - (address % sizeBytes));
    this.data.translateFor(address, "write", "write", false);
    this.data.store(
      start,
      {
        sizeBytes: 8,
        count: Number(sizeBytes / 8n),
        alignmentBytes: 8,
        alignedAlways: false,
        unprivileged: false,
        ordering: "none",
      },
      [],
    );
  }

  /** Leaves the answer in PAR_EL1. Source: DDI0487, AArch64.AT, PAR_EL1. */
  #translateAddress(does: AddressTranslation, va: bigint): void {
    const el = does.el === 3 ? HIGHEST_EL : does.el;
    const result = this.mmu.translate({
      va,
      access: does.access,
      el,
      pan: false,
      aligned: true,
      stage1Only: does.stages === "1",
    });
    if (!isFault(result)) {
      const address = (result.pa >> 12n) << 12n;
      const attributes = BigInt(result.attributes) << 56n;
      this.#par.value = attributes | address | RES1_AND_NS | (BigInt(result.shareability) << 7n);
      return;
    }
    // EL1 must not learn of its hypervisor's stage 2: a fault there on a walk goes to EL2. DDI0487, AArch64.AT.
    const takesException = result.kind === "external" || (result.s1ptw && this.state.pstate.EL === 1);
    if (takesException) signal(abortOf(result, { va, kind: "address-translation" }));
    this.#par.value = failure(result);
  }
}

/** PAR_EL1 bit 11 is RES1, bit 9 NS: the address is Non-secure, and UNKNOWN to a Non-secure reader. */
const RES1_AND_NS = 0xa00n;

/** PAR_EL1 of a failed translation: F, FST, PTW, S and the RES1 bit. */
function failure(fault: Fault): bigint {
  const status = BigInt(faultStatus(fault)) << 1n;
  return 1n | status | (fault.s1ptw ? 1n << 8n : 0n) | (fault.stage === 2 ? 1n << 9n : 0n) | (1n << 11n);
}

function isImplementationDefined({ CRn }: SystemEncoding): boolean {
  return CRn === 11 || CRn === 15;
}
