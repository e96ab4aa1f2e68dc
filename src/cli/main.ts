#!/usr/bin/env node
import { join } from "node:path";
import { cacheFolder } from "./cache-folder.js";
import { CodeCache } from "./code-cache.js";
import { exitStatus } from "./exit-status.js";
import { processTerminal } from "./terminal.js";
import { stampFile, tellUpToDate } from "./up-to-date.js";

/** What scripts/bundle-command.mjs knows: the module of program.ts, and what tells this build from others. */
declare const PROGRAM: string;
declare const BUILD_ID: string;

const terminal = processTerminal();
process.on("uncaughtException", reportDefect);
process.on("unhandledRejection", reportDefect);
run(process.argv.slice(2)).catch(reportDefect);

async function run(args: readonly string[]): Promise<void> {
  const stamp = stampFile(args, BUILD_ID, terminal);
  if (stamp !== undefined && tellUpToDate(stamp)) return;
  const code = new CodeCache(__dirname, codeFolder(args));
  const program = code.load(join(__dirname, PROGRAM)) as typeof import("./program.js");
  process.once("exit", () => code.save());
  process.exitCode = await program.runCommandLine(args, terminal, stamp);
}

/** Where compiled code is kept between runs of a command; V8's differs with its version and with the machine. */
function codeFolder([command = ""]: readonly string[]): string | undefined {
  const cache = cacheFolder();
  const kind = /^[a-z]+$/.test(command) ? command : "help";
  return cache === undefined ? undefined : join(cache, "code", `${process.version}-${process.arch}`, kind);
}

/** One line for what can only be our own bug; its stack only with WORLDSWITCH_DEBUG=1. */
function reportDefect(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  terminal.err(
    `internal error: ${message.split("\n")[0]}; this is a defect of worldswitch: please report it`,
  );
  if (process.env.WORLDSWITCH_DEBUG === "1" && error instanceof Error) terminal.err(error.stack ?? "");
  process.exit(exitStatus.internal);
}
