import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "./command.js";

/** A project that has installed the package from its tarball, and nothing else but what the package depends on. */
let consumer: string;

function run(command: string, args: readonly string[], cwd = consumer) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (error !== undefined) throw error;
  return { status, stdout, stderr };
}

/**
 * Installs a tarball as npm lays it out, without a registry: what the lock file lists as needed at run time is linked
 * from this repository's own node_modules, so that a dependency that is only there for development is missing.
 */
function install(tarball: string): void {
  const modules = join(consumer, "node_modules");
  mkdirSync(join(modules, "worldswitch"), { recursive: true });
  mkdirSync(join(modules, ".bin"));
  expect(
    run("tar", ["-xzf", tarball, "-C", join(modules, "worldswitch"), "--strip-components=1"]).status,
  ).toBe(0);
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  for (const [path, entry] of Object.entries<{ dev?: boolean }>(lock.packages)) {
    if (path === "" || entry.dev === true || path.lastIndexOf("node_modules/") > 0) continue;
    mkdirSync(dirname(join(consumer, path)), { recursive: true });
    symlinkSync(join(root, path), join(consumer, path));
  }
  const { bin } = JSON.parse(readFileSync(join(modules, "worldswitch/package.json"), "utf8"));
  symlinkSync(join("..", "worldswitch", bin.worldswitch), join(modules, ".bin/worldswitch"));
}

beforeAll(() => {
  consumer = mkdtempSync(join(tmpdir(), "worldswitch-consumer-"));
  const packed = run("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", consumer], root);
  expect(packed.status, packed.stderr).toBe(0);
  const [{ filename }] = JSON.parse(packed.stdout);
  writeFileSync(
    join(consumer, "package.json"),
    '{ "name": "consumer", "type": "module", "private": true }\n',
  );
  install(join(consumer, filename));
});

afterAll(() => rmSync(consumer, { recursive: true, force: true }));

describe("the package, installed from its tarball", () => {
  const command = "node_modules/.bin/worldswitch";

  it("has a command that makes, lints, generates and runs a layout", () => {
    for (const args of [["init", "schema/small"], ["lint"], ["generate"], ["run", "-s", "hvc"]]) {
      const { status, stderr } = run(command, args);
      expect(stderr).toBe("");
      expect(status).toBe(0);
    }
  });

  it("names its own schemas in a new layout, for editors", () => {
    run(command, ["init", "schema/edited"]);
    const layout = JSON.parse(readFileSync(join(consumer, "schema/edited/layout.json"), "utf8"));
    expect(layout.$schema).toBe("../../node_modules/worldswitch/schema/language/layout.schema.json");
    const schema = JSON.parse(readFileSync(join(consumer, "schema/edited", layout.$schema), "utf8"));
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    rmSync(join(consumer, "schema/edited"), { recursive: true });
  });

  it("is imported as worldswitch and worldswitch/runtime", () => {
    const script = `
      import { emitAll, lint, loadModel } from "worldswitch";
      import { Machine } from "worldswitch/runtime";
      const model = loadModel("schema/small");
      if (!model.ok) throw new Error("no model");
      const files = await emitAll(model.value);
      console.log(lint(model.value).length, files.ok && files.value.length > 20, typeof Machine);
    `;
    const { status, stdout, stderr } = run(process.execPath, ["--input-type=module", "--eval", script]);
    expect(stderr).toBe("");
    expect(stdout).toBe("0 true function\n");
    expect(status).toBe(0);
  });

  it("has types that a strict consumer and its generated code compile against", () => {
    writeFileSync(
      join(consumer, "consumer.ts"),
      `import { assemble, type Diagnostic, lint, loadModel, type Model, type Result } from "worldswitch";
import type { Architecture } from "worldswitch/runtime";
import { createMachine, architecture } from "./generated/small/ts/emulator/machine.js";
import { Vcpu } from "./generated/small/ts/structs.js";

const loaded: Result<Model> = loadModel("schema/small");
export const findings: readonly Diagnostic[] = loaded.ok ? lint(loaded.value) : loaded.diagnostics;
export const known: Architecture = architecture;
export const machine = createMachine();
export const vcpu = new Vcpu(new ArrayBuffer(Vcpu.byteLength));
// @ts-expect-error: the table is missing
assemble({ file: "x.S", text: "" });
`,
    );
    const options = ["--strict", "--noEmit", "--target", "es2022", "--module", "nodenext", "--types", ""];
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const { status, stdout } = run(process.execPath, [tsc, ...options, "consumer.ts"]);
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });

  it("brings what a user reads and needs, and no sources or tests", () => {
    const { stdout } = run("tar", ["-tzf", readTarball()]);
    const files = stdout.trim().split("\n");
    for (const file of [
      "LICENSE",
      "README.md",
      "CHANGELOG.md",
      "dist/cli/main.js",
      "schema/language/layout.schema.json",
    ])
      expect(files).toContain(`package/${file}`);
    expect(files.filter((file) => /^package\/(src|test|node_modules|\.)/.test(file))).toEqual([]);
    expect(
      files.filter((file) => file.endsWith(".ts") && !/\.d\.ts$|^package\/generated\//.test(file)),
    ).toEqual([]);
  });

  function readTarball(): string {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    return join(consumer, `worldswitch-${version}.tgz`);
  }
});
