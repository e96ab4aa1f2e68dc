import type { Architecture } from "../../../src/runtime/index.js";
import type { FastEngineName } from "../engines/engine-machine.js";
import { cortexA57 } from "../instructions/processor.js";
import { differencesOf, valueIn } from "../resident/differences.js";
import type { Discard, DiscardLimits, Discards } from "../resident/discards.js";
import { EngineSide } from "../resident/engine-side.js";
import { CODE, EL1_VECTORS, inputWords, leavingWords, record } from "../resident/layout.js";
import { MachineSide } from "../resident/machine-side.js";
import { minimised } from "../resident/minimised.js";
import { QemuSide, type Tools } from "../resident/qemu-side.js";
import { RandomSource } from "../resident/random.js";
import { settledResults, splitResults } from "../resident/settled-results.js";
import { Tally } from "../resident/tally.js";
import {
  abortStatus,
  explanations,
  faultStatuses,
  isReservedBlock,
  type Scene,
  writesElsewhereInQemu,
  writesInQemu,
} from "./explanations.js";
import { addressOf, keptBits, operations, ProbeSource, registers } from "./probes.js";

const ENVIRONMENTS = 16;
const PROBES = 512;

/** A processor of QEMU's, our machine of its kind, and the granules that it has. */
interface Processor {
  readonly name: string;
  readonly architecture: Architecture;
  readonly granules: readonly (12 | 14 | 16)[];
  readonly hasXnx: boolean;
  readonly physicalBits: number;
}

const processors: readonly Processor[] = [
  { name: "cortex-a57", architecture: cortexA57, granules: [12, 16], hasXnx: false, physicalBits: 44 },
  {
    name: "neoverse-n1",
    architecture: {
      ...cortexA57,
      registers: cortexA57.registers.map((r) =>
        r.name === "ID_AA64MMFR0_EL1" ? { ...r, reset: 0x101125n } : r,
      ),
    },
    granules: [12, 14, 16],
    hasXnx: true,
    physicalBits: 48,
  },
];

/** EL1's vectors and the operations, each with the words that leave for EL2. */
function codeBytes(): Uint8Array {
  const words = new Uint32Array(0x1000 / 4 + operations.length * 8);
  for (let i = 0; i < 16; i++) words.set([leavingWords[0], 0xd4000002 | ((0x200 + i) << 5)], i * 32);
  for (const [i, { word }] of operations.entries()) {
    words.set([word, ...leavingWords], Number(addressOf(i) - CODE) / 4);
  }
  return new Uint8Array(words.buffer);
}

interface Probe {
  readonly operation: number;
  readonly state: BigUint64Array;
  readonly ours: BigUint64Array;
  readonly lastDescriptor: bigint;
}

interface Batch {
  readonly processor: Processor;
  readonly probes: readonly Probe[];
  readonly memory: readonly { readonly address: bigint; readonly bytes: Uint8Array }[];
}

/**
 * Our machine decides on the first group: a mistake of it could hide there, so it is no more than what correct tables come to.
 * QEMU's known departures from the manual decide on the second.
 */
const limits = {
  "waits for ever": 0,
  "does not come to EL2": 0,
  "executes an unknown word": 0.002,
  "touches the harness or a device": 0.12,
  "writes code or its own tables": 0.002,
  "EL2 cannot fetch the harness": 0.01,
  "QEMU writes elsewhere": 0.05,
  "QEMU goes on after a reserved block": 0.17,
  "QEMU writes to Device memory where it must not": 0.02,
} as const satisfies Readonly<Record<Discard, number>> & DiscardLimits;

/** Why a probe is not compared: what our machine says, or what QEMU does where it leaves the manual; else its result. */
function resultOf(
  machine: MachineSide,
  probe: { readonly state: BigUint64Array; readonly operation: number },
  isOwn: (address: number) => boolean,
  { physicalBits }: Processor,
  describe: () => string,
): BigUint64Array | keyof typeof limits {
  const { text } = operations[probe.operation]!;
  if (writesElsewhereInQemu(text, probe.state, physicalBits)) return "QEMU writes elsewhere";
  const ours = machine.run(probe.state, isOwn, describe);
  if (typeof ours === "string") return ours;
  if (goesOnInQemu(probe.state, ours, machine)) return "QEMU goes on after a reserved block";
  return writesInQemu(text, machine.first?.esr ?? 0n)
    ? "QEMU writes to Device memory where it must not"
    : ours;
}

