import { describe, expect, test } from "vitest";
import { boardTools, compile, runHere, runOnQemu } from "./board-programs.js";

const tools = boardTools();

describe.skipIf(tools === undefined)("PSCI", () => {
  test.each([1, 2, 4])("answers every function and switches PEs as QEMU does, with %i PEs", async (cpus) => {
    const elf = compile(tools!, { file: "psci.c", defines: [`CPUS=${cpus}UL`] });
    const expected = runOnQemu(tools!, elf, { cpus });
    const { out, status } = await runHere(elf, { cpus });
    expect(out.toString()).toBe(expected.out.toString());
    expect(status).toBe(expected.status);
    expect(expected.status).toBe(0);
  });
});
