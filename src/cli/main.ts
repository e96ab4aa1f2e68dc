#!/usr/bin/env node
import { exitStatus } from "./exit-status.js";
import { runCommandLine } from "./program.js";
import { processTerminal } from "./terminal.js";

const terminal = processTerminal();
process.on("uncaughtException", reportDefect);
process.on("unhandledRejection", reportDefect);

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), terminal);
} catch (error) {
  reportDefect(error);
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
