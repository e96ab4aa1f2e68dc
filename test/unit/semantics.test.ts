import { describe, expect, test } from "vitest";
import { semantics } from "../../src/runtime/index.js";
import { architecture } from "./runtime-architecture.js";
import { CODE, machineWith } from "./runtime-bench.js";

describe("semantics", () => {
  test("has one function for every line of the instruction table and none besides", () => {
    const lines = architecture.instructions.map((line) => line.name).sort();
    expect(Object.keys(semantics).sort()).toEqual(lines);
  });

  test("asks a line only for fields that it has, and branches only on its variant", () => {
    let seed = 1;
    const random = () => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return seed;
    };
    for (const [index, line] of architecture.instructions.entries()) {
      const machine = machineWith([], { onHalt: () => true });
      let run = 0;
      for (let tries = 0; tries < 4000 && run < 40; tries++) {
        const bits = ((random() & 0xffff0000) | (random() >>> 16)) >>> 0;
        const word = ((bits & ~line.mask) | line.match) >>> 0;
        if (architecture.decode(word) !== index) continue;
        run++;
        machine.memory.write(CODE, 4, BigInt(word));
        machine.x.fill(CODE + 0x1000n);
        machine.pc = CODE;
        Object.assign(machine.pstate, { EL: 2, SP: 1, IL: 0 });
        expect(() => machine.step(), `${line.name} ${word.toString(16)}`).not.toThrow();
      }
      expect(run, line.name).toBeGreaterThan(0);
    }
  });
});

/** Words by GNU as, values by hand from the manual's definitions. */
describe("an instruction", () => {
  const run = (word: number, x: Readonly<Record<number, bigint>>) => {
    const machine = machineWith([word]);
    for (const [i, value] of Object.entries(x)) machine.x[Number(i)] = value;
    machine.step();
    return machine;
  };
  const flags = ({ pstate }: ReturnType<typeof run>) => `${pstate.N}${pstate.Z}${pstate.C}${pstate.V}`;
  const MAX = 0xffff_ffff_ffff_ffffn;

  test.each([
    ["adds x2, x0, x1", 0xab010002, MAX, 1n, 0n, "0110"],
    ["adds x2, x0, x1", 0xab010002, 0x7fff_ffff_ffff_ffffn, 1n, 0x8000_0000_0000_0000n, "1001"],
    ["adds w2, w0, w1", 0x2b010002, 0x1_ffff_ffffn, 1n, 0n, "0110"],
    ["subs x2, x0, x1", 0xeb010002, 0n, 1n, MAX, "1000"],
    ["subs x2, x0, x1", 0xeb010002, 5n, 5n, 0n, "0110"],
    ["subs w2, w0, w1", 0x6b010002, 0x8000_0000n, 1n, 0x7fff_ffffn, "0011"],
    ["sdiv x2, x0, x1", 0x9ac10c02, 0x8000_0000_0000_0000n, MAX, 0x8000_0000_0000_0000n, "0000"],
    ["sdiv w2, w0, w1", 0x1ac10c02, 0x8000_0000n, 0xffff_ffffn, 0x8000_0000n, "0000"],
    ["udiv x2, x0, x1", 0x9ac10802, 7n, 0n, 0n, "0000"],
    ["smulh x2, x0, x1", 0x9b417c02, MAX, MAX, 0n, "0000"],
    ["umulh x2, x0, x1", 0x9bc17c02, MAX, MAX, 0xffff_ffff_ffff_fffen, "0000"],
    ["ror x2, x0, x1", 0x9ac12c02, 1n, 65n, 0x8000_0000_0000_0000n, "0000"],
    ["asr w2, w0, w1", 0x1ac12802, 0x8000_0000n, 33n, 0xc000_0000n, "0000"],
    ["crc32b w2, w0, w1", 0x1ac14002, 0n, 1n, 0x77073096n, "0000"],
  ])("%s of its edge values", (_, word, a, b, result, nzcv) => {
    const machine = run(word, { 0: a, 1: b });
    expect(machine.x[2]).toBe(result);
    expect(flags(machine)).toBe(nzcv);
  });

  test("bl links and blr reads its target before it links", () => {
    const bl = run(0x94000002, {});
    expect([bl.pc, bl.x[30]]).toEqual([CODE + 8n, CODE + 4n]);
    const blr = run(0xd63f03c0, { 30: CODE + 0x40n });
    expect([blr.pc, blr.x[30]]).toEqual([CODE + 0x40n, CODE + 4n]);
  });

  test("a store pair with write-back that faults leaves its base alone", () => {
    const machine = machineWith([0xa9bf0440]);
    machine.x[2] = 0x10n;
    expect(machine.step()).toBe("exception");
    expect(machine.x[2]).toBe(0x10n);
  });

  test("a store that crosses out of RAM writes nothing", () => {
    const machine = machineWith([0xa9000440]);
    const end = CODE + 0x1000000n;
    machine.x[2] = end - 8n;
    machine.x[0] = 1n;
    machine.step();
    expect(machine.memory.read(end - 8n, 8)).toBe(0n);
    expect(machine.registers.get("FAR_EL2")).toBe(end);
  });
});
