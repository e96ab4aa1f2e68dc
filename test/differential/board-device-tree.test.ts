import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { flattenDeviceTree } from "../../src/runtime/board/device-tree.js";
import { virtDeviceTree, withDeviceTree } from "../../src/runtime/board/virt-device-tree.js";
import { boardTools, qemuBoard } from "./board-programs.js";

const tools = boardTools();

/** Every property of a blob in hexadecimal, by path. Source: Devicetree Specification 0.4, 5.4. */
function properties(blob: Uint8Array): Map<string, string> {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  expect(view.getUint32(0)).toBe(0xd00dfeed);
  const [structure, strings] = [view.getUint32(8), view.getUint32(12)];
  const found = new Map<string, string>();
  const path: string[] = [];
  const text = (from: number) => Buffer.from(blob.subarray(from, blob.indexOf(0, from))).toString();
  const aligned = (at: number) => (at + 3) & ~3;
  for (let at = structure; ; ) {
    const token = view.getUint32(at);
    at += 4;
    if (token === 9) return found;
    if (token === 1) {
      path.push(text(at));
      at = aligned(at + path.at(-1)!.length + 1);
    } else if (token === 2) path.pop();
    else if (token === 3) {
      const [length, name] = [view.getUint32(at), text(strings + view.getUint32(at + 4))];
      found.set(
        `${path.join("/")}:${name}`,
        Buffer.from(blob.subarray(at + 8, at + 8 + length)).toString("hex"),
      );
      at = aligned(at + 8 + length);
    } else if (token !== 4) throw new Error(`token ${token} at ${at}`);
  }
}

/** References to nodes: their numbers are the tree's own. */
const reference = /:(phandle|interrupt-parent|clocks)$/;

describe.skipIf(tools === undefined)("the device tree", () => {
  test.each([1, 3])("says what QEMU's says, as far as it goes, with %i PEs", (cpus) => {
    const folder = mkdtempSync(join(tmpdir(), "worldswitch-device-tree-"));
    try {
      const args = qemuBoard(cpus).map((arg) =>
        arg.startsWith("virt,") ? `${arg},dumpdtb=${join(folder, "virt.dtb")}` : arg,
      );
      execFileSync(tools!.qemu, args, { timeout: 20_000, stdio: "ignore" });
      const expected = properties(readFileSync(join(folder, "virt.dtb")));
      const ours = properties(flattenDeviceTree(virtDeviceTree(cpus, 0x800_0000n)));
      expect(ours.size).toBeGreaterThan(30);
      for (const [name, value] of ours) {
        if (reference.test(name)) expect(expected.has(name), name).toBe(true);
        else expect([name, value]).toEqual([name, expected.get(name)]);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("lies at the start of RAM unless the program wants that", () => {
    const at = (address: bigint) =>
      withDeviceTree({ pc: 0n, x0: 0n, parts: [{ address, bytes: new Uint8Array(16) }] }, 1, 0x800_0000n)
        .parts[1]?.address;
    expect(at(0x4010_0000n)).toBe(0x4000_0000n);
    expect(at(0x400f_ffffn)).toBeUndefined();
    expect(at(0x4000_0000n)).toBeUndefined();
  });
});
