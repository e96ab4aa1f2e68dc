import { and, extract, insert, maskOf, matches, or } from "../../core/u32.js";

/** A named range of bits of a word; msb and lsb inclusive. */
export interface A64Field {
  readonly name: string;
  readonly msb: number;
  readonly lsb: number;
}

/** The words whose bits under mask equal match. */
export interface BitPattern {
  readonly mask: number;
  readonly match: number;
}

/**
 * A bit diagram: the words of a line, its fields and its should-be bits.
 * should: bits that ought to be as given but that do not select another instruction.
 */
export interface Diagram extends BitPattern {
  readonly should: BitPattern;
  readonly fields: readonly A64Field[];
}

/** What is wrong with a diagram, and where it starts in the text. */
export interface DiagramProblem {
  readonly code: "WS501" | "WS502" | "WS503";
  readonly message: string;
}

const TOKEN =
  /^(?:([01]+)|((?:\([01]\))+)|([A-Za-z][A-Za-z0-9]*):([1-9][0-9]?)|([A-Za-z][A-Za-z0-9]*)=([01x]+))$/;

/**
 * The diagram that text draws, from bit 31 down: digits, `name:width` fields, `name=1x` fields of which
 * some bits are fixed, and `(1)` should-be bits.
 * Errors: WS501 the widths do not add up to 32; WS502 a part that is none of these; WS503 a field drawn twice.
 */
export function parseDiagram(text: string): Diagram | DiagramProblem {
  const fields: A64Field[] = [];
  let pattern: BitPattern = { mask: 0, match: 0 };
  let should: BitPattern = { mask: 0, match: 0 };
  let next = 32;
  for (const token of text.split(" ")) {
    const parts = TOKEN.exec(token);
    if (parts === null) return { code: "WS502", message: `"${token}" is no part of a bit diagram` };
    const [, digits, soft, plainName, plainWidth, fixedName, fixedBits] = parts;
    const bits = digits ?? soft?.replace(/[()]/g, "") ?? fixedBits ?? "x".repeat(Number(plainWidth));
    const name = plainName ?? fixedName;
    const lsb = next - bits.length;
    if (lsb < 0) break;
    if (name !== undefined) {
      if (fields.some((f) => f.name === name))
        return { code: "WS503", message: `field ${name} is drawn twice` };
      fields.push({ name, msb: next - 1, lsb });
    }
    const fixed = fixedPart(bits, lsb);
    if (soft === undefined) pattern = join(pattern, fixed);
    else should = join(should, fixed);
    next = lsb;
  }
  const width = text.split(" ").reduce((sum, token) => sum + widthOf(token), 0);
  if (width !== 32) return { code: "WS501", message: `the diagram has ${width} bits, not 32` };
  return { ...pattern, should, fields };
}

function widthOf(token: string): number {
  const parts = TOKEN.exec(token);
  if (parts === null) return 0;
  const [, digits, soft, , width, , bits] = parts;
  return width === undefined ? (digits ?? soft?.replace(/[()]/g, "") ?? bits ?? "").length : Number(width);
}

function fixedPart(bits: string, lsb: number): BitPattern {
  let pattern: BitPattern = { mask: 0, match: 0 };
  for (let i = 0; i < bits.length; i++) {
    const at = lsb + bits.length - 1 - i;
    const digit = bits[i];
    if (digit === "x") continue;
    pattern = {
      mask: or(pattern.mask, maskOf(at, at)),
      match: digit === "1" ? or(pattern.match, maskOf(at, at)) : pattern.match,
    };
  }
  return pattern;
}

function join(a: BitPattern, b: BitPattern): BitPattern {
  return { mask: or(a.mask, b.mask), match: or(a.match, b.match) };
}

/** The pattern that 32 characters 0, 1 and x (either) draw from bit 31 down. */
export function patternOf(bits: string): BitPattern {
  return fixedPart(bits, 0);
}

/** The pattern of a field's value written as digits with x for either, placed in the word. */
export function fieldPattern(field: A64Field, bits: string): BitPattern {
  return fixedPart(bits, field.lsb);
}

/** Both patterns at once, or undefined when no word is in both. */
export function intersect(a: BitPattern, b: BitPattern): BitPattern | undefined {
  const common = and(a.mask, b.mask);
  return and(a.match, common) === and(b.match, common) ? join(a, b) : undefined;
}

/** Disjoint patterns that cover the words of a that are not in b. */
export function subtract(a: BitPattern, b: BitPattern): BitPattern[] {
  if (intersect(a, b) === undefined) return [a];
  const rest: BitPattern[] = [];
  let inside = a;
  for (let bit = 31; bit >= 0; bit--) {
    const only = maskOf(bit, bit);
    if (and(b.mask, only) === 0 || and(inside.mask, only) !== 0) continue;
    const wanted = and(b.match, only);
    rest.push({ mask: or(inside.mask, only), match: wanted === 0 ? or(inside.match, only) : inside.match });
    inside = { mask: or(inside.mask, only), match: or(inside.match, wanted) };
  }
  return rest;
}

/** A word that is in all of a's patterns and in none of the excluded ones; undefined when there is none. */
export function witness(a: BitPattern, excluded: readonly BitPattern[]): number | undefined {
  const first = excluded.findIndex((out) => intersect(a, out) !== undefined);
  const out = excluded[first];
  if (out === undefined) return a.match;
  const rest = excluded.slice(first + 1);
  for (const part of subtract(a, out)) {
    const word = witness(part, rest);
    if (word !== undefined) return word;
  }
  return undefined;
}

/** Whether the word is one of the pattern's. */
export function isIn(word: number, pattern: BitPattern): boolean {
  return matches(word, pattern.mask, pattern.match);
}

/** The field's value in the word. */
export function fieldOf(word: number, field: A64Field): number {
  return extract(word, field.msb, field.lsb);
}

/** The word with the field's value put in. */
export function withField(word: number, field: A64Field, value: number): number {
  return insert(word, field.msb, field.lsb, value);
}
