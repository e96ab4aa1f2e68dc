import { hex } from "../core/u64.js";
import { shiftBy, type Term, type TermOf } from "./term.js";

/** A term as people write it: `guest X19`, `host SCTLR_EL1[31:0]`, `PAR_EL1 of AT & 0xfff << 8`. */
export function formatTerm(term: Term): string {
  switch (term.kind) {
    case "constant":
      return hex(term.value);
    case "symbol":
      return term.name;
    case "sum": {
      const negative = BigInt.asIntN(64, term.offset) < 0n;
      const size = negative ? -BigInt.asIntN(64, term.offset) : term.offset;
      return `${formatTerm(term.base)} ${negative ? "-" : "+"} ${hex(size)}`;
    }
    case "bits": {
      const [msb, lsb] = rangeOf(shiftBy(term.mask, -term.shift));
      if (msb === undefined || lsb === undefined) return `(${formatTerm(term.base)} & ${hex(term.mask)})`;
      const field = `${nested(term.base)}[${msb === lsb ? msb : `${msb}:${lsb}`}]`;
      const place = lsb + term.shift;
      return place === 0 ? field : `${field} << ${place}`;
    }
    case "join":
      return `(${term.parts.map(formatTerm).sort().join(" | ")})`;
    case "apply":
      return formatEquality(term) ?? `${term.operator}(${term.operands.map(formatTerm).join(", ")})`;
  }
}

/** `guest ESR_EL2[31:26] = 0x16` for a field that is compared where it lies. */
function formatEquality({ operator, operands: [a, b] }: TermOf<"apply">): string | undefined {
  if (operator !== "equal" || a === undefined || b === undefined) return undefined;
  if (a.kind !== "bits" || b.kind !== "constant") return `${formatTerm(a)} = ${formatTerm(b)}`;
  const [msb, lsb] = rangeOf(shiftBy(a.mask, -a.shift));
  if (msb === undefined || lsb === undefined) return `${formatTerm(a)} = ${formatTerm(b)}`;
  return `${nested(a.base)}[${msb}:${lsb}] = ${hex(b.value >> BigInt(lsb + a.shift))}`;
}

function nested(term: Term): string {
  return term.kind === "symbol" ? term.name : `(${formatTerm(term)})`;
}

/** The bounds of a mask whose ones are adjacent. */
function rangeOf(mask: bigint): readonly [number?, number?] {
  const lsb = mask.toString(2).match(/0*$/)?.[0].length ?? 0;
  const ones = mask >> BigInt(lsb);
  if ((ones & (ones + 1n)) !== 0n) return [];
  return [lsb + ones.toString(2).length - 1, lsb];
}
