// What a trace of every instruction and every write of a general register costs the interpreter: the kernels with it and without.
//
//   npm run build && node bench/trace.mjs [ROUNDS]

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { withPrograms } from "./lib/bare-metal.mjs";
import { buildKernel, kernels, mean } from "./lib/kernels.mjs";
import { interleave, median, ratio } from "./lib/median.mjs";
import { report } from "./lib/report.mjs";

const INSTRUCTIONS = 50_000_000;
const child = join(import.meta.dirname, "lib/traced-child.mjs");

function run(elf, how) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [child, elf, how, String(INSTRUCTIONS)], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

await report("The interpreter with a trace, against the interpreter without", ({ rounds }) =>
  withPrograms(async (build) => {
    const compared = [];
    for (const [kernel, [name, count]] of kernels.entries()) {
      const elf = buildKernel(build, kernel, count * 100);
      const results = { plain: new Set(), traced: new Set() };
      const measure = (how) => () => {
        const { milliseconds, registers } = run(elf, how);
        results[how].add(registers);
        return milliseconds;
      };
      const { plain, traced } = await interleave(rounds, {
        plain: measure("plain"),
        traced: measure("traced"),
      });
      if (new Set([...results.plain, ...results.traced]).size !== 1)
        throw new Error(`${name} is not the same with a trace`);
      compared.push({
        name,
        value: ratio(traced, plain),
        nanoseconds: (median(traced) * 1e6) / INSTRUCTIONS,
      });
    }
    return [
      {
        label: "traced: time ÷ untraced, geometric mean",
        value: mean(compared.map(({ value }) => value)),
        unit: "×",
        limit: 2,
      },
      ...compared.flatMap(({ name, value, nanoseconds }) => [
        { label: `traced, ${name}: time ÷ untraced`, value, unit: "×", limit: 2, detail: true },
        { label: `traced, ${name}: an instruction`, value: nanoseconds, unit: "ns" },
      ]),
    ];
  }),
);
