import type { Command } from "commander";
import type { Host } from "../host.js";

interface Options {
  readonly layout?: string;
  readonly after?: string;
  readonly via?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  $ worldswitch add sysreg PAR_EL1 --dry-run        show the edit and what follows from it
  $ worldswitch add sysreg PAR_EL1                  make it; then: worldswitch generate
  $ worldswitch add sysreg PAR_EL1 --after AMAIR_EL1

The register becomes one line of sysreg-order.json. Its slot, offset, enum, accessor, save, restore and
documentation follow at the next generate. A layout that the edit would break is left as it was.`;

/** `worldswitch add sysreg`: one more register in a layout's order, as a text edit. */
export function addAdd(program: Command, { terminal, finish }: Host): void {
  program
    .command("add")
    .description("add something to a layout")
    .helpCommand(false)
    .command("sysreg")
    .description("add a system register to a layout's order, and say what follows")
    .argument("<name>", "the manual's name, such as PAR_EL1")
    .option(
      "-l, --layout <layout>",
      "a layout under ./schema, or a layout's folder (default: the only one that extends no other)",
    )
    .option("--after <register>", "the register that it comes after (default: the last one)")
    .option("--via <register>", "the register that EL2 moves it through, as MPIDR_EL1 goes by VMPIDR_EL2")
    .option("-n, --dry-run", "change nothing")
    .option("--json", "print the edit as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (name: string, options: Options) => {
      const { addSysreg } = await import("../add-sysreg.js");
      finish(await addSysreg({ ...options, name }, terminal));
    });
}
