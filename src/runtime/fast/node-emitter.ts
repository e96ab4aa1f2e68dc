import { type BinaryOperation, type Effect, inputsOf, type Node, usesOf } from "../ir/node.js";
import type { FunctionCode } from "../wasm/function-code.js";
import { type opcode, type ValueType, valueType } from "../wasm/opcode.js";
import type { HelperFunctions } from "./helper-functions.js";
import type { LocalPool } from "./local-pool.js";

type Leaf = Extract<Node, { kind: "operand" | "pc" | "result" }>;

/** Pushes the value of a node that is not computed, as an i64, or as an i32 when isCondition says so. */
export type LeafEmitter = (node: Leaf) => void;

const plain: Partial<Record<BinaryOperation, keyof typeof opcode>> = {
  add: "i64Add",
  subtract: "i64Sub",
  multiply: "i64Mul",
  and: "i64And",
  or: "i64Or",
  exclusiveOr: "i64Xor",
  shiftLeft: "i64Shl",
  shiftRight: "i64ShrU",
  shiftRightSigned: "i64ShrS",
  rotateRight: "i64Rotr",
};

const comparisons: Partial<
  Record<BinaryOperation, readonly [plain: keyof typeof opcode, inverse: keyof typeof opcode]>
> = { equal: ["i64Eq", "i64Ne"], lessUnsigned: ["i64LtU", "i64GeU"], lessSigned: ["i64LtS", "i64GeS"] };

const conditionLogic: Partial<Record<BinaryOperation, keyof typeof opcode>> = {
  and: "i32And",
  or: "i32Or",
  exclusiveOr: "i32Xor",
};

/** Operations whose low 32 bits follow from those of their operands. */
const wordOperations: Partial<Record<BinaryOperation, keyof typeof opcode>> = {
  add: "i32Add",
  subtract: "i32Sub",
  multiply: "i32Mul",
  and: "i32And",
  or: "i32Or",
  exclusiveOr: "i32Xor",
};

/** The rotation of a word that a node is the low half of: the word doubled and shifted right. See rotated() of the semantics. */
function rotationOf({
  operation,
  a,
  b,
}: Extract<Node, { kind: "binary" }>): { readonly value: Node; readonly amount: number } | undefined {
  if (operation !== "shiftRight" || b.kind !== "constant" || b.value >= 32n) return undefined;
  if (a.kind !== "binary" || a.operation !== "or") return undefined;
  const { a: value, b: upper } = a;
  const isDoubled =
    value.widthBits <= 32 &&
    upper.kind === "binary" &&
    upper.operation === "shiftLeft" &&
    upper.a === value &&
    upper.b.kind === "constant" &&
    upper.b.value === 32n;
  return isDoubled ? { value, amount: Number(b.value) } : undefined;
}

/** Whether a node's value is 0 or 1 and is kept as an i32. */
export function isCondition(node: Node): boolean {
  if (node.widthBits > 1) return false;
  switch (node.kind) {
    case "binary":
      return (
        comparisons[node.operation] !== undefined ||
        (conditionLogic[node.operation] !== undefined && isOneBit(node.a) && isOneBit(node.b))
      );
    case "select":
      return isOneBit(node.a) && isOneBit(node.b);
    case "result":
      return true;
    default:
      return false;
  }
}

function isOneBit(node: Node): boolean {
  return node.widthBits <= 1 && (node.kind === "constant" || isCondition(node));
}

/**
 * Emits the values of an instruction's nodes. A node that is used more than once is kept in a local from its first
 * use on. readUntil tells up to which effect a node's value is needed: who writes state that a leaf reads must keep
 * the leaf first (keep).
 */
export class NodeEmitter {
  readonly #uses = new Map<Node, number>();
  readonly #lastUse = new Map<Node, number>();
  readonly #locals = new Map<Node, number>();

  constructor(
    readonly code: FunctionCode,
    readonly pool: LocalPool,
    readonly helpers: HelperFunctions,
    readonly leaf: LeafEmitter,
    effects: readonly Effect[],
    /** Emits a node in a way of its own, as its kind wants it (see isCondition); false when it has none. */
    readonly shortcut: (node: Node) => boolean = () => false,
  ) {
    for (const [at, effect] of effects.entries()) {
      for (const node of usesOf(effect)) this.#count(node, at);
    }
  }

