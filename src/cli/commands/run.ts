import type { Command } from "commander";
import type { Host } from "../host.js";

interface Options {
  readonly layout?: string;
  readonly out: string;
  readonly scenario: readonly string[];
  readonly object?: string;
  readonly trace?: boolean;
  readonly json?: boolean;
  readonly list?: boolean;
}

const EXAMPLES = `
Examples:
  $ worldswitch run --list                        the scenarios
  $ worldswitch run --scenario hvc                one of them, as a story
  $ worldswitch run --scenario hvc --trace        with every instruction (the trace goes to stderr)
  $ worldswitch run --json > run.json             all of them, as data

With --json and several layouts, the reports are an array, one element a layout.

What runs is the generated file, asm/hyp.S, assembled as it stands, on the generated emulator. Exit status: 0 every
check held, 1 one did not or the output is stale, 2 there is no output or no such scenario.`;

/** `worldswitch run`: the generated assembly, executed in scenarios. */
export function addRun(program: Command, { terminal, finish }: Host): void {
  const collect = (value: string, all: readonly string[]): readonly string[] => [...all, value];
  program
    .command("run")
    .description("run the generated world switch and say what happened")
    .option("-l, --layout <layout>", "a layout under ./schema, or a layout's folder (default: all)")
    .option("-o, --out <dir>", "where generate put its output", "generated")
    .option("-s, --scenario <name>", "play this one only (repeatable; default: all)", collect, [])
    .option(
      "--object <file>",
      "run this ELF object instead of assembling asm/hyp.S: GNU as's, or a foreign one",
    )
    .option("-t, --trace", "print every instruction and what it changed to stderr")
    .option("--json", "print the reports as JSON")
    .option("--list", "list the scenarios")
    .addHelpText("after", EXAMPLES)
    .action(async (options: Options) => {
      const { runScenarios } = await import("../run-scenarios.js");
      finish(await runScenarios(options, terminal));
    });
}
