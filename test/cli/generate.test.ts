import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  edit,
  emptyFolder,
  generatedProject,
  project,
  root,
  seed,
  start,
  texts,
  tree,
  worldswitch,
} from "./command.js";

const output = `generated/${seed}`;
const order = `schema/${seed}/sysreg-order.json`;
const constants = `schema/${seed}/constants.json`;
const anOffset = '"doc": "log2 of the page size"';

describe("generate", () => {
  it("writes the outputs of a layout and says how many", () => {
    const cwd = project();
    const { status, stdout } = worldswitch(["generate"], { cwd });
    const files = [...tree(join(cwd, output)).keys()].filter((path) => path !== ".worldswitch.json");
    expect(stdout).toContain(`${seed}: wrote ${files.length} files in ${output}\n`);
    expect(stdout).toContain("  + asm/hyp.S\n");
    for (const path of ["asm/hyp.S", "asm/asm-offsets.h", "c/structs.h", "ts/index.ts", "docs/README.md"])
      expect(files).toContain(path);
    expect(status).toBe(0);
  });

  it("writes nothing when run again: one line, no byte and no mtime changes", () => {
    const cwd = generatedProject();
    const before = tree(join(cwd, "generated"));
    const { status, stdout } = worldswitch(["generate"], { cwd });
    expect(stdout).toBe(`${seed}: up to date (${before.size - 1} files in ${output})\n`);
    expect(status).toBe(0);
    expect(tree(join(cwd, "generated"))).toEqual(before);
  });

  it("changes only the files that an edit reaches", () => {
    const cwd = generatedProject();
    const before = tree(join(cwd, output));
    edit(
      cwd,
      constants,
      '"name": "KVM_NR_MEM_OBJS", "value": "40"',
      '"name": "KVM_NR_MEM_OBJS", "value": "41"',
    );
    const { stdout } = worldswitch(["generate"], { cwd });
    const after = tree(join(cwd, output));
    const withoutHash = (text: string | undefined): string | undefined => text?.replace(/[0-9a-f]{64}/g, "");
    const changed = [...after.keys()].filter(
      (path) => withoutHash(after.get(path)?.text) !== withoutHash(before.get(path)?.text),
    );
    expect(changed).toContain("c/structs.h");
    expect(changed).not.toContain("asm/hyp.S");
    const named = [...stdout.matchAll(/^ {2}~ (.*)$/gm)].map(([, path]) => path);
    expect(named.sort()).toEqual(changed);
    for (const [path, { text, modified }] of before)
      if (after.get(path)?.text === text) expect(after.get(path)?.modified).toBe(modified);
  });

  it("writes nothing on a dry run and says what it would", () => {
    const cwd = project();
    const { status, stdout } = worldswitch(["generate", "--dry-run"], { cwd });
    expect(stdout).toContain(`${seed}: would write `);
    expect(status).toBe(0);
    expect(existsSync(join(cwd, "generated"))).toBe(false);
  });

  it("refuses a layout with errors and leaves the old output", () => {
    const cwd = generatedProject();
    const before = tree(join(cwd, "generated"));
    edit(cwd, order, '"TCR_EL1"', '"TCR_EL7"');
    const { status, stdout, stderr } = worldswitch(["generate"], { cwd });
    expect(stderr).toContain(`${order}:14:15: error WS205`);
    expect(stdout).toBe(`${seed}: nothing written, 1 error\n`);
    expect(status).toBe(1);
    expect(tree(join(cwd, "generated"))).toEqual(before);
  });

  it("refuses a layout that lint finds an error in", () => {
    const cwd = project();
    edit(
      cwd,
      `schema/${seed}/world-switch.json`,
      '"width": 64,\n      "waive": [{ "code": "WS303"',
      '"width": 64,\n      "waive": [{ "code": "WS304"',
    );
    const { status, stderr } = worldswitch(["generate"], { cwd });
    expect(stderr).toContain("error WS303");
    expect(status).toBe(1);
    expect(existsSync(join(cwd, "generated"))).toBe(false);
  });

  it("keeps a file that was edited by hand, unless forced", () => {
    const cwd = generatedProject();
    edit(cwd, `${output}/asm/hyp.S`, "eret", "eret // mine");
    const kept = worldswitch(["generate"], { cwd });
    expect(kept.stderr).toContain(`${output}/asm/hyp.S:1:1: error WS701: edited by hand`);
    expect(kept.status).toBe(1);
    expect(readFileSync(join(cwd, output, "asm/hyp.S"), "utf8")).toContain("// mine");
    expect(worldswitch(["generate", "--force"], { cwd }).stdout).toContain("  ~ asm/hyp.S\n");
    expect(readFileSync(join(cwd, output, "asm/hyp.S"), "utf8")).not.toContain("// mine");
  });

  it("prints what it did as JSON", () => {
    const { stdout } = worldswitch(["generate", "--json", "--out", "build"], { cwd: project() });
    const [generation] = JSON.parse(stdout);
    expect(generation).toMatchObject({
      layout: seed,
      output: `build/${seed}`,
      outcome: "written",
      diagnostics: [],
    });
    expect(generation.changes).toContainEqual({ path: "asm/hyp.S", kind: "add" });
  });
});