  /** The place of the last effect that needs a node's value; -1 when none does. */
  lastUse(node: Node): number {
    return this.#lastUse.get(node) ?? -1;
  }

  /** Whether one effect or node needs a node's value. */
  isUsedOnce(node: Node): boolean {
    return this.#uses.get(node) === 1;
  }

  /** The nodes that stand for what an effect has read, as far as they are used. */
  results(effect: number): readonly Node[] {
    return [...this.#uses.keys()].filter((node) => node.kind === "result" && node.effect === effect);
  }

  /** Pushes a node's value as an i64. */
  value(node: Node): void {
    if (node.kind === "constant") {
      this.code.i64(node.value);
      return;
    }
    this.#natural(node);
    if (isCondition(node)) this.code.op("i64ExtendI32U");
  }

  /** Pushes a value that is 0 or 1 as an i32. */
  condition(node: Node): void {
    if (node.kind === "constant") {
      this.code.i32(Number(node.value));
      return;
    }
    this.#natural(node);
    if (!isCondition(node)) this.code.op("i32WrapI64");
  }

  /** Keeps a node's value in a local from now on; the local. */
  keep(node: Node): number {
    const known = this.#locals.get(node);
    if (known !== undefined) return known;
    const local = this.pool.take(typeOf(node));
    if (node.kind === "constant") this.code.i64(node.value);
    else this.#compute(node);
    this.code.set(local);
    this.#locals.set(node, local);
    return local;
  }

  /** Says that a node's value is in a local: an i64, or an i32 for a condition. */
  provide(node: Node, local: number): void {
    this.#locals.set(node, local);
  }

  #count(node: Node, at: number): void {
    this.#lastUse.set(node, Math.max(at, this.#lastUse.get(node) ?? -1));
    const before = this.#uses.get(node) ?? 0;
    this.#uses.set(node, before + 1);
    for (const input of inputsOf(node)) {
      if (before === 0) this.#count(input, at);
      else this.#extend(input, at);
    }
  }

  #extend(node: Node, at: number): void {
    if ((this.#lastUse.get(node) ?? -1) >= at) return;
    this.#lastUse.set(node, at);
    for (const input of inputsOf(node)) this.#extend(input, at);
  }

  #natural(node: Node): void {
    const known = this.#locals.get(node);
    if (known !== undefined) {
      this.code.get(known);
      return;
    }
    this.#compute(node);
    if ((this.#uses.get(node) ?? 0) < 2) return;
    const local = this.pool.take(typeOf(node));
    this.code.tee(local);
    this.#locals.set(node, local);
  }

  #compute(node: Node): void {
    if (this.shortcut(node)) return;
    switch (node.kind) {
      case "constant":
        this.code.i64(node.value);
        return;
      case "operand":
      case "pc":
      case "result":
        this.leaf(node);
        return;
      case "extend":
        if (node.fromBits === 32) {
          this.#word(node.a);
          this.code.op(node.signed ? "i64ExtendI32S" : "i64ExtendI32U");
          return;
        }
        this.value(node.a);
        this.#extendTop(node.fromBits, node.signed);
        return;
      case "countLeadingZeros":
        this.value(node.a);
        this.code.op("i64Clz");
        return;
      case "crc32":
        this.value(node.a);
        this.value(node.b);
        this.code.i32(node.sizeBits).i32(node.polynomial).call(this.helpers.crc32);
        return;
      case "select":
        this.#select(node);
        return;
      case "binary":
        this.#binary(node);
    }
  }

  #select(node: Extract<Node, { kind: "select" }>): void {
    const push = (part: Node) => (isCondition(node) ? this.condition(part) : this.value(part));
    push(node.a);
    push(node.b);
    this.condition(node.condition);
    this.code.op("select");
  }

