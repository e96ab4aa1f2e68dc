import type { SystemEncoding } from "./architecture.js";
import type { CpuState } from "./cpu-state.js";
import type { DataAccess } from "./data-access.js";
import { spAlignmentFault } from "./data-access.js";
import type { Access, ExceptionRequest, Flags, Ops, SystemOperands, VectorValue } from "./ops.js";
import type { SystemAccess } from "./system-access.js";
import type { SystemOperations } from "./system-operations.js";
import type { VectorTraps } from "./vector-traps.js";

/** What the machine does for an instruction that leaves the plain flow: calls, waits, returns. */
export interface Environment {
  raise(request: ExceptionRequest, immediate: number): void;
  exceptionReturn(): void;
  hint(number: number): void;
  /** The address that a branch to a possibly tagged address goes to. */
  branchAddress(address: bigint): bigint;
}

/** The parts of a machine that instructions act on. */
export interface Parts {
  readonly state: CpuState;
  readonly data: DataAccess;
  readonly system: SystemAccess;
  readonly operations: SystemOperations;
  readonly vectors: VectorTraps;
  readonly environment: Environment;
}

const wrap = (value: bigint): bigint => BigInt.asUintN(64, value);
const signed = (value: bigint): bigint => BigInt.asIntN(64, value);
const truth = (condition: boolean): bigint => (condition ? 1n : 0n);

/** The concrete meaning of Ops: 64-bit values are bigints from 0 to 2^64-1. */
export class ConcreteOps implements Ops<bigint> {
  /** Where the instruction at PC goes on; the machine reads it afterwards. */
  nextPC = 0n;
  readonly #sa0: () => boolean;
  readonly #sa: readonly (() => boolean)[];

  constructor(readonly parts: Parts) {
    const { registers } = parts.state;
    this.#sa0 = registers.flag("SCTLR_EL1", "SA0");
    this.#sa = [this.#sa0, registers.flag("SCTLR_EL1", "SA"), registers.flag("SCTLR_EL2", "SA")];
  }

  constant(value: bigint): bigint {
    return wrap(value);
  }

  readX(register: bigint): bigint {
    return register === 31n ? 0n : this.parts.state.readX(Number(register));
  }

  writeX(register: bigint, value: bigint): void {
    this.parts.state.writeX(Number(register), value);
  }

  readXOrSP(register: bigint): bigint {
    return register === 31n ? this.parts.state.stackPointer().value : this.readX(register);
  }

  writeXOrSP(register: bigint, value: bigint): void {
    if (register === 31n) this.parts.state.stackPointer().value = value;
    else this.writeX(register, value);
  }

