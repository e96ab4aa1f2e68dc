import { ByOffset } from "./by-offset.js";

/** What the symbolic machine computes with: 64-bit values, equal terms being one object of one Terms. */
export type Term = { readonly id: number; readonly zeros: bigint } & (
  | { readonly kind: "constant"; readonly value: bigint }
  | { readonly kind: "symbol"; readonly name: string }
  /** base + offset; base is no constant and no sum with one. */
  | { readonly kind: "sum"; readonly base: Term; readonly offset: bigint }
  /** base, shifted left (a negative shift: right), of which the bits of mask count. */
  | { readonly kind: "bits"; readonly base: Term; readonly shift: number; readonly mask: bigint }
  /** The OR of its parts, by id. */
  | { readonly kind: "join"; readonly parts: readonly Term[] }
  | { readonly kind: "apply"; readonly operator: string; readonly operands: readonly Term[] }
);

export type TermOf<K extends Term["kind"]> = Extract<Term, { kind: K }>;

/** All 64 bits. */
export const ALL = 0xffff_ffff_ffff_ffffn;

/** Constants below are looked up by number. */
const MOST_NUMBERS = 4096;

const wrap = (value: bigint): bigint => BigInt.asUintN(64, value);

/** value shifted left, or right when the shift is negative; 64 bits of it. */
export function shiftBy(value: bigint, shift: number): bigint {
  return shift >= 0 ? wrap(value << BigInt(shift)) : value >> BigInt(-shift);
}

/**
 * Makes terms, in a normal form in which what is equal for simple reasons is the same object:
 * constants are folded, a constant summand is outermost, shifts, masks and extracts are one `bits`, ORs of pieces
 * are one `join` whose pieces of the same value are merged. zeros: the bits that are known to be 0.
 */
export class Terms {
  readonly #known = new Map<string, Term>();
  readonly #constants = new Map<bigint, TermOf<"constant">>();
  readonly #symbols = new Map<string, TermOf<"symbol">>();
  readonly #sums = new ByOffset<TermOf<"sum">>();
  readonly #numbers: TermOf<"constant">[] = [];
  #next = 0;

