import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadSources } from "../../src/model/load.js";
import { resolveModel } from "../../src/model/resolve.js";
import type { Model } from "../../src/model/types.js";
import { target as constants } from "../../src/targets/asm-constants.js";
import { target as hyp } from "../../src/targets/asm-hyp.js";
import { target as offsets } from "../../src/targets/asm-offsets.js";
import { requireTool } from "../oracles/tools.js";

const gcc = requireTool("aarch64-linux-gnu-gcc");

/** The seed with these registers after its own. */
function withRegisters(names: readonly string[]): Model {
  const sources = loadSources("schema/kvm-arm64-v3");
  if (!sources.ok) throw new Error(JSON.stringify(sources.diagnostics));
  const order = sources.value.documents["sysreg-order.json"];
  const last = '{ "name": "CNTKCTL_EL1", "groups": ["sysregs"] }';
  const lines = [last, ...names.map((name) => `{ "name": "${name}", "groups": ["sysregs"] }`)];
  const text = order.text.replace(last, lines.join(",\n    "));
  const documents = { ...sources.value.documents, "sysreg-order.json": { ...order, text } };
  const model = resolveModel({ ...sources.value, documents });
  if (!model.ok) throw new Error(JSON.stringify(model.diagnostics));
  return model.value;
}

async function files(model: Model): Promise<Map<string, string>> {
  const emitted = await Promise.all([hyp, offsets, constants].map((target) => target.emit(model)));
  return new Map(
    emitted.flatMap((result) => {
      if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
      return result.value.map(({ path, text }): [string, string] => [path.replace("asm/", ""), text]);
    }),
  );
}

const arch = (text: string | undefined): string | undefined => /^\t\.arch\t(.*)$/m.exec(text ?? "")?.[1];

describe("hyp.S with registers that are younger than Armv8.0", () => {
  it("asks for nothing when GNU as knows every name", async () => {
    expect(arch((await files(withRegisters(["PAR_EL1"]))).get("hyp.S"))).toBeUndefined();
  });

  it.skipIf(gcc === undefined).each([
    [["PAN"], "armv8.1-a"],
    [["APIAKeyLo_EL1"], "armv8.3-a"],
    [["HFGRTR_EL2"], "armv8.6-a"],
    [["PMSICR_EL1"], "armv8-a+profile"],
    [["HFGRTR_EL2", "PAN"], "armv8.6-a"],
    [["PMSICR_EL1", "GCR_EL1", "ZCR_EL1", "APIAKeyLo_EL1"], "armv8.3-a+profile+memtag+sve"],
  ])("is what GNU as takes without options: %j", async (names, expected) => {
    const texts = await files(withRegisters(names));
    expect(arch(texts.get("hyp.S"))).toBe(expected);
    const folder = mkdtempSync(join(tmpdir(), "worldswitch-arch-"));
    try {
      for (const [name, text] of texts) writeFileSync(join(folder, name), text);
      execFileSync(gcc!, ["-c", "-Wa,--fatal-warnings", "-o", "hyp.o", "hyp.S"], {
        cwd: folder,
        stdio: "pipe",
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
