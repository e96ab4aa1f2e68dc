import { expect, test } from "vitest";
import type { EngineOptions } from "../../src/runtime/index.js";
import { engineBench, putWords, RAM } from "./engine-bench.js";

/** Code in which one instruction of a run raises an exception now and then, where translated code asks for the run at once. */

const VECTORS = RAM + 0x1000n;
const DATA = RAM + 0x8000n;
const ROUNDS = 3000n;

/** Each counts X5 down, at EL1 with translation off; raised: how many exceptions that makes. */
const programs: Record<string, { readonly words: readonly number[]; readonly raised: bigint }> = {
  // The access to q0 traps in every other round. DDI0487, CPACR_EL1.FPEN.
  "a run of accesses to registers that its own writes permit or trap": {
    words: [
      0xd5181044, // msr cpacr_el1, x4
      0x3d800280, // str q0, [x20]
      0xca060084, // eor x4, x4, x6
      0xd10004a5, // sub x5, x5, #1
      0xb5ffff85, // cbnz x5, back
      0xd4400000, // hlt #0
    ],
    raised: ROUNDS / 2n,
  },
  // Memory is Device, where misaligned accesses fault. DDI0487, Unaligned data access.
  "a run of stores of which only the second is misaligned": {
    words: [
      0xb9000280, // str w0, [x20]
      0xf8004281, // stur x1, [x20, #4]
      0xb9000a82, // str w2, [x20, #8]
      0xd10004a5, // sub x5, x5, #1
      0xb5ffff85, // cbnz x5, back
      0xd4400000, // hlt #0
    ],
    raised: ROUNDS,
  },
};

/** Counts in X9 and goes on behind the instruction. */
const handler = [
  0x91000529, // add x9, x9, #1
  0xd538403c, // mrs x28, elr_el1
  0x9100139c, // add x28, x28, #4
  0xd518403c, // msr elr_el1, x28
  0xd69f03e0, // eret
];

const engines: Record<string, EngineOptions> = {
  "the interpreter": { translate: false },
  "translated code": { hot: 0 },
};

test.each(
  Object.keys(engines).flatMap((engine) =>
    Object.keys(programs).map((program) => [engine, program] as const),
  ),
)("%s raises each exception of %s", (name, title) => {
  const { words, raised } = programs[title]!;
  const { machine, memory, engine } = engineBench(words, { ...engines[name], warmUp: 50, missing: 20 });
  putWords(memory, VECTORS + 0x200n, handler);
  machine.registers.set("VBAR_EL1", VECTORS);
  machine.registers.set("SPSR_EL1", 5n);
  Object.assign(machine.pstate, { EL: 1, SP: 1 });
  machine.x.set([0n, 1n, 2n, 0n, 3n << 20n, ROUNDS, 3n << 20n]);
  machine.x[20] = DATA;
  expect(engine.run({ maxInstructions: 1_000_000 }).reason).toBe("halt");
  expect(machine.x[9]).toBe(raised);
  expect(engine.counts.fast).toBeGreaterThan(10_000);
  expect(engine.counts.regions > 0).toBe(name === "translated code");
});
