import { assemble, assemblerNames, type ObjectCode } from "../../src/assembler/index.js";
import { loadModel } from "../../src/model/load.js";
import type { Model } from "../../src/model/types.js";
import { type PlacedCode, placeHypervisor } from "../../src/scenarios/index.js";
import { target as constants } from "../../src/targets/asm-constants.js";
import { target as hyp } from "../../src/targets/asm-hyp.js";
import { target as offsets } from "../../src/targets/asm-offsets.js";

/** The model of a layout of schema/, the seed's unless named. */
export function layoutModel(layout = "kvm-arm64-v3"): Model {
  const result = loadModel(`schema/${layout}`);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, null, 1));
  return result.value;
}

/** The printed assembly of a model: file name (hyp.S, asm-offsets.h, constants.h) to text. */
export async function printed(model: Model): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const target of [hyp, offsets, constants]) {
    const result = await target.emit(model);
    if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, null, 1));
    for (const { path, text } of result.value) files.set(path.split("/").at(-1)!, text);
  }
  return files;
}

/** Our assembler's object of printed files. */
export function assembled(model: Model, files: ReadonlyMap<string, string>): ObjectCode {
  const result = assemble({
    file: "hyp.S",
    text: files.get("hyp.S")!,
    table: model.a64,
    sysregs: assemblerNames(model),
    readInclude: (name) => ({ file: name, text: files.get(name)! }),
  });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics.slice(0, 5), null, 1));
  return result.value;
}

/** The object where the scenarios want it. */
export function placed(model: Model, object: ObjectCode): PlacedCode {
  const result = placeHypervisor(model, object);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, null, 1));
  return result.value;
}
