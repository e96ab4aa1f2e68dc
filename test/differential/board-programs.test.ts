import { describe, expect, test } from "vitest";
import { dumpState } from "../../src/cli/state-dump.js";
import { FastEngine } from "../../src/runtime/index.js";
import { type BoardSetting, boardTools, compile, runHere, runOnQemu } from "./board-programs.js";

const tools = boardTools();

/** Programs that print what they see; nothing in their output depends on how fast a board is. */
const programs: readonly (BoardSetting & { readonly name: string; readonly file: string })[] = [
  { name: "timers.c: timers, their interrupts, waits", file: "timers.c" },
  { name: "events.c: the event streams of both counters", file: "events.c" },
  { name: "caches.c: the caches", file: "caches.c" },
  { name: "virtual.c: virtual interrupts into a guest", file: "virtual.c" },
  { name: "uart.c: input and interrupts", file: "uart.c", input: "polled!interrupt!" },
  { name: "reset.c: SYSTEM_RESET, with two PEs", file: "reset.c", cpus: 2 },
  { name: "locks.c: exclusives and SGIs among four PEs", file: "locks.c", cpus: 4 },
];

describe.skipIf(tools === undefined)("a program behaves as on QEMU", () => {
  test.each(programs)("$name", async ({ file, ...setting }) => {
    const elf = compile(tools!, { file });
    const expected = runOnQemu(tools!, elf, setting);
    const { out, status, stop } = await runHere(elf, setting);
    expect(out.toString()).toBe(expected.out.toString());
    expect(stop.reason).toBe("exit");
    expect(status).toBe(expected.status);
    expect(expected.status).toBe(0);
  });
});

describe.skipIf(tools === undefined)("an engine that goes on with a program", () => {
  const ofOne = programs.filter(({ cpus = 1 }) => cpus === 1);
  test.each(ofOne)("takes the course of the reference machine: $name", async ({ file, ...setting }) => {
    const elf = compile(tools!, { file });
    const expected = await runHere(elf, setting);
    const total = expected.stop.instructions;
    for (const engineAfter of [1, 37, 1000, total >> 1, total - 1]) {
      const { out, stop, board } = await runHere(elf, { ...setting, engine: "translate", engineAfter });
      expect(out.toString(), `after ${engineAfter}`).toBe(expected.out.toString());
      expect(board.pes[0]?.engine).toBeInstanceOf(FastEngine);
      expect(stop, `after ${engineAfter}`).toEqual(expected.stop);
      expect(dumpState(board), `after ${engineAfter}`).toEqual(dumpState(expected.board));
    }
  });
});
