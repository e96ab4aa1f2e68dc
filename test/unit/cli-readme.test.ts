import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { addRegister } from "../../src/edit/add-register.js";
import { applyInsertion } from "../../src/edit/text-edit.js";
import { loadSources } from "../../src/model/load.js";
import { resolveModel } from "../../src/model/resolve.js";
import { parseJson } from "../../src/read/json.js";
import type { LayoutSources } from "../../src/read/sources.js";
import { emitAll } from "../../src/targets/emit-all.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const readme = readFileSync(join(root, "README.md"), "utf8");
const document = "sysreg-order.json";

function seed(): LayoutSources {
  const sources = loadSources(join(root, "schema/kvm-arm64-v3"));
  if (!sources.ok) throw new Error("the seed's documents cannot be read");
  return sources.value;
}

function withParEl1(sources: LayoutSources): LayoutSources {
  const { file, text } = sources.documents[document];
  const parsed = parseJson(file, text);
  const insertion = parsed.ok ? addRegister(parsed.value, { name: "PAR_EL1" }) : undefined;
  if (insertion === undefined) throw new Error("no place for PAR_EL1");
  const edited = { file, text: applyInsertion(text, insertion) };
  return { ...sources, documents: { ...sources.documents, [document]: edited } };
}

/** Every line that the layout's outputs have, without the white space around it, and how often. */
async function linesOf(sources: LayoutSources): Promise<Map<string, number>> {
  const model = resolveModel(sources);
  const emitted = model.ok ? await emitAll(model.value) : model;
  if (!emitted.ok) throw new Error("the layout has errors");
  const counts = new Map<string, number>();
  for (const { text } of emitted.value)
    for (const line of text.split("\n")) counts.set(line.trim(), (counts.get(line.trim()) ?? 0) + 1);
  return counts;
}

/** How often a line occurs, with or without a comment after it. */
function occurrences(lines: ReadonlyMap<string, number>, line: string): number {
  const found = [...lines].filter(([text]) => text === line.trim() || text.startsWith(`${line.trim()}\t`));
  return found.reduce((sum, [, count]) => sum + count, 0);
}

describe("the README's first screen", () => {
  const [edit = "", effect = ""] = [...readme.matchAll(/```diff\n([\s\S]*?)```/g)].map(([, text]) => text);
  const marked = (sign: string, diff: string): string[] =>
    diff.split("\n").flatMap((line) => (line.startsWith(sign) ? [line.slice(1)] : []));

  it("shows the edit that add sysreg makes", () => {
    const before = seed();
    const after = withParEl1(before);
    expect(marked("+", edit)).toHaveLength(2);
    for (const line of marked("-", edit)) expect(before.documents[document].text).toContain(`\n${line}\n`);
    for (const line of marked("+", edit)) expect(after.documents[document].text).toContain(`\n${line}\n`);
  });

  it("shows lines that the edit brings to the output", async () => {
    const [before, after] = await Promise.all([linesOf(seed()), linesOf(withParEl1(seed()))]);
    const shown = marked("+", effect);
    expect(shown.length).toBeGreaterThan(8);
    for (const line of shown) {
      expect(occurrences(after, line), line).toBeGreaterThan(occurrences(before, line));
    }
  });
});

describe("the documentation", () => {
  const pages = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name));

  it.each([
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    ...pages,
  ])("%s links to files that exist", (page) => {
    const text = readFileSync(join(root, page), "utf8");
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, path = ""]) => path);
    for (const link of links) expect(existsSync(join(root, dirname(page), link)), link).toBe(true);
  });

  it("names tests that exist in the README", () => {
    const named = [...readme.matchAll(/`(test\/[\w./*-]+)`/g)].map(([, path = ""]) => path);
    expect(named.length).toBeGreaterThan(8);
    for (const path of named) {
      const folder = join(root, dirname(path));
      const pattern = new RegExp(
        `^${path
          .slice(dirname(path).length + 1)
          .replaceAll(".", "\\.")
          .replaceAll("*", ".*")}$`,
      );
      expect(
        path.endsWith("/")
          ? existsSync(join(root, path))
          : readdirSync(folder).some((name) => pattern.test(name)),
        path,
      ).toBe(true);
    }
  });
});
