import { describe, expect, test } from "vitest";
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
