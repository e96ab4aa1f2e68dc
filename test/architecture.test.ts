import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function checkDirections(folder: string): { status: number | null; stderr: string } {
  return spawnSync(process.execPath, [join(root, "scripts/check-directions.mjs"), folder], {
    encoding: "utf8",
  });
}

function copyWith(path: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "worldswitch-architecture-"));
  made.push(folder);
  cpSync(join(root, "src"), join(folder, "src"), { recursive: true });
  writeFileSync(join(folder, path), text);
  return folder;
}

describe("the directions of imports", () => {
  it("hold in src", () => {
    const { status, stderr } = checkDirections(root);
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  it.each([
    [
      "src/core/upward.ts",
      'import { loadModel } from "../model/load.js";\nloadModel;\n',
      "core-imports-nothing",
    ],
    [
      "src/model/types-only.ts",
      'import type { Rule } from "../lint/rule.js";\nexport type R = Rule;\n',
      "model-imports-core-read-validate",
    ],
    ["src/runtime/documents.ts", 'export * from "../model/types.js";\n', "runtime-imports-core"],
    ["src/runtime/disk.ts", 'export * from "node:fs";\n', "browser-folders-use-no-node-api"],
    ["src/lint/printing.ts", 'export const load = () => import("ts-morph");\n', "ts-morph-only-in-print"],
    ["src/model/checked.ts", 'import Ajv from "ajv";\nAjv;\n', "ajv-only-in-validate"],
    [
      "src/core/source-ref.ts",
      'import { hasErrors } from "./diagnostic.js";\nexport const compareSourceRefs = hasErrors;\n',
      "no-cycles",
    ],
    ["src/read/missing.ts", 'export * from "./no-such-file.js";\n', "no-missing-files"],
  ])("are reported when %s goes the wrong way", (path, text, rule) => {
    const { status, stderr } = checkDirections(copyWith(path, text));
    expect(stderr).toContain(`${path} -> `);
    expect(stderr).toContain(`: ${rule}`);
    expect(status).toBe(1);
  });
});
