import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { KvmCpuContext } from "../../generated/kvm-arm64/ts/structs.js";
import { eraseTypes } from "../../src/cli/erased-types.js";
import { loadModel } from "../../src/model/load.js";
import type { Model } from "../../src/model/types.js";
import { exportedNames } from "../../src/targets/ts-save-restore.js";
import {
  compareSequences,
  type GeneratedRoutine,
  type GeneratedSequences,
  type VerifyFinding,
  verify,
  type Way,
} from "../../src/verify/index.js";
import { assembled, printedAssembly } from "./verify-seed.js";

const FILE = "generated/kvm-arm64/ts/save-restore.ts";
const text = readFileSync(FILE, "utf8");
const ways: Way[] = [];
let model: Model;

beforeAll(async () => {
  const loaded = loadModel("schema/kvm-arm64");
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  model = loaded.value;
  const result = verify(model, assembled(model, await printedAssembly(model)), {
    way: (way) => ways.push(way),
  });
  expect(result.ok && result.value.proved).toBe(true);
});

/** The functions of a file's text, run by themselves. */
function sequencesOf(source: string): GeneratedSequences {
  const script = eraseTypes(source);
  if (script === undefined) throw new Error("no text that worldswitch prints");
  const names = [...script.matchAll(/^export function (\w+)/gm)].map((match) => match[1]);
  const exports: Readonly<Record<string, GeneratedRoutine["run"] | undefined>> = new Function(
    `${script.replaceAll("export ", "")}\nreturn { ${names.join(", ")} };`,
  )();
  const routines = [...exportedNames(model).routines].flatMap(([routine, name]) => {
    const run = exports[name];
    return run === undefined ? [] : [[routine, { name, run }] as const];
  });
  return {
    file: FILE,
    routines: new Map(routines),
    contextBytes: KvmCpuContext.byteLength,
    contextAt: (buffer) => new KvmCpuContext(buffer, 0),
  };
}

const found = (source: string): readonly VerifyFinding[] =>
  compareSequences(ways, sequencesOf(source)).findings;

function replaced(from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`no ${from}`);
  return text.replace(from, to);
}

