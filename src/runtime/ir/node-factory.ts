import { binaryOperations, bitLength, extendValue } from "./arithmetic.js";
import type { BinaryOperation, Node, NodeShape } from "./node.js";

const ALL_ONES = 0xffff_ffff_ffff_ffffn;

/**
 * Makes the nodes of one Ir: alike nodes once, constants folded, and identities applied that the semantics' general
 * formulas (AddWithCarry with a known carry, bitfield moves with known masks) leave behind.
 */
export class NodeFactory {
  readonly #known = new Map<string, Node>();

  constant(value: bigint): Node {
    return this.#make({ kind: "constant", value }, `c${value}`, bitLength(value));
  }

  operand(operand: number, widthBits: number): Node {
    return this.#make({ kind: "operand", operand }, `o${operand}`, widthBits);
  }

  pc(): Node {
    return this.#make({ kind: "pc" }, "pc", 64);
  }

  result(effect: number, index: number, widthBits: number): Node {
    return this.#make({ kind: "result", effect, index }, `r${effect}.${index}`, widthBits);
  }

  countLeadingZeros(a: Node): Node {
    return this.#make({ kind: "countLeadingZeros", a }, `clz${a.id}`, 7);
  }

  crc32(a: Node, b: Node, sizeBits: number, polynomial: number): Node {
    const key = `crc${a.id},${b.id},${sizeBits},${polynomial}`;
    return this.#make({ kind: "crc32", a, b, sizeBits, polynomial }, key, 32);
  }

  select(condition: Node, a: Node, b: Node): Node {
    if (condition.kind === "constant") return condition.value === 1n ? a : b;
    if (a === b) return a;
    const key = `s${condition.id},${a.id},${b.id}`;
    return this.#make({ kind: "select", condition, a, b }, key, Math.max(a.widthBits, b.widthBits));
  }

  extend(a: Node, fromBits: number, signed: boolean): Node {
    if (fromBits === 64) return a;
    if (a.kind === "constant") return this.constant(extendValue(a.value, fromBits, signed));
    if (signed ? a.widthBits < fromBits : a.widthBits <= fromBits) return a;
    if (a.kind === "extend" && a.fromBits >= fromBits) return this.extend(a.a, fromBits, signed);
    const inner = signed ? a : this.#withoutHighPart(a, fromBits);
    if (inner !== a) return this.extend(inner, fromBits, signed);
    const key = `x${signed ? "s" : "u"}${fromBits},${a.id}`;
    return this.#make({ kind: "extend", signed, fromBits, a }, key, signed ? 64 : fromBits);
  }

  binary(operation: BinaryOperation, a: Node, b: Node): Node {
    if (a.kind === "constant" && b.kind === "constant") {
      return this.constant(binaryOperations[operation](a.value, b.value));
    }
    if (isCommutative(operation) && a.kind === "constant") return this.binary(operation, b, a);
    return this.#simplified(operation, a, b) ?? this.#plain(operation, a, b);
  }

  not(a: Node): Node {
    return this.binary("exclusiveOr", a, this.constant(ALL_ONES));
  }

