import { writeFileSync } from "node:fs";
import type { BoardCpu } from "../description/packed-board.js";
import { reason } from "../read/text-file.js";
import { type BoardStop, VirtBoard, type VirtBoardOptions } from "../runtime/board/index.js";
import { type NamedProgram, readProgram } from "./board-program.js";
import { CROSS_CHECK_EVERY, checkCrossCheck } from "./cross-check-request.js";
import { chooseEngine, type EngineChoice } from "./engine-choice.js";
import { type ExitStatus, exitStatus } from "./exit-status.js";
import { countOf, renderFindings, statusOf } from "./findings.js";
import type { ProgramDebugger } from "./gdb-program.js";
import { HostConsole } from "./host-console.js";
import { HostFiles } from "./host-files.js";
import { packedCpu } from "./packed-cpu.js";
import type { Terminal } from "./terminal.js";
import { UsageError } from "./usage-error.js";

/** What `run --elf` and `run --image` are asked. Numbers are as the user wrote them. */
export interface ProgramRun {
  readonly elf?: string;
  readonly image: readonly string[];
  readonly cpus: string;
  readonly memory: string;
  readonly maxInstructions?: string;
  readonly input?: string;
  readonly semihostingFolder?: string;
  readonly append?: string;
  readonly trace?: boolean;
  readonly dump?: string;
  readonly gdb?: string;
  readonly engine?: string;
  readonly crossCheck?: string | true;
}

const MIB = 0x10_0000n;

/** Instructions that the reference machine executes before the engine is loaded: many programs are over by then. */
const BEFORE_ENGINE = 1000;

/**
 * Runs a bare-metal program on the board until it ends; the status that it gave, 0 … 255.
 * With gdb a debugger decides when it goes on, from its entry. Status 1 when it did not end by itself, 1 or 2 when it
 * cannot be loaded. Throws UsageError for a wrong number or file.
 */
export async function runProgram(request: ProgramRun, terminal: Terminal): Promise<number> {
  const memoryBytes = MIB * BigInt(wholeNumber("--memory", request.memory, 1, 4096));
  const cpus = wholeNumber("--cpus", request.cpus, 1, 8);
  const limit = wholeNumber(
    "--max-instructions",
    request.maxInstructions ?? String(Number.MAX_SAFE_INTEGER),
    1,
  );
  checkCrossCheck(request);
  const every =
    request.crossCheck === undefined || request.crossCheck === true
      ? request.crossCheck && CROSS_CHECK_EVERY
      : wholeNumber("--cross-check", request.crossCheck, 1);
  const read = readProgram(request, memoryBytes);
  if (!read.ok) {
    terminal.err((await renderFindings(read.diagnostics, terminal.colour.err)) ?? "");
    return statusOf(read.diagnostics);
  }
  const console = new HostConsole(terminal, request.input);
  const { semihostingFolder } = request;
  const { gdb } = request;
  const client = gdb === undefined ? undefined : await openDebugger(gdb, terminal);
  const cpu = packedCpu() ?? (await describedCpu());
  const { windows, load } =
    client === undefined ? chooseEngine(request, cpus, memoryBytes, cpu.architecture) : {};
  const options: VirtBoardOptions = {
    ...cpu,
    cpus,
    memoryBytes,
    ...(windows === undefined ? {} : { windows }),
    ...(client === undefined ? {} : { engine: client.engine }),
    host: {
      console,
      ...(semihostingFolder === undefined ? {} : { files: new HostFiles(semihostingFolder) }),
      commandLine: [request.elf ?? request.image[0], request.append]
        .filter((part) => part !== undefined)
        .join(" "),
      now: () => Date.now() / 1000,
    },
  };
  const { symbols, program } = read.value;
  if (every !== undefined) {
    const { crossCheckProgram } = await import("./cross-check.js");
    const engine = await load?.();
    const checked = {
      options: engine === undefined ? options : { ...options, engine },
      program,
      symbols,
      every,
      maxInstructions: limit,
    };
    const { board, stop } = crossCheckProgram(checked, terminal);
    console.flush();
    if (request.dump !== undefined) await writeDump(request.dump, board);
    return stop === undefined ? exitStatus.findings : report(stop, terminal);
  }
  const board = new VirtBoard(options);
  board.start(program);
  const flush = request.trace === true ? await startTrace(board, symbols, terminal) : () => undefined;
  client?.begin(request.elf);
  const stop = await runBoard(board, limit, load);
  flush();
  console.flush();
  if (request.dump !== undefined) await writeDump(request.dump, board);
  const status = client?.killed === true ? exitStatus.findings : report(stop, terminal);
  await client?.end(status);
  return status;
}

