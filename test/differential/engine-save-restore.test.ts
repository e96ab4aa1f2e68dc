import { expect, test } from "vitest";
import { decode } from "../../generated/kvm-arm64/ts/emulator/decoder.js";
import {
  EngineMemory,
  encodingKey,
  FastEngine,
  Machine,
  PhysicalMemory,
  stateBytes,
  stateOffsets,
} from "../../src/runtime/index.js";
import { architecture as described } from "../unit/runtime-architecture.js";
import { randomSource } from "./machine-bare-metal.js";
import { RAM, RAM_BYTES, RandomGuest } from "./random-guest.js";

/**
 * What a world switch is made of: long runs of loads and stores through one base register, of general and vector registers and
 * words, between reads and writes of system registers, without a loop. A function of such runs is called again and again, on
 * pages of all rights, at any level, over page ends and misaligned; translated code leaves the state that the reference
 * machine leaves. WORLDSWITCH_SAVES: how many programs.
 */

const architecture = { ...described, decode };
const PROGRAMS = Number(process.env.WORLDSWITCH_SAVES ?? 40);
const SEED = BigInt(process.env.WORLDSWITCH_SEED ?? 1);
const FUNCTION = RAM + 0x1000n;
const PARTS = 3;
/** Instructions of each part that the engine does not leave to the reference machine. */
const LENGTH = 300;

type Random = ReturnType<typeof randomSource>;

const pick = <T>(random: Random, list: readonly T[]): T => list[random.below(list.length)]!;

/** A run of accesses through a base; the distances go up by what is accessed, with a gap now and then. */
function accesses(random: Random, base: number, from: number, odd: boolean): number[] {
  const kind = random.below(5);
  const load = random.below(2);
  const bytes = [16, 32, 8, 4, 16][kind]!;
  const size = kind === 1 ? 16 : kind === 3 ? 4 : 8;
  let distance = from + (odd && kind === 3 ? 4 : 0);
  return Array.from({ length: 1 + random.below(9) }, (_, i) => {
    const at = distance / size;
    distance += bytes * (random.below(5) === 0 ? 2 : 1);
    const [t, t2] = [(2 * i) % 19, (2 * i + 1) % 19];
    const pair = ((at & 0x7f) << 15) | (t2 << 10) | (base << 5) | t | (load << 22);
    const back = random.below(12) === 0 ? 0x00800000 : 0;
    if (kind === 1) return 0xad000000 | pair | back;
    if (kind === 0 || kind === 4) return 0xa9000000 | pair | back;
    const single = (Math.abs(at) << 10) | (base << 5) | t | (load << 22);
    return (kind === 2 ? 0xf9000000 : 0xb9000000) | single;
  });
}

const switched = [
  "SCTLR_EL1",
  "CPACR_EL1",
  "CPTR_EL2",
  "TTBR0_EL1",
  "TCR_EL1",
  "SCTLR_EL1",
  "CPACR_EL1",
  "MAIR_EL1",
  "TPIDR_EL0",
  "CONTEXTIDR_EL1",
  "VBAR_EL1",
  "CPTR_EL2",
  "HSTR_EL2",
  "MDCR_EL2",
  "HCR_EL2",
  "VTTBR_EL2",
  "ELR_EL1",
  "FPCR",
];

/** Reads of system registers and, most often, writes of what was read, the first of them with a bit flipped now and then. */
function moves(random: Random): number[] {
  const [steering, bit] = pick(random, steeringBits);
  const flips = random.below(2) === 0;
  const chosen = Array.from({ length: 1 + random.below(5) }, (_, i) => {
    const name = i === 0 && flips ? steering : pick(random, switched);
    const { op0, op1, CRn, CRm, op2 } = architecture.registers.find((register) => register.name === name)!;
    return 0xd5100000 | (encodingKey({ op0, op1, CRn, CRm, op2 }) << 5) | (4 + i);
  });
  const reads = chosen.map((word) => word | 0x00200000);
  if (random.below(4) === 0) return reads;
  // eor x4, x4, #1 << bit
  return [...reads, ...(flips ? [0xd2400084 | (((64 - bit) & 63) << 16)] : []), ...chosen];
}

/** Bits that matter: M, A, SA and WXN; TFP and TTA; FPEN; VM, TVM and TRVM. */
const steeringBits: readonly (readonly [register: string, bit: number])[] = [
  ["SCTLR_EL1", 0],
  ["SCTLR_EL1", 1],
  ["SCTLR_EL1", 3],
  ["SCTLR_EL1", 19],
  ["CPTR_EL2", 10],
  ["CPTR_EL2", 31],
  ["CPACR_EL1", 20],
  ["CPACR_EL1", 21],
  ["HCR_EL2", 0],
  ["HCR_EL2", 26],
  ["HCR_EL2", 30],
];

