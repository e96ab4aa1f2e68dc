import { join } from "node:path";
import { expect, test } from "vitest";
import type { Result } from "../../src/core/result.js";
import { loadSources } from "../../src/model/load.js";
import { resolveModel } from "../../src/model/resolve.js";
import { emitAll } from "../../src/targets/emit-all.js";

const schema = join(import.meta.dirname, "../../schema");

function need<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.value;
}

async function filesOf(layout: string, edit = (text: string) => text) {
  const sources = need(loadSources(join(schema, layout)));
  const order = sources.documents["sysreg-order.json"];
  const documents = { ...sources.documents, "sysreg-order.json": { ...order, text: edit(order.text) } };
  const model = need(resolveModel({ ...sources, documents }));
  return new Map(need(await emitAll(model)).map(({ path, text }) => [path, text]));
}

test("what follows from the catalogue alone is the same for each layout, and after an edit of one", async () => {
  const [posted, extended] = [await filesOf("kvm-arm64-v3"), await filesOf("kvm-arm64")];
  const edited = await filesOf("kvm-arm64-v3", (text) =>
    text.replace(/,\s*\{ "name": "CNTKCTL_EL1"[^}]*\}/, ""),
  );
  expect(edited.get("asm/hyp.S")).not.toBe(posted.get("asm/hyp.S"));
  const paths = [...posted.keys()].filter((path) => path.startsWith("ts/emulator/"));
  expect(paths).toHaveLength(6);
  for (const path of paths) {
    expect(edited.get(path), path).toBe(posted.get(path));
    expect(extended.get(path), path).toBe(posted.get(path));
  }
});
