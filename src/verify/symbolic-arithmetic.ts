import { ALL, type Term, type Terms } from "./term.js";

/** The part of Ops that computes: values in, a value out, no state. */
export class SymbolicArithmetic {
  constructor(readonly terms: Terms) {}

  constant(value: bigint): Term {
    return this.terms.constant(value);
  }

  add(a: Term, b: Term): Term {
    return this.terms.add(a, b);
  }

  subtract(a: Term, b: Term): Term {
    return this.terms.subtract(a, b);
  }

  multiply(a: Term, b: Term): Term {
    return this.compute("multiply", [a, b], (x, y) => x * y);
  }

  multiplyHighUnsigned(a: Term, b: Term): Term {
    return this.compute("multiplyHighUnsigned", [a, b], (x, y) => (x * y) >> 64n);
  }

  multiplyHighSigned(a: Term, b: Term): Term {
    return this.compute("multiplyHighSigned", [a, b], (x, y) => (signed(x) * signed(y)) >> 64n);
  }

  divideUnsigned(a: Term, b: Term): Term {
    return this.compute("divideUnsigned", [a, b], (x, y) => (y === 0n ? 0n : x / y));
  }

  divideSigned(a: Term, b: Term): Term {
    return this.compute("divideSigned", [a, b], (x, y) => (y === 0n ? 0n : signed(x) / signed(y)));
  }

  and(a: Term, b: Term): Term {
    return this.terms.and(a, b);
  }

  or(a: Term, b: Term): Term {
    return this.terms.or(a, b);
  }

  exclusiveOr(a: Term, b: Term): Term {
    return this.terms.exclusiveOr(a, b);
  }

  not(a: Term): Term {
    return this.terms.not(a);
  }

  shiftLeft(a: Term, amount: Term): Term {
    if (amount.kind !== "constant") return this.terms.apply("shiftLeft", [a, amount]);
    return this.terms.bits(a, Number(amount.value), ALL);
  }

  shiftRight(a: Term, amount: Term): Term {
    if (amount.kind !== "constant") return this.terms.apply("shiftRight", [a, amount]);
    return this.terms.bits(a, -Number(amount.value), ALL);
  }

  shiftRightSigned(a: Term, amount: Term): Term {
    if (amount.kind === "constant" && (a.zeros & SIGN) !== 0n) return this.shiftRight(a, amount);
    return this.compute("shiftRightSigned", [a, amount], (x, n) => signed(x) >> n);
  }

  rotateRight(a: Term, amount: Term): Term {
    if (amount.kind !== "constant") return this.terms.apply("rotateRight", [a, amount]);
    const n = Number(amount.value);
    if (n === 0) return a;
    return this.terms.or(this.terms.bits(a, -n, ALL), this.terms.bits(a, 64 - n, ALL));
  }

  zeroExtend(a: Term, widthBits: number): Term {
    return widthBits >= 64 ? a : this.terms.bits(a, 0, (1n << BigInt(widthBits)) - 1n);
  }

  signExtend(a: Term, widthBits: number): Term {
    if (widthBits >= 64) return a;
    const low = this.zeroExtend(a, widthBits);
    if ((low.zeros >> BigInt(widthBits - 1)) & 1n) return low;
    return this.compute(`signExtend${widthBits}`, [low], (x) => BigInt.asIntN(widthBits, x));
  }

  countLeadingZeros(a: Term): Term {
    return this.compute("countLeadingZeros", [a], (x) =>
      x === 0n ? 64n : BigInt(64 - x.toString(2).length),
    );
  }

  crc32(accumulator: Term, data: Term, sizeBits: number, polynomial: number): Term {
    return this.terms.apply(`crc32 ${sizeBits} ${polynomial}`, [accumulator, data], 0xffff_ffffn);
  }

  equal(a: Term, b: Term): Term {
    return this.terms.equal(a, b);
  }

  lessUnsigned(a: Term, b: Term): Term {
    if (a === b) return this.constant(0n);
    if (b.kind === "constant" && b.value === 0n) return this.constant(0n);
    if (a.kind === "constant" && a.value === 0n) return this.negate(this.terms.equal(b, a));
    return this.compute("lessUnsigned", [a, b], (x, y) => (x < y ? 1n : 0n), 1n);
  }

  lessSigned(a: Term, b: Term): Term {
    return this.compute("lessSigned", [a, b], (x, y) => (signed(x) < signed(y) ? 1n : 0n), 1n);
  }

  /** 1 for 0 and 0 for 1. */
  protected negate(truth: Term): Term {
    return this.terms.equal(truth, this.constant(0n));
  }

  /** A function that is computed for constants and stays itself for the rest. */
  protected compute(
    name: string,
    operands: readonly Term[],
    how: (...values: bigint[]) => bigint,
    possible = ALL,
  ): Term {
    const values = operands.flatMap((t) => (t.kind === "constant" ? [t.value] : []));
    if (values.length === operands.length) return this.constant(how(...values));
    return this.terms.apply(name, operands, possible);
  }
}

const SIGN = 1n << 63n;

function signed(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}
