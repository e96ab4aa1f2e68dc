// How the cost of a layout grows with its registers and structs: what each of 20, 200 and 2,000 costs more than none.
// Time and heap per item; the figure is the largest of the three over the smallest. Warm processes, several per step and kind: what V8
// has compiled differs from one to the next, and with it what few items cost.
//
//   npm run build && node bench/scaling.mjs [ROUNDS]

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { assemble } from "../dist/assembler/index.js";
import { lint } from "../dist/lint/index.js";
import { resolveModel } from "../dist/model/resolve.js";
import { emitAll } from "../dist/targets/emit-all.js";
import { targets } from "../dist/targets/index.js";
import { verify } from "../dist/verify/index.js";
import { largeLayout } from "./lib/large-layout.mjs";
import { median } from "./lib/median.mjs";
import { report } from "./lib/report.mjs";

const SIZES = { registers: [20, 200, 2000], structs: [10, 100, 1000] };
const LIMIT = 1.5;
/** Processes of each step and kind, which share its rounds; at least so many each. */
const PROCESSES = 3;
const LEAST_ROUNDS = 4;
/** Rounds go on, up to so many times as many as asked for, while a time per item is not known to a twelfth. */
const MORE_ROUNDS = 2;
const UNCERTAIN = 1 / 12;
/** A few items take less than what else moves on the heap meanwhile: of small layouts there are several at once. */
const COPIES = [20, 5, 1];

const STEPS = {
  lint: (sources) => {
    const model = modelOf(sources);
    return [model, lint(model)];
  },
  generate: async (sources) => {
    const model = modelOf(sources);
    return [model, need(await emitAll(model))];
  },
  verify: (sources) => {
    const model = modelOf(sources);
    const { files } = emitted.get(sources);
    return [model, need(verify(model, assembled(model, files)))];
  },
};

/** The assembly of a layout, made before verify is measured. */
const emitted = new Map();
const ASSEMBLY = targets.filter(({ directory }) => directory === "asm");

if (process.argv[2] === "--step") console.log(JSON.stringify(await measureStep(...process.argv.slice(3))));
else await report("Growth: cost per item, largest over smallest", measure);

async function measure({ rounds }) {
  const figures = [];
  for (const step of Object.keys(STEPS))
    for (const kind of Object.keys(SIZES)) {
      const { times, heaps, fixed } = inChildren(step, kind, rounds);
      const items = SIZES[kind].map((size) => size.toLocaleString("en")).join(", ");
      figures.push(
        { label: `${step}, time per item at ${items} ${kind}`, ...growth(times) },
        { label: `${step}, heap per item at ${items} ${kind}`, ...growth(heaps) },
        { label: `${step}, the layout without them`, value: fixed, unit: "ms" },
        ...SIZES[kind].map((size, i) => ({
          label: `${step}, one of ${size.toLocaleString("en")} ${kind}`,
          value: times[i] * 1000,
          unit: "µs",
        })),
      );
    }
  return figures;
}

/** A cost that is not above that of the layout without items was not measured: no limit holds for it. */
function growth(values) {
  const least = Math.min(...values);
  return { value: least > 0 ? Math.max(...values) / least : Number.MAX_VALUE, unit: "×", limit: LIMIT };
}

/** The median of the processes, of each size. */
function inChildren(step, kind, rounds) {
  const each = Math.max(LEAST_ROUNDS, Math.ceil(rounds / PROCESSES));
  const children = Array.from({ length: PROCESSES }, () => inChild(step, kind, each));
  const bySize = (key) => SIZES[kind].map((_, i) => median(children.map((child) => child[key][i])));
  return {
    times: bySize("times"),
    heaps: bySize("heaps"),
    fixed: median(children.map(({ fixed }) => fixed)),
  };
}

function inChild(step, kind, rounds) {
  const args = [
    "--expose-gc",
    "--max-old-space-size=4096",
    // V8 forgets the code of functions that some collections have found idle: that is no part of a layout's heap.
    "--no-flush-bytecode",
    fileURLToPath(import.meta.url),
    "--step",
    step,
    kind,
    rounds,
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, args.map(String), { encoding: "utf8" });
  if (status !== 0) throw new Error(`${step} of ${kind}: ${stderr}`);
  return JSON.parse(stdout);
}

