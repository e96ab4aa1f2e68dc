import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Architecture, Machine, PhysicalMemory } from "../../../src/runtime/index.js";
import { readExecutable } from "../machine-bare-metal.js";
import { batchOf } from "./batch.js";
import { differencesOf, recordOf } from "./comparison.js";
import { CaseSource } from "./generator.js";
import { buildHarness, type Tools } from "./harness-image.js";
import {
  CODE,
  CODE_BYTES,
  DATA,
  DATA_BYTES,
  EL1_VECTORS,
  flag,
  INPUT,
  input,
  PRISTINE,
  RAM,
  RESULT_BYTES,
  RESULTS,
  TABLES,
} from "./layout.js";
import { MachineSide, recordedRegisters } from "./machine-side.js";
import { pageTables } from "./page-tables.js";
import { el1Vectors } from "./qemu-side.js";
import { reservedBits } from "./register-moves.js";

/** Up to the end of the unspoilt data; code and data lie above. */
const LOW_RAM_BYTES = 0x1000_0000n;
const GIC = 0x0800_0000n;
const MOST_STEPS = 1_000_000;
/** HLT #0xf000, by which the harness begins to write its results. */
const SEMIHOSTING = 0xd45e0000n;

/** A doubleword that the harness on our machine and our side disagree about. */
export interface Disagreement {
  readonly index: number;
  readonly slot: number;
}

/**
 * Where the records of some cases differ, made by the harness that QEMU runs, on our machine, and made by our side
 * directly. Reserved bits do not count: MSR, by which the harness sets registers, leaves them as they must be.
 * Cases that wait for an interrupt are left out: the machine alone has no interrupt controller.
 */
export function harnessDisagreements(
  tools: Tools,
  architecture: Architecture,
  { cases, seed }: { readonly cases: number; readonly seed: number },
): Disagreement[] {
  const wanted = new CaseSource(architecture, seed, 1).make(cases);
  const batch = batchOf(wanted);
  const direct = new MachineSide(architecture, batch).run().records.slice();
  wanted.forEach(({ state }, i) => {
    if (((state[input.flags] ?? 0n) & BigInt(flag.interrupt)) === 0n) return;
    state[input.flags] = BigInt(flag.skipped);
    direct.fill(0, i * RESULT_BYTES, (i + 1) * RESULT_BYTES);
  });
  const memory = new PhysicalMemory();
  memory.addRam(RAM, LOW_RAM_BYTES);
  memory.addRam(CODE, BigInt(CODE_BYTES));
  memory.addRam(DATA, BigInt(DATA_BYTES));
  memory.addDevice(GIC, 0x2_0000n, { read: () => 0n, write: () => undefined });
  memory.load(TABLES, pageTables());
  memory.load(EL1_VECTORS, el1Vectors());
  memory.load(CODE, batch.code);
  memory.load(DATA, batch.data);
  memory.load(PRISTINE, batch.data);
  memory.load(INPUT, batch.input);
  const machine = new Machine(architecture, { memory });
  machine.pc = loadHarness(tools, architecture, cases, memory);
  const isOver = () => machine.pc < TABLES && memory.read(machine.pc, 4) === SEMIHOSTING;
  const { reason } = machine.run({ maxInstructions: MOST_STEPS, until: isOver });
  if (reason !== "until") throw new Error(`the harness ended by ${reason} at 0x${machine.pc.toString(16)}`);
  const harness = memory.bytes(RESULTS, cases * RESULT_BYTES);
  return wanted.flatMap((_, index) =>
    differencesOf(recordOf(harness, index), recordOf(direct, index))
      .filter(({ slot, qemu, ours }) => ((qemu ^ ours) & ~reserved(architecture, slot)) !== 0n)
      .map(({ slot }) => ({ index, slot })),
  );
}

/** Bits of a doubleword that are reserved in the register that it shows. */
function reserved(architecture: Architecture, slot: number): bigint {
  const name = recordedRegisters.find(([known]) => known === slot)?.[1];
  const register = architecture.registers.find((known) => known.name === name);
  return register === undefined ? 0n : reservedBits(register);
}

/** Loads the harness; its entry point. */
function loadHarness(
  tools: Tools,
  architecture: Architecture,
  cases: number,
  memory: PhysicalMemory,
): bigint {
  const folder = mkdtempSync(join(tmpdir(), "worldswitch-harness-"));
  try {
    const { entry, segments } = readExecutable(
      readFileSync(buildHarness(tools, architecture, cases, folder)),
    );
    for (const { address, bytes } of segments) memory.load(address, bytes);
    return entry;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
