import { moveWidePreferred } from "./bitmask.js";
import type { A64Field } from "./pattern.js";

/** The values of a line's fields by name. */
export type FieldValues = Readonly<Record<string, number>>;

/**
 * One comparison of a condition. Constants are the field's bits in binary, as in a diagram.
 * fixed: `Rd=11111`, `cond!=111x`; between: `Rm=Rn`, `imms<immr`, `imms>=immr`, `imms+1=immr`;
 * predicate: a question that bits alone do not answer.
 */
export type Comparison =
  | {
      readonly kind: "fixed";
      readonly field: string;
      readonly equal: boolean;
      readonly whole: boolean;
      readonly mask: number;
      readonly match: number;
    }
  | {
      readonly kind: "between";
      readonly left: string;
      readonly plus: number;
      readonly operator: "=" | "<" | ">=";
      readonly right: string;
    }
  | { readonly kind: "predicate"; readonly name: "moveWidePreferred"; readonly negated: boolean };

/** Alternatives, one of which must hold. A list of clauses holds when all of them do. */
export type Clause = readonly Comparison[];

const FIXED = /^([A-Za-z][A-Za-z0-9]*)(=|!=)([01x]+)$/;
const BETWEEN = /^([A-Za-z][A-Za-z0-9]*)(\+1)?(=|<|>=)([A-Za-z][A-Za-z0-9]*)$/;

/**
 * The clause that text writes: comparisons joined by " | ". A string says what is wrong with it.
 * fields: those of the instruction; a name or a width that does not fit them is an error.
 */
export function parseClause(text: string, fields: readonly A64Field[]): Clause | string {
  const comparisons: Comparison[] = [];
  for (const part of text.split(" | ")) {
    const comparison = parseComparison(part, fields);
    if (typeof comparison === "string") return comparison;
    comparisons.push(comparison);
  }
  return comparisons;
}

function parseComparison(text: string, fields: readonly A64Field[]): Comparison | string {
  if (text === "moveWidePreferred" || text === "not moveWidePreferred") {
    return { kind: "predicate", name: "moveWidePreferred", negated: text.startsWith("not ") };
  }
  const fixed = FIXED.exec(text);
  if (fixed !== null) {
    const [, name = "", operator, bits = ""] = fixed;
    const field = fields.find((f) => f.name === name);
    if (field === undefined) return `there is no field ${name}`;
    const width = field.msb - field.lsb + 1;
    if (bits.length !== width) return `${name} has ${width} bits, and ${bits} has ${bits.length}`;
    const mask = Number.parseInt(bits.replace(/[01]/g, "1").replace(/x/g, "0"), 2);
    const match = Number.parseInt(bits.replace(/x/g, "0"), 2);
    return { kind: "fixed", field: name, equal: operator === "=", whole: !bits.includes("x"), mask, match };
  }
  const between = BETWEEN.exec(text);
  if (between === null) return `"${text}" is no condition`;
  const [, left = "", plus, operator, right = ""] = between;
  for (const name of [left, right])
    if (!fields.some((f) => f.name === name)) return `there is no field ${name}`;
  return {
    kind: "between",
    left,
    plus: plus === undefined ? 0 : 1,
    operator: operator as "=" | "<" | ">=",
    right,
  };
}

/** Whether all clauses hold for the values; every field that they name must be present. */
export function holds(clauses: readonly Clause[], values: FieldValues): boolean {
  return clauses.every((clause) => clause.some((comparison) => compare(comparison, values)));
}

function compare(comparison: Comparison, values: FieldValues): boolean {
  switch (comparison.kind) {
    case "fixed":
      return (
        ((valueIn(values, comparison.field) & comparison.mask) === comparison.match) === comparison.equal
      );
    case "between": {
      const left = valueIn(values, comparison.left) + comparison.plus;
      const right = valueIn(values, comparison.right);
      return comparison.operator === "="
        ? left === right
        : comparison.operator === "<"
          ? left < right
          : left >= right;
    }
    case "predicate":
      return (
        moveWidePreferred(
          valueIn(values, "sf"),
          valueIn(values, "N"),
          valueIn(values, "immr"),
          valueIn(values, "imms"),
        ) !== comparison.negated
      );
  }
}

function valueIn(values: FieldValues, name: string): number {
  const value = values[name];
  if (value === undefined) throw new RangeError(`field ${name} has no value`);
  return value;
}

/**
 * values with what the clauses say outright: `Rd=11111` and `N=sf` give Rd and N a value where they have
 * none. Alternatives and inequalities say nothing.
 */
export function withDetermined(clauses: readonly Clause[], values: FieldValues): FieldValues {
  const result: Record<string, number> = { ...values };
  for (const clause of clauses) {
    const only = clause.length === 1 ? clause[0] : undefined;
    if (only === undefined) continue;
    if (only.kind === "fixed" && only.equal && result[only.field] === undefined) {
      if (only.whole) result[only.field] = only.match;
    } else if (only.kind === "between" && only.operator === "=" && only.plus === 0) {
      const right = result[only.right];
      if (result[only.left] === undefined && right !== undefined) result[only.left] = right;
    }
  }
  return result;
}

/** The fields to which withDetermined can give a value. */
export function determinedFields(clauses: readonly Clause[]): string[] {
  return clauses.flatMap((clause) => {
    const only = clause.length === 1 ? clause[0] : undefined;
    if (only?.kind === "fixed" && only.equal && only.whole) return [only.field];
    return only?.kind === "between" && only.operator === "=" && only.plus === 0 ? [only.left] : [];
  });
}
