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
  readonly elf?: string;
  readonly image: readonly string[];
  readonly cpus: string;
  readonly memory: string;
  readonly maxInstructions?: string;
  readonly input?: string;
  readonly semihostingFolder?: string;
  readonly append?: string;
  readonly dump?: string;
  readonly gdb?: string;
  readonly gdbSymbols?: string;
  readonly engine?: string;
  readonly crossCheck?: string | true;
}

const EXAMPLES = `
Examples:
  $ worldswitch run --list                        the scenarios
  $ worldswitch run --scenario hvc                one of them, as a story
  $ worldswitch run --scenario hvc --trace        with every instruction (the trace goes to stderr)
  $ worldswitch run --json > run.json             all of them, as data
  $ worldswitch run --elf hello.elf               a bare-metal program, on a board like QEMU's virt
  $ worldswitch run --elf hello.elf --cross-check  the same, the engine beside the reference machine
  $ worldswitch run -l kvm-arm64 -s hvc --gdb 0   wait for gdb before the first instruction

With --json and several layouts, the reports are an array, one element a layout.

What runs is the generated file, asm/hyp.S, assembled as it stands, on the generated emulator. Exit status: 0 every
check held, 1 one did not or the output is stale, 2 there is no output or no such scenario. With --elf or --image: the status
that the program gave by semihosting, 0 when it switched the board off, 1 when it did not end by itself.`;

/** `worldswitch run`: the generated assembly, executed in scenarios, or a bare-metal program on the board. */
export function addRun(program: Command, { terminal, finish }: Host): void {
  const collect = (value: string, all: readonly string[]): readonly string[] => [...all, value];
  program
    .command("run")
    .description("run the generated world switch and say what happened, or run a bare-metal program")
    .option("-l, --layout <layout>", "a layout under ./schema, or a layout's folder (default: all)")
    .option("-o, --out <dir>", "where generate put its output", "generated")
    .option("-s, --scenario <name>", "play this one only (repeatable; default: all)", collect, [])
    .option(
      "--object <file>",
      "run this ELF object instead of assembling asm/hyp.S: GNU as's, or a foreign one",
    )
    .option("-t, --trace", "print every instruction and what it changed to stderr")
    .option("--json", "print the reports as JSON")
    .option("--gdb <port>", "wait for gdb on this port of 127.0.0.1 (0: a free one), and do as it says")
    .option("--gdb-symbols <file>", "write the file of symbols for gdb here (default: a temporary one)")
    .option("--list", "list the scenarios")
    .option("--elf <file>", "run this bare-metal AArch64 executable on the board instead")
    .option(
      "--image <file[@address]>",
      "load this raw image, at 0x40080000 unless said (repeatable)",
      collect,
      [],
    )
    .option("--cpus <n>", "PEs of the board, 1 to 8", "1")
    .option("--memory <MiB>", "RAM of the board", "128")
    .option("--max-instructions <n>", "stop the program after so many instructions of all PEs")
    .option(
      "--engine <name>",
      "what executes the program: reference, interpreter or translate (default: the fastest that fits; scenarios: reference)",
    )
    .option(
      "--cross-check [n]",
      "compare the engine with the reference machine after each n instructions (default: 100)",
    )
    .option("--input <file>", "what the program reads from the UART and the console; - for stdin")
    .option("--append <arguments>", "the rest of the command line that SYS_GET_CMDLINE gives")
    .option(
      "--semihosting-folder <dir>",
      "let the program read and write files in this folder, and no others",
    )
    .option("--dump <file>", "write the registers of each PE at the end as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (options: Options) => {
      if (options.elf !== undefined || options.image.length > 0) {
        const { runProgram } = await import("../run-program.js");
        finish(await runProgram(options, terminal));
        return;
      }
      const { runScenarios } = await import("../run-scenarios.js");
      finish(await runScenarios(options, terminal));
    });
}
