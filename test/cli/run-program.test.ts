import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, worldswitch } from "./command.js";

/** What the test programs need of an executable: segments of words, each at an address. */
interface Segment {
  readonly address: bigint;
  readonly words: readonly number[];
}

/** A little-endian aarch64 ELF64 executable that begins at its first segment. */
function executable(segments: readonly Segment[], machine = 183, type = 2): Buffer {
  const headers = Buffer.alloc(64 + 56 * segments.length);
  headers.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  headers.writeUInt16LE(type, 16);
  headers.writeUInt16LE(machine, 18);
  headers.writeBigUInt64LE(segments[0]?.address ?? 0n, 24);
  headers.writeBigUInt64LE(64n, 32);
  headers.writeUInt16LE(56, 54);
  headers.writeUInt16LE(segments.length, 56);
  const contents: Buffer[] = [];
  let offset = headers.length;
  segments.forEach(({ address, words }, i) => {
    const bytes = Buffer.alloc(4 * words.length);
    words.forEach((word, j) => {
      bytes.writeUInt32LE(word, 4 * j);
    });
    headers.writeUInt32LE(1, 64 + 56 * i);
    headers.writeBigUInt64LE(BigInt(offset), 64 + 56 * i + 8);
    for (const at of [16, 24]) headers.writeBigUInt64LE(address, 64 + 56 * i + at);
    for (const at of [32, 40]) headers.writeBigUInt64LE(BigInt(bytes.length), 64 + 56 * i + at);
    contents.push(bytes);
    offset += bytes.length;
  });
  return Buffer.concat([headers, ...contents]);
}

/** mov w0, #0x18; adr x1, block; hlt #0xf000; b .; block: 0x20026, 7. */
const exitsWith7 = [0x52800300, 0x10000061, 0xd45e0000, 0x14000000, 0x20026, 0, 7, 0];
/** wfi; b .-4. */
const waits = [0xd503207f, 0x17ffffff];
/** b . */
const spins = [0x14000000];
/** mov w1, #'A'; movz x0, #0x900, lsl #16; str w1, [x0]; then exitsWith7. */
const printsA = [0x52800821, 0xd2a12000, 0xb9000001, ...exitsWith7];
/** movz x0, #0x8400, lsl #16; movk x0, #8; smc #0: SYSTEM_OFF. */
const switchesOff = [0xd2b08000, 0xf2800100, 0xd4000003];

function run(file: Buffer, args: readonly string[] = []) {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "program.elf"), file);
  return { cwd, ...worldswitch(["run", "--elf", "program.elf", ...args], { cwd }) };
}

const at = (words: readonly number[], address = 0x40200000n): Buffer => executable([{ address, words }]);

