import { describe, expect, it } from "vitest";
import { targets } from "../../src/targets/index.js";
import { goldenModel } from "./model.js";

/** The layout has no instructions, so what is made of them is left out, assembly and emulator. */
const ours = targets.filter((target) => target.directory !== "asm" && !target.name.includes("emulator"));

describe("targets on the layout of three registers", () => {
  it.each(
    ours.map((target) => [target.name, target] as const),
  )("%s prints what expected/ holds", async (_, target) => {
    const emitted = await target.emit(goldenModel);
    expect(emitted.diagnostics).toEqual([]);
    if (!emitted.ok) throw new Error("unreachable");
    expect(emitted.value.length).toBeGreaterThan(0);
    for (const file of emitted.value) {
      expect(file.path.startsWith(`${target.directory}/`)).toBe(true);
      expect(file.text.endsWith("\n")).toBe(true);
      await expect(file.text).toMatchFileSnapshot(`expected/${file.path}`);
    }
  });

  it("give the same bytes twice", async () => {
    for (const target of ours) {
      expect(await target.emit(goldenModel)).toEqual(await target.emit(structuredClone(goldenModel)));
    }
  });

  it("have names and files that are unique", async () => {
    const files = (await Promise.all(ours.map(async (target) => target.emit(goldenModel)))).flatMap(
      (result) => (result.ok ? result.value.map((file) => file.path) : []),
    );
    expect(new Set(files).size).toBe(files.length);
    expect(new Set(targets.map((target) => target.name)).size).toBe(targets.length);
  });
});
