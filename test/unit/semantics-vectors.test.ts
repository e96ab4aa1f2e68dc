import { describe, expect, test } from "vitest";
import { randomStream, randomWord } from "../differential/a64-words.js";
import { a64Table } from "./a64-documents.js";
import { CODE, machineWith, RAM_BYTES, syndromeOf } from "./runtime-bench.js";

const FP_TRAP = 0x07;
const DATA_ABORT = 0x25;
const ALIGNMENT = 0x21;
/** ld1 {v0.4s}, [x0]; ld1 {v0.4s-v3.4s}, [x0], #64; st1 {v0.16b-v3.16b}, [x0], #64 */
const LD1 = 0x4c407800;
const LD1_POST = 0x4cdf2800;
const ST1_POST = 0x4c9f2000;
const DATA = CODE + 0x1000n;

describe("an instruction of vector registers", () => {
  test("is trapped by CPTR_EL2.TFP, whichever it is, before it does anything", () => {
    const vectors = a64Table().instructions.filter(({ section }) => section.startsWith("C7.2"));
    const random = randomStream(3);
    for (const instruction of vectors) {
      const machine = machineWith([randomWord(instruction, random)]);
      machine.registers.set("CPTR_EL2", 1n << 10n);
      machine.x.fill(3n);
      machine.step();
      expect(syndromeOf(machine, 2).ec, instruction.name).toBe(FP_TRAP);
      expect(
        machine.x.every((value) => value === 3n),
        instruction.name,
      ).toBe(true);
    }
    expect(vectors.length).toBeGreaterThan(100);
  });

  test("needs an address that is aligned to its elements where SCTLR_EL2.A asks, and no more", () => {
    const run = (address: bigint) => {
      const machine = machineWith([LD1]);
      machine.registers.set("SCTLR_EL2", machine.registers.get("SCTLR_EL2") | 2n);
      machine.x[0] = address;
      return { outcome: machine.step(), machine };
    };
    expect(run(DATA + 4n).outcome).toBe("executed");
    const { outcome, machine } = run(DATA + 2n);
    expect(outcome).toBe("exception");
    const { ec, iss } = syndromeOf(machine, 2);
    expect([ec, iss & 0x3f, machine.registers.get("FAR_EL2")]).toEqual([DATA_ABORT, ALIGNMENT, DATA + 2n]);
  });

  test("that crosses out of RAM stores nothing, loads nothing and leaves its base alone", () => {
    const end = CODE + RAM_BYTES;
    for (const word of [ST1_POST, LD1_POST]) {
      const machine = machineWith([word]);
      const before = { low: 0x1111n, high: 0x2222n };
      for (let i = 0; i < 4; i++) machine.state.writeV(i, before);
      machine.x[0] = end - 48n;
      expect(machine.step()).toBe("exception");
      expect(machine.registers.get("FAR_EL2")).toBe(end);
      expect(machine.x[0]).toBe(end - 48n);
      expect(machine.memory.read(end - 48n, 8)).toBe(0n);
      expect(machine.state.readV(0)).toEqual(before);
    }
  });
});
