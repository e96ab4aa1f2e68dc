import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { edit, emptyFolder, main, project, root, worldswitch } from "./command.js";

const commands = [
  ["generate"],
  ["lint"],
  ["add", "sysreg"],
  ["run"],
  ["assemble"],
  ["disassemble"],
  ["init"],
];
const sgr = "\u001b[";

describe("--help", () => {
  it.each(commands.map((words) => [words.join(" "), words] as const))("of %s has examples", (name, words) => {
    const { status, stdout, stderr } = worldswitch([...words, "--help"], { cwd: emptyFolder() });
    expect(status).toBe(0);
    expect(stderr).toBe("");
    expect(stdout).toContain(`Usage: worldswitch ${name}`);
    expect(stdout).toMatch(new RegExp(`Examples:\\n  \\$ worldswitch ${name}`));
  });

  it("of the program lists every command", () => {
    const { status, stdout } = worldswitch(["--help"], { cwd: emptyFolder() });
    expect(status).toBe(0);
    for (const [word] of commands) expect(stdout).toMatch(new RegExp(`^  ${word} `, "m"));
  });
});

describe("the command line", () => {
  it("prints the package's version", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(worldswitch(["--version"], { cwd: emptyFolder() })).toEqual({
      status: 0,
      stdout: `${version}\n`,
      stderr: "",
    });
  });

  it.each([
    { args: [], says: "Usage: worldswitch" },
    { args: ["generat"], says: "unknown command 'generat'" },
    { args: ["constructor"], says: "unknown command 'constructor'" },
    { args: ["lint", "--layuot", "x"], says: "Did you mean --layout?" },
    { args: ["lint", "--format", "xml"], says: "Allowed choices are text, json, sarif, github" },
    { args: ["assemble"], says: "missing required argument 'file'" },
    { args: ["add"], says: "Usage: worldswitch add" },
  ])("ends with 2 for $args", ({ args, says }) => {
    const { status, stdout, stderr } = worldswitch(args, { cwd: emptyFolder() });
    expect(stderr).toContain(says);
    expect(stdout).toBe("");
    expect(status).toBe(2);
  });

  it("prints an unexpected exception as one line and ends with 70, with a stack only when asked", () => {
    const nodeArguments = [
      "--import",
      "data:text/javascript,process.once = () => { throw new Error('planted') }",
    ];
    const plain = worldswitch(["lint"], { cwd: project(), nodeArguments });
    expect(plain.stderr).toBe("internal error: planted; this is a defect of worldswitch: please report it\n");
    expect(plain.status).toBe(70);
    const env = { WORLDSWITCH_DEBUG: "1" };
    expect(worldswitch(["lint"], { cwd: project(), nodeArguments, env }).stderr).toContain("    at ");
  });
});

describe("a reader of the output", () => {
  const shell = (line: string, cwd: string) =>
    spawnSync("/bin/bash", ["--norc", "-c", `set -o pipefail; ${line}`], {
      cwd,
      encoding: "utf8",
      env: { PATH: process.env.PATH ?? "", WORLDSWITCH: `${process.execPath} ${main}` },
    });

  it("that goes away ends the command quietly", () => {
    const { stderr, stdout } = shell("$WORLDSWITCH lint --format json --notes | head -c 1", project());
    expect(stderr).toBe("");
    expect(stdout).toBe("{");
  });

  it.each(["--version", "--help", "run --help"])("that goes away before %s ends it quietly, too", (args) => {
    const { stderr, stdout } = shell(`$WORLDSWITCH ${args} | exec <&-`, emptyFolder());
    expect(stderr).toBe("");
    expect(stdout).toBe("");
  });

  it.skipIf(!existsSync("/dev/full"))("that is full is reported in one line, and is no defect", () => {
    const { status, stderr } = shell("$WORLDSWITCH lint > /dev/full", project());
    expect(stderr).toBe("error: cannot write the output: ENOSPC: no space left on device, write\n");
    expect(status).toBe(2);
  });
});