describe("the generated functions and the assembly", () => {
  it("do the same for every register and slot, on each way", () => {
    const { findings, functions, transfers } = compareSequences(ways, sequencesOf(text));
    expect(findings).toEqual([]);
    const { guest, host } = ways[0]!.subject.switched;
    expect(transfers).toBe(2 * (guest.length + host.length));
    expect(functions).toBe(model.worldSwitch.routines.length);
    expect(new Set(ways.map(({ kind }) => kind))).toEqual(new Set(["entry", "exit"]));
  });

  const moves = text
    .split("\n")
    .flatMap((line, i) => (/^ {2}(cpu|[\w.]+(\.set\(| = cpu| = Number))/.test(line) ? [{ line, i }] : []));

  it.each(moves.filter((_, i) => i % 11 === 0))("differ when line $i is dropped:$line", ({ i }) => {
    const lines = text.split("\n");
    lines.splice(i, 1);
    const findings = found(lines.join("\n"));
    expect(findings.length).toBeGreaterThan(0);
    for (const { code, at, trace } of findings) {
      expect(code).toBe("WS821");
      expect(at.file).toMatch(/^schema\/.*\.json$/);
      expect(trace.length).toBeGreaterThan(0);
    }
  });

  it.each([
    ["a member of another register", "sys_regs.TTBR0_EL1 = cpu", "sys_regs.TTBR1_EL1 = cpu", "WS821", /TTBR/],
    ["another register", 'readSysreg("TCR_EL1")', 'readSysreg("ESR_EL1")', "WS821", /gets host ESR_EL1/],
    [
      "half of a register",
      'asUintN(32, cpu.readSysreg("FPSR")',
      'asUintN(16, cpu.readSysreg("FPSR")',
      "WS821",
      /FPSR/,
    ],
    [
      "fewer bits than the register has",
      'BigInt.asUintN(32, cpu.readSysreg("FPCR"))',
      'BigInt.asUintN(26, cpu.readSysreg("FPCR"))',
      "WS821",
      /FPCR/,
    ],
    ["a vector for another", "cpu.writeQ(7, vregs.q7)", "cpu.writeQ(7, vregs.q8)", "WS821", /Q7/],
    ["a member that is nobody's slot", "gp_regs.spsr.set(0, ", "gp_regs.spsr.set(1, ", "WS821", /spsr/],
    [
      "a register that is not switched",
      'cpu.writeSysreg("TPIDR_EL1"',
      'cpu.writeSysreg("MDSCR_EL1"',
      "WS821",
      /MDSCR_EL1/,
    ],
    [
      "no such register",
      'cpu.readSysreg("CSSELR_EL1")',
      'cpu.readSysreg("CSSELR_EL4")',
      "WS822",
      /no register CSSELR_EL4/,
    ],
    [
      "a value that does not fit",
      'Number(BigInt.asUintN(32, cpu.readSysreg("FPSR")))',
      'Number(cpu.readSysreg("TCR_EL1"))',
      "WS822",
      /outside of 0/,
    ],
    ["another name", "export function saveSysregs(", "export function saveSystem(", "WS822", /save_sysregs/],
  ])("differ for %s", (_, from, to, code, message) => {
    const findings = found(replaced(from, to));
    expect(findings.map((finding) => finding.code)).toContain(code);
    expect(findings.some((finding) => message.test(finding.message))).toBe(true);
  });

  it("differ when two system registers are written the other way round", () => {
    const [first, second] = ["SCTLR_EL1", "ACTLR_EL1"].map(
      (name) => `  cpu.writeSysreg("${name}", sys_regs.${name});\n`,
    );
    const findings = found(replaced(`${first}${second}`, `${second}${first}`));
    expect(findings.map(({ code, message }) => [code, message])).toEqual([
      [
        "WS823",
        `the assembly writes SCTLR_EL1 before ACTLR_EL1, and ${FILE} writes ACTLR_EL1 before SCTLR_EL1`,
      ],
    ]);
  });

  it("differ when the context's class has another size, or a member another width", () => {
    const generated = sequencesOf(text);
    const larger = { ...generated, contextBytes: generated.contextBytes + 8 };
    expect(compareSequences(ways, larger).findings.map(({ code }) => code)).toEqual(["WS821"]);
    const fpsr = model.structs
      .find(({ name }) => name === "user_fpsimd_state")!
      .members.find(({ name }) => name === "fpsr")!;
    const wide = {
      ...generated,
      contextAt: (buffer: ArrayBuffer) => {
        const context = new KvmCpuContext(buffer, 0);
        const offset = buffer.byteLength < fpsr.offsetBytes ? 0 : contextOffset("FPSR");
        Object.defineProperty(context.gp_regs.fp_regs, "fpsr", {
          get: () => new DataView(buffer).getUint32(offset, true),
          set: (value: number) => new DataView(buffer).setBigUint64(offset, BigInt(value), true),
        });
        return context;
      },
    };
    const [finding] = compareSequences(ways, wide).findings;
    expect(finding?.message).toMatch(/after it has read FPSR, whose slot, gp_regs.fp_regs.fpsr, has 4 bytes/);
  });

  const contextOffset = (register: string): number =>
    ways[0]!.subject.switched.guest.find((transfer) => transfer.register === register)!.place.offsetBytes;
});

describe("types that are erased line by line", () => {
  const bare = (script: string): string =>
    script.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "").replace(/\s+/g, "");

  it.each(["kvm-arm64", "kvm-arm64-v3"])("leave of %s what the compiler leaves", async (layout) => {
    const { ts } = await import("ts-morph");
    for (const name of ["save-restore", "structs"]) {
      const source = readFileSync(`generated/${layout}/ts/${name}.ts`, "utf8");
      const { outputText } = ts.transpileModule(source, {
        compilerOptions: {
          target: ts.ScriptTarget.ES2022,
          module: ts.ModuleKind.ESNext,
          verbatimModuleSyntax: true,
        },
      });
      expect(bare(eraseTypes(source) ?? "")).toBe(bare(outputText));
      expect(eraseTypes(source)?.split("\n").length).toBe(source.split("\n").length);
    }
  });

  it.each([
    "  const x: number = 1;",
    "  return value as bigint;",
    "  return <bigint>value;",
    "  return this.get(0)!;\n  let y: string;",
    "export type A = B;",
    "export const f = (a: number): void => {};",
    "/** a */ const x: number = 1; /* b */",
    "  return `text`;",
    "  return this.words[0] ?? this.other as bigint;",
    "  return this.words[i] ?? other<bigint>(1);",
    "enum A { B }",
    'import { type A, B } from "x";',
    "export interface A {",
  ])("are left to the compiler in %j", (line) => expect(eraseTypes(line)).toBeUndefined());
});
