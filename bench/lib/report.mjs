/**
 * The interface of a bench: a file in bench/ that calls report(title, measure). measure gets how many rounds are asked for and
 * returns figures: { label, value, unit, limit, detail } each; unit "×" is a ratio within the run, limit what it is to stay below, and
 * detail says that it is one of the parts of another figure, which the README leaves out.
 * Run alone it prints a line a figure, with --json what bench/run.mjs collects.
 */
import { basename } from "node:path";

export async function report(title, measure) {
  const rounds = Number(process.argv.find((argument) => /^[0-9]+$/.test(argument)) ?? 7);
  const name = basename(process.argv[1], ".mjs");
  const figures = await measure({ rounds });
  if (process.argv.includes("--json")) {
    process.stdout.write(`${JSON.stringify({ name, title, rounds, figures })}\n`);
    return;
  }
  console.log(title);
  for (const { label, value, unit, limit } of figures) {
    const judged =
      limit === undefined
        ? ""
        : value <= limit
          ? `  (limit ${show(limit)})`
          : `  OVER the limit of ${show(limit)}`;
    console.log(`  ${label.padEnd(64)} ${show(value).padStart(10)} ${unit}${judged}`);
  }
}

/** Three significant digits, at least. Number.MAX_VALUE stands for what was lost in the noise. */
export function show(value) {
  if (value === Number.MAX_VALUE) return "∞";
  if (Math.abs(value) >= 100 || value === 0) return value.toFixed(0);
  if (Math.abs(value) < 0.1) return value.toPrecision(3);
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}
