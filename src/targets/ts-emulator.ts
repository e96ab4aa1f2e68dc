import { oncePer } from "../core/once-per.js";
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
import { catalogueHeaderLines } from "./header.js";
import type { Target } from "./target.js";

/**
 * `ts/emulator/`: what the runtime's machine needs to know of the architecture (its register file, its
 * instructions, the decoder, the operations of SYS), and the machine on it. All of it follows from the catalogue.
 */
export const target: Target = { name: "ts-emulator", directory: "ts", emit };

const FILES = [
  catalogueFile("registers", "The register file: every system register of EL0 to EL2.", registerStatements),
  catalogueFile("instructions", "The A64 instructions: their bits and fields.", instructionStatements),
  catalogueFile("decoder", "From a word to its instruction.", decoderStatements),
  catalogueFile(
    "encoding-groups",
    "The groups of the manual's encoding index: what an UNDEFINED word is.",
    encodingGroupStatements,
  ),
  catalogueFile(
    "system-operations",
    "The operations of SYS: TLBI, AT, IC and DC.",
    systemOperationStatements,
  ),
  catalogueFile("machine", "The emulator, and what save-restore.ts needs of it.", machineStatements),
];

async function emit(model: Model): Promise<Result<readonly OutFile[]>> {
  return success(await Promise.all(FILES.map((fileOf) => fileOf(model))));
}

/** Makes a file for a model: the same object as long as its statements are, which follow from the catalogue. */
function catalogueFile(
  name: string,
  what: string,
  statementsOf: (model: Model) => readonly string[],
): (model: Model) => Promise<OutFile> {
  const made = oncePer(
    async (statements: readonly string[]): Promise<OutFile> => ({
      path: `ts/emulator/${name}.ts`,
      text: await printTypeScript(catalogueHeaderLines(what), statements),
    }),
  );
  return (model) => made(statementsOf(model));
}
