import type {
  Access,
  Barrier,
  BranchKind,
  ExceptionRequest,
  Flags,
  Ops,
  SystemOperands,
  VectorValue,
} from "../ops.js";
import type { BinaryOperation, Effect, Node, NodePair, Register31 } from "./node.js";
import { NodeFactory } from "./node-factory.js";

/** Ops over nodes: instead of doing anything it writes down what is done. Run a semantics function on it once. */
export class IrBuilder implements Ops<Node> {
  readonly nodes = new NodeFactory();
  readonly effects: Effect[] = [];
  readonly conditions = new Map<Node, number>();

  constant(value: bigint): Node {
    return this.nodes.constant(BigInt.asUintN(64, value));
  }

  readX(register: Node): Node {
    return this.#readX(register, "zero");
  }

  writeX(register: Node, value: Node): void {
    this.effects.push({ kind: "writeX", register, register31: "zero", value });
  }

  readXOrSP(register: Node): Node {
    return this.#readX(register, "pointer");
  }

  writeXOrSP(register: Node, value: Node): void {
    this.effects.push({ kind: "writeX", register, register31: "pointer", value });
  }

  readBase(register: Node): Node {
    return this.#readX(register, "base");
  }

  readVector(register: Node): NodePair {
    const [low, high] = this.#results({ kind: "readVector", register }, [64, 64]);
    return { low: known(low), high: known(high) };
  }

  writeVector(register: Node, value: VectorValue<Node>): void {
    this.effects.push({ kind: "writeVector", register, value });
  }

  requireVectors(): void {
    this.effects.push({ kind: "requireVectors" });
  }

  readPC(): Node {
    return this.nodes.pc();
  }

  add(a: Node, b: Node): Node {
    return this.#binary("add", a, b);
  }

  subtract(a: Node, b: Node): Node {
    return this.#binary("subtract", a, b);
  }

  multiply(a: Node, b: Node): Node {
    return this.#binary("multiply", a, b);
  }

  multiplyHighUnsigned(a: Node, b: Node): Node {
    return this.#binary("multiplyHighUnsigned", a, b);
  }

  multiplyHighSigned(a: Node, b: Node): Node {
    return this.#binary("multiplyHighSigned", a, b);
  }

  divideUnsigned(a: Node, b: Node): Node {
    return this.#binary("divideUnsigned", a, b);
  }

  divideSigned(a: Node, b: Node): Node {
    return this.#binary("divideSigned", a, b);
  }

  and(a: Node, b: Node): Node {
    return this.#binary("and", a, b);
  }

  or(a: Node, b: Node): Node {
    return this.#binary("or", a, b);
  }

  exclusiveOr(a: Node, b: Node): Node {
    return this.#binary("exclusiveOr", a, b);
  }

  not(a: Node): Node {
    return this.nodes.not(a);
  }

  shiftLeft(a: Node, amount: Node): Node {
    return this.#binary("shiftLeft", a, amount);
  }

  shiftRight(a: Node, amount: Node): Node {
    return this.#binary("shiftRight", a, amount);
  }

  shiftRightSigned(a: Node, amount: Node): Node {
    return this.#binary("shiftRightSigned", a, amount);
  }

  rotateRight(a: Node, amount: Node): Node {
    return this.#binary("rotateRight", a, amount);
  }

  zeroExtend(a: Node, widthBits: number): Node {
    return this.nodes.extend(a, widthBits, false);
  }

  signExtend(a: Node, widthBits: number): Node {
    return this.nodes.extend(a, widthBits, true);
  }

  countLeadingZeros(a: Node): Node {
    return this.nodes.countLeadingZeros(a);
  }

  crc32(accumulator: Node, data: Node, sizeBits: number, polynomial: number): Node {
    return this.nodes.crc32(accumulator, data, sizeBits, polynomial);
  }

  equal(a: Node, b: Node): Node {
    return this.#binary("equal", a, b);
  }

  lessUnsigned(a: Node, b: Node): Node {
    return this.#binary("lessUnsigned", a, b);
  }

  lessSigned(a: Node, b: Node): Node {
    return this.#binary("lessSigned", a, b);
  }

  select(condition: Node, a: Node, b: Node): Node {
    return this.nodes.select(condition, a, b);
  }

  readFlags(): Flags<Node> {
    const [N, Z, C, V] = this.#results({ kind: "readFlags" }, [1, 1, 1, 1]);
    return { N: known(N), Z: known(Z), C: known(C), V: known(V) };
  }

