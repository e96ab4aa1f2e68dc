import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type ObjectCode, readElf64 } from "../../src/assembler/index.js";
import { loadModel } from "../../src/model/load.js";
import { play, scenarios } from "../../src/scenarios/index.js";
import { requireTool } from "../oracles/tools.js";
import { assembled, placed, printed } from "../scenarios/hypervisor.js";
import { architecture } from "../unit/runtime-architecture.js";

const gcc = requireTool("aarch64-linux-gnu-gcc");
const loaded = loadModel("schema/kvm-arm64");
if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics, null, 1));
const model = loaded.value;
const files = await printed(model);
const own = assembled(model, files);

const folder = mkdtempSync(join(tmpdir(), "worldswitch-mended-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** GNU as's object of the printed files. */
function foreignObject(): ObjectCode {
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  execFileSync(gcc ?? "", ["-c", "hyp.S", "-o", "hyp.o"], { cwd: folder });
  const read = readElf64(readFileSync(join(folder, "hyp.o")), "hyp.o");
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.value;
}

function hypText({ sections }: ObjectCode): readonly number[] {
  return [...(sections.find(({ name }) => name === ".hyp.text")?.bytes ?? [])];
}

describe("the mended layout's assembly", () => {
  it("stores ESR_EL2 in 32 bits, tests bit 0 of PAR_EL1, and keeps PAR_EL1 around AT", () => {
    const text = files.get("hyp.S") ?? "";
    const code = text.replaceAll(/\s*\/\/.*$/gm, "").replaceAll(/[\t ]+/g, " ");
    expect(code).toContain("str w1, [x0, #VCPU_ESR_EL2]");
    expect(code).toMatch(
      /\n mrs x0, par_el1\n push x0, xzr\n(?:.*\n)*? at s1e1r, \w+\n(?:.*\n)*? pop x0, xzr\n msr par_el1, x0\n tbnz x3, #0, /,
    );
    expect(code.match(/mrs \w+, par_el1/g)).toHaveLength(3);
    expect(code.match(/msr par_el1, \w+/g)).toHaveLength(2);
  });

  it.skipIf(gcc === undefined)("has the same bytes from both assemblers", () => {
    const bytes = hypText(own);
    expect(bytes.length).toBeGreaterThan(3000);
    expect(hypText(foreignObject())).toEqual(bytes);
  });

  it.skipIf(gcc === undefined).each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    "passes %s on GNU as's bytes",
    (_, scenario) => {
      const report = play(scenario, { model, architecture, hypervisor: placed(model, foreignObject()) });
      expect(report.checks.filter(({ passed }) => !passed)).toEqual([]);
      expect(report.passed).toBe(true);
    },
  );
});
