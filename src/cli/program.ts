import { readFileSync } from "node:fs";
import { Command, CommanderError, Help, type Option } from "commander";
import { addAdd } from "./commands/add.js";
import { addAssemble } from "./commands/assemble.js";
import { addDiff } from "./commands/diff.js";
import { addDisassemble } from "./commands/disassemble.js";
import { addGenerate } from "./commands/generate.js";
import { addInit } from "./commands/init.js";
import { addLint } from "./commands/lint.js";
import { addMutate } from "./commands/mutate.js";
import { addRun } from "./commands/run.js";
import { addVerify } from "./commands/verify.js";
import { exitStatus } from "./exit-status.js";
import type { Host } from "./host.js";
import type { Terminal } from "./terminal.js";
import type { StampPlace } from "./up-to-date.js";
import { UsageError } from "./usage-error.js";

const COMMANDS: ReadonlyMap<string, (program: Command, host: Host) => void> = new Map([
  ["generate", addGenerate],
  ["lint", addLint],
  ["verify", addVerify],
  ["diff", addDiff],
  ["mutate", addMutate],
  ["add", addAdd],
  ["run", addRun],
  ["assemble", addAssemble],
  ["disassemble", addDisassemble],
  ["init", addInit],
]);

const FOOTER = `
Examples:
  $ worldswitch lint                     what is wrong with the layouts under ./schema
  $ worldswitch generate                 write ./generated/<layout> for each of them
  $ worldswitch add sysreg PAR_EL1       one more register, and what follows from it
  $ worldswitch verify                   prove the generated switch for all register values
  $ worldswitch run                      run the generated assembly, scenario by scenario

Exit status: 0 success; 1 findings, stale output or a failed scenario; 2 wrong usage or unreadable input.
Results go to stdout, progress and diagnostics to stderr. NO_COLOR and FORCE_COLOR are honoured.`;

/**
 * Runs one command line; args: without the interpreter and the script. stamp: see Host. Commands load what they need when
 * they run: --help and --version load nothing else.
 * Returns the exit status; throws only for our own bugs.
 */
export async function runCommandLine(
  args: readonly string[],
  terminal: Terminal,
  stamp?: StampPlace,
): Promise<number> {
  let status: number = exitStatus.ok;
  const host: Host = {
    terminal,
    stamp,
    finish: (reached) => {
      status = reached;
    },
  };
  try {
    await program(host, args).parseAsync(args, { from: "user" });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.ok : exitStatus.usage;
    if (!(error instanceof UsageError)) throw error;
    const { errStyle } = terminal;
    terminal.err(`${errStyle.red("error:")} ${error.message}`);
    if (error.hint !== undefined) terminal.err(`  ${errStyle.cyan("hint:")} ${error.hint}`);
    return exitStatus.usage;
  }
}

function program(host: Host, args: readonly string[]): Command {
  const { outStyle: style, stdout, stderr, colour } = host.terminal;
  const command = new Command("worldswitch")
    .description(
      "Keep a hypervisor's register layout once, as JSON; derive its C, assembly, TypeScript and documentation; run the result.",
    )
    .version(packageVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      getOutHelpWidth: () => stdout.columns,
      getErrHelpWidth: () => stderr.columns,
      getOutHasColors: () => colour.out,
      getErrHasColors: () => colour.err,
    })
    .showHelpAfterError("(--help says how)")
    .configureHelp({ styleTitle: style.bold, styleCommandText: style.bold, optionDescription })
    .addHelpText("after", FOOTER);
  // Declaring all of them takes a while; who asks for one is told of no other.
  const one = COMMANDS.get(args[0] ?? "");
  for (const add of one === undefined ? COMMANDS.values() : [one]) add(command, host);
  return command;
}

/** As commander has it, but for the default of an option that may be repeated: that there is none says nothing. */
function optionDescription(option: Option): string {
  return new Help().optionDescription(option).replace(/ \(default: \[\]\)$/, "");
}

/** The package's version, when scripts/bundle-command.mjs has put it here. */
declare const PACKAGE_VERSION: string | undefined;

function packageVersion(): string {
  if (typeof PACKAGE_VERSION === "string") return PACKAGE_VERSION;
  const document: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  if (typeof document === "object" && document !== null && "version" in document)
    return String(document.version);
  throw new Error("package.json has no version");
}
