import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { requireTool } from "../oracles/tools.js";
import { edit, generatedProject, project, seed, worldswitch } from "./command.js";

const hyp = `generated/${seed}/asm/hyp.S`;

describe("run", () => {
  it("lists the scenarios without a layout", () => {
    const { status, stdout } = worldswitch(["run", "--list"], { cwd: "/" });
    for (const name of ["hvc", "stage2-translation", "permission-at", "s1ptw", "irq", "panic"])
      expect(stdout).toMatch(new RegExp(`^${name} +\\S`, "m"));
    expect(status).toBe(0);
  });

  it("tells the story of a scenario on stdout", () => {
    const { status, stdout, stderr } = worldswitch(["run", "--scenario", "hvc"], { cwd: generatedProject() });
    expect(stdout).toMatch(/^✓ hvc: /);
    expect(stdout).toMatch(/host +calls __kvm_vcpu_run/);
    expect(stdout).toMatch(/EC=0x16/);
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  it("plays every scenario and says so", () => {
    const cwd = generatedProject();
    const { status, stdout } = worldswitch(["run", "--json"], { cwd });
    const [{ passed, scenarios }] = JSON.parse(stdout);
    const listed = JSON.parse(worldswitch(["run", "--list", "--json"], { cwd }).stdout);
    expect(scenarios.map(({ name }: { name: string }) => name)).toEqual(
      listed.map(({ name }: { name: string }) => name),
    );
    expect(passed).toBe(true);
    expect(status).toBe(0);
    expect(worldswitch(["run"], { cwd }).stdout).toMatch(
      new RegExp(`all passed: ${scenarios.length} scenarios, \\d+ checks, \\d+ instructions\\n$`),
    );
  });

  it("plays on every layout, each on what was generated for it", () => {
    const cwd = generatedProject();
    worldswitch(["init", "schema/another"], { cwd });
    worldswitch(["generate"], { cwd });
    const { status, stdout } = worldswitch(["run", "-s", "hvc", "--json"], { cwd });
    const runs: { layout: string; scenarios: { layout: string; passed: boolean }[] }[] = JSON.parse(stdout);
    expect(runs.map(({ layout, scenarios }) => [layout, scenarios[0]?.layout, scenarios[0]?.passed])).toEqual(
      [
        ["another", "another", true],
        [seed, seed, true],
      ],
    );
    expect(status).toBe(0);
  });

  it("traces instructions to stderr", () => {
    const { stdout, stderr } = worldswitch(["run", "-s", "hvc", "--trace"], { cwd: generatedProject() });
    expect(stderr).toMatch(/__kvm_vcpu_run/);
    expect(stderr).toMatch(/\bmrs\b.*vmpidr_el2/);
    expect(stderr.split("\n").length).toBeGreaterThan(500);
    expect(stdout).toMatch(/^✓ hvc/);
  });

  it("runs the file, not what it was made from: a lost line fails and names the register", () => {
    const cwd = generatedProject();
    const text = readFileSync(join(cwd, hyp), "utf8");
    expect(text).toMatch(/^\tmsr\ttpidr_el1, x\d+\n/m);
    writeFileSync(join(cwd, hyp), text.replace(/^\tmsr\ttpidr_el1, x\d+\n/m, ""));
    const { status, stdout } = worldswitch(["run", "-s", "hvc"], { cwd });
    expect(stdout).toMatch(/✗ hvc/);
    expect(stdout).toContain("TPIDR_EL1");
    expect(status).toBe(1);
  });

  it("points into the file where it does not assemble", () => {
    const cwd = generatedProject();
    edit(cwd, hyp, "\tmrs\tx5, csselr_el1", "\tmrs\tx5, csselr_el9");
    const { status, stderr } = worldswitch(["run", "-s", "hvc"], { cwd });
    expect(stderr).toMatch(new RegExp(`${hyp}:\\d+:\\d+: error WS6\\d\\d: .*csselr_el9`));
    expect(status).toBe(1);
  });

  const gcc = requireTool("aarch64-linux-gnu-gcc");
  it.skipIf(gcc === undefined)("runs an object that GNU as made", () => {
    const cwd = generatedProject();
    expect(spawnSync(gcc ?? "", ["-c", hyp, "-o", "hyp.o"], { cwd, encoding: "utf8" }).stderr).toBe("");
    const { status, stdout } = worldswitch(["run", "-s", "hvc", "--object", "hyp.o"], { cwd });
    expect(stdout).toMatch(/^✓ hvc/);
    expect(status).toBe(0);
  });

  it.each([
    { args: ["-s", "hvx"], says: "no scenario hvx\n  hint: did you mean hvc?" },
    {
      args: ["--engine", "slow"],
      says: "no engine slow\n  hint: there are reference, interpreter, translate",
    },
    { args: ["--engine", "translate"], says: "scenarios are watched at each instruction" },
    { args: ["--cross-check"], says: "scenarios are watched at each instruction" },
    { args: ["--object", "none.o"], says: "cannot read none.o" },
    {
      args: ["-o", "elsewhere"],
      says: "cannot read elsewhere/kvm-arm64-v3/asm/hyp.S: there is none\n  hint: worldswitch generate writes it",
    },
  ])("ends with 2 for $args", ({ args, says }) => {
    const { status, stderr } = worldswitch(["run", ...args], { cwd: generatedProject() });
    expect(stderr).toContain(says);
    expect(status).toBe(2);
  });

  it("ends with 2 where the output is of other documents", () => {
    const cwd = generatedProject();
    worldswitch(["add", "sysreg", "PAR_EL1"], { cwd });
    const { status, stderr } = worldswitch(["run"], { cwd });
    expect(stderr).toContain(`generated/${seed} was not generated from what is in schema/${seed} now`);
    expect(stderr).toContain("hint: run worldswitch generate");
    expect(status).toBe(2);
  });

  it("shows PAR_EL1 survive once it is added", () => {
    const cwd = project();
    worldswitch(["add", "sysreg", "PAR_EL1"], { cwd });
    worldswitch(["generate"], { cwd });
    const { status, stdout } = worldswitch(["run", "-s", "par-el1"], { cwd });
    expect(stdout).toMatch(/^✓ par-el1/);
    expect(stdout).toMatch(/PAR_EL1/);
    expect(status).toBe(0);
  });

  it("takes one scenario, one layout and a port for a debugger", () => {
    const cwd = generatedProject();
    for (const [args, message] of [
      [["run", "--gdb", "0"], "--gdb needs one scenario"],
      [["run", "-s", "hvc", "--gdb", "70000"], "70000 is no port"],
      [["run", "-s", "hvc", "--gdb", "gdb"], "gdb is no port"],
    ] as const) {
      const { status, stderr } = worldswitch(args, { cwd });
      expect(stderr).toContain(message);
      expect(status).toBe(2);
    }
  });

  it("says when a debugger's port is taken", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => {
      server.close();
    });
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const { status, stderr } = worldswitch(["run", "-s", "hvc", "--gdb", String(port)], {
      cwd: generatedProject(),
    });
    expect(stderr).toMatch(new RegExp(`cannot listen on port ${port} of 127\\.0\\.0\\.1: .*EADDRINUSE`));
    expect(status).toBe(2);
  });
});
