import type { OutFile } from "../core/out-file.js";
import { type Result, success } from "../core/result.js";
import type { Model } from "../model/types.js";
import { printTypeScript } from "../print/typescript.js";
import { decoderStatements } from "./emulator/decoder.js";
import { encodingGroupStatements } from "./emulator/encoding-groups.js";
import { instructionStatements } from "./emulator/instructions.js";
import { machineStatements } from "./emulator/machine.js";
import { registerStatements } from "./emulator/registers.js";
import { systemOperationStatements } from "./emulator/system-operations.js";
import { headerLines } from "./header.js";
import type { Target } from "./target.js";

/**
 * `ts/emulator/`: what the runtime's machine needs to know of the architecture (its register file, its
 * instructions, the decoder, the operations of SYS), and the machine bound to the layout.
 */
export const target: Target = { name: "ts-emulator", directory: "ts", emit };

const FILES: readonly {
  readonly name: string;
  readonly what: string;
  readonly statements: (model: Model) => string[];
}[] = [
  {
    name: "registers",
    what: "The register file: every system register of EL0 to EL2.",
    statements: registerStatements,
  },
  {
    name: "instructions",
    what: "The A64 instructions: their bits and fields.",
    statements: instructionStatements,
  },
  { name: "decoder", what: "From a word to its instruction.", statements: decoderStatements },
  {
    name: "encoding-groups",
    what: "The groups of the manual's encoding index: what an UNDEFINED word is.",
    statements: encodingGroupStatements,
  },
  {
    name: "system-operations",
    what: "The operations of SYS: TLBI, AT, IC and DC.",
    statements: systemOperationStatements,
  },
  { name: "machine", what: "The emulator, bound to this layout.", statements: machineStatements },
];

async function emit(model: Model): Promise<Result<readonly OutFile[]>> {
  const files: OutFile[] = [];
  for (const { name, what, statements } of FILES) {
    const text = await printTypeScript(headerLines(model, what), { statements: statements(model) });
    files.push({ path: `ts/emulator/${name}.ts`, text });
  }
  return success(files);
}