  #plain(operation: BinaryOperation, a: Node, b: Node): Node {
    return this.#make(
      { kind: "binary", operation, a, b },
      `${operation}${a.id},${b.id}`,
      widthOf(operation, a, b),
    );
  }

  #simplified(operation: BinaryOperation, a: Node, b: Node): Node | undefined {
    const constant = b.kind === "constant" ? b.value : undefined;
    switch (operation) {
      case "add":
        return constant === 0n ? a : constant === undefined ? undefined : this.#addConstant(a, constant);
      case "subtract":
        return constant === 0n ? a : a === b ? this.constant(0n) : undefined;
      case "and":
        return this.#and(a, b, constant);
      case "or":
        return constant === 0n || a === b ? a : this.#carryOfDifference(a, b);
      case "exclusiveOr":
        if (constant === 0n) return a;
        if (a === b) return this.constant(0n);
        return constant !== undefined && isBinary(a, "exclusiveOr") && a.b.kind === "constant"
          ? this.binary("exclusiveOr", a.a, this.constant(a.b.value ^ constant))
          : undefined;
      case "shiftRight":
        return constant === 0n ? a : constant === 32n ? this.#carryOfWordDifference(a) : undefined;
      case "shiftLeft":
      case "shiftRightSigned":
      case "rotateRight":
        return constant === 0n ? a : undefined;
      case "lessUnsigned":
        return a === b || constant === 0n ? this.constant(0n) : undefined;
      case "lessSigned":
        return a === b ? this.constant(0n) : undefined;
      case "equal":
        return a === b ? this.constant(1n) : undefined;
      default:
        return undefined;
    }
  }

  /** x + ~y + 1 is x - y; constants of nested sums are added. */
  #addConstant(a: Node, constant: bigint): Node | undefined {
    if (!isBinary(a, "add")) return undefined;
    if (a.b.kind === "constant") {
      return this.binary("add", a.a, this.constant(BigInt.asUintN(64, a.b.value + constant)));
    }
    const complemented = constant === 1n ? complementOf(a.b) : undefined;
    return complemented && this.binary("subtract", a.a, complemented);
  }

  #and(a: Node, b: Node, constant: bigint | undefined): Node | undefined {
    if (a === b || constant === ALL_ONES) return a;
    if (constant === 0n) return b;
    if (constant !== undefined) {
      const kept = constant & ((1n << BigInt(a.widthBits)) - 1n);
      if (kept === (1n << BigInt(a.widthBits)) - 1n) return a;
      if (kept !== constant) return this.binary("and", a, this.constant(kept));
      const shifted = this.#maskedRotation(a, constant);
      if (shifted !== undefined) return shifted;
    }
    // Operands meet each other, so that decoding can join them.
    return isBinary(a, "and") && isKnown(a.b) && isKnown(b)
      ? this.binary("and", a.a, this.binary("and", a.b, b))
      : undefined;
  }

  /** A rotation of which the mask keeps only one of the two parts is a shift. */
  #maskedRotation(a: Node, mask: bigint): Node | undefined {
    if (!isBinary(a, "rotateRight") || a.b.kind !== "constant") return undefined;
    const amount = a.b.value;
    const fromBelow = ALL_ONES >> amount;
    if ((mask & ~fromBelow) === 0n) {
      const shifted = this.binary("shiftRight", a.a, this.constant(amount));
      return mask === fromBelow ? shifted : this.binary("and", shifted, this.constant(mask));
    }
    if ((mask & fromBelow) !== 0n) return undefined;
    const shifted = this.binary("shiftLeft", a.a, this.constant(64n - amount));
    return mask === (ALL_ONES & ~fromBelow) ? shifted : this.binary("and", shifted, this.constant(mask));
  }

  /** (x + ~y < x) | (x - y < x + ~y), the carry of AddWithCarry(x, ~y, 1), is x >= y. */
  #carryOfDifference(a: Node, b: Node): Node | undefined {
    if (!isBinary(a, "lessUnsigned") || !isBinary(b, "lessUnsigned")) return undefined;
    const [sum, x] = [a.a, a.b];
    if (!isBinary(sum, "add") || sum.a !== x || b.b !== sum) return undefined;
    const y = complementOf(sum.b);
    if (y === undefined || b.a !== this.binary("subtract", x, y)) return undefined;
    return this.#atLeast(x, y);
  }

  /** Bit 32 of x + zeroExtend(~y, 32) + 1 is x >= y, for x and y of 32 bits. */
  #carryOfWordDifference(a: Node): Node | undefined {
    if (!isBinary(a, "add") || a.b.kind !== "constant" || a.b.value !== 1n) return undefined;
    const sum = a.a;
    if (!isBinary(sum, "add") || sum.a.widthBits > 32) return undefined;
    const { b } = sum;
    if (b.kind !== "extend" || b.signed || b.fromBits !== 32) return undefined;
    const y = complementOf(b.a);
    return y && this.#atLeast(sum.a, this.extend(y, 32, false));
  }

  #atLeast(x: Node, y: Node): Node {
    return this.binary("exclusiveOr", this.binary("lessUnsigned", x, y), this.constant(1n));
  }

  /** The low half of x + zeroExtend(~y, 32) + 1 is that of x - y. */
  #withoutHighPart(a: Node, fromBits: number): Node {
    if (fromBits !== 32 || !isBinary(a, "add") || a.b.kind !== "constant" || a.b.value !== 1n) return a;
    const sum = a.a;
    if (!isBinary(sum, "add") || sum.b.kind !== "extend" || sum.b.fromBits !== 32) return a;
    const y = complementOf(sum.b.a);
    return y === undefined ? a : this.binary("subtract", sum.a, y);
  }

  #make(shape: NodeShape, key: string, widthBits: number): Node {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const node: Node = { ...shape, id: this.#known.size, widthBits };
    this.#known.set(key, node);
    return node;
  }
}

type BinaryNode = Extract<Node, { kind: "binary" }>;

function isBinary(node: Node, operation: BinaryOperation): node is BinaryNode {
  return node.kind === "binary" && node.operation === operation;
}

/** Whether a node's value is known when the word is. */
function isKnown(node: Node): boolean {
  return (
    node.kind === "operand" ||
    node.kind === "constant" ||
    (isBinary(node, "and") && isKnown(node.a) && isKnown(node.b))
  );
}

/** y, when the node is ~y. */
function complementOf(node: Node): Node | undefined {
  return isBinary(node, "exclusiveOr") && node.b.kind === "constant" && node.b.value === ALL_ONES
    ? node.a
    : undefined;
}

function isCommutative(operation: BinaryOperation): boolean {
  return [
    "add",
    "multiply",
    "multiplyHighUnsigned",
    "multiplyHighSigned",
    "and",
    "or",
    "exclusiveOr",
    "equal",
  ].includes(operation);
}

/** How wide a result can be, given how wide its operands are. */
function widthOf(operation: BinaryOperation, a: Node, b: Node): number {
  switch (operation) {
    case "equal":
    case "lessUnsigned":
    case "lessSigned":
      return 1;
    case "and":
      return Math.min(a.widthBits, b.widthBits);
    case "or":
    case "exclusiveOr":
      return Math.max(a.widthBits, b.widthBits);
    case "add":
      return Math.min(64, Math.max(a.widthBits, b.widthBits) + 1);
    case "multiply":
      return Math.min(64, a.widthBits + b.widthBits);
    case "shiftRight":
      return b.kind === "constant" ? Math.max(0, a.widthBits - Number(b.value)) : a.widthBits;
    case "shiftLeft":
      return b.kind === "constant" ? Math.min(64, a.widthBits + Number(b.value)) : 64;
    case "divideUnsigned":
      return a.widthBits;
    default:
      return 64;
  }
}
