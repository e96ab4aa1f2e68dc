import type { Command } from "commander";
import type { Host } from "../host.js";

interface Options {
  readonly output?: string;
  readonly include: readonly string[];
  readonly define: readonly string[];
  readonly listing?: boolean;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  $ worldswitch assemble generated/kvm-arm64-v3/asm/hyp.S -o hyp.o
  $ worldswitch assemble hyp.S --listing          each line with its bytes
  $ worldswitch assemble hyp.S -I include -D CONFIG_X=1

The object is ELF64 for AArch64 and goes to ld and objdump as it is. What the assembler does not know is an error
at its place. Without -o and --listing the file is only checked.`;

/** `worldswitch assemble`: a GNU-syntax file into an ELF object. */
export function addAssemble(program: Command, { terminal, finish }: Host): void {
  const collect = (value: string, all: readonly string[]): readonly string[] => [...all, value];
  program
    .command("assemble")
    .description("assemble a GNU-syntax file into an ELF object")
    .argument("<file>", "the source, preprocessed as a .S is")
    .option("-o, --output <file>", "write the object there")
    .option("-I, --include <dir>", "look for included files there as well (repeatable)", collect, [])
    .option("-D, --define <name=value>", "define a preprocessor name (repeatable)", collect, [])
    .option("--listing", "print addresses, bytes and source lines")
    .option("--json", "print sections, symbols and relocations as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (file: string, options: Options) => {
      const { assembleFile } = await import("../assemble.js");
      finish(await assembleFile(file, options, terminal));
    });
}