/** DATA of each batch: HVC #0x100 in every word, so that what is fetched from there leaves, too. */
function makeBatch(
  seed: number,
  processor: Processor,
  wanted: number,
  discards: Discards,
  engines: readonly EngineSide[],
): Batch {
  const random = new RandomSource(seed);
  const probes: Probe[] = [];
  const sources = Array.from(
    { length: Math.min(ENVIRONMENTS, Math.ceil(wanted / PROBES)) },
    (_, i) => new ProbeSource(random, i, processor.granules, processor.hasXnx),
  );
  const memory = [
    { address: EL1_VECTORS, bytes: codeBytes() },
    { address: 0x40400000n, bytes: new Uint8Array(new Uint32Array(0x4000).fill(0xd4002002).buffer) },
    ...sources.map(({ environment }) => ({ address: environment.base, bytes: environment.bytes })),
  ];
  const machine = new MachineSide(processor.architecture, registers, memory, known, true, engines);
  for (const source of sources) {
    for (let made = 0, tries = 0; made < PROBES && tries < 40 * PROBES; tries++) {
      const { state, operation } = source.probe();
      const { isOwn } = source.environment;
      const text = () => describe({ operation, state }, processor, state);
      const ours = resultOf(machine, { state, operation }, isOwn, processor, text);
      if (typeof ours === "string") {
        discards.add(ours, text);
        continue;
      }
      discards.kept++;
      probes.push({ operation, state, ours, lastDescriptor: machine.lastDoubleword });
      made++;
    }
  }
  machine.end();
  return { processor, probes, memory };
}

/**
 * Whether QEMU takes a block for valid that is none, and then executes what need not come back; the first fault of a case or
 * the last. In PAR_EL1 this difference is still seen (see explanations).
 */
function goesOnInQemu(state: BigUint64Array, ours: BigUint64Array, machine: MachineSide): boolean {
  if (valueIn(ours, "PAR_EL1") !== 0n) return false;
  const { first, lastDoubleword } = machine;
  return (
    isReservedBlock(state, faultStatuses(ours)[0], lastDoubleword) ||
    (first !== undefined && isReservedBlock(state, abortStatus(first.esr), first.lastDescriptor))
  );
}

/** The words that probes execute. Others, out of tables that are mapped as code, are not this campaign's matter. */
const known: ReadonlySet<number> = new Set([
  ...operations.map(({ word }) => word),
  ...leavingWords,
  ...new Uint32Array(codeBytes().buffer),
  0xd69f03e0,
]);

/** What became of a probe on our machine: the class of exception that ended it, and fault status. */
function outcomeOf(ours: BigUint64Array): string {
  const esr = (level: number) => valueIn(ours, `ESR_EL${level}`);
  const par = valueIn(ours, "PAR_EL1");
  const status = (value: bigint) => `0x${value.toString(16).padStart(2, "0")}`;
  for (const level of [1, 2]) {
    const ec = esr(level) >> 26n;
    if ([0x20n, 0x21n, 0x24n, 0x25n].includes(ec)) {
      const walk = (esr(level) >> 7n) & 1n;
      return `${ec < 0x24n ? "instruction" : "data"} abort to EL${level}, ${status(esr(level) & 0x3fn)}${walk ? " S1PTW" : ""}`;
    }
  }
  if (par !== 0n)
    return (par & 1n) === 0n ? "PAR success" : `PAR ${status((par >> 1n) & 0x3fn)} ${(par >> 8n) & 3n}`;
  return "done";
}

function describe(
  probe: Pick<Probe, "operation" | "state"> & Partial<Probe>,
  processor: Processor,
  state: BigUint64Array,
): string {
  const { text } = operations[probe.operation]!;
  const el = ["EL0", "EL1", "EL2"][Number((state[record.spsr]! >> 2n) & 3n)];
  const set = registers
    .map((name, i) => [name, state[record.registers + i]!] as const)
    .filter(([, value]) => value !== 0n)
    .map(([name, value]) => `    ${name} = 0x${value.toString(16)}`);
  const where = `${text} from ${el} at 0x${state[record.x + 1]!.toString(16)} on ${processor.name}`;
  const { ours, lastDescriptor = 0n } = probe;
  const outcome = ours && `: here ${outcomeOf(ours)}, last descriptor 0x${lastDescriptor.toString(16)}`;
  return `${where}${outcome ?? ""}\n${set.join("\n")}`;
}

function recordsOf(states: readonly BigUint64Array[]): BigUint64Array {
  const width = inputWords(registers.length);
  const records = new BigUint64Array(states.length * width);
  for (const [i, state] of states.entries()) records.set(state, i * width);
  return records;
}

