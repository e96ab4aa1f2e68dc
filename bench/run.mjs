// Runs every bench, writes bench/results.json and the table in README between its two comments.
//
//   npm run bench [-- NAME… ROUNDS]     with names, only those; the others keep the results they have
//
// A bench is a file in this folder that prints one JSON object with --json: see lib/report.mjs.

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { show } from "./lib/report.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const results = join(here, "results.json");
const readme = join(here, "../README.md");
const [BEGIN, END] = ["<!-- bench: begin -->", "<!-- bench: end -->"];

const names = process.argv.slice(2).filter((argument) => !/^[0-9]+$/.test(argument));
const rounds = process.argv.slice(2).filter((argument) => /^[0-9]+$/.test(argument));
const all = readdirSync(here)
  .filter((file) => file.endsWith(".mjs") && file !== "run.mjs")
  .map((file) => basename(file, ".mjs"))
  .sort();
const unknown = names.filter((name) => !all.includes(name));
if (unknown.length > 0) throw new Error(`no bench ${unknown.join(", ")}; there is ${all.join(", ")}`);

const before = readResults();
const benches = all.flatMap((name) => {
  const known = before.find((result) => result.name === name);
  if (names.length > 0 && !names.includes(name)) return known === undefined ? [] : [known];
  process.stderr.write(`${name} …\n`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(here, `${name}.mjs`), "--json", ...rounds],
    { encoding: "utf8", maxBuffer: 2 ** 26 },
  );
  if (status === 0) return [JSON.parse(stdout)];
  process.stderr.write(stderr);
  process.exitCode = 1;
  return known === undefined ? [] : [known];
});

const machine = {
  node: process.version,
  processor: cpus()[0]?.model ?? "unknown",
  processors: cpus().length,
};
writeFileSync(results, `${JSON.stringify({ machine, benches }, null, 2)}\n`);
writeTable();

function readResults() {
  try {
    return JSON.parse(readFileSync(results, "utf8")).benches;
  } catch {
    return [];
  }
}

/** The figures that have a limit, as a table: those that are promised. One that is over its limit is bold. */
function writeTable() {
  const rows = benches.flatMap(({ title, figures }) => {
    const promised = figures.filter(({ limit, detail }) => limit !== undefined && detail !== true);
    return promised.length === 0 ? [] : [`| *${title}* | | |`, ...promised.map(row)];
  });
  const table = [BEGIN, "| | measured | limit |", "|---|---|---|", ...rows, END].join("\n");
  const text = readFileSync(readme, "utf8");
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`README.md has no place for the table: ${BEGIN} … ${END}`);
  writeFileSync(readme, `${text.slice(0, from)}${table}${text.slice(to + END.length)}`);
}

function row({ label, value, unit, limit }) {
  const measured = `${show(value)} ${unit}`;
  return `| ${label} | ${value > limit ? `**${measured}**` : measured} | ${show(limit)} ${unit} |`;
}