/** Milliseconds and bytes of heap per item by size, and what the layout takes without any. */
async function measureStep(step, kind, rounds) {
  const layouts = [0, ...SIZES[kind]].map((size) => largeLayout({ [kind]: size }));
  const share = layouts[0].architecture;
  const sources = layouts.map((layout) => ({ ...layout, architecture: share }));
  if (step === "verify")
    for (const layout of sources)
      emitted.set(layout, { files: need(await emitAll(modelOf(layout), ASSEMBLY)) });
  // What is measured last stays alive, so that V8 keeps what it has compiled for objects of such shapes.
  for (let warm = 0; warm < 15; warm++) globalThis.alive = await STEPS[step](sources[2]);
  const [none, ...sizes] = sources;
  const fixed = [];
  const times = sizes.map(() => []);
  const largest = SIZES[kind].at(-1);
  // A round makes as many items of each size: what a few leave behind is collected after some of their runs only, and what many
  // leave after each.
  for (let round = 0; goesOn(round, Number(rounds), times); round++)
    for (const [i, layout] of sizes.entries()) {
      const runs = largest / SIZES[kind][i];
      let [without, all] = [0, 0];
      // Always in turn: a layout right after itself is one whose documents are parsed already.
      for (let run = 0; run < runs; run++) {
        without += await time(step, none);
        all += await time(step, layout);
      }
      fixed.push(without / runs);
      times[i].push((all - without) / runs);
    }
  globalThis.alive = undefined;
  for (const layout of sources) await held(step, layout, 1);
  const heaps = [];
  for (const [i, layout] of sizes.entries()) {
    const copies = COPIES[i];
    const beyond = [];
    for (let round = 0; round < Number(rounds); round++)
      beyond.push(((await held(step, layout, copies)) - (await held(step, none, copies))) / copies);
    heaps.push(median(beyond));
  }
  const perItem = (values) => values.map((value, i) => value / SIZES[kind][i]);
  return { fixed: median(fixed), times: perItem(times.map(median)), heaps: perItem(heaps) };
}

/** Whether there is to be another round: as many as asked for, and more where what they found is scattered. */
function goesOn(round, rounds, times) {
  if (round < rounds) return true;
  return round < rounds * MORE_ROUNDS && times.some((values) => uncertainty(values) > UNCERTAIN);
}

/** The standard error of a median, as a share of it: 1.25 times that of a mean, the deviation taken from the middle half. */
function uncertainty(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const quartile = (share) => sorted[Math.round((sorted.length - 1) * share)];
  const deviation = (quartile(0.75) - quartile(0.25)) / 1.35;
  return (1.25 * deviation) / Math.sqrt(values.length) / Math.abs(median(values));
}

/** Milliseconds that a step takes. */
async function time(step, layout) {
  const began = performance.now();
  globalThis.alive = await STEPS[step](layout);
  return performance.now() - began;
}

/** The bytes of what a step makes, so many times, while all of that is alive. */
async function held(step, layout, copies) {
  await make(step, layout, copies);
  await collect();
  const before = process.memoryUsage().heapUsed;
  globalThis.made = undefined;
  await collect();
  return before - process.memoryUsage().heapUsed;
}

/** A function of its own: one that awaits keeps what it awaited until it ends. */
async function make(step, layout, copies) {
  globalThis.made = [];
  for (let made = 0; made < copies; made++) globalThis.made.push(await STEPS[step](layout));
}

/** Several times, and between tasks: what a finalizer, a weak map or the end of a task holds goes one collection later. */
async function collect() {
  for (let again = 0; again < 4; again++) {
    await new Promise((done) => setImmediate(done));
    globalThis.gc();
  }
}

function modelOf(sources) {
  return need(resolveModel(sources));
}

function need(result) {
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics.slice(0, 3)));
  return result.value;
}

function assembled(model, files) {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return need(
    assemble({
      file: "hyp.S",
      text: texts.get("asm/hyp.S"),
      table: model.a64,
      sysregs: new Map(
        [...model.sysregs.values()].map(({ name, encoding }) => [name.toLowerCase(), encoding]),
      ),
      readInclude: (name) => ({ file: name, text: texts.get(`asm/${name}`) }),
    }),
  );
}
