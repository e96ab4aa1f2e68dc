import { ALL, shiftBy, type Term } from "./term.js";

/** What symbols stand for; bits that a symbol does not have do not count. */
export type Values = Pick<ReadonlyMap<string, bigint>, "get">;

/** The value of a term when its symbols have these values; undefined when it holds another symbol or an unknown function. */
export function evaluate(term: Term, symbols: Values): bigint | undefined {
  switch (term.kind) {
    case "constant":
      return term.value;
    case "symbol": {
      const value = symbols.get(term.name);
      return value === undefined ? undefined : value & ALL & ~term.zeros;
    }
    case "sum": {
      const base = evaluate(term.base, symbols);
      return base === undefined ? undefined : (base + term.offset) & ALL;
    }
    case "bits": {
      const base = evaluate(term.base, symbols);
      return base === undefined ? undefined : shiftBy(base, term.shift) & term.mask;
    }
    case "join":
      return combine(term.parts, symbols, (a, b) => a | b);
    case "apply": {
      if (term.operator === "not") return complement(term.operands[0], symbols);
      const compute = functions[term.operator];
      const [first, ...rest] = term.operands.map((operand) => evaluate(operand, symbols));
      if (compute === undefined || first === undefined) return undefined;
      return rest.reduce((a, b) => (a === undefined || b === undefined ? undefined : compute(a, b)), first);
    }
  }
}

function complement(operand: Term | undefined, symbols: Values): bigint | undefined {
  const value = operand === undefined ? undefined : evaluate(operand, symbols);
  return value === undefined ? undefined : ALL & ~value;
}

const functions: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  add: (a, b) => (a + b) & ALL,
  and: (a, b) => a & b,
  xor: (a, b) => a ^ b,
  equal: (a, b) => (a === b ? 1n : 0n),
  lessUnsigned: (a, b) => (a < b ? 1n : 0n),
  lessSigned: (a, b) => (BigInt.asIntN(64, a) < BigInt.asIntN(64, b) ? 1n : 0n),
};

function combine(
  parts: readonly Term[],
  symbols: Values,
  compute: (a: bigint, b: bigint) => bigint,
): bigint | undefined {
  let all: bigint | undefined = 0n;
  for (const part of parts) {
    const value = evaluate(part, symbols);
    if (value === undefined || all === undefined) return undefined;
    all = compute(all, value);
  }
  return all;
}
