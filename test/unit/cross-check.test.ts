import { describe, expect, test } from "vitest";
import { type CrossCheckResult, crossCheck, recordHost } from "../../src/debug/index.js";
import {
  type Engine,
  type EngineRun,
  type Host,
  type HostFile,
  type Machine,
  VirtBoard,
  type VirtBoardOptions,
  virtMap,
} from "../../src/runtime/index.js";
import { architecture } from "./runtime-architecture.js";

const RAM_BYTES = 0x100000;
const ENTRY = virtMap.ram + 0x80000n;
const ram = { base: virtMap.ram, sizeBytes: RAM_BYTES };

/** Reads characters by semihosting (SYS_READC) and adds them up in X5 and in memory, for ever. */
const program = [
  0xd2800000, // start: mov x0, #0
  0x528000e0, // mov w0, #7
  0xd45e0000, // hlt #0xf000
  0x8b0000a5, // add x5, x5, x0
  0x910004c6, // add x6, x6, #1
  0xf90000e5, // str x5, [x7]
  0x17fffffa, // b start
];

/** An engine that is the reference machine, but for what it does wrong after so many instructions. */
class BrokenEngine implements Engine {
  #executed = 0;

  constructor(
    readonly machine: Machine,
    readonly after: number,
    readonly breaks: (machine: Machine) => void,
  ) {}

  get storage() {
    return this.machine.storage;
  }

  run({ maxInstructions }: { readonly maxInstructions: number }): EngineRun {
    const run = this.machine.run({ maxInstructions });
    if (this.#executed < this.after && this.#executed + run.instructions >= this.after)
      this.breaks(this.machine);
    this.#executed += run.instructions;
    return run;
  }

  setLine(...line: Parameters<Engine["setLine"]>): void {
    this.machine.setLine(...line);
  }

  wakes(): boolean {
    return this.machine.wakes();
  }

  requestStop(): void {
    this.machine.requestStop();
  }

  invalidate(): void {}
}

function hostOf(): Host {
  let next = 0;
  const console = { interactive: false, write: () => {}, writeError: () => {}, read: () => next++ & 0xff };
  return { console, commandLine: "", now: () => 0 };
}

function check(every: number, engine?: VirtBoardOptions["engine"]): CrossCheckResult {
  const [first, second] = recordHost(hostOf());
  const options = { architecture, cpus: 1, memoryBytes: BigInt(RAM_BYTES) };
  const boards = [
    new VirtBoard({ ...options, host: first, ...(engine === undefined ? {} : { engine }) }),
    new VirtBoard({ ...options, host: second }),
  ] as const;
  for (const board of boards) {
    const bytes = new Uint8Array(Uint32Array.from(program).buffer);
    board.start({ pc: ENTRY, x0: 0n, parts: [{ address: ENTRY, bytes }] });
    board.pes[0]!.machine.x[7] = virtMap.ram + 0x90000n;
  }
  return crossCheck({ engine: boards[0], reference: boards[1], ram, every, maxInstructions: 1000 });
}

describe("the cross-check", () => {
  test("comes to the program's limit where both boards do the same", () => {
    expect(check(7)).toEqual({ stop: { reason: "limit", instructions: 1000 } });
  });

  test.each<[string, (machine: Machine) => void, RegExp]>([
    ["a general register", ({ x }) => x.set([x[5]! ^ 4n], 5), /^X5$/],
    ["a vector register", ({ state }) => state.writeV(9, { low: 0n, high: 1n }), /^V9\.D\[1\]$/],
    ["a system register", ({ registers }) => registers.set("TPIDR_EL1", 1n), /^TPIDR_EL1$/],
    ["a flag", ({ pstate }) => Object.assign(pstate, { C: 1 - pstate.C }), /^PSTATE\.C$/],
    ["SP_EL2", (machine) => Object.assign(machine, { spEl2: 16n }), /^SP_EL2$/],
    [
      "memory that the program writes",
      ({ memory }) => memory.write(virtMap.ram + 0x90004n, 4, 1n),
      /^RAM 0x40090000$/,
    ],
    [
      "memory that nobody writes",
      ({ memory }) => memory.write(virtMap.ram + 0x1238n, 1, 1n),
      /^RAM 0x40001238$/,
    ],
  ])("names %s that differs", (_what, breaks, name) => {
    // Right behind a store.
    const result = check(1, (machine) => new BrokenEngine(machine, 503, breaks));
    if (!("difference" in result)) throw new Error("nothing was found");
    expect(result.difference.found.map((found) => found.name)).toEqual([expect.stringMatching(name)]);
  });

  test("tells where both agreed last, what was executed since, and both values", () => {
    const result = check(1, (machine) => new BrokenEngine(machine, 500, ({ x }) => x.set([x[5]! ^ 4n], 5)));
    if (!("difference" in result)) throw new Error("nothing was found");
    const { instructions, executed, found } = result.difference;
    expect(instructions).toBe(499);
    expect(executed.map(({ word }) => word)).toEqual([program[499 % program.length]]);
    const [ours, theirs] = found[0]!.values;
    expect(ours ^ theirs).toBe(4n);
  });
});

test("a recorded host asks the real one once, and gives its answers twice", () => {
  const asked: string[] = [];
  const answer = <T>(what: string, value: T): T => {
    asked.push(what);
    return value;
  };
  const file: HostFile = {
    read: (lengthBytes) => answer("read", new Uint8Array([7, lengthBytes])),
    write: () => answer("write", undefined),
    seek: () => answer("seek", { errno: 22 }),
    lengthBytes: () => answer("length", 9),
    close: () => answer("close", undefined),
  };
  const files = { open: (name: string) => answer("open", name === "there" ? file : { errno: 2 }) };
  const [first, second] = recordHost({ ...hostOf(), files });
  const answers = [first, second].map((host) => {
    const opened = host.files!.open("there", "r") as HostFile;
    return [
      host.console.read(),
      opened.read(4),
      opened.write(new Uint8Array(2)),
      opened.seek(1),
      opened.lengthBytes(),
      opened.close(),
      host.files!.open("absent", "r"),
    ];
  });
  expect(answers[1]).toEqual(answers[0]);
  expect(asked).toEqual(["open", "read", "write", "seek", "length", "close", "open"]);
  expect(() => second.console.read()).toThrow("the host was asked for something else");
});
