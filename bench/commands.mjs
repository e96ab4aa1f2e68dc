// How long commands take as whole processes against `node -e 0` of the same round, on the layout kvm-arm64-v3; and what
// watch mode does inside of a warm process: an edit until its files are written, and the C and assembly of 150 registers.
//
//   npm run build && node bench/commands.mjs [ROUNDS]
//
// generate writes everything into an empty folder, and finds everything as it should be. V8's code cache is warm, as it is
// from the second run of a command on.

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { loadModel } from "../dist/model/load.js";
import { resolveModel } from "../dist/model/resolve.js";
import { emitAll } from "../dist/targets/emit-all.js";
import { targets } from "../dist/targets/index.js";
import { writeTree } from "../dist/write/write-tree.js";
import { largeLayout } from "./lib/large-layout.mjs";
import { interleave, median, ratio } from "./lib/median.mjs";
import { report } from "./lib/report.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const main = join(root, "dist/cli/main.js");
const layout = ["--layout", "kvm-arm64-v3"];
const folder = mkdtempSync(join(tmpdir(), "worldswitch-bench-"));
const environment = { ...process.env, WORLDSWITCH_CACHE: join(folder, "cache") };
const fresh = join(folder, "fresh");
/** A disk's share of an edit is the disk's: how it is without one. */
const SHARED_MEMORY = "/dev/shm";
const memory = existsSync(SHARED_MEMORY) ? mkdtempSync(join(SHARED_MEMORY, "worldswitch-bench-")) : undefined;

const COMMANDS = {
  "node -e 0": { args: ["-e", "0"] },
  "--version": { args: [main, "--version"] },
  lint: { args: [main, "lint", ...layout], limit: 2 },
  "generate, nothing to do": {
    args: [main, "generate", ...layout, "--out", join(folder, "kept")],
    limit: 1.3,
  },
  "generate, all new": { args: [main, "generate", ...layout, "--out", fresh], limit: 8 },
  verify: { args: [main, "verify", ...layout] },
  "run, one scenario": { args: [main, "run", ...layout, "--scenario", "hvc"] },
};

try {
  await report(
    "The command line, against node -e 0; watch mode, inside of one process",
    async ({ rounds }) => [
      ...(await processes(Math.max(rounds, 5))),
      ...(await inProcess(Math.max(rounds, 5))),
    ],
  );
} finally {
  for (const made of [folder, memory]) if (made !== undefined) rmSync(made, { recursive: true, force: true });
}

async function processes(rounds) {
  const measures = Object.fromEntries(
    Object.entries(COMMANDS).map(([name, { args }]) => [name, () => milliseconds(args)]),
  );
  await interleave(2, measures);
  const values = await interleave(rounds, measures);
  const base = values["node -e 0"];
  const figures = Object.entries(COMMANDS).map(([label, { limit }]) => ({
    label,
    value: ratio(values[label], base),
    unit: "×",
    ...(limit === undefined ? {} : { limit }),
  }));
  return [{ label: "node -e 0", value: median(base), unit: "ms" }, ...figures.slice(1)];
}

function milliseconds(args) {
  rmSync(fresh, { recursive: true, force: true });
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: "utf8",
    env: environment,
  });
  const took = performance.now() - began;
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return took;
}

async function inProcess(rounds) {
  const edit = await watchedEdit(folder);
  const inMemory = memory === undefined ? undefined : await watchedEdit(memory);
  const emission = await manyRegisters();
  for (let warm = 0; warm < 30; warm++) {
    await edit();
    await inMemory?.();
    await emission();
  }
  const measures = { edit, emission, ...(inMemory === undefined ? {} : { inMemory }) };
  const values = await interleave(rounds * 3, measures);
  return [
    {
      label: "watch: a register's edit until its files are written",
      value: median(values.edit),
      unit: "ms",
      limit: 20,
    },
    ...(values.inMemory === undefined
      ? []
      : [{ label: "the same, files on tmpfs", value: median(values.inMemory), unit: "ms" }]),
    {
      label: "150 registers, all C and assembly targets",
      value: median(values.emission),
      unit: "ms",
      limit: 5,
    },
  ];
}

/**
 * What `generate --watch` does at a change: reads, resolves, lints, emits and writes. The tree that was replaced is removed
 * and the young generation collected once the change is told: neither is within what is measured. Each edit has another
 * register at the end of the order, one that this process has not seen in it.
 */
async function watchedEdit(place) {
  const { lint } = await import("../dist/lint/index.js");
  // As src/cli/idle-collection.ts does.
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("globalThis.gc");
  const copy = join(place, "schema/kvm-arm64-v3");
  mkdirSync(join(place, "schema"));
  cpSync(join(root, "schema/kvm-arm64-v3"), copy, { recursive: true });
  const order = join(copy, "sysreg-order.json");
  const text = readFileSync(order, "utf8");
  const last = /\{ "name": "CNTKCTL_EL1"[^}]*\}/;
  if (!last.test(text)) throw new Error("the order has changed: mend this bench");
  const edited = (name) => text.replace(last, JSON.stringify({ name, groups: ["sysregs"] }));
  const names = [...need(loadModel(copy)).sysregs.values()]
    .filter(({ readEl, writeEl, name }) => readEl === 1 && writeEl === 1 && !text.includes(`"${name}"`))
    .map(({ name }) => name)
    .filter((name) => {
      writeFileSync(order, `${edited(name)}\n`);
      const model = loadModel(copy);
      return model.ok && lint(model.value).every(({ severity }) => severity !== "error");
    });
  return async () => {
    const name = names.shift();
    if (name === undefined) throw new Error("not enough registers for so many rounds");
    writeFileSync(order, edited(name));
    collect({ type: "minor" });
    const began = performance.now();
    const model = need(loadModel(copy));
    lint(model);
    const left = [];
    const options = { previous: true, later: (work) => left.push(work) };
    need(await writeTree(join(place, "watched"), need(await emitAll(model)), options));
    const took = performance.now() - began;
    for (const work of left) work();
    return took;
  };
}

async function manyRegisters() {
  const model = need(resolveModel(largeLayout({ registers: 130 })));
  const outputs = targets.filter(({ directory }) => directory === "c" || directory === "asm");
  return async () => {
    const began = performance.now();
    need(await emitAll(model, outputs));
    return performance.now() - began;
  };
}

function need(result) {
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics.slice(0, 3)));
  return result.value;
}