/** The words of a function: runs of accesses and moves, and RET. */
function saveAndRestore(random: Random): number[] {
  const words: number[] = [];
  for (let run = 0; run < 6; run++) {
    if (random.below(3) === 0) words.push(...moves(random));
    const base = random.below(5) === 0 ? 31 : 20 + random.below(7);
    words.push(...accesses(random, base, 16 * (random.below(12) - 4), random.below(8) === 0));
    // add xB, xB, #16; or sub
    if (random.below(3) === 0 && base < 31)
      words.push((random.below(2) === 0 ? 0x91004000 : 0xd1004000) | (base << 5) | base);
  }
  return [...words, 0xd65f03c0];
}

/** Most often at EL1 or EL2, with translation on; pointers, or SP, misaligned by 4 now and then. */
function begin(machine: Machine, random: Random): void {
  const { registers } = machine;
  const EL = pick(random, [0, 1, 1, 2, 2]);
  Object.assign(machine.pstate, { EL, SP: EL === 0 ? 0 : 1, PAN: 0 });
  if (random.below(3) > 0)
    for (const name of ["SCTLR_EL1", "SCTLR_EL2"]) registers.set(name, 0x19n | (random.bits(1) << 1n));
  if (random.below(3) > 0) registers.set("HCR_EL2", 1n << 31n);
  if (random.below(4) === 0) for (let i = 20; i < 27; i++) machine.x[i] = (machine.x[i]! & ~7n) | 4n;
  if (random.below(4) > 0) return;
  for (const name of ["SP_EL0", "SP_EL1"]) registers.set(name, registers.get(name) | 4n);
  machine.spEl2 |= 4n;
}

function makePair() {
  const space = new EngineMemory(architecture.registers.length, RAM_BYTES);
  const memory = new PhysicalMemory();
  memory.addRam(RAM, RAM_BYTES, space.takeRam(RAM_BYTES));
  const machine = new Machine(architecture, { memory, storage: space.state });
  const engine = new FastEngine(machine, space, { warmUp: 20, missing: 20, hot: 0 });
  const reference = new Machine(architecture);
  reference.memory.addRam(RAM, RAM_BYTES);
  return { machine, engine, reference };
}

function stateOf({ storage: { window } }: Machine): readonly bigint[] {
  const words = new BigUint64Array(
    window.buffer,
    window.byteOffset,
    stateBytes(architecture.registers.length) / 8,
  );
  return [...words].map((value, i) => (i === stateOffsets.word / 8 ? 0n : value));
}

/** Where the two differ, in words for people. */
function difference(machine: Machine, reference: Machine): string | undefined {
  const [ours, theirs] = [stateOf(machine), stateOf(reference)];
  const at = ours.findIndex((value, i) => value !== theirs[i]);
  if (at < 0) return undefined;
  const register = architecture.registers[at - stateOffsets.sysregs / 8]?.name ?? "";
  return `state + 0x${(at * 8).toString(16)} ${register}: 0x${ours[at]!.toString(16)}, not 0x${theirs[at]!.toString(16)}`;
}

function ramOf({ memory }: Machine): BigUint64Array {
  const { buffer, byteOffset } = memory.window(RAM, Number(RAM_BYTES));
  return new BigUint64Array(buffer, byteOffset, Number(RAM_BYTES) / 8);
}

test("translated saves and restores leave what the reference machine leaves, on any page at any level", () => {
  const { machine, engine, reference } = makePair();
  for (let program = 0; program < PROGRAMS; program++) {
    const seed = SEED * 1_000_003n + BigInt(program);
    for (const each of [machine, reference]) {
      new RandomGuest(architecture, seed).fill(each);
      const random = randomSource(seed);
      // bl FUNCTION; b .-4
      for (const [i, word] of [0x94000400, 0x17ffffff].entries())
        each.memory.write(RAM + BigInt(4 * i), 4, BigInt(word));
      for (const [i, word] of saveAndRestore(random).entries())
        each.memory.write(FUNCTION + BigInt(4 * i), 4, BigInt(word >>> 0));
      each.pc = RAM;
      begin(each, random);
    }
    for (let call = 0; call < PARTS; call++) {
      const where = `program ${seed}, part ${call}, EL${machine.pstate.EL}, 0x${machine.pc.toString(16)}`;
      const ours = engine.run({ maxInstructions: 1024 + LENGTH });
      expect(ours, where).toEqual(reference.run({ maxInstructions: 1024 + LENGTH }));
      expect(difference(machine, reference), where).toBeUndefined();
    }
    const theirs = ramOf(reference);
    const differs = ramOf(machine).findIndex((value, i) => value !== theirs[i]);
    expect(differs, `RAM after program ${seed}`).toBe(-1);
  }
  expect(engine.counts.regions).toBeGreaterThan(PROGRAMS / 4);
}, 3_600_000);