  /**
   * Pushes the low 32 bits of a node as an i32: what a W register is computed with. An i32 of WebAssembly is a 32-bit register of
   * the host, whose upper half is cleared for nothing.
   */
  #word(node: Node): void {
    const isKept = this.#locals.has(node) || (this.#uses.get(node) ?? 0) > 1;
    if (node.kind === "constant") this.code.i32(Number(BigInt.asIntN(32, node.value)));
    else if (isKept || node.kind !== "binary" || !this.#wordOperation(node)) {
      this.value(node);
      this.code.op("i32WrapI64");
    }
  }

  /** The low 32 bits of a binary node, where they follow from the low 32 bits of its operands; false where they do not. */
  #wordOperation(node: Extract<Node, { kind: "binary" }>): boolean {
    const { operation, a, b } = node;
    const rotation = rotationOf(node);
    if (rotation !== undefined) {
      this.#word(rotation.value);
      this.code.i32(rotation.amount).op("i32Rotr");
      return true;
    }
    const shift = b.kind === "constant" && b.value < 32n;
    const name =
      operation === "shiftRight"
        ? shift && a.widthBits <= 32 && "i32ShrU"
        : operation === "shiftLeft"
          ? shift && "i32Shl"
          : !isCondition(node) && wordOperations[operation];
    if (name === undefined || name === false) return false;
    this.#word(a);
    this.#word(b);
    this.code.op(name);
    return true;
  }

  #extendTop(fromBits: number, signed: boolean): void {
    if (!signed) {
      if (fromBits === 32) this.code.op("i32WrapI64", "i64ExtendI32U");
      else this.code.i64((1n << BigInt(fromBits)) - 1n).op("i64And");
      return;
    }
    if (fromBits === 8) this.code.op("i64Extend8S");
    else if (fromBits === 16) this.code.op("i64Extend16S");
    else if (fromBits === 32) this.code.op("i64Extend32S");
    else {
      const distance = BigInt(64 - fromBits);
      this.code.i64(distance).op("i64Shl").i64(distance).op("i64ShrS");
    }
  }

  #binary(node: Extract<Node, { kind: "binary" }>): void {
    const comparison = comparisons[node.operation];
    if (comparison !== undefined) {
      this.#compare(node.a, node.b, comparison[0]);
      return;
    }
    const logic = isCondition(node) ? conditionLogic[node.operation] : undefined;
    if (logic !== undefined) {
      if (this.#inverted(node)) return;
      this.condition(node.a);
      this.condition(node.b);
      this.code.op(logic);
      return;
    }
    const name = plain[node.operation];
    this.value(node.a);
    this.value(node.b);
    if (name !== undefined) this.code.op(name);
    else this.#call(node.operation);
  }

  #compare(a: Node, b: Node, name: keyof typeof opcode): void {
    const isZero = b.kind === "constant" && b.value === 0n;
    if (name === "i64Eq" && isCondition(a) && isCondition(b)) {
      this.condition(a);
      this.condition(b);
      this.code.op("i32Eq");
      return;
    }
    this.value(a);
    if (name === "i64Eq" && isZero) {
      this.code.op("i64Eqz");
      return;
    }
    this.value(b);
    this.code.op(name);
  }

  /** The opposite of a comparison that nobody else needs. */
  #inverted({ operation, a, b }: Extract<Node, { kind: "binary" }>): boolean {
    if (operation !== "exclusiveOr" || b.kind !== "constant" || b.value !== 1n) return false;
    const inverse = a.kind === "binary" ? comparisons[a.operation]?.[1] : undefined;
    if (a.kind === "binary" && inverse !== undefined && this.#uses.get(a) === 1) {
      if (inverse === "i64Ne" && isCondition(a.a) && isCondition(a.b)) {
        this.condition(a.a);
        this.condition(a.b);
        this.code.op("i32Ne");
      } else this.#compare(a.a, a.b, inverse);
    } else {
      this.condition(a);
      this.code.op("i32Eqz");
    }
    return true;
  }

  #call(operation: BinaryOperation): void {
    switch (operation) {
      case "multiplyHighUnsigned":
      case "multiplyHighSigned":
      case "divideUnsigned":
      case "divideSigned":
        this.code.call(this.helpers[operation]);
        return;
      default:
        throw new Error(`${operation} has no code`);
    }
  }
}

function typeOf(node: Node): ValueType {
  return isCondition(node) ? valueType.i32 : valueType.i64;
}
