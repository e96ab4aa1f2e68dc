import type { FastEngineName } from "../engines/engine-machine.js";
import { cortexA57 } from "../instructions/processor.js";
import { differencesOf, valueIn } from "../resident/differences.js";
import type { Discard, Discards } from "../resident/discards.js";
import { EngineSide } from "../resident/engine-side.js";
import { CODE, CODE_BYTES, inputWords, leavingWords, record } from "../resident/layout.js";
import { MachineSide } from "../resident/machine-side.js";
import { minimised } from "../resident/minimised.js";
import { QemuSide, type Tools } from "../resident/qemu-side.js";
import { RandomSource } from "../resident/random.js";
import { settledResults, splitResults } from "../resident/settled-results.js";
import { Tally } from "../resident/tally.js";
import { addressOf, type ExceptionCase, keptBits, makeCase, registers } from "./cases.js";
import { explanations, type Scene } from "./explanations.js";

const BATCH = 8000;

interface Ran extends ExceptionCase {
  readonly ours: BigUint64Array;
}

/** The code of a batch: EL1's vectors, and each case's words with those that leave for EL2. */
class Code {
  readonly words = new Uint32Array(CODE_BYTES / 4);

  constructor() {
    for (let i = 0; i < 16; i++) this.words.set([leavingWords[0], 0xd4000002 | ((0x200 + i) << 5)], i * 32);
  }

  put(index: number, words: readonly number[]): void {
    this.words.set([...words, ...leavingWords], Number(addressOf(index) - CODE) / 4);
  }

  get parts() {
    return [{ address: CODE, bytes: new Uint8Array(this.words.buffer) }];
  }
}

/** Nothing is discarded for what our machine does: a case that does not end is our mistake or that of the cases. */
const limits = {
  "waits for ever": 0,
  "does not come to EL2": 0,
  "executes an unknown word": 0,
  "touches the harness or a device": 0,
  "writes code or its own tables": 0,
  "EL2 cannot fetch the harness": 0,
} as const satisfies Readonly<Record<Discard, number>>;

interface Batch {
  readonly cases: readonly Ran[];
  readonly code: Code;
}

function makeBatch(seed: number, count: number, discards: Discards, engines: readonly EngineSide[]): Batch {
  const random = new RandomSource(seed);
  const code = new Code();
  const machine = new MachineSide(cortexA57, registers, code.parts, undefined, false, engines);
  const cases: Ran[] = [];
  for (let tries = 0; cases.length < count && tries < 4 * count; tries++) {
    const index = cases.length;
    const one = makeCase(random, index);
    code.put(index, one.words);
    const slot = [...one.words, ...leavingWords];
    for (const [i, word] of slot.entries()) machine.write(addressOf(index) + BigInt(4 * i), word);
    const ours = machine.run(one.state, undefined, () => describe(one, one.state));
    if (typeof ours === "string") discards.add(ours, () => describe(one, one.state));
    else cases.push({ ...one, ours });
    if (typeof ours !== "string") discards.kept++;
  }
  machine.end();
  return { cases, code };
}

/** Which exceptions a case came to on our machine. */
function outcomeOf(ours: BigUint64Array): string {
  const hex = (value: bigint) => `0x${value.toString(16).padStart(2, "0")}`;
  const ec = (level: number) => valueIn(ours, `ESR_EL${level}`) >> 26n;
  const vector = valueIn(ours, "vector of EL2");
  if (vector % 4n !== 0n) return `${["", "IRQ", "FIQ", "SError"][Number(vector % 4n)]} to EL2`;
  if (valueIn(ours, "ELR_EL1") !== 0n && ec(1) !== 0n) return `EL1, EC ${hex(ec(1))}`;
  return `EL2, EC ${hex(ec(2))}`;
}

function describe(one: ExceptionCase & { readonly ours?: BigUint64Array }, state: BigUint64Array): string {
  const set = registers
    .map((name, i) => [name, state[record.registers + i]!] as const)
    .filter(([, value]) => value !== 0n)
    .map(([name, value]) => `    ${name} = 0x${value.toString(16)}`);
  const words = one.words.map((word) => (word >>> 0).toString(16)).join(" ");
  const irq = state[record.irq] === 0n ? "" : ", IRQ pending";
  const start = `${one.operation.text} (${words}) from SPSR 0x${state[record.spsr]!.toString(16)}${irq}`;
  const outcome = one.ours === undefined ? "" : `: here ${outcomeOf(one.ours)}`;
  return `${start}${outcome}\n${set.join("\n")}`;
}

