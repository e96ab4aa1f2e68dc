import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const DOCUMENT = "schema/arm64/sysregs/translation.json";
let copy = "";

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "worldswitch-"));
  for (const part of ["dist", "schema", "package.json"])
    cpSync(join(root, part), join(copy, part), { recursive: true, preserveTimestamps: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** What a process of the copy prints that loads a layout, runs an edit and loads it again: TCR_EL1's titles. */
function titles(edit: string): readonly string[] {
  const program = `
    import { readFileSync, utimesSync, writeFileSync } from "node:fs";
    import { loadModel } from ${JSON.stringify(pathToFileURL(join(copy, "dist/model/load.js")).href)};
    const title = () => {
      const model = loadModel("schema/kvm-arm64-v3");
      return model.ok ? model.value.sysregs.get("TCR_EL1").title : model.diagnostics[0].message;
    };
    const titles = [title()];
    ${edit}
    titles.push(title());
    console.log(JSON.stringify(titles));`;
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", program], { cwd: copy });
  return JSON.parse(output.toString());
}

describe("what the build made of the architecture", () => {
  const text = readFileSync(join(root, DOCUMENT), "utf8");
  const title = /"name": "TCR_EL1",\s*"title": "([^"]*)"/.exec(text)?.[1] ?? "";
  const edited = title.replace("Control", "Contrxl");

  it("is taken while no document is younger, whatever it says", () => {
    writeFileSync(join(copy, DOCUMENT), text.replace(title, edited));
    utimesSync(join(copy, DOCUMENT), 1000, 1000);
    expect(titles("")).toEqual([title, title]);
  });

  it("is not taken when one is younger, also in a process that has taken it before", () => {
    writeFileSync(join(copy, DOCUMENT), text);
    utimesSync(join(copy, DOCUMENT), 1000, 1000);
    const rewrite = `writeFileSync(${JSON.stringify(DOCUMENT)}, readFileSync(${JSON.stringify(DOCUMENT)}, "utf8").replace(${JSON.stringify(title)}, ${JSON.stringify(edited)}));`;
    expect(titles(rewrite)).toEqual([title, edited]);
    expect(titles("")).toEqual([edited, edited]);
  });

  it("is not taken when a document has another length, nor when it cannot be read", () => {
    writeFileSync(join(copy, DOCUMENT), text.replace(title, `${title}s`));
    utimesSync(join(copy, DOCUMENT), 1000, 1000);
    expect(titles("")).toEqual([`${title}s`, `${title}s`]);
    rmSync(join(copy, DOCUMENT));
    expect(titles("")[0]).toMatch(/no system register is called/);
  });
});
