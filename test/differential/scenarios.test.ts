import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type ObjectCode, readElf64 } from "../../src/assembler/index.js";
import { type PlacedCode, play, scenarios, tellStory } from "../../src/scenarios/index.js";
import { requireTool } from "../oracles/tools.js";
import { layoutModel, placed, printed } from "../scenarios/hypervisor.js";
import { derivedModel, forty, mended, withRegisters } from "../scenarios/layouts.js";
import { architecture } from "../unit/runtime-architecture.js";

const gcc = requireTool("aarch64-linux-gnu-gcc");

/** The object that GNU as makes of printed files, with C's preprocessor before it. */
function assembledByGnu(compiler: string, files: ReadonlyMap<string, string>): ObjectCode {
  const folder = mkdtempSync(join(tmpdir(), "scenarios-"));
  try {
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    const object = join(folder, "hyp.o");
    execFileSync(compiler, ["-march=armv8.6-a", "-c", join(folder, "hyp.S"), "-o", object]);
    const result = readElf64(readFileSync(object), "hyp.o");
    if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, null, 1));
    return result.value;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const models = [
  ["the seed", layoutModel()],
  ["the seed with its four defects mended", derivedModel(mended)],
  ["60 registers", derivedModel(withRegisters(forty))],
] as const;

describe.skipIf(gcc === undefined).each(models)("scenarios on the bytes of GNU as: %s", (_, model) => {
  let hypervisor: PlacedCode;
  beforeAll(async () => {
    hypervisor = placed(model, assembledByGnu(gcc!, await printed(model)));
  });

  test.each(
    scenarios.map((scenario) => [scenario.name, scenario] as const),
  )("%s passes", (_name, scenario) => {
    const report = play(scenario, { model, architecture, hypervisor });
    if (!report.passed) console.log(tellStory(report, { colour: false }));
    expect(report.checks.filter((check) => !check.passed)).toEqual([]);
    expect(report.passed).toBe(true);
  });
});