  writeFlags(flags: Flags<Node>): void {
    this.effects.push({ kind: "writeFlags", flags });
  }

  /** A condition that is known when the IR is built: a line with a condition lists it in its variant. */
  conditionHolds(condition: Node): Node {
    if (condition.kind !== "constant") throw new Error("a condition is not among the variant fields");
    const code = Number(condition.value);
    const base = this.#baseCondition(code >> 1);
    const holds = (code & 1) === 1 && code !== 15 ? this.#inverse(base) : base;
    this.conditions.set(holds, code);
    return holds;
  }

  load(address: Node, access: Access<Node>): readonly Node[] {
    return this.#load(address, access, false);
  }

  store(address: Node, access: Access<Node>, values: readonly Node[]): void {
    this.effects.push({ kind: "store", address, access, values, exclusive: false });
  }

  loadExclusive(address: Node, access: Access<Node>): readonly Node[] {
    return this.#load(address, access, true);
  }

  storeExclusive(address: Node, access: Access<Node>, values: readonly Node[]): Node {
    const [status] = this.#results({ kind: "store", address, access, values, exclusive: true }, [1]);
    return known(status);
  }

  clearExclusive(): void {
    this.effects.push({ kind: "clearExclusive" });
  }

  branch(target: Node, how: BranchKind): void {
    this.effects.push({ kind: "branch", target, how });
  }

  branchIf(condition: Node, target: Node): void {
    this.effects.push({ kind: "branchIf", condition, target });
  }

  readSysreg(register: SystemOperands<Node>): Node {
    return known(this.#results({ kind: "readSysreg", register }, [64])[0]);
  }

  writeSysreg(register: SystemOperands<Node>, value: Node): void {
    this.effects.push({ kind: "writeSysreg", register, value });
  }

  writePstate(op1: number, op2: number, immediate: Node): void {
    this.effects.push({ kind: "writePstate", op1, op2, immediate });
  }

  systemOperation(operation: SystemOperands<Node>, value: Node): void {
    this.effects.push({ kind: "systemOperation", operation, value });
  }

  systemOperationResult(operation: SystemOperands<Node>): Node {
    return known(this.#results({ kind: "systemOperationResult", operation }, [64])[0]);
  }

  raise(request: ExceptionRequest, immediate: Node): void {
    this.effects.push({ kind: "raise", request, immediate });
  }

  exceptionReturn(): void {
    this.effects.push({ kind: "exceptionReturn" });
  }

  barrier(kind: Barrier, option: Node): void {
    this.effects.push({ kind: "barrier", barrier: kind, option });
  }

  hint(number: number): void {
    this.effects.push({ kind: "hint", number });
  }

  /** EQ, CS, MI, VS, HI, GE, GT, AL. Source: DDI0487, ConditionHolds. */
  #baseCondition(which: number): Node {
    if (which === 7) return this.constant(1n);
    const { N, Z, C, V } = this.readFlags();
    const notEqual = this.#inverse(Z);
    const greaterOrEqual = this.equal(N, V);
    const bases = [Z, C, N, V, this.and(C, notEqual), greaterOrEqual, this.and(greaterOrEqual, notEqual)];
    return known(bases[which]);
  }

  #inverse(condition: Node): Node {
    return this.exclusiveOr(condition, this.constant(1n));
  }

  #readX(register: Node, register31: Register31): Node {
    if (register31 === "zero" && register.kind === "constant" && register.value === 31n)
      return this.constant(0n);
    return known(this.#results({ kind: "readX", register, register31 }, [64])[0]);
  }

  #load(address: Node, access: Access<Node>, exclusive: boolean): readonly Node[] {
    const widths = Array.from({ length: access.count }, () => access.sizeBytes * 8);
    return this.#results({ kind: "load", address, access, exclusive }, widths);
  }

  #results(effect: Effect, widths: readonly number[]): readonly Node[] {
    const at = this.effects.push(effect) - 1;
    return widths.map((widthBits, index) => this.nodes.result(at, index, widthBits));
  }

  #binary(operation: BinaryOperation, a: Node, b: Node): Node {
    return this.nodes.binary(operation, a, b);
  }
}

function known(node: Node | undefined): Node {
  if (node === undefined) throw new Error("an effect has fewer results than it should");
  return node;
}
