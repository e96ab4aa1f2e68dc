// What the generated accessors cost against DataView code that a careful person would write, and how much they allocate.
// The sides take turns within a process, as functions that share nothing, so that neither spoils the other's inline caches;
// all must give the same result before a figure is printed. What a bundler keeps of one accessor is shown with esbuild.
//
//   npm run build && npx worldswitch generate && node bench/accessors.mjs [ROUNDS]

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { median, ratio } from "./lib/median.mjs";
import { report } from "./lib/report.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const GENERATED = join(ROOT, "generated/kvm-arm64-v3/ts");
/** A process's ratios scatter by two hundredths, which is half of what the limit allows. */
const ROUNDS = 15;
const CHILD = join(ROOT, "bench/lib/accessors-child.mjs");
const folder = mkdtempSync(join(tmpdir(), "worldswitch-bench-"));

try {
  await report("Generated accessors against hand-written DataView code", measure);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure({ rounds }) {
  const module = await bundle(
    "all.mjs",
    `export * from "${GENERATED}/structs.ts"; export * from "${GENERATED}/save-restore.ts";`,
  );
  const runs = Array.from({ length: Math.max(rounds, ROUNDS) }, (_, round) => child(module, round));
  const names = Object.keys(runs[0].generated.nanoseconds);
  const against = (side) =>
    names.map((what) => ({
      label: `${what}, against ${side === "bare" ? "unchecked" : "the same checks by hand"}`,
      value: median(runs.map((run) => ratio(run.generated.nanoseconds[what], run[side].nanoseconds[what]))),
      unit: "×",
      ...(side === "checked" ? { limit: 1.05 } : {}),
    }));
  const allocated = names.map((what) => ({
    label: `${what}: bytes allocated each`,
    value: Math.max(...runs.map((run) => run.generated.bytes[what])),
    unit: "B",
    ...(what.includes("u32") ? { limit: 0 } : {}),
  }));
  if (allocated.find(({ label }) => label.startsWith("u64 read")).value < 8)
    throw new Error("a bigint that takes no memory: what is allocated is measured wrongly");
  return [...against("checked"), ...against("bare"), ...allocated, ...(await kept())];
}

/** One round, in a process of its own; the side that comes first changes from round to round. */
function child(module, round) {
  const sides = ["generated", "checked", "bare"];
  const order = sides.map((_, i) => sides[(i + round) % sides.length]);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--expose-gc", CHILD, pathToFileURL(module).href, ...order],
    { encoding: "utf8", maxBuffer: 2 ** 24 },
  );
  if (status !== 0) throw new Error(stderr);
  const run = JSON.parse(stdout);
  for (const side of sides)
    if (run[side].result !== run.generated.result) throw new Error(`${side} does not do the same`);
  return run;
}

async function bundle(name, contents) {
  const result = await build({
    stdin: { contents, resolveDir: ROOT, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "neutral",
    alias: { "worldswitch/runtime": join(ROOT, "dist/runtime/index.js") },
    minify: name !== "all.mjs",
    write: false,
  });
  const file = join(folder, name);
  writeFileSync(file, result.outputFiles[0].contents);
  return file;
}

/** How much of the layout and of the runtime a bundler keeps for one struct, and for one register. */
async function kept() {
  const one = {
    "one struct (kvm_vcpu_fault_info)": `import { KvmVcpuFaultInfo } from "${GENERATED}/structs.ts"; console.log(new KvmVcpuFaultInfo(new ArrayBuffer(64)).esr_el2);`,
    "one register (SCTLR_EL1)": `import { SCTLR_EL1 } from "${GENERATED}/sysregs.ts"; console.log(SCTLR_EL1.fields.M.get(1n));`,
  };
  const all = `export * from "${GENERATED}/index.ts"; export * from "worldswitch/runtime";`;
  const { size } = await import("node:fs").then(async ({ statSync }) =>
    statSync(await bundle("whole.mjs", all)),
  );
  const figures = [{ label: "a bundle of all: minified", value: size, unit: "B" }];
  for (const [label, contents] of Object.entries(one)) {
    const { statSync } = await import("node:fs");
    const bytes = statSync(await bundle("one.mjs", contents)).size;
    figures.push({ label: `a bundle of ${label}: minified`, value: bytes, unit: "B" });
  }
  return figures;
}