describe("colour", () => {
  const badProject = (): string => {
    const folder = project();
    edit(folder, "schema/kvm-arm64-v3/sysreg-order.json", '"SCTLR_EL1"', '"SCTLR_EL9"');
    return folder;
  };

  it("is absent where the output is no terminal", () => {
    const { stdout, stderr } = worldswitch(["lint"], { cwd: badProject() });
    expect(stdout).toContain("error WS");
    expect(stdout + stderr).not.toContain(sgr);
  });

  it("is forced by FORCE_COLOR, which 0 and NO_COLOR do not", () => {
    const cwd = badProject();
    const stdoutWith = (env: Record<string, string>): string => worldswitch(["lint"], { cwd, env }).stdout;
    expect(stdoutWith({ FORCE_COLOR: "1" })).toContain(sgr);
    expect(stdoutWith({ FORCE_COLOR: "1", NO_COLOR: "1" })).toContain(sgr);
    expect(stdoutWith({ FORCE_COLOR: "0" })).not.toContain(sgr);
    expect(stdoutWith({ NO_COLOR: "1" })).not.toContain(sgr);
  });
});

describe("laziness", () => {
  /** Paths of all modules that a command loaded from its bundle, and the sources in them. */
  function modulesOf(args: readonly string[], cwd: string): string {
    const folder = mkdtempSync(join(tmpdir(), "worldswitch-modules-"));
    const file = join(folder, "modules");
    const hook = join(root, "test/cli/record-modules.mjs");
    try {
      const { status } = worldswitch(args, {
        cwd,
        env: { RECORD_MODULES: file },
        nodeArguments: ["--import", hook],
      });
      expect(status).toBe(0);
      return existsSync(file) ? readFileSync(file, "utf8") : "";
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  it("of --help: nothing of the pipeline is loaded", () => {
    const modules = modulesOf(["--help"], emptyFolder());
    expect(modules).toContain("src/cli/program.ts");
    expect(modules).not.toMatch(
      /src\/(read|model|lint|targets|assembler|runtime|scenarios|print|write|report)\/|ts-morph/,
    );
  });

  it("of lint: neither printers nor targets are loaded", () => {
    const modules = modulesOf(["lint"], project());
    expect(modules).toContain("src/model/load.ts");
    expect(modules).not.toMatch(
      /ts-morph|handlebars|node_modules\/ajv|src\/(targets|print|write|runtime|assembler|scenarios)\//,
    );
  });

  it("of run: an engine is loaded for a program that goes on", () => {
    /** Counts down from a number and ends by SYS_EXIT with {ADP_Stopped_ApplicationExit, 0}. */
    const countdown = (from: number): string => {
      const words = [
        0xd2800002 + from * 32, // mov x2, #from
        0xf1000442, // subs x2, x2, #1
        0x54ffffe1, // b.ne
        0x52800300, // mov w0, #0x18
        0x10000041, // adr x1, block
        0xd45e0000, // hlt #0xf000
        ...[0x20026, 0, 0, 0],
      ];
      writeFileSync(join(cwd, `${from}.bin`), Uint32Array.from(words));
      return modulesOf(["run", "--image", `${from}.bin`], cwd);
    };
    const cwd = emptyFolder();
    expect(countdown(10)).toContain("src/runtime/machine.ts");
    expect(countdown(10).match(/^.*dist.cli.*$/gm)).toHaveLength(1);
    expect(countdown(10)).not.toMatch(/fast-engine|src\/(model\/load|assembler\/assemble)\.ts/);
    expect(countdown(2000)).toContain("src/runtime/fast/fast-engine.ts");
  });

  it("of generate: ts-morph and Handlebars' runtime are loaded, which shows that the record sees them", () => {
    const modules = modulesOf(["generate"], project());
    expect(modules).toMatch(/\/ts-morph-\w+\.js/);
    expect(modules).toMatch(/node_modules\/handlebars\/dist\/cjs\/handlebars\/runtime\.js/);
    expect(modules).not.toMatch(/node_modules\/ajv\/|handlebars\/compiler\/parser/);
  });

  it("of generate with nothing to do: nothing is loaded at all", () => {
    const cwd = project();
    worldswitch(["generate"], { cwd });
    const modules = modulesOf(["generate"], cwd);
    expect(modules).toBe("");
  });
});