describe("run --elf", () => {
  it("prints what the UART is given, and ends with the program's status", () => {
    expect(run(at(printsA))).toMatchObject({ status: 7, stdout: "A", stderr: "" });
  });

  it("ends with 0 when the program switches the board off", () => {
    expect(run(at(switchesOff))).toMatchObject({ status: 0, stdout: "", stderr: "" });
  });

  it.each(["1000", "5000"])("stops at --max-instructions %s, and says so", (limit) => {
    const { status, stderr } = run(at(spins), ["--max-instructions", limit]);
    expect(status).toBe(1);
    expect(stderr).toBe(
      `stopped: the program did not end within ${limit} instructions\n  hint: raise --max-instructions, or see where it is with --trace or --dump\n`,
    );
  });

  it("stops where nothing can wake a PE any more, and says so", () => {
    const { status, stderr } = run(at(waits));
    expect(status).toBe(1);
    expect(stderr).toContain(
      "stopped: after 1 instruction every PE waits or is off, and nothing can wake one\n",
    );
  });

  it("traces each instruction with what it changes", () => {
    const lines = run(at(printsA), ["--trace"]).stderr.trimEnd().split("\n");
    expect(lines).toHaveLength(6);
    expect(lines[0]).toMatch(/^EL2 0x40200000 \S+ +mov w1, #0x41 +X1=0x41$/);
    expect(lines[2]).toMatch(/^EL2 0x40200008 \S+ +str w1, \[x0\] +\[0x9000000\]:4=0x41$/);
  });

  it("dumps every PE's registers", () => {
    const { cwd, status } = run(at(printsA), ["--dump", "state.json", "--cpus", "2"]);
    const { pes } = JSON.parse(readFileSync(join(cwd, "state.json"), "utf8"));
    expect(status).toBe(7);
    expect(pes).toHaveLength(2);
    expect(pes[0]).toMatchObject({
      pe: 0,
      on: true,
      pc: "0x0000000040200018",
      pstate: { EL: 2, SP: 1, Z: 1 },
    });
    expect(pes[0].x[1]).toBe("0x000000004020001c");
    expect(pes[0].v).toHaveLength(32);
    expect(pes[0].sysregs).toMatchObject({
      CNTFRQ_EL0: "0x0000000003b9aca0",
      MPIDR_EL1: "0x0000000080000000",
    });
    expect(pes[1]).toMatchObject({ on: false, sysregs: { MPIDR_EL1: "0x0000000080000001" } });
  });

  it("loads raw images beside it", () => {
    const { cwd } = run(at(spins), ["--max-instructions", "1"]);
    const image = Buffer.alloc(4 * exitsWith7.length);
    exitsWith7.forEach((word, i) => {
      image.writeUInt32LE(word, 4 * i);
    });
    writeFileSync(join(cwd, "image.bin"), image);
    expect(worldswitch(["run", "--image", "image.bin"], { cwd }).status).toBe(7);
    expect(worldswitch(["run", "--image", "image.bin@0x41000000"], { cwd }).status).toBe(7);
  });
});

describe("run --elf refuses", () => {
  const refused = [
    {
      what: "an executable for another machine",
      file: executable([{ address: 0x40200000n, words: spins }], 62),
      says: "program.elf:1:1: error WS640: a 64-bit little-endian executable for aarch64 is needed, and this is 64-bit, little-endian, for x86-64",
    },
    {
      what: "an object",
      file: executable([{ address: 0x40200000n, words: spins }], 183, 1),
      says: "error WS640: an executable (type 2) is needed, and this is type 1, relocatable\n  hint: link it with ld",
    },
    {
      what: "a file that is no ELF file",
      file: Buffer.from("hello"),
      says: "error WS640: this is no ELF file\n  hint: give a raw image with --image FILE@ADDRESS",
    },
    {
      what: "an executable that is cut off",
      file: executable([{ address: 0x40200000n, words: spins }]).subarray(0, 121),
      says: "error WS641: segment 0 lies at 120 for 4 bytes, and the file has 121",
    },
    {
      what: "an executable without segments",
      file: executable([]),
      says: "error WS645: the file has no loadable segment",
    },
    {
      what: "segments that overlap",
      file: executable([
        { address: 0x40200000n, words: waits },
        { address: 0x40200004n, words: waits },
      ]),
      says: "error WS646: the segments at 0x40200000 … 0x40200007 and 0x40200004 … 0x4020000b overlap",
    },
    {
      what: "a program below RAM",
      file: at(spins, 0x400000n),
      says: "error WS647: there is no RAM at 0x400000 … 0x400003: it is at 0x40000000 … 0x47ffffff\n  hint: link it at 0x40000000 or above, as with -Wl,-Ttext=0x40200000 -Wl,--build-id=none",
    },
    {
      what: "a program above RAM",
      file: at(spins, 0x50000000n),
      says: "error WS647: there is no RAM at 0x50000000 … 0x50000003: it is at 0x40000000 … 0x47ffffff\n  hint: give the board --memory 257",
    },
  ];
  it.each(refused)("$what", ({ file, says }) => {
    const { status, stderr, stdout } = run(file);
    expect(stderr).toContain(says);
    expect(stdout).toBe("");
    expect([1, 2]).toContain(status);
  });

  it.each([
    [["--cpus", "9"], "--cpus 9: a whole number from 1 to 8 is needed"],
    [["--cpus", "0"], "--cpus 0: a whole number from 1 to 8 is needed"],
    [["--memory", "x"], "--memory x: a whole number from 1 to 4096 is needed"],
    [["--max-instructions", "-1"], "--max-instructions -1: a whole number from 1 up is needed"],
    [["--semihosting-folder", "none"], "none is no folder"],
    [["--image", "none.bin@here"], "here is no address"],
    [["--input", "none.txt"], "cannot read none.txt"],
    [["--dump", "none/state.json"], "cannot write none/state.json"],
    [["--cross-check", "0"], "--cross-check 0: a whole number from 1 up is needed"],
    [["--cross-check", "--trace"], "--cross-check goes with neither --trace nor --gdb"],
    [["--cross-check", "--engine", "reference"], "--cross-check compares a fast engine"],
    [["--cross-check", "--cpus", "2"], "--engine translate executes one PE"],
  ])("%j with status 2", (args, says) => {
    const { status, stderr } = run(at(printsA), args);
    expect(stderr).toContain(says);
    expect(status).toBe(2);
  });

  it("no file with status 2", () => {
    const { status, stderr } = worldswitch(["run", "--elf"], { cwd: emptyFolder() });
    expect(stderr).toContain("option '--elf <file>' argument missing");
    expect(status).toBe(2);
  });
});