  constant(value: bigint): TermOf<"constant"> {
    const bits = wrap(value);
    const known = this.#constants.get(bits);
    if (known !== undefined) return known;
    const made = { id: this.#next++, zeros: ALL & ~bits, kind: "constant", value: bits } as const;
    this.#constants.set(bits, made);
    return made;
  }

  /** The constant of a number from 0 to 2^53, as fields of instructions are. */
  number(value: number): TermOf<"constant"> {
    const known = this.#numbers[value];
    if (known !== undefined) return known;
    const made = this.constant(BigInt(value));
    if (value < MOST_NUMBERS) this.#numbers[value] = made;
    return made;
  }

  /** A value of which only the name is known, and which bits of it can be set. */
  symbol(name: string, possible = ALL): Term {
    const known = this.#symbols.get(name);
    if (known !== undefined) return known;
    const made = { id: this.#next++, zeros: ALL & ~possible, kind: "symbol", name } as const;
    this.#symbols.set(name, made);
    return made;
  }

  add(a: Term, b: Term): Term {
    if (a.kind === "constant") return this.#offsetBy(b, a.value);
    if (b.kind === "constant") return this.#offsetBy(a, b.value);
    if (a.kind === "sum") return this.#offsetBy(this.add(a.base, b), a.offset);
    if (b.kind === "sum") return this.#offsetBy(this.add(a, b.base), b.offset);
    if (this.not(a) === b) return this.constant(ALL);
    return this.#commutative("add", a, b);
  }

  /** The address that lies so many bytes behind a base; or that number, without one. */
  address(base: Term | undefined, offset: bigint): Term {
    return base === undefined ? this.constant(offset) : this.#offsetBy(base, wrap(offset));
  }

  subtract(a: Term, b: Term): Term {
    return this.#offsetBy(this.add(a, this.not(b)), 1n);
  }

  and(a: Term, b: Term): Term {
    if (a.kind === "constant") return this.bits(b, 0, a.value);
    if (b.kind === "constant") return this.bits(a, 0, b.value);
    if (a === b) return a;
    if ((a.zeros | b.zeros) === ALL) return this.constant(0n);
    return this.#commutative("and", a, b, a.zeros | b.zeros);
  }

  or(a: Term, b: Term): Term {
    if (a === b) return a;
    if (a.kind === "constant" && b.kind === "constant") return this.constant(a.value | b.value);
    return this.#join([...partsOf(a), ...partsOf(b)]);
  }

  exclusiveOr(a: Term, b: Term): Term {
    if (a === b) return this.constant(0n);
    if (a.kind === "constant" && b.kind === "constant") return this.constant(a.value ^ b.value);
    if (a.kind === "constant" && a.value === 0n) return b;
    if (b.kind === "constant" && b.value === 0n) return a;
    if (a.kind === "constant" && a.value === ALL) return this.not(b);
    if (b.kind === "constant" && b.value === ALL) return this.not(a);
    return this.#commutative("xor", a, b, a.zeros & b.zeros);
  }

  not(a: Term): Term {
    if (a.kind === "constant") return this.constant(~a.value);
    if (a.kind === "sum") return this.#offsetBy(this.not(a.base), wrap(-a.offset));
    if (a.kind === "apply" && a.operator === "not" && a.operands[0] !== undefined) return a.operands[0];
    return this.apply("not", [a]);
  }

  /** (value << shift) & mask; a negative shift goes right. */
  bits(value: Term, shift: number, mask: bigint): Term {
    if (shift === 0 && (mask === ALL || (mask | value.zeros) === ALL)) return value;
    const kept = mask & shiftBy(ALL & ~value.zeros, shift);
    if (kept === 0n) return this.constant(0n);
    switch (value.kind) {
      case "constant":
        return this.constant(shiftBy(value.value, shift) & mask);
      case "bits":
        return this.bits(value.base, value.shift + shift, kept);
      case "join":
        return this.#join(value.parts.map((part) => this.bits(part, shift, mask)));
      default:
        if (shift === 0 && kept === (ALL & ~value.zeros)) return value;
        return this.#intern(`b${value.id},${shift},${kept}`, (id) => ({
          ...{ id, zeros: ALL & ~kept, kind: "bits", base: value, shift, mask: kept },
        }));
    }
  }

  /** widthBits bits from lsb up, moved down to bit 0. */
  extract(value: Term, lsb: number, widthBits: number): Term {
    return this.bits(value, -lsb, (1n << BigInt(widthBits)) - 1n);
  }

  /** 1 when the two are equal, else 0. A field is compared where it lies in its value. */
  equal(a: Term, b: Term): Term {
    if (a === b) return this.constant(1n);
    if (a.kind === "constant") return b.kind === "constant" ? this.constant(0n) : this.equal(b, a);
    if (b.kind !== "constant") return this.#different(a, b) ? this.constant(0n) : this.#equality(a, b);
    if ((b.value & a.zeros) !== 0n) return this.constant(0n);
    if (a.kind === "sum") return this.equal(a.base, this.constant(b.value - a.offset));
    if (a.kind === "bits" && a.shift !== 0) {
      const inPlace = this.bits(a.base, 0, shiftBy(a.mask, -a.shift));
      return this.equal(inPlace, this.constant(shiftBy(b.value, -a.shift)));
    }
    const inverse = b.value === 0n ? undefined : isTruth(a) ? a : undefined;
    return inverse ?? this.apply("equal", [a, b], 1n);
  }

  /** a when condition is 1, b when it is 0. */
  select(condition: Term, a: Term, b: Term): Term {
    if (a === b) return a;
    if (condition.kind === "constant") return condition.value === 1n ? a : b;
    return this.apply("select", [condition, a, b], ALL & ~(a.zeros & b.zeros));
  }

  /** A function of the operands of which nothing is known but its name. possible: the bits that can be set. */
  apply(operator: string, operands: readonly Term[], possible = ALL): Term {
    return this.#intern(`${operator}(${operands.map((t) => t.id).join()})`, (id) => ({
      ...{ id, zeros: ALL & ~possible, kind: "apply", operator, operands },
    }));
  }

  #offsetBy(term: Term, offset: bigint): Term {
    if (offset === 0n) return term;
    if (term.kind === "constant") return this.constant(term.value + offset);
    if (term.kind === "sum") return this.#offsetBy(term.base, wrap(term.offset + offset));
    const known = this.#sums.get(term, offset);
    if (known !== undefined) return known;
    const made = { id: this.#next++, zeros: 0n, kind: "sum", base: term, offset } as const;
    this.#sums.set(term, offset, made);
    return made;
  }

  #join(pieces: readonly Term[]): Term {
    let fixed = 0n;
    const masks = new Map<string, { base: Term; shift: number; mask: bigint }>();
    for (const piece of pieces) {
      if (piece.kind === "constant") fixed |= piece.value;
      else {
        const { base, shift, mask } = asBits(piece);
        const key = `${base.id},${shift}`;
        const before = masks.get(key);
        if (before === undefined) masks.set(key, { base, shift, mask });
        else before.mask |= mask;
      }
    }
    const parts: Term[] = [...masks.values()]
      .map(({ base, shift, mask }) => this.bits(base, shift, mask & ~fixed))
      .filter((part) => part.kind !== "constant");
    const [only] = parts;
    if (only === undefined) return this.constant(fixed);
    if (parts.length === 1 && fixed === 0n) return only;
    if (fixed !== 0n) parts.push(this.constant(fixed));
    parts.sort((a, b) => a.id - b.id);
    const zeros = parts.reduce((all, part) => all & part.zeros, ALL);
    return this.#intern(`|${parts.map((t) => t.id).join()}`, (id) => ({ id, zeros, kind: "join", parts }));
  }

  #equality(a: Term, b: Term): Term {
    return a.id < b.id ? this.apply("equal", [a, b], 1n) : this.apply("equal", [b, a], 1n);
  }

  /** Whether two terms differ by a constant that is not 0. */
  #different(a: Term, b: Term): boolean {
    const [x, y] = [a, b].map((t) => (t.kind === "sum" ? t.base : t));
    return x === y;
  }

  #commutative(operator: string, a: Term, b: Term, zeros = 0n): Term {
    return this.apply(operator, a.id < b.id ? [a, b] : [b, a], ALL & ~zeros);
  }

  #intern(key: string, make: (id: number) => Term): Term {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = make(this.#next++);
    this.#known.set(key, made);
    return made;
  }
}

/** Whether a term can be 0 and 1 only. */
export function isTruth(term: Term): boolean {
  return (term.zeros | 1n) === ALL;
}

/** The names of the symbols in a term. */
export function symbolsOf(term: Term, into: Set<string> = new Set()): Set<string> {
  if (term.kind === "symbol") into.add(term.name);
  else if (term.kind === "sum" || term.kind === "bits") symbolsOf(term.base, into);
  else if (term.kind === "join") for (const part of term.parts) symbolsOf(part, into);
  else if (term.kind === "apply") for (const operand of term.operands) symbolsOf(operand, into);
  return into;
}

function partsOf(term: Term): readonly Term[] {
  return term.kind === "join" ? term.parts : [term];
}

function asBits(term: Term): { base: Term; shift: number; mask: bigint } {
  if (term.kind === "bits") return { base: term.base, shift: term.shift, mask: term.mask };
  return { base: term, shift: 0, mask: ALL & ~term.zeros };
}