/** Runs a board until its program ends or has spent its instructions, by an engine once it has gone on for a while. */
async function runBoard(board: VirtBoard, limit: number, load: EngineChoice["load"]): Promise<BoardStop> {
  if (load === undefined) return board.run(limit);
  const begun = board.run(Math.min(limit, BEFORE_ENGINE));
  if (begun.reason !== "limit" || begun.instructions >= limit) return begun;
  board.useEngine(await load());
  const rest = board.run(limit - begun.instructions);
  return { ...rest, instructions: begun.instructions + rest.instructions };
}

// What only some runs need is loaded by those: a program is to begin soon.

async function openDebugger(gdb: string, terminal: Terminal): Promise<ProgramDebugger> {
  const { ProgramDebugger } = await import("./gdb-program.js");
  return ProgramDebugger.open({ gdb }, terminal);
}

async function describedCpu(): Promise<BoardCpu> {
  const [{ loadArchitecture }, { boardCpu }] = await Promise.all([
    import("./architecture.js"),
    import("./board-cpu.js"),
  ]);
  return boardCpu(loadArchitecture());
}

async function startTrace(
  board: VirtBoard,
  symbols: NamedProgram["symbols"],
  terminal: Terminal,
): Promise<() => void> {
  const [{ loadArchitecture }, { traceProgram }] = await Promise.all([
    import("./architecture.js"),
    import("./program-trace.js"),
  ]);
  return traceProgram(board, loadArchitecture(), symbols, terminal.err);
}

function report(stop: BoardStop, terminal: Terminal): number {
  if (stop.reason === "exit") return stop.status & 0xff;
  const spent = countOf(stop.instructions, "instruction");
  const { errStyle } = terminal;
  if (stop.reason === "limit") {
    terminal.err(`${errStyle.red("stopped:")} the program did not end within ${spent}`);
    terminal.err(
      `  ${errStyle.cyan("hint:")} raise --max-instructions, or see where it is with --trace or --dump`,
    );
  } else {
    terminal.err(
      `${errStyle.red("stopped:")} after ${spent} every PE waits or is off, and nothing can wake one`,
    );
    terminal.err(
      `  ${errStyle.cyan("hint:")} arm a timer or end the program with SYS_EXIT; --dump shows where each PE is`,
    );
  }
  const status: ExitStatus = exitStatus.findings;
  return status;
}

async function writeDump(file: string, board: VirtBoard): Promise<void> {
  const { dumpState } = await import("./state-dump.js");
  try {
    writeFileSync(file, `${JSON.stringify({ pes: dumpState(board) }, undefined, 2)}\n`);
  } catch (error) {
    throw new UsageError(`cannot write ${file}: ${reason(error)}`);
  }
}

/** A whole number that the user wrote. Throws UsageError when it is none, or out of range. */
function wholeNumber(option: string, text: string, least: number, most = Number.MAX_SAFE_INTEGER): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  const range = most === Number.MAX_SAFE_INTEGER ? `from ${least} up` : `from ${least} to ${most}`;
  throw new UsageError(`${option} ${text}: a whole number ${range} is needed`);
}
