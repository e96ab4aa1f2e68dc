import type { FeatureSelection } from "./features.js";

/** What a part of the condition asks of features: those it does not name may be either way. */
type Product = ReadonlyMap<string, boolean>;

/**
 * A condition, as layouts write them, that holds under all of the combinations `on` and under none of `off`:
 * `sve && !pauth || debug`. Empty when it holds always. Combinations that are in neither may go either way.
 */
export function shortestCondition(on: readonly FeatureSelection[], off: readonly FeatureSelection[]): string {
  if (off.length === 0) return "";
  const left = new Set(on);
  const products: Product[] = [];
  for (const combination of on) {
    if (!left.has(combination)) continue;
    const product = widened(combination, off);
    products.push(product);
    for (const other of on) if (covers(product, other)) left.delete(other);
  }
  const names = Object.keys(on[0] ?? {});
  const rank = (product: Product): string => names.map((name) => RANKS.get(product.get(name))).join("");
  return products
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .map(textOf)
    .join(" || ");
}

/** Products that ask for the first features come first. */
const RANKS: ReadonlyMap<boolean | undefined, number> = new Map([
  [true, 0],
  [false, 1],
  [undefined, 2],
]);

/** A combination without the features that do not matter for telling it from those that are off. */
function widened(combination: FeatureSelection, off: readonly FeatureSelection[]): Product {
  const product = new Map(Object.entries(combination));
  for (const [name, state] of Object.entries(combination)) {
    product.delete(name);
    if (off.some((other) => covers(product, other))) product.set(name, state);
  }
  return new Map(Object.entries(combination).filter(([name]) => product.has(name)));
}

function covers(product: Product, combination: FeatureSelection): boolean {
  return [...product].every(([name, state]) => combination[name] === state);
}

function textOf(product: Product): string {
  return [...product].map(([name, state]) => (state ? name : `!${name}`)).join(" && ");
}
