import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { requireTool } from "../oracles/tools.js";
import { a64Table } from "../unit/a64-documents.js";
import { gnuText, inFolder, objdumpTexts } from "./a64-words.js";

const as = requireTool("aarch64-linux-gnu-as");
const objdump = requireTool("aarch64-linux-gnu-objdump");

const { systemOperations } = a64Table();
const SYS = 0xd508_0000;

/** Operations of the Realm Management Extension, which GNU as 2.40 takes for every architecture. */
const REALM = ["tlbi\tpaall", "tlbi\tpaallos", "tlbi\trpalos", "tlbi\trpaos", "dc\tcipapa", "dc\tcigdpapa"];

const sysWord = (op1: number, CRn: number, CRm: number, op2: number, Rt: number): number =>
  (SYS | (op1 << 16) | (CRn << 12) | (CRm << 8) | (op2 << 5) | Rt) >>> 0;

/** The lines that GNU as for plain Armv8-A takes, in order. */
function taken(lines: readonly string[]): string[] {
  return inFolder((folder) => {
    const source = join(folder, "x.s");
    writeFileSync(source, `${lines.join("\n")}\n`);
    const run = spawnSync(as!, ["-march=armv8-a", "-o", join(folder, "x.o"), source], { encoding: "utf8" });
    const refused = new Set([...run.stderr.matchAll(/x\.s:(\d+): Error/g)].map((m) => Number(m[1]) - 1));
    return lines.filter((_, i) => !refused.has(i));
  });
}

describe.skipIf(as === undefined || objdump === undefined)("the operations of SYS", () => {
  it("are those that GNU as knows for Armv8.0-A, no more and no fewer", () => {
    const words: number[] = [];
    for (let op1 = 0; op1 < 8; op1++)
      for (let CRn = 0; CRn < 16; CRn++)
        for (let CRm = 0; CRm < 16; CRm++)
          for (let op2 = 0; op2 < 8; op2++)
            words.push(sysWord(op1, CRn, CRm, op2, 0), sysWord(op1, CRn, CRm, op2, 31));
    const named = objdumpTexts(objdump!, words).filter((text) => /^(?:tlbi|at|ic|dc)\t/.test(text));
    // With register 31 an operation that takes a register prints xzr; one that takes none prints nothing.
    const theirs = taken(named).map((text) => text.replace(/, (?:x0|xzr)$/, ""));
    const ours = systemOperations.map((o) => `${o.class}\t${o.name}`.toLowerCase());
    expect([...new Set(theirs)].sort()).toEqual([...ours, ...REALM].sort());
  });

  it.each(
    systemOperations.map((o) => [`${o.class} ${o.name}`, o] as const),
  )("%s has GNU as's encoding, and takes a register as there", (_name, operation) => {
    const { op1, CRn, CRm, op2 } = operation.encoding;
    const text = `${operation.class} ${operation.name}`.toLowerCase();
    const bytes = gnuText(as!, `${text}${operation.register ? ", x7" : ""}\n`, "armv8-a");
    const word = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    expect(word).toBe(sysWord(op1, CRn, CRm, op2, operation.register ? 7 : 31));
    expect(taken([`${text}${operation.register ? "" : ", x7"}`])).toEqual([]);
  });
});
