// How long it takes from the command to the first instruction of a program: `run --elf` of one that ends at once, beyond
// the `node -e 0` right before it, as whole processes, for each engine. V8's code cache is warm, as it is from the second run on.
// And whether V8 collects garbage meanwhile, which takes 3 ms: what is made until then is to fit in its first young generation.
//
//   npm run build && node bench/load.mjs [ROUNDS]

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withPrograms } from "./lib/bare-metal.mjs";
import { interleave, median } from "./lib/median.mjs";
import { report } from "./lib/report.mjs";

const LIMIT = 30;
const engines = ["default", "reference", "interpreter", "translate"];
const main = join(import.meta.dirname, "../dist/cli/main.js");
const folder = mkdtempSync(join(tmpdir(), "worldswitch-bench-"));
const env = { ...process.env, WORLDSWITCH_CACHE: folder };

function timed(args) {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { env });
  if (status !== 0) throw new Error(stderr.toString());
  return performance.now() - began;
}

try {
  await report("From the command to a program's first instruction, beyond node -e 0", ({ rounds }) =>
    withPrograms(async (build) => {
      const elf = build("exit", "kernels.ld", ["exit.S"], []);
      const measures = {};
      for (const engine of engines) {
        const named = engine === "default" ? [] : ["--engine", engine];
        measures[engine] = () => -timed(["-e", "0"]) + timed([main, "run", "--elf", elf, ...named]);
      }
      await interleave(2, measures);
      const values = await interleave(4 * rounds, measures);
      const { stdout } = spawnSync(process.execPath, ["--trace-gc", main, "run", "--elf", elf], { env });
      return [
        ...engines.map((engine) => ({
          label: `run --elf, ${engine} engine: load beyond node -e 0`,
          value: median(values[engine]),
          unit: "ms",
          limit: LIMIT,
        })),
        {
          label: "run --elf, default engine: V8's collections until its end",
          value: stdout.toString().split(" ms: ").length - 1,
          unit: "",
        },
      ];
    }),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
