import { assemble, assemblerNames, type ObjectCode } from "../assembler/index.js";
import type { Diagnostic } from "../core/diagnostic.js";
import type { OutFile } from "../core/out-file.js";
import { failure, type Result, success } from "../core/result.js";
import type { Model } from "../model/types.js";
import { target as constants } from "../targets/asm-constants.js";
import { target as hyp } from "../targets/asm-hyp.js";
import { target as offsets } from "../targets/asm-offsets.js";

/** The object of the assembly that a model's layout is generated to. Errors: WS4xx of the targets, WS6xx of the assembler. */
export async function codeOf(model: Model): Promise<Result<ObjectCode>> {
  const printed = await assemblyOf(model);
  return printed.ok ? assembled(model, printed.value) : printed;
}

/** The assembly that a model's layout is generated to: the text of each file by its name. Errors: WS4xx of the targets. */
async function assemblyOf(model: Model): Promise<Result<ReadonlyMap<string, string>>> {
  const files: OutFile[] = [];
  const found: Diagnostic[] = [];
  for (const target of [hyp, offsets, constants]) {
    const emitted = await target.emit(model);
    if (emitted.ok) files.push(...emitted.value);
    else found.push(...emitted.diagnostics);
  }
  if (found.length > 0) return failure(found);
  return success(new Map(files.map(({ path, text }) => [path.replace(/^asm\//, ""), text])));
}

/** The object that printed assembly makes. Errors: WS6xx. */
function assembled(model: Model, texts: ReadonlyMap<string, string>): Result<ObjectCode> {
  return assemble({
    file: "hyp.S",
    text: texts.get("hyp.S") ?? "",
    table: model.a64,
    sysregs: assemblerNames(model),
    readInclude: (name) => {
      const text = texts.get(name);
      return text === undefined ? undefined : { file: name, text };
    },
  });
}

/** Whether two objects have the same sections and relocations. */
export function sameCode(a: ObjectCode, b: ObjectCode): boolean {
  return textOf(a) === textOf(b);
}

function textOf({ sections, relocations }: ObjectCode): string {
  const bytes = sections.map((section) => `${section.name} ${Buffer.from(section.bytes).toString("base64")}`);
  const plain = relocations.map((relocation) =>
    JSON.stringify(relocation, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)),
  );
  return [...bytes, ...plain].join("\n");
}
