import { join } from "node:path";
import { cacheFolder } from "./cache-folder.js";
import { CodeCache } from "./code-cache.js";
import { exitStatus } from "./exit-status.js";
import { processTerminal } from "./terminal.js";
import type { StampPlace } from "./up-to-date.js";

/**
 * The module of program.ts and the commands' packs, as scripts/bundle-command.mjs names them, and what tells that script from other
 * states of it.
 */
declare const PROGRAM: string;
declare const PACKS: Readonly<Record<string, string>>;
declare const BUNDLER: string;

/** Runs a command line in this process. args: without the interpreter and the script. stamp: see Host. */
export function launch(args: readonly string[], stamp: StampPlace | undefined): void {
  const terminal = processTerminal();
  process.on("uncaughtException", reportDefect);
  process.on("unhandledRejection", reportDefect);
  const code = new CodeCache(__dirname, codeFolder(args), packOf(args));
  const program = code.load(PROGRAM) as typeof import("./program.js");
  process.once("exit", () => code.save());
  program.runCommandLine(args, terminal, stamp).then((status) => {
    process.exitCode = status;
    // Nothing is left to wait for; V8 would first collect the garbage of a heap that goes away as a whole.
    if (terminal.isDone()) process.exit();
  }, reportDefect);

  /** One line for what can only be our own bug; its stack only with WORLDSWITCH_DEBUG=1. */
  function reportDefect(error: unknown): never {
    const message = error instanceof Error ? error.message : String(error);
    terminal.err(
      `internal error: ${message.split("\n")[0]}; this is a defect of worldswitch: please report it`,
    );
    if (process.env.WORLDSWITCH_DEBUG === "1" && error instanceof Error) terminal.err(error.stack ?? "");
    process.exit(exitStatus.internal);
  }
}

function packOf([command = ""]: readonly string[]): string | undefined {
  return Object.hasOwn(PACKS, command) ? PACKS[command] : undefined;
}

/**
 * Where compiled code is kept between runs of a command; V8's differs with its version and with the machine. A module's name says
 * what it is made of, and not how: that is the bundler's.
 */
function codeFolder([command = ""]: readonly string[]): string | undefined {
  const cache = cacheFolder();
  const kind = /^[a-z]+$/.test(command) ? command : "help";
  return cache === undefined
    ? undefined
    : join(cache, "code", `${process.version}-${process.arch}-${BUNDLER}`, kind);
}
