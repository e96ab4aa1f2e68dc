import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { assemble, assemblerNames, readElf64 } from "../../src/assembler/index.js";
import { hasErrors } from "../../src/core/diagnostic.js";
import type { Model } from "../../src/model/types.js";
import { target as constants } from "../../src/targets/asm-constants.js";
import { target as hyp } from "../../src/targets/asm-hyp.js";
import { target as offsets } from "../../src/targets/asm-offsets.js";
import { requireTool } from "../oracles/tools.js";
import { check, faithful, withText } from "./layout-edits.js";
import { allMutations } from "./line-mutations.js";

const gcc = requireTool("aarch64-linux-gnu-gcc");
const folder = mkdtempSync(join(tmpdir(), "line-mutation-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Each how manieth layout GNU as assembles too. */
const STRIDE = 8;

async function assemblyOf(model: Model): Promise<ReadonlyMap<string, string>> {
  const results = await Promise.all([hyp, offsets, constants].map((target) => target.emit(model)));
  const files = results.flatMap((result) => {
    expect(result.diagnostics).toEqual([]);
    return result.ok ? result.value : [];
  });
  return new Map(files.map((file) => [file.path.replace(/^asm\//, ""), file.text]));
}

/** The section's bytes, or what the assembler refused. */
function ownSection(model: Model, files: ReadonlyMap<string, string>): Uint8Array | string {
  const result = assemble({
    file: "hyp.S",
    text: files.get("hyp.S") ?? "",
    table: model.a64,
    sysregs: assemblerNames(model),
    readInclude: (name) => {
      const text = files.get(name);
      return text === undefined ? undefined : { file: name, text };
    },
  });
  if (!result.ok) return result.diagnostics.map((d) => `${d.code} ${d.message}`).join("; ");
  return result.value.sections.find((s) => s.name === model.worldSwitch.section.name)!.bytes;
}

function gnuSection(compiler: string, model: Model, files: ReadonlyMap<string, string>): Uint8Array {
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  execFileSync(compiler, ["-c", "hyp.S", "-o", "hyp.o"], { cwd: folder });
  const result = readElf64(readFileSync(join(folder, "hyp.o")));
  const sections = result.ok ? result.value.sections : [];
  return sections.find((s) => s.name === model.worldSwitch.section.name)!.bytes;
}

describe("a layout with one line changed that is accepted", () => {
  it("gives assembly that both assemblers accept, to the same bytes", { timeout: 300_000 }, async () => {
    const counts = { accepted: 0, different: 0, "assembled by GNU as too": 0 };
    const seen = new Set<string>();
    const wrong: string[] = [];
    for (const { document, change, line, text } of allMutations()) {
      const { model, diagnostics } = check(withText(faithful, document, text));
      if (model === undefined || hasErrors(diagnostics)) continue;
      counts.accepted += 1;
      const files = await assemblyOf(model);
      const printed = [...files.values()].join("").replace(/sha256.*/g, "");
      if (seen.has(printed)) continue;
      seen.add(printed);
      counts.different += 1;
      const own = ownSection(model, files);
      if (typeof own === "string") wrong.push(`${document}:${line} ${change}: ${own}`);
      if (typeof own === "string" || gcc === undefined || counts.different % STRIDE !== 0) continue;
      counts["assembled by GNU as too"] += 1;
      if (Buffer.compare(own, gnuSection(gcc, model, files)) !== 0)
        wrong.push(`${document}:${line} ${change}: other bytes than GNU as`);
    }
    console.log(counts);
    expect(wrong).toEqual([]);
    expect(counts.different).toBeGreaterThan(50);
  });
});
