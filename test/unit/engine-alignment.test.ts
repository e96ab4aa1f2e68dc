import { expect, test } from "vitest";
import type { EngineOptions } from "../../src/runtime/index.js";
import { engineBench, RAM } from "./engine-bench.js";

const VECTORS = RAM + 0x8000n;
const DATA = RAM + 0x4000n;
const HLT = 0xd4400000;
const ALIGNMENT_FAULT = 0x21n;

/** Accesses of Q registers at X0. DDI0487, SCTLR_EL2.A: aligned to the size of the register. */
const accesses = [
  ["LDR Q", 0x3dc00002],
  ["STR Q", 0x3d800002],
  ["LDP Q", 0xad400c02],
  ["STNP Q", 0xac000c02],
] as const;
const ways: readonly (readonly [string, EngineOptions])[] = [
  ["the interpreter", { translate: false }],
  ["translated code", { hot: 0 }],
];
const cases = ways.flatMap(([way, options]) =>
  accesses.map(([name, word]) => [way, name, options, word] as const),
);

test.each(
  cases,
)("%s finds %s misaligned at a multiple of 8 where alignment is checked", (_way, _name, options, word) => {
  // subs x1, x1, #1; b.ne back: by the time that it goes on, the page is known. add x0, x0, #8.
  const program = [word, 0xf1000421, 0x54ffffc1, 0x91002000, word, HLT];
  const { machine, memory, engine } = engineBench(program, {
    ...options,
    warmUp: 2,
    missing: 1,
    margin: 0,
  });
  memory.write(VECTORS + 0x200n, 4, BigInt(HLT));
  const { registers } = machine;
  registers.set("VBAR_EL2", VECTORS);
  registers.set("SCTLR_EL2", registers.get("SCTLR_EL2") | 2n);
  registers.set("CPTR_EL2", 0n);
  machine.x.set([DATA, 200n]);
  expect(engine.run({ maxInstructions: 10_000 }).reason).toBe("halt");
  expect(machine.x[1]).toBe(0n);
  expect(registers.get("ESR_EL2") & 0x3fn).toBe(ALIGNMENT_FAULT);
  expect(registers.get("FAR_EL2")).toBe(DATA + 8n);
  expect(engine.counts.fast).toBeGreaterThan(400);
});
