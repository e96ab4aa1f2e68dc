import { describe, expect, test } from "vitest";
import { boardTools, compile, runHere, runOnQemu } from "./board-programs.js";

const tools = boardTools();

/** Programs that print what they see; nothing in their output depends on how fast a board is. */
const programs = [
  { name: "timers.c: timers, their interrupts, waits", file: "timers.c" },
  { name: "virtual.c: virtual interrupts into a guest", file: "virtual.c" },
];

describe.skipIf(tools === undefined)("a program behaves as on QEMU", () => {
  test.each(programs)("$name", ({ file }) => {
    const elf = compile(tools!, { file });
    const expected = runOnQemu(tools!, elf);
    const { out, status, stop } = runHere(elf);
    expect(out.toString()).toBe(expected.out.toString());
    expect(stop.reason).toBe("exit");
    expect(status).toBe(expected.status);
    expect(expected.status).toBe(0);
  });
});
