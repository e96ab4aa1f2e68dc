// How the cost of a layout grows with its registers and structs: what each of 20, 200 and 2,000 costs more than none.
// Time and heap per item; the figure is the largest of the three over the smallest. Warm processes, several per step and kind: what V8
// has compiled differs from one to the next, and with it what few items cost.
//
//   npm run build && node bench/scaling.mjs

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { assemble, assemblerNames } from "../dist/assembler/index.js";
import { lint } from "../dist/lint/index.js";
import { resolveModel } from "../dist/model/resolve.js";
import { emitAll } from "../dist/targets/emit-all.js";
import { targets } from "../dist/targets/index.js";
import { verify } from "../dist/verify/index.js";
import { largeLayout } from "./lib/large-layout.mjs";
import { median } from "./lib/median.mjs";
import { PairedTimes } from "./lib/paired-times.mjs";
import { report } from "./lib/report.mjs";

const SIZES = { registers: [20, 200, 2000], structs: [10, 100, 1000] };
const LIMIT = 1.5;
/** Processes of each step and kind, more where collections of the whole heap fall into few runs, and rounds of each size in each of them at least. */
const PROCESSES = { lint: 3, generate: 3, verify: 5 };
const LEAST_ROUNDS = 6;
/** Rounds go on while a time per item is not known so well, and so much time has not gone by: a few items are a hundredth of a proof. */
const UNCERTAIN = 1 / 20;
const SECONDS = { lint: 30, generate: 30, verify: 60 };
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

async function measure() {
  const figures = [];
  for (const step of Object.keys(STEPS))
    for (const kind of Object.keys(SIZES)) {
      const { times, heaps, fixed } = inChildren(step, kind);
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
function inChildren(step, kind) {
  const children = Array.from({ length: PROCESSES[step] }, () => inChild(step, kind));
  const bySize = (key) => SIZES[kind].map((_, i) => median(children.map((child) => child[key][i])));
  return {
    times: bySize("times"),
    heaps: bySize("heaps"),
    fixed: median(children.map(({ fixed }) => fixed)),
  };
}

function inChild(step, kind) {
  const args = [
    "--expose-gc",
    "--max-old-space-size=4096",
    // V8 forgets the code of functions that some collections have found idle: that is no part of a layout's heap.
    "--no-flush-bytecode",
    fileURLToPath(import.meta.url),
    "--step",
    step,
    kind,
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${step} of ${kind}: ${stderr}`);
  return JSON.parse(stdout);
}

/** Milliseconds and bytes of heap per item by size, and what the layout takes without any. */
async function measureStep(step, kind) {
  const layouts = [0, ...SIZES[kind]].map((size) => largeLayout({ [kind]: size }));
  const share = layouts[0].architecture;
  const sources = layouts.map((layout) => twins({ ...layout, architecture: share }));
  if (step === "verify")
    for (const layout of sources.flat())
      emitted.set(layout, { files: need(await emitAll(modelOf(layout), ASSEMBLY)) });
  // What is measured last stays alive, so that V8 keeps what it has compiled for objects of such shapes.
  for (let warm = 0; warm < 16; warm++) globalThis.alive = await STEPS[step](sources[2][warm & 1]);
  const [none, ...sizes] = sources;
  const times = new PairedTimes(STEPS[step], none, sizes);
  const largest = SIZES[kind].at(-1);
  const until = performance.now() + SECONDS[step] * 1000;
  for (let round = 0; round < LEAST_ROUNDS; round++)
    for (const i of sizes.keys()) await times.measure(i, largest / SIZES[kind][i]);
  while (performance.now() < until) {
    const i = times.leastCertain(UNCERTAIN);
    if (i === undefined) break;
    await times.measure(i, largest / SIZES[kind][i]);
  }
  const [first, ...others] = sources.map(([one]) => one);
  const heaps = await heapsOf(step, first, others);
  const perItem = (values) => values.map((value, i) => value / SIZES[kind][i]);
  return {
    fixed: times.fixed(),
    times: perItem(sizes.map((_, i) => times.beyond(i))),
    heaps: perItem(heaps),
  };
}

/** A layout and the same again, with texts that end in one more empty line. */
function twins(layout) {
  const documents = Object.entries(layout.documents).map(([name, { file, text }]) => [
    name,
    { file, text: Buffer.from(`${text}\n`).toString() },
  ]);
  return [layout, { ...layout, documents: Object.fromEntries(documents) }];
}

/** Bytes that the results for layouts of several sizes hold more than that for the one without items. */
async function heapsOf(step, none, sizes) {
  globalThis.alive = undefined;
  for (const layout of [none, ...sizes]) await held(step, layout, 1);
  const heaps = [];
  for (const [i, layout] of sizes.entries()) {
    const copies = COPIES[i];
    const beyond = [];
    for (let round = 0; round < LEAST_ROUNDS; round++)
      beyond.push(((await held(step, layout, copies)) - (await held(step, none, copies))) / copies);
    heaps.push(median(beyond));
  }
  return heaps;
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
      sysregs: assemblerNames(model),
      readInclude: (name) => ({ file: name, text: texts.get(`asm/${name}`) }),
    }),
  );
}
