import { expect, test } from "vitest";
import { engineBench, RAM } from "./engine-bench.js";

const NOPS = 600;
const NOP = 0xd503201f;

/** Many NOPs, then a loop of a million rounds: sub x1, x1, #1; cbnz x1, back. */
const program = [...new Array<number>(NOPS).fill(NOP), 0xd1000421, 0xb5ffffe1, 0xd4400000];

test("a run that passes its limit where no branch is taken ends when it comes to a translated loop", () => {
  const { machine, engine } = engineBench(program, { warmUp: 20, missing: 1, sample: 100, hot: 1 });
  const begin = (): void => {
    machine.pc = RAM;
    machine.x[1] = 1_000_000n;
  };
  begin();
  expect(engine.run({ maxInstructions: 100_000_000 }).reason).toBe("halt");
  expect(engine.counts.regions).toBeGreaterThan(0);
  begin();
  const maxInstructions = 1024 + 10;
  expect(engine.run({ maxInstructions })).toEqual({ reason: "limit", instructions: maxInstructions });
});
