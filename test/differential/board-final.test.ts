import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, test } from "vitest";
import { dumpState } from "../../src/cli/state-dump.js";
import { pstateFields } from "../../src/runtime/index.js";
import { boardTools, compile, qemuBoard, runHere } from "./board-programs.js";

/**
 * The state that a program leaves. QEMU stops instead of ending when the program switches the board off (-no-shutdown), and
 * its monitor shows the registers of each PE; SYS_EXIT would end the process, and the registers with it.
 */

const tools = boardTools();

/** What `info registers -a` prints when the guest has switched off, by PE. */
async function finalRegisters(qemu: string, elf: Uint8Array, cpus: number): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "worldswitch-final-"));
  writeFileSync(join(folder, "program.elf"), elf);
  const args = [
    ...qemuBoard(cpus),
    "-serial",
    "none",
    "-no-shutdown",
    "-S",
    "-qmp",
    "stdio",
    "-kernel",
    "program.elf",
  ];
  const child = spawn(qemu, args, { cwd: folder, stdio: ["pipe", "pipe", "ignore"] });
  const send = (execute: string, more = {}) =>
    child.stdin.write(`${JSON.stringify({ execute, arguments: more })}\n`);
  try {
    for await (const line of createInterface(child.stdout)) {
      const message = JSON.parse(line) as { QMP?: unknown; event?: string; return?: unknown };
      if (message.QMP !== undefined) {
        send("qmp_capabilities");
        send("cont");
      }
      if (message.event === "SHUTDOWN")
        send("human-monitor-command", { "command-line": "info registers -a" });
      if (typeof message.return === "string") return message.return.split(/CPU#\d+\s+/).slice(1);
    }
    throw new Error("QEMU ended before it told the registers");
  } finally {
    child.kill();
    rmSync(folder, { recursive: true });
  }
}

/** PC, X0 … X30, SP, PSTATE and the vectors of what QEMU prints of a PE. */
function parse(text: string): Readonly<Record<string, string>> {
  const found = [...text.matchAll(/\b(PC|SP|X\d\d|PSTATE)\s*=\s*([0-9a-f]+)/g)].map(
    ([, name, value]) => [name!, value!] as const,
  );
  const vectors = [...text.matchAll(/\b(Q\d\d)\s*=\s*([0-9a-f]{16}):([0-9a-f]{16})/g)].map(
    ([, name, high, low]) => [name!, high! + low!] as const,
  );
  return Object.fromEntries([...found, ...vectors]);
}

/** The same of our dump. */
function ours({
  pc,
  x,
  v,
  pstate,
  spEl2,
}: ReturnType<typeof dumpState>[number]): Readonly<Record<string, string>> {
  const number = (i: number) => String(i).padStart(2, "0");
  const bits: Record<string, number> = { N: 31, Z: 30, C: 29, V: 28, D: 9, A: 8, I: 7, F: 6, EL: 2, SP: 0 };
  const word = pstateFields.reduce((sum, field) => sum + pstate[field] * 2 ** (bits[field] ?? 31), 0);
  return Object.fromEntries([
    ["PC", pc.slice(2)],
    ...x.map((value, i) => [`X${number(i)}`, value.slice(2)]),
    ["SP", spEl2.slice(2)],
    ["PSTATE", word.toString(16).padStart(8, "0")],
    ...v.map((value, i) => [`Q${number(i)}`, value.slice(2)]),
  ]);
}

describe.skipIf(tools === undefined)("the final state", () => {
  test.each([1, 3])("of each of %i PEs is QEMU's", async (cpus) => {
    const elf = compile(tools!, { file: "final.c", defines: [`PES=${cpus}`] });
    const expected = (await finalRegisters(tools!.qemu, elf, cpus)).map(parse);
    const { board, status } = await runHere(elf, { cpus });
    expect(status).toBe(0);
    expect(expected).toHaveLength(cpus);
    expect(Object.keys(expected[0]!)).toHaveLength(1 + 31 + 1 + 1 + 32);
    expect(dumpState(board).map(ours)).toEqual(expected);
  });
});
