import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { requireTool } from "../oracles/tools.js";
import { buildProgram, buildSwitch, plainPrograms, runOnQemu } from "../programs/builds.js";
import { main, worldswitch } from "./command.js";

const gcc = requireTool("aarch64-linux-gnu-gcc");
const qemu = requireTool("qemu-system-aarch64");
const hypS = new URL("../../generated/kvm-arm64/asm/hyp.S", import.meta.url);

/** Runs an executable on our board, as a user would: its console output and exit status. */
function runHere(elf: string): { readonly output: string; readonly status: number } {
  try {
    return {
      output: execFileSync(process.execPath, [main, "run", "--elf", elf], { encoding: "utf8" }),
      status: 0,
    };
  } catch (error) {
    const { status, stdout } = error as { readonly status: number; readonly stdout: string };
    return { output: stdout, status };
  }
}

describe.skipIf(gcc === undefined || qemu === undefined)("a bare-metal program from gcc -O2", () => {
  const folder = mkdtempSync(join(tmpdir(), "worldswitch-programs-"));
  const elf = join(folder, "program.elf");
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(plainPrograms)("%s prints on the board what it prints on QEMU", (name) => {
    buildProgram(gcc ?? "", elf, name, { defines: { SCALE: 1 } });
    const theirs = runOnQemu(qemu ?? "", elf);
    expect(theirs.status).toBe(0);
    expect(theirs.output.length).toBeGreaterThan(40);
    expect(runHere(elf)).toEqual(theirs);
  });

  test("a program's engine and the reference machine agree in a cross-check, which says what the engine executed", () => {
    buildProgram(gcc ?? "", elf, "scheduler", { defines: { SCALE: 1 } });
    const plain = runHere(elf);
    const { status, stdout, stderr } = worldswitch(["run", "--elf", elf, "--cross-check", "500"], {
      cwd: folder,
    });
    expect({ output: stdout, status }).toEqual(plain);
    const [, executed, own] = /agree: ([\d,]+) instructions, (\d+) of them/.exec(stderr) ?? [];
    expect(Number(own)).toBeGreaterThan(Number(executed?.replaceAll(",", "")) / 2);
  });

  test("the host with the generated switch loses and leaks nothing, here and on QEMU", () => {
    buildSwitch(gcc ?? "", elf, { defines: { SCALE: 1 } });
    const theirs = runOnQemu(qemu ?? "", elf);
    expect(theirs.output).toContain(" 0 failures");
    expect(runHere(elf)).toEqual(theirs);
  });

  test.each([
    ["a register that is not restored", "\tmsr\ttpidr_el0, x19\n", "\tmrs\tx19, tpidr_el0\n"],
    [
      "a register that is saved in another's slot",
      "\tstp\tx18, x19, [x3, #112]",
      "\tstp\tx19, x18, [x3, #112]",
    ],
    ["a pair of vector registers that is lost", "\tstp\tq12, q13, [x3, #192]", "\tnop"],
    ["a syndrome that is not reported", "\tstr\tw1, [x0, #VCPU_ESR_EL2]", "\tnop"],
    ["an IPA that is asked of AT and dropped", "\tubfx\tx3, x3, #12, #36", "\tnop"],
  ])("the host with a switch that has %s notices, here and on QEMU", (_, line, replacement) => {
    const text = readFileSync(hypS, "utf8");
    expect(text).toContain(line);
    const hyp = join(folder, "hyp.S");
    writeFileSync(hyp, text.replace(line, replacement));
    buildSwitch(gcc ?? "", elf, { defines: { SCALE: 1 }, hyp });
    expect(runOnQemu(qemu ?? "", elf).status).toBe(1);
    expect(runHere(elf).status).toBe(1);
  });
});

describe("a trace of a raw image", () => {
  test("says what an UNDEFINED word is, from the word alone or with its instruction's name", () => {
    const folder = mkdtempSync(join(tmpdir(), "worldswitch-image-"));
    try {
      // mul v0.4s, v1.4s, v2.4s at 0x40080000, whose exception goes to VBAR_EL2 + 0x200 = 0x200, where nothing is.
      writeFileSync(join(folder, "mul.bin"), Uint8Array.of(0x20, 0x9c, 0xa2, 0x4e));
      // dcps1, which only Debug state has.
      writeFileSync(join(folder, "dcps.bin"), Uint8Array.of(0x01, 0x00, 0xa0, 0xd4));
      const trace = (image: string): string =>
        worldswitch(["run", "--image", image, "--trace", "--max-instructions", "1"], { cwd: folder }).stderr;
      expect(trace("mul.bin")).toContain("--- UNDEFINED here: Advanced SIMD three same\n");
      expect(trace("dcps.bin")).toContain("--- UNDEFINED here: DCPS1 (Exception generation)\n");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
