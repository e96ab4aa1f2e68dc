import type { Command } from "commander";
import type { Host } from "../host.js";

interface Options {
  readonly word?: boolean;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  $ worldswitch disassemble hyp.o                  every section with code, with its symbols
  $ worldswitch disassemble --word d53be040 d65f03c0
  $ worldswitch disassemble --json hyp.o`;

/** `worldswitch disassemble`: an ELF object's code, or single words, as text. */
export function addDisassemble(program: Command, { terminal, finish }: Host): void {
  program
    .command("disassemble")
    .description("print the code of an ELF object, or of instruction words")
    .argument("<input...>", "an AArch64 ELF64 relocatable object; with --word, words in hexadecimal")
    .option("-w, --word", "the arguments are instruction words")
    .option("--json", "print the instructions as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: readonly string[], options: Options) => {
      const { disassembleObjects, disassembleWords } = await import("../disassemble.js");
      finish(
        options.word === true
          ? disassembleWords(inputs, options, terminal)
          : await disassembleObjects(inputs, options, terminal),
      );
    });
}
