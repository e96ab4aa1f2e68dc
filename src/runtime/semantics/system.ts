import { op0FromLowBit } from "../operand-decoders.js";
import type { Barrier, ExceptionRequest, Operands, Ops, Semantics, SystemOperands } from "../ops.js";

function request(kind: ExceptionRequest): Semantics {
  return (ops, f) => ops.raise(kind, f.value("imm16"));
}

/** SVC. */
export const SVC: Semantics = request("supervisor-call");
/** HVC. */
export const HVC: Semantics = request("hypervisor-call");
/** SMC. */
export const SMC: Semantics = request("secure-monitor-call");
/** BRK. */
export const BRK: Semantics = request("breakpoint");
/** HLT. */
export const HLT: Semantics = request("halt");

/** DCPS and DRPS exist in Debug state, which this machine never enters; outside it they are UNDEFINED. */
const debugStateOnly: Semantics = (ops) => ops.raise("undefined", ops.constant(0n));

/** DCPS1. */
export const DCPS1: Semantics = debugStateOnly;
/** DCPS2. */
export const DCPS2: Semantics = debugStateOnly;
/** DCPS3. */
export const DCPS3: Semantics = debugStateOnly;
/** DRPS. */
export const DRPS: Semantics = debugStateOnly;

/** ERET. */
export const ERET: Semantics = (ops) => ops.exceptionReturn();

/** HINT: NOP, YIELD, WFE, WFI, SEV, SEVL. */
export const HINT: Semantics = (ops, f) => ops.hint((f.variant("CRm") << 3) | f.variant("op2"));

/** CLREX. */
export const CLREX: Semantics = (ops) => ops.clearExclusive();

function barrier(kind: Barrier): Semantics {
  return (ops, f) => ops.barrier(kind, f.value("CRm"));
}

/** DSB. */
export const DSB: Semantics = barrier("data-synchronization");
/** DMB. */
export const DMB: Semantics = barrier("data-memory");
/** ISB. */
export const ISB: Semantics = barrier("instruction-synchronization");

/** MSR (immediate): SPSel, DAIFSet, DAIFClr, PAN, UAO. */
export const MSR_immediate: Semantics = (ops, f) => {
  ops.writePstate(f.variant("op1"), f.variant("op2"), f.value("CRm"));
};

function encoding<V>(f: Operands<V>, op0: V): SystemOperands<V> {
  return {
    op0,
    op1: f.value("op1"),
    CRn: f.value("CRn"),
    CRm: f.value("CRm"),
    op2: f.value("op2"),
  };
}

function registerEncoding<V>(f: Operands<V>): SystemOperands<V> {
  return encoding(f, f.decoded(op0FromLowBit, "o0"));
}

function operationEncoding<V>(ops: Ops<V>, f: Operands<V>): SystemOperands<V> {
  return encoding(f, ops.constant(1n));
}

/** MSR (register). */
export const MSR_register: Semantics = (ops, f) => {
  ops.writeSysreg(registerEncoding(f), ops.readX(f.value("Rt")));
};

/** MRS. */
export const MRS: Semantics = (ops, f) => {
  ops.writeX(f.value("Rt"), ops.readSysreg(registerEncoding(f)));
};

/** SYS: TLBI, AT, IC, DC. */
export const SYS: Semantics = (ops, f) => {
  ops.systemOperation(operationEncoding(ops, f), ops.readX(f.value("Rt")));
};

/** SYSL. */
export const SYSL: Semantics = (ops, f) => {
  ops.writeX(f.value("Rt"), ops.systemOperationResult(operationEncoding(ops, f)));
};
