import { describe, expect, test } from "vitest";
import { Disassembler, formatDisassembly } from "../../src/assembler/index.js";
import { encodingGroup, type UndefinedEvent } from "../../src/runtime/index.js";
import { a64Table } from "./a64-documents.js";
import { architecture } from "./runtime-architecture.js";
import { CODE, machineWith, words } from "./runtime-bench.js";

/** mul v0.4s, v1.4s, v2.4s, which is computation and so none of the machine's instructions. */
const MUL = 0x4ea29c20;

function eventsOf(word: number, el?: number): UndefinedEvent[] {
  const machine = machineWith([word], el === undefined ? {} : { el });
  const events: UndefinedEvent[] = [];
  machine.observe({ undefinedInstruction: (event) => void events.push(event) });
  machine.step();
  return events;
}

describe("an UNDEFINED instruction", () => {
  test("is told with its group before its exception when the word is no instruction", () => {
    const machine = machineWith([MUL]);
    const seen: unknown[] = [];
    machine.observe({
      undefinedInstruction: (event) => void seen.push(event),
      exception: ({ kind }) => void seen.push(kind),
    });
    expect(machine.step()).toBe("exception");
    const event = { pc: CODE, el: 2, word: MUL, group: "Advanced SIMD three same" };
    expect(seen).toEqual([event, "synchronous"]);
  });

  test("is told with its line when the word is an instruction that is UNDEFINED at its level", () => {
    const [event] = eventsOf(words.hvc(0), 0);
    expect(event).toMatchObject({ el: 0, group: "Exception generation", instruction: "HVC" });
  });

  test("is not told for an instruction that raises another exception", () => {
    expect(eventsOf(words.svc(0))).toEqual([]);
    expect(eventsOf(words.nop)).toEqual([]);
  });

  test("is disassembled with its group", () => {
    const line = new Disassembler(a64Table(), new Map()).line(MUL, 0n);
    expect(formatDisassembly([line])).toBe(
      "   0:\t4ea29c20 \t.inst\t0x4ea29c20 // UNDEFINED here: Advanced SIMD three same\n",
    );
  });

  test("has a group whatever the word", () => {
    for (let high = 0; high < 0x10000; high++) {
      for (const low of [0, 0x9c20, 0xffff]) {
        const word = (high * 0x10000 + low) >>> 0;
        expect(encodingGroup(architecture, word)).not.toBe("unallocated");
      }
    }
  });
});
