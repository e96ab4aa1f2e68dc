import { expect, test } from "vitest";
import { VirtBoard } from "../../src/runtime/index.js";
import { architecture } from "./runtime-architecture.js";

const CODE = 0x4010_0000n;
const VMALLS12E1IS = 0xd50c83df;
const VMALLS12E1 = 0xd50c87df;
const SEV = 0xd503209f;

/** told: gets what an engine is told of changes that are not its own. */
function board(told: string[]): VirtBoard {
  const console = { interactive: false, write: () => {}, writeError: () => {}, read: () => undefined };
  return new VirtBoard({
    architecture,
    cpus: 3,
    engine: (machine) =>
      Object.assign(machine, {
        invalidate: (what: string) => {
          told.push(what);
        },
      }),
    memoryBytes: 0x100_0000n,
    host: { console, commandLine: "", now: () => 0 },
  });
}

/** A board whose PEs each keep one stage 2 entry, after PE 1 has executed a word at EL2. */
function after(word: number, told: string[] = []): VirtBoard {
  const made = board(told);
  const second = { output: 0n, level: 3, sizeBits: 12, read: true, write: true, executeNever: false };
  for (const { machine } of made.pes) {
    machine.tlb.insertIpa(0, 0x1000n, { ...second, memAttr: 0xf, shareability: 3 });
  }
  made.memory.write(CODE, 4, BigInt(word));
  const one = made.pes[1]!.machine;
  one.pc = CODE;
  one.pstate.EL = 2;
  told.length = 0;
  expect(one.step()).toBe("executed");
  return made;
}

const entries = ({ pes }: VirtBoard) =>
  pes.map(({ machine }) => machine.tlb.findIpa(0, 0x1000n) !== undefined);

// DDI0487, TLB maintenance instructions: the Inner Shareable domain has all PEs of the board.
test("a TLBI of the Inner Shareable domain reaches every PE of a board, a local one its own", () => {
  const told: string[] = [];
  expect(entries(after(VMALLS12E1, told))).toEqual([true, false, true]);
  expect(told).toEqual([]);
  expect(entries(after(VMALLS12E1IS, told))).toEqual([false, false, false]);
  expect(told).toEqual(["translation", "translation"]);
});

// DDI0487, SEV: an event is signalled to all PEs.
test("SEV sets the event register of every PE of a board", () => {
  expect(after(SEV).pes.map(({ machine }) => machine.state.eventRegister)).toEqual([true, true, true]);
});