  readBase(register: bigint): bigint {
    const base = this.readXOrSP(register);
    const misaligned = register === 31n && base % 16n !== 0n;
    if (misaligned && this.#sa[this.parts.state.pstate.EL]?.() === true) return spAlignmentFault();
    return base;
  }

  readVector(register: bigint): VectorValue<bigint> {
    return this.parts.state.readV(Number(register));
  }

  writeVector(register: bigint, value: VectorValue<bigint>): void {
    this.parts.state.writeV(Number(register), value);
  }

  requireVectors(): void {
    this.parts.vectors.require();
  }

  readPC(): bigint {
    return this.parts.state.pc;
  }

  add(a: bigint, b: bigint): bigint {
    return wrap(a + b);
  }

  subtract(a: bigint, b: bigint): bigint {
    return wrap(a - b);
  }

  multiply(a: bigint, b: bigint): bigint {
    return wrap(a * b);
  }

  multiplyHighUnsigned(a: bigint, b: bigint): bigint {
    return (a * b) >> 64n;
  }

  multiplyHighSigned(a: bigint, b: bigint): bigint {
    return wrap((signed(a) * signed(b)) >> 64n);
  }

  divideUnsigned(a: bigint, b: bigint): bigint {
    return b === 0n ? 0n : a / b;
  }

  divideSigned(a: bigint, b: bigint): bigint {
    return b === 0n ? 0n : wrap(signed(a) / signed(b));
  }

  and(a: bigint, b: bigint): bigint {
    return a & b;
  }

  or(a: bigint, b: bigint): bigint {
    return a | b;
  }

  exclusiveOr(a: bigint, b: bigint): bigint {
    return a ^ b;
  }

  not(a: bigint): bigint {
    return wrap(~a);
  }

  shiftLeft(a: bigint, amount: bigint): bigint {
    return wrap(a << amount);
  }

  shiftRight(a: bigint, amount: bigint): bigint {
    return a >> amount;
  }

  shiftRightSigned(a: bigint, amount: bigint): bigint {
    return wrap(signed(a) >> amount);
  }

  rotateRight(a: bigint, amount: bigint): bigint {
    return wrap((a >> amount) | (a << (64n - amount)));
  }

  zeroExtend(a: bigint, widthBits: number): bigint {
    return BigInt.asUintN(widthBits, a);
  }

  signExtend(a: bigint, widthBits: number): bigint {
    return wrap(BigInt.asIntN(widthBits, a));
  }

  countLeadingZeros(a: bigint): bigint {
    return a === 0n ? 64n : BigInt(64 - a.toString(2).length);
  }

  crc32(accumulator: bigint, data: bigint, sizeBits: number, polynomial: number): bigint {
    let rest = accumulator ^ BigInt.asUintN(sizeBits, data);
    for (let i = 0; i < sizeBits; i++) rest = (rest >> 1n) ^ ((rest & 1n) * BigInt(polynomial));
    return rest;
  }

  equal(a: bigint, b: bigint): bigint {
    return truth(a === b);
  }

  lessUnsigned(a: bigint, b: bigint): bigint {
    return truth(a < b);
  }

  lessSigned(a: bigint, b: bigint): bigint {
    return truth(signed(a) < signed(b));
  }

  select(condition: bigint, a: bigint, b: bigint): bigint {
    return condition === 1n ? a : b;
  }

  readFlags(): Flags<bigint> {
    const { N, Z, C, V } = this.parts.state.pstate;
    return { N: BigInt(N), Z: BigInt(Z), C: BigInt(C), V: BigInt(V) };
  }

  writeFlags(flags: Flags<bigint>): void {
    const { pstate } = this.parts.state;
    pstate.N = Number(flags.N);
    pstate.Z = Number(flags.Z);
    pstate.C = Number(flags.C);
    pstate.V = Number(flags.V);
  }

  /** Source: DDI0487, ConditionHolds. */
  conditionHolds(condition: bigint): bigint {
    const { N, Z, C, V } = this.parts.state.pstate;
    const code = Number(condition);
    const bases = [Z === 1, C === 1, N === 1, V === 1, C === 1 && Z === 0, N === V, N === V && Z === 0, true];
    const base = bases[code >> 1] === true;
    return truth((code & 1) === 1 && code !== 15 ? !base : base);
  }

  load(address: bigint, access: Access<bigint>): readonly bigint[] {
    return this.parts.data.load(address, access);
  }

  store(address: bigint, access: Access<bigint>, values: readonly bigint[]): void {
    this.parts.data.store(address, access, values);
  }

  loadExclusive(address: bigint, access: Access<bigint>): readonly bigint[] {
    return this.parts.data.loadExclusive(address, access);
  }

  storeExclusive(address: bigint, access: Access<bigint>, values: readonly bigint[]): bigint {
    return this.parts.data.storeExclusive(address, access, values);
  }

  clearExclusive(): void {
    this.parts.state.exclusive = undefined;
  }

  branch(target: bigint): void {
    this.nextPC = this.parts.environment.branchAddress(target);
  }

  branchIf(condition: bigint, target: bigint): void {
    if (condition === 1n) this.branch(target);
  }

  readSysreg(register: SystemOperands<bigint>): bigint {
    return this.parts.system.read(encodingOf(register));
  }

  writeSysreg(register: SystemOperands<bigint>, value: bigint): void {
    this.parts.system.write(encodingOf(register), value);
  }

  writePstate(op1: number, op2: number, immediate: bigint): void {
    this.parts.system.writeImmediate(op1, op2, immediate);
  }

  systemOperation(operation: SystemOperands<bigint>, value: bigint): void {
    this.parts.operations.perform(encodingOf(operation), value);
  }

  systemOperationResult(operation: SystemOperands<bigint>): bigint {
    return this.parts.operations.performWithResult(encodingOf(operation));
  }

  raise(request: ExceptionRequest, immediate: bigint): void {
    this.parts.environment.raise(request, Number(immediate));
  }

  exceptionReturn(): void {
    this.parts.environment.exceptionReturn();
  }

  /** Instructions are executed in order and translations are read at each access: nothing is left to wait for. */
  barrier(): void {}

  hint(number: number): void {
    this.parts.environment.hint(number);
  }
}

function encodingOf(operands: SystemOperands<bigint>): SystemEncoding {
  return {
    op0: Number(operands.op0),
    op1: Number(operands.op1),
    CRn: Number(operands.CRn),
    CRm: Number(operands.CRm),
    op2: Number(operands.op2),
  };
}
