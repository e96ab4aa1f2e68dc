import { assemble, assemblerNames, type ObjectCode } from "../../src/assembler/index.js";
import type { OutFile } from "../../src/core/out-file.js";
import type { Model } from "../../src/model/types.js";
import { target as constants } from "../../src/targets/asm-constants.js";
import { target as hyp } from "../../src/targets/asm-hyp.js";
import { target as offsets } from "../../src/targets/asm-offsets.js";

/** The printed assembly of a layout, by file name. */
export async function printedAssembly(model: Model): Promise<Map<string, string>> {
  const files: OutFile[] = [];
  for (const target of [hyp, offsets, constants]) {
    const result = await target.emit(model);
    if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
    files.push(...result.value);
  }
  return new Map(files.map((file) => [file.path.replace(/^asm\//, ""), file.text]));
}

/** The object of hyp.S among these files. */
export function assembled(model: Model, files: ReadonlyMap<string, string>): ObjectCode {
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
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics.slice(0, 5), null, 1));
  return result.value;
}