/** The results of records on QEMU, from the batch's memory. */
async function resultsOf(
  qemu: QemuSide,
  { processor, memory }: Batch,
  states: readonly BigUint64Array[],
): Promise<readonly BigUint64Array[] | number> {
  const records = recordsOf(states);
  const results = await qemu.run({ processor: processor.name, caseCount: states.length, records, memory });
  return splitResults(results);
}

function sceneOf(batch: Batch, probe: Probe, qemu: BigUint64Array): Scene {
  const { operation, state, ours, lastDescriptor } = probe;
  const { text } = operations[operation]!;
  return { text, state, ours, qemu, lastDescriptor, physicalBits: batch.processor.physicalBits };
}

/** Whether something differs that nothing explains. */
function differs(batch: Batch, probe: Probe, qemu: BigUint64Array): boolean {
  const scene = sceneOf(batch, probe, qemu);
  return differencesOf(probe.ours, qemu).some((d) => !explanations.some((e) => e.explains(scene, d)));
}

/** The failing probe with fewer bits set, from a batch's first memory. */
async function smaller(qemu: QemuSide, batch: Batch, probe: Probe): Promise<string | undefined> {
  const { architecture } = batch.processor;
  const machine = new MachineSide(architecture, registers, batch.memory, known, true);
  const state = await minimised(probe.state, keptBits, async (states) => {
    const ours = states.map((one) => {
      return {
        operation: probe.operation,
        state: one,
        ours: machine.try(one),
        lastDescriptor: machine.lastDoubleword,
      };
    });
    const runnable = ours.flatMap((one) =>
      typeof one.ours === "string" ? [] : [{ ...one, ours: one.ours }],
    );
    const theirs = await resultsOf(
      qemu,
      batch,
      runnable.map((one) => one.state),
    );
    if (typeof theirs === "number") return states.map(() => false);
    const failing = new Set(
      runnable.filter((one, i) => differs(batch, one, theirs[i]!)).map((one) => one.state),
    );
    return states.map((one) => failing.has(one));
  });
  return state && describe(probe, batch.processor, state);
}

/** How many failing cases are made smaller. */
const MINIMISED = 2;

/** Runs at least so many random translations on both machines. */
export async function runTranslations(
  tools: Tools,
  cases: number,
  seed: number,
  log: (text: string) => void = () => {},
  engines: readonly FastEngineName[] = [],
): Promise<Tally<Scene>> {
  const tally = new Tally<Scene>(explanations, limits, engines);
  const sides = processors.map(({ architecture }) =>
    tally.engines.map((own) => new EngineSide(own, architecture)),
  );
  const qemu = new QemuSide(tools, registers);
  try {
    for (let number = 0; tally.cases < cases; number++) {
      const batch = makeBatch(
        seed * 1000 + number,
        processors[number % processors.length]!,
        cases - tally.cases,
        tally.discards,
        sides[number % processors.length]!,
      );
      const results = await settledResults(
        batch.probes,
        (states) => resultsOf(qemu, batch, states),
        (one, result) => differs(batch, one, result),
      );
      if (typeof results === "number") {
        const stuck = batch.probes[results];
        if (stuck === undefined) throw new Error("QEMU did not come to its end");
        tally.failures.push(`${describe(stuck, batch.processor, stuck.state)}\n  QEMU does not come back`);
        log(tally.failures.at(-1) ?? "");
        break;
      }
      const failing: Probe[] = [];
      for (const [i, probe] of batch.probes.entries()) {
        const scene = sceneOf(batch, probe, results[i]!);
        const differences = differencesOf(probe.ours, results[i]!);
        const fine = tally.add(scene.text, outcomeOf(probe.ours), differences, scene, () =>
          describe(probe, batch.processor, probe.state),
        );
        if (!fine) log(tally.failures.at(-1) ?? "");
        if (!fine) failing.push(probe);
      }
      for (const probe of failing.slice(
        0,
        Math.max(0, MINIMISED - (tally.failures.length - failing.length)),
      )) {
        const text = await smaller(qemu, batch, probe);
        if (text !== undefined) log(`with fewer bits: ${text}`);
      }
      log(`${tally.cases} cases, ${tally.failures.length} failures`);
    }
  } finally {
    qemu.dispose();
  }
  for (const side of sides.flat()) side.finish();
  tally.addEngines(log);
  for (const excess of tally.discards.excesses()) {
    tally.failures.push(excess);
    log(excess);
  }
  log(`not compared: ${tally.discards.text()}`);
  return tally;
}
