import { hex } from "../core/u64.js";
import { exitStatus } from "./exit-status.js";
import { OutputStream } from "./output-stream.js";
import { type Style, styleFor, wantsColour } from "./style.js";

/**
 * Where a command writes: results to out (stdout), progress and diagnostics to err (stderr), a line each.
 * outStyle, errStyle: the colours of either stream, none where it is no terminal.
 */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  /** A value as JSON; 64-bit values (bigints) as "0x…" strings. */
  json(value: unknown): void;
  /** Shows what is being done on a terminal's last line; silent elsewhere. An empty text takes it away. */
  progress(text: string): void;
  /** The streams themselves, for what is no text of ours. */
  readonly stdout: Pick<OutputStream, "isTTY" | "columns" | "write">;
  readonly stderr: Pick<OutputStream, "isTTY" | "columns" | "write">;
  readonly outStyle: Style;
  readonly errStyle: Style;
  readonly colour: { readonly out: boolean; readonly err: boolean };
}

/** The process's own terminal. isDone: as OutputStream's, of both. */
export interface ProcessTerminal extends Terminal {
  isDone(): boolean;
}

/**
 * The process's own streams. A reader that closes its end, as in `worldswitch run | head`, ends the process
 * quietly.
 */
export function processTerminal(): ProcessTerminal {
  const { env } = process;
  const stderr: OutputStream = new OutputStream(2, (error) => endOnFailedWrite(error, stderr));
  const stdout = new OutputStream(1, (error) => endOnFailedWrite(error, stderr));
  const colour = { out: wantsColour(stdout, env), err: wantsColour(stderr, env) };
  const live = stderr.isTTY && env.TERM !== "dumb";
  let shown = false;
  const clear = (): void => {
    if (shown) stderr.write("\r\u001b[K");
    shown = false;
  };
  return {
    out: (line) => {
      clear();
      stdout.write(`${line}\n`);
    },
    err: (line) => {
      clear();
      stderr.write(`${line}\n`);
    },
    json: (value) => {
      clear();
      stdout.write(`${jsonText(value)}\n`);
    },
    progress: (text) => {
      if (!live) return;
      clear();
      if (text === "") return;
      stderr.write(text.slice(0, Math.max(1, stderr.columns - 1)));
      shown = true;
    },
    stdout,
    stderr,
    outStyle: styleFor(colour.out),
    errStyle: styleFor(colour.err),
    colour,
    isDone: () => stdout.isDone && stderr.isDone,
  };
}

/** A value as JSON on several lines; 64-bit values (bigints) as "0x…" strings. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, hexBigints, 2);
}

function hexBigints(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? hex(value) : value;
}

/** A closed pipe is its reader's choice; a full disk is reported, and no defect of ours. */
function endOnFailedWrite(error: NodeJS.ErrnoException, stderr: OutputStream): void {
  if (error.code === "EPIPE") process.exit(exitStatus.ok);
  stderr.write(`error: cannot write the output: ${error.message}\n`);
  process.exit(exitStatus.usage);
}
