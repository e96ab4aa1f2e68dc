/** The median of a list of numbers. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** The mean of a list of numbers. */
export function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * What several things take, measured in turn, round by round, so that whatever else the machine does falls on all alike.
 * measures: by name, what to do; a number that it returns counts, else the milliseconds that it took.
 * Returns by name the values of all rounds.
 */
export async function interleave(rounds, measures) {
  const names = Object.keys(measures);
  const values = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const name of names) {
      const began = performance.now();
      const result = await measures[name]();
      values[name].push(typeof result === "number" ? result : performance.now() - began);
    }
  return values;
}

/** The median over rounds of the ratio of two values of the same round. */
export function ratio(values, base) {
  return median(values.map((value, round) => value / base[round]));
}
