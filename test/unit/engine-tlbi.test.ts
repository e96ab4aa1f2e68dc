import { expect, test } from "vitest";
import type { EngineOptions } from "../../src/runtime/index.js";
import { engineBench, RAM } from "./engine-bench.js";

/** A page that is mapped elsewhere in each round: what a TLBI names is asked for again, and nothing else. */

const [LEVEL1, LEVEL2, LEVEL3] = [RAM + 0x4000n, RAM + 0x5000n, RAM + 0x6000n];
const [FIRST, SECOND, MAPPED] = [RAM + 0x8000n, RAM + 0x9000n, RAM + 0xf000n];
const ROUNDS = 2000n;
/** AF, inner shareable, MAIR's attribute 0, a page; nG. */
const PAGE = 0x703n | (1n << 11n);

/** X0 the page, X1 its descriptor's address, X2 and X8 descriptors, X3 the TLBI's operand, X7 rounds. */
const program = (tlbi: number) => [
  0xf9000022, // str x2, [x1]
  0xd5033f9f, // dsb sy
  tlbi,
  0xd5033f9f, // dsb sy
  0xd5033fdf, // isb
  0xf9400004, // ldr x4, [x0]
  0x8b0400a5, // add x5, x5, x4
  0xaa0203e9, // mov x9, x2
  0xaa0803e2, // mov x2, x8
  0xaa0903e8, // mov x8, x9
  0xd10004e7, // sub x7, x7, #1
  0xb5fffea7, // cbnz x7, to the str
  0xd4400000, // hlt #0
];

const operations = {
  "vae1, x3": 0xd5088723,
  "vae1is, x3": 0xd5088323,
  "vaae1, x3": 0xd5088763,
  "aside1, x3": 0xd5088743,
  vmalle1: 0xd508871f,
  vmalle1is: 0xd508831f,
};

const engines: Record<string, EngineOptions> = {
  "the interpreter": { translate: false },
  "translated code": { hot: 0 },
};

function start(options: EngineOptions, tlbi: number) {
  const bench = engineBench(program(tlbi), { ...options, warmUp: 50, missing: 20 });
  const { machine, memory, engine } = bench;
  memory.write(LEVEL1 + 8n, 8, LEVEL2 | 3n);
  memory.write(LEVEL2, 8, LEVEL3 | 3n);
  for (let page = 0n; page < 16n; page++) memory.write(LEVEL3 + 8n * page, 8, (RAM + 4096n * page) | PAGE);
  memory.write(FIRST, 8, 1n);
  memory.write(SECOND, 8, 2n);
  for (const [name, value] of [
    ["TTBR0_EL1", LEVEL1],
    ["TCR_EL1", 0x3519n],
    ["MAIR_EL1", 0xffn],
    ["SCTLR_EL1", 1n],
  ] as const)
    machine.registers.set(name, value);
  Object.assign(machine.pstate, { EL: 1, SP: 1 });
  machine.x.set([MAPPED, LEVEL3 + 8n * 15n, FIRST | PAGE, MAPPED >> 12n, 0n, 0n, 0n, ROUNDS, SECOND | PAGE]);
  machine.pc = RAM;
  return { machine, engine };
}

test.each(
  Object.keys(engines).flatMap((engine) =>
    Object.entries(operations).map(([name, word]) => [engine, name, word] as const),
  ),
)("%s reads through the new descriptor after tlbi %s", (name, _operation, word) => {
  const { machine, engine } = start(engines[name]!, word);
  expect(engine.run({ maxInstructions: 1_000_000 }).reason).toBe("halt");
  expect(machine.x[5]).toBe((ROUNDS / 2n) * 3n);
  expect(engine.counts.fast).toBeGreaterThan(10_000);
});

test.each(Object.keys(engines))("%s keeps the other pages after tlbi vae1", (name) => {
  const { engine } = start(engines[name]!, operations["vae1, x3"]);
  engine.run({ maxInstructions: 1_000_000 });
  // One access each round is to the page that was named; fetches and the store to the descriptor are not.
  const { exits } = engine.counts;
  expect(exits[4]).toBeLessThan(Number(ROUNDS) + 100);
  expect(exits[5]).toBeLessThan(100);
  expect(exits[6]).toBeLessThan(100);
});

test.each(
  Object.keys(engines),
)("%s reads through the new descriptor after the whole TLB was cleared", (name) => {
  const NOP = 0xd503201f;
  const { machine, engine } = start(engines[name]!, NOP);
  engine.run({ maxInstructions: 12_000 });
  const { x } = machine;
  const before = { sum: x[5]!, left: x[7]! };
  expect(before.sum).toBe(ROUNDS - before.left);
  x[2] = SECOND | PAGE;
  x[8] = SECOND | PAGE;
  machine.memory.write(LEVEL3 + 8n * 15n, 8, SECOND | PAGE);
  machine.tlb.clear();
  expect(engine.run({ maxInstructions: 1_000_000 }).reason).toBe("halt");
  expect(x[5]).toBe(before.sum + 2n * before.left);
});
