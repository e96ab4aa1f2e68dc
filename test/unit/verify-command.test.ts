import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeElf64 } from "../../src/assembler/index.js";
import { runCommandLine } from "../../src/cli/program.js";
import { styleFor } from "../../src/cli/style.js";
import type { Terminal } from "../../src/cli/terminal.js";
import { modelOf } from "./layout-fixture.js";
import { assembled, printedAssembly } from "./verify-seed.js";

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

async function run(...args: string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const terminal: Terminal = {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    json: (value) => void out.push(JSON.stringify(value)),
    progress: () => {},
    stdout: { isTTY: false, columns: 80, write: () => undefined },
    stderr: { isTTY: false, columns: 80, write: () => undefined },
    outStyle: styleFor(false),
    errStyle: styleFor(false),
    colour: { out: false, err: false },
  };
  const status = await runCommandLine(["verify", "--layout", "kvm-arm64-v3", ...args], terminal);
  return { status, out: out.join("\n"), err: err.join("\n") };
}

describe("worldswitch verify", () => {
  const folder = mkdtempSync(join(tmpdir(), "worldswitch-verify-"));
  const object = join(folder, "hyp.o");
  const printed = ["--out", folder];

  beforeAll(async () => {
    const model = modelOf();
    const files = await printedAssembly(model);
    mkdirSync(join(folder, "kvm-arm64-v3/asm"), { recursive: true });
    for (const [name, text] of files) writeFileSync(join(folder, "kvm-arm64-v3/asm", name), text);
    writeFileSync(object, writeElf64(assembled(model, files)));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("proves the assembly, and asks for the TypeScript beside it, which is not there", async () => {
    const { status, out } = await run(...printed);
    expect(status).toBe(1);
    expect(out.match(/error WS\d+: .*/g)).toEqual([
      "error WS822: the generated functions cannot be compared with the assembly: it is not there",
    ]);
    expect(out).toMatch(/: not proved \(1 violation; 3 waived/);
  });

  it("takes an object instead", async () => {
    const { status, out } = await run("--object", object, "--json");
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ object, proved: true });
  });

  it("drafts the order and the groups of an object", async () => {
    const { status, out } = await run("--infer", "--object", object);
    expect(status).toBe(0);
    const { registers, groups } = JSON.parse(out);
    expect(registers).toHaveLength(20);
    expect(registers[0]).toEqual({ name: "MPIDR_EL1", via: "VMPIDR_EL2", groups: ["sysregs"] });
    expect(groups).toHaveLength(5);
  });

  it("ends with 1 and the finding when it is not proved", async () => {
    const { status, out } = await run(...printed, "--steps", "100");
    expect(status).toBe(1);
    expect(out).toContain("error WS816: not explored: more than 100 instructions on this path");
    expect(out).toMatch(/: not proved \(/);
  });

  it("says which symbol is missing", async () => {
    const { status, err } = await run(...printed, "--entry", "vectors=nowhere");
    expect(status).toBe(1);
    expect(err).toContain("WS801: the object defines no symbol nowhere");
  });

  it.each([
    [["--entry", "sideways=x"], "expected run=SYMBOL or vectors=SYMBOL"],
    [["--steps", "0"], "expected a number"],
    [["--object", "missing.o"], "cannot read missing.o"],
  ])("ends with 2 for %j", async (args, message) => {
    const { status, err } = await run(...printed, ...args);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });
});
