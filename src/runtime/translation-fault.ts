import { exceptionClass, type SynchronousException } from "./exception-class.js";
import type { Access } from "./ops.js";

/**
 * Why a translation or an access failed.
 * level: of the descriptor that says so; 0 where the manual has none. s1ptw: a stage 2 fault on the access to a
 * stage 1 descriptor. ipa: what stage 2 was asked for.
 */
export interface Fault {
  readonly kind: "address-size" | "translation" | "access-flag" | "permission" | "alignment" | "external";
  readonly level: number;
  readonly stage: 1 | 2;
  readonly onWalk: boolean;
  readonly s1ptw: boolean;
  readonly ipa?: bigint;
}

/** What was being done when a fault arose. */
export interface FaultingAccess {
  readonly va: bigint;
  readonly kind: "fetch" | "read" | "write" | "cache-maintenance" | "address-translation";
  readonly syndrome?: Access<bigint>["syndrome"];
  readonly sizeBytes?: number;
}

/** DFSC or IFSC of a fault. Source: DDI0487, EncodeLDFSC. */
export function faultStatus(fault: Fault): number {
  switch (fault.kind) {
    case "address-size":
      return 0b000000 | fault.level;
    case "translation":
      return 0b000100 | fault.level;
    case "access-flag":
      return 0b001000 | fault.level;
    case "permission":
      return 0b001100 | fault.level;
    case "external":
      return fault.onWalk ? 0b010100 | fault.level : 0b010000;
    case "alignment":
      return 0b100001;
  }
}

const reportingIpa: ReadonlySet<Fault["kind"]> = new Set(["translation", "access-flag", "address-size"]);

/**
 * The abort that reports a fault. Stage 2 faults go to EL2 with the IPA in HPFAR_EL2, save permission faults on the
 * access itself and external aborts, after which HPFAR_EL2 is UNKNOWN and keeps its value here: the handler asks AT.
 * Source: DDI0487, AArch64.Abort, AArch64.FaultSyndrome, IPAValid, HPFAR_EL2.
 */
export function abortOf(fault: Fault, access: FaultingAccess): SynchronousException {
  const onWalk = fault.s1ptw && fault.kind === "permission";
  const reportsIpa = fault.stage === 2 && (onWalk || reportingIpa.has(fault.kind));
  return {
    ec: access.kind === "fetch" ? exceptionClass.instructionAbort : exceptionClass.dataAbort,
    iss:
      (fault.s1ptw ? 1 << 7 : 0) |
      faultStatus(fault) |
      (access.kind === "fetch" ? 0 : dataIss(fault, access)),
    target: fault.stage === 2 ? 2 : "default",
    far: access.va,
    ...(reportsIpa && fault.ipa !== undefined ? { hpfar: (fault.ipa >> 12n) << 4n } : {}),
  };
}

function dataIss(fault: Fault, access: FaultingAccess): number {
  const maintenance = access.kind === "cache-maintenance" || access.kind === "address-translation";
  const writes = access.kind === "write" || maintenance;
  const described = fault.stage === 2 && !fault.s1ptw && access.syndrome !== undefined;
  return (maintenance ? 1 << 8 : 0) | (writes ? 1 << 6 : 0) | (described ? instructionSyndrome(access) : 0);
}

/** ISV, SAS, SSE, SRT, SF and AR. */
function instructionSyndrome({ syndrome, sizeBytes = 1 }: FaultingAccess): number {
  if (syndrome === undefined) return 0;
  return (
    (1 << 24) |
    (Math.log2(sizeBytes) << 22) |
    (syndrome.signExtend ? 1 << 21 : 0) |
    (Number(syndrome.register) << 16) |
    (syndrome.sixtyFour ? 1 << 15 : 0) |
    (syndrome.acquireRelease ? 1 << 14 : 0)
  );
}
