import { ALL, isTruth, shiftBy, type Term, type Terms } from "./term.js";

interface Known {
  readonly mask: bigint;
  readonly value: bigint;
}

/** One decision of a path: a condition, which is 0 or 1 on it. */
export interface Decision {
  readonly condition: Term;
  readonly value: boolean;
}

/**
 * What is known on a path: for each value the bits that are known of it, and fields that are not equal to something.
 * It decides conditions by that; it never guesses, and a condition that it cannot decide is followed both ways.
 */
export class Facts {
  readonly #known: Map<Term, Known>;
  readonly #unequal: Map<Term, readonly Known[]>;
  readonly decisions: Decision[];

  constructor(
    readonly terms: Terms,
    before?: Facts,
  ) {
    this.#known = new Map(before?.known());
    this.#unequal = new Map(before?.unequal());
    this.decisions = [...(before?.decisions ?? [])];
  }

  known(): ReadonlyMap<Term, Known> {
    return this.#known;
  }

  unequal(): ReadonlyMap<Term, readonly Known[]> {
    return this.#unequal;
  }

  /** Adds what a decision says; false when it contradicts what is known: no execution goes this way. */
  assume(condition: Term, value: boolean): boolean {
    const decided = this.decide(condition);
    if (typeof decided === "boolean") return decided === value;
    const { base, mask, value: wanted } = fieldOf(condition);
    this.decisions.push({ condition, value });
    if (value) return this.#learn(base, mask, wanted);
    if (isOneBit(mask)) return this.#learn(base, mask, wanted ^ mask);
    this.#unequal.set(base, [...(this.#unequal.get(base) ?? []), { mask, value: wanted }]);
    return true;
  }

  /** The condition's value, or the part of it that has to be decided first. */
  decide(condition: Term): boolean | Term {
    if (condition.kind === "constant") return condition.value === 1n;
    if (condition.kind === "apply") {
      const [a, b, c] = condition.operands;
      if (condition.operator === "select" && a !== undefined && b !== undefined && c !== undefined) {
        const which = this.decide(a);
        return typeof which === "boolean" ? this.decide(which ? b : c) : which;
      }
      if (condition.operator === "equal" && a !== undefined && b?.kind === "constant" && isTruth(a)) {
        const truth = this.decide(a);
        return typeof truth === "boolean" ? truth === (b.value === 1n) : truth;
      }
      if (
        (condition.operator === "and" || condition.operator === "xor") &&
        a !== undefined &&
        b !== undefined
      )
        return this.#combined(condition, a, b);
    }
    if (condition.kind === "join" && isTruth(condition)) return this.#anyOf(condition.parts);
    return this.#decideField(condition);
  }

  #combined(condition: Term, a: Term, b: Term): boolean | Term {
    if (!isTruth(a) || !isTruth(b)) return this.#decideField(condition);
    const [first, second] = [this.decide(a), this.decide(b)];
    if (typeof first !== "boolean") return first;
    if (typeof second !== "boolean") return second;
    return condition.kind === "apply" && condition.operator === "and" ? first && second : first !== second;
  }

  #anyOf(parts: readonly Term[]): boolean | Term {
    for (const part of parts) {
      const decided = this.decide(part);
      if (decided !== false) return decided;
    }
    return false;
  }

  #decideField(condition: Term): boolean | Term {
    const { base, mask, value } = fieldOf(condition);
    const known = this.#known.get(base);
    if (known !== undefined) {
      const common = known.mask & mask;
      if ((known.value & common) !== (value & common)) return false;
      if (common === mask) return true;
    }
    for (const other of this.#unequal.get(base) ?? []) {
      // Not equal in a part is not equal in the whole.
      const rest = other.mask & ~mask & ~(known?.mask ?? 0n);
      const agreed =
        ((known?.value ?? 0n) & other.mask & ~mask) === (other.value & (known?.mask ?? 0n) & ~mask);
      if (rest === 0n && agreed && (value & other.mask) === (other.value & mask)) return false;
    }
    return condition;
  }

  #learn(base: Term, mask: bigint, value: bigint): boolean {
    const before = this.#known.get(base) ?? { mask: 0n, value: 0n };
    if ((before.value & mask) !== (value & before.mask)) return false;
    const known = { mask: before.mask | mask, value: before.value | value };
    this.#known.set(base, known);
    return !(this.#unequal.get(base) ?? []).some(
      (other) => (other.mask & ~known.mask) === 0n && (known.value & other.mask) === other.value,
    );
  }
}

function isOneBit(mask: bigint): boolean {
  return (mask & (mask - 1n)) === 0n;
}

/** A condition as: these bits of base have this value. */
export function fieldOf(condition: Term): {
  readonly base: Term;
  readonly mask: bigint;
  readonly value: bigint;
} {
  if (condition.kind === "apply" && condition.operator === "equal") {
    const [a, b] = condition.operands;
    if (a !== undefined && b?.kind === "constant") {
      if (a.kind === "bits" && a.shift === 0) return { base: a.base, mask: a.mask, value: b.value };
      return { base: a, mask: ALL, value: b.value };
    }
  }
  if (condition.kind === "bits") {
    const mask = shiftBy(condition.mask, -condition.shift);
    return { base: condition.base, mask, value: mask };
  }
  return { base: condition, mask: 1n, value: 1n };
}