describe("generate --check", () => {
  it("passes on fresh output and writes nothing", () => {
    const cwd = generatedProject();
    const before = tree(cwd);
    expect(worldswitch(["generate", "--check"], { cwd }).status).toBe(0);
    expect(tree(cwd)).toEqual(before);
  });

  it("fails on the stale, the missing, the edited and the superfluous, and names each file", () => {
    const cwd = generatedProject();
    edit(cwd, constants, anOffset, '"doc": "log2 of the size of a page"');
    rmSync(join(cwd, output, "c/structs.h"));
    edit(cwd, `${output}/ts/offsets.ts`, "export", "/* mine */ export");
    const manifest = join(cwd, output, ".worldswitch.json");
    writeFileSync(join(cwd, output, "c/old.h"), "/* old */\n");
    const hash = "de0a50e5fbd0ed6b56a4d4b1d38a54a90f3a8ba56cd9bbb8f1c0a0c7b9f35ad9";
    writeFileSync(
      manifest,
      readFileSync(manifest, "utf8").replace('"files": {', `"files": {\n    "c/old.h": "${hash}",`),
    );
    const before = tree(cwd);

    const { status, stdout, stderr } = worldswitch(["generate", "--check"], { cwd });
    expect(stderr).toMatch(/c\/constants\.h:1:1: error WS702: is stale/);
    expect(stderr).toMatch(/c\/structs\.h:1:1: error WS702: is missing/);
    expect(stderr).toMatch(/ts\/offsets\.ts:1:1: error WS701: edited by hand/);
    expect(stderr).toMatch(/c\/old\.h:1:1: error WS70[12]/);
    expect(stdout).toContain(`${seed}: stale`);
    expect(status).toBe(1);
    expect(tree(cwd)).toEqual(before);
  });

  it("fails where nothing was generated yet", () => {
    const { status, stderr } = worldswitch(["generate", "--check"], { cwd: project() });
    expect(stderr).toContain(`${output}/asm/hyp.S:1:1: error WS702: is missing`);
    expect(status).toBe(1);
  });

  it("finds the committed output of this repository fresh", () => {
    const { status, stderr } = worldswitch(["generate", "--check"], { cwd: root });
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });
});

describe("generate gives the same bytes", () => {
  const reference = (): Map<string, string> => texts(tree(join(generatedProject(), output)));

  it.each([
    { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
    { TZ: "America/St_Johns", LANG: "C", LC_ALL: "C" },
    { TZ: "Asia/Kathmandu", LANG: "de_DE.UTF-8", LC_ALL: "de_DE@euro", FORCE_COLOR: "1" },
  ])("in another time zone and locale: $TZ, $LANG", (env) => {
    const cwd = project();
    worldswitch(["generate"], { cwd, env });
    expect(texts(tree(join(cwd, output)))).toEqual(reference());
  });

  it("from a checkout at another path, with another umask and another folder to write to", () => {
    const cwd = join(emptyFolder(), "a checkout", "with ünusual names");
    mkdirSync(cwd, { recursive: true });
    cpSync(join(root, "schema", seed), join(cwd, "schema", seed), { recursive: true });
    const nodeArguments = ["--import", "data:text/javascript,process.umask(0o077)"];
    worldswitch(["generate", "--out", "../build"], { cwd, nodeArguments });
    expect(texts(tree(join(cwd, "../build", seed)))).toEqual(reference());
  });
});

describe("generate --watch", () => {
  it("generates again when a document changes, says what is wrong, and goes on", async () => {
    const cwd = project();
    const watching = start(["generate", "--watch"], cwd);
    const saying = listener(watching);
    try {
      await saying(`watching schema/${seed}`);
      edit(cwd, order, '"TCR_EL1"', '"TCR_EL7"');
      await saying("error WS205");
      edit(cwd, order, '"TCR_EL7"', '"TCR_EL1"');
      await saying("up to date");
      edit(cwd, constants, anOffset, '"doc": "log2 of the size of a page"');
      await saying("~ c/constants.h");
      expect(watching.exitCode).toBeNull();
    } finally {
      watching.kill();
    }
  });

  it("is done with a layout before the next one, which may have the same name, and leaves nothing beside", async () => {
    const cwd = project();
    cpSync(join(cwd, "schema", seed), join(cwd, "schema/zz-same-name"), { recursive: true });
    const watching = start(["generate", "--watch"], cwd);
    const saying = listener(watching);
    try {
      await saying("watching ");
      edit(cwd, constants, anOffset, '"doc": "log2 of the size of a page"');
      await saying("~ c/constants.h");
      await saying("~ c/constants.h");
      edit(cwd, order, '"TCR_EL1"', '"TCR_EL7"');
      await saying("error WS205");
      expect(readdirSync(join(cwd, "generated")).filter((name) => name.startsWith("."))).toEqual([]);
    } finally {
      watching.kill();
    }
  });
});

/** What waits until a command has said a text, after what was waited for before. */
function listener({ stdout, stderr }: ReturnType<typeof start>): (text: string) => Promise<void> {
  let said = "";
  for (const stream of [stdout, stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  return async (text) => {
    const until = Date.now() + 30_000;
    for (;;) {
      const at = said.indexOf(text);
      if (at >= 0) {
        said = said.slice(at + text.length);
        return;
      }
      if (Date.now() > until) throw new Error(`waited for "${text}", saw: ${said}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
}