/** The results of records on QEMU, all with the batch's code. */
async function resultsOf(
  qemu: QemuSide,
  code: Code,
  states: readonly BigUint64Array[],
): Promise<readonly BigUint64Array[] | number> {
  const width = inputWords(registers.length);
  const records = new BigUint64Array(states.length * width);
  for (const [i, state] of states.entries()) records.set(state, i * width);
  const batch = { processor: "cortex-a57", caseCount: states.length, records, memory: code.parts };
  return splitResults(await qemu.run(batch));
}

function sceneOf(one: Ran, qemu: BigUint64Array): Scene {
  const { operation, level, words, state, ours } = one;
  return { text: operation.text, kind: operation.kind, level, words, state, ours, qemu };
}

/** Whether something differs that nothing explains. */
function differs(one: Ran, qemu: BigUint64Array): boolean {
  const scene = sceneOf(one, qemu);
  return differencesOf(one.ours, qemu).some((d) => !explanations.some((e) => e.explains(scene, d)));
}

/** The failing case with fewer bits set. */
async function smaller(qemu: QemuSide, code: Code, one: Ran): Promise<string | undefined> {
  const machine = new MachineSide(cortexA57, registers, code.parts);
  const state = await minimised(one.state, keptBits, async (states) => {
    const runnable = states.flatMap((tried) => {
      const ours = machine.try(tried);
      return typeof ours === "string" ? [] : [{ ...one, state: tried, ours }];
    });
    const theirs = await resultsOf(
      qemu,
      code,
      runnable.map((tried) => tried.state),
    );
    if (typeof theirs === "number") return states.map(() => false);
    const failing = new Set(
      runnable.filter((tried, i) => differs(tried, theirs[i]!)).map((tried) => tried.state),
    );
    return states.map((tried) => failing.has(tried));
  });
  return state && describe(one, state);
}

/** How many failing cases are made smaller. */
const MINIMISED = 2;

/** Runs so many random exception cases on both machines. */
export async function runExceptions(
  tools: Tools,
  cases: number,
  seed: number,
  log: (text: string) => void = () => {},
  engines: readonly FastEngineName[] = [],
): Promise<Tally<Scene>> {
  const tally = new Tally<Scene>(explanations, limits, engines);
  const sides = tally.engines.map((own) => new EngineSide(own, cortexA57));
  const qemu = new QemuSide(tools, registers);
  try {
    for (let number = 0; tally.cases < cases; number++) {
      const batch = makeBatch(
        seed * 1000 + number,
        Math.min(BATCH, cases - tally.cases),
        tally.discards,
        sides,
      );
      const results = await settledResults(
        batch.cases,
        (states) => resultsOf(qemu, batch.code, states),
        differs,
      );
      if (typeof results === "number") {
        const stuck = batch.cases[results];
        if (stuck === undefined) throw new Error("QEMU did not come to its end");
        tally.failures.push(`${describe(stuck, stuck.state)}\n  QEMU does not come back`);
        log(tally.failures.at(-1) ?? "");
        break;
      }
      const failing: Ran[] = [];
      for (const [i, one] of batch.cases.entries()) {
        const scene = sceneOf(one, results[i]!);
        const differences = differencesOf(one.ours, results[i]!);
        const fine = tally.add(scene.kind, outcomeOf(one.ours), differences, scene, () =>
          describe(one, one.state),
        );
        if (!fine) log(tally.failures.at(-1) ?? "");
        if (!fine) failing.push(one);
      }
      for (const one of failing.slice(0, Math.max(0, MINIMISED - (tally.failures.length - failing.length)))) {
        const text = await smaller(qemu, batch.code, one);
        if (text !== undefined) log(`with fewer bits: ${text}`);
      }
      log(`${tally.cases} cases, ${tally.failures.length} failures`);
    }
  } finally {
    qemu.dispose();
  }
  for (const side of sides) side.finish();
  tally.addEngines(log);
  for (const excess of tally.discards.excesses()) {
    tally.failures.push(excess);
    log(excess);
  }
  log(`not compared: ${tally.discards.text()}`);
  return tally;
}
