import { assemblerNames, Disassembler, type NamedAddress } from "../assembler/index.js";
import { hex } from "../core/u64.js";
import { type CrossCheckDifference, crossCheck, recordHost } from "../debug/index.js";
import {
  type BoardStop,
  FastEngine,
  type Program,
  VirtBoard,
  type VirtBoardOptions,
  virtMap,
} from "../runtime/index.js";
import { loadArchitecture } from "./architecture.js";
import { countOf } from "./findings.js";
import type { Terminal } from "./terminal.js";

/** A program, and the board that it is to run on. */
export interface CheckedProgram {
  readonly options: VirtBoardOptions;
  readonly program: Program;
  readonly symbols: readonly NamedAddress[];
  readonly every: number;
  readonly maxInstructions: number;
}

/**
 * Runs a program on the engine and on the reference machine. The board of the engine, and how it stopped; no stop, and the
 * difference told, when the two part.
 */
export function crossCheckProgram(
  { options, program, symbols, every, maxInstructions }: CheckedProgram,
  terminal: Terminal,
): { readonly board: VirtBoard; readonly stop: BoardStop | undefined } {
  const [first, second] = recordHost(options.host);
  const { engine: _engine, windows: _windows, ...plain } = options;
  const board = new VirtBoard({ ...options, host: first });
  const reference = new VirtBoard({ ...plain, host: second });
  for (const each of [board, reference]) each.start(program);
  const ram = { base: virtMap.ram, sizeBytes: Number(options.memoryBytes) };
  const result = crossCheck({ engine: board, reference, ram, every, maxInstructions });
  if ("stop" in result) {
    terminal.err(agreementText(board, result.stop));
    return { board, stop: result.stop };
  }
  const architecture = loadArchitecture();
  const disassembler = new Disassembler(architecture.a64, assemblerNames(architecture), symbols);
  for (const line of differenceLines(result.difference, disassembler)) terminal.err(line);
  if (every > 1)
    terminal.err(`  ${terminal.errStyle.cyan("hint:")} --cross-check 1 compares after each instruction`);
  return { board, stop: undefined };
}

/** That both agree, and how much of it the engine's own code has to do with. */
function agreementText({ pes }: VirtBoard, { instructions }: BoardStop): string {
  const own = pes.reduce(
    (sum, { engine }) => sum + (engine instanceof FastEngine ? engine.counts.fast : 0),
    0,
  );
  return `the engine and the reference machine agree: ${countOf(instructions, "instruction")}, ${own} of them executed by WebAssembly`;
}

/** What is told of a difference, line by line. */
export function differenceLines(
  { instructions, executed, found }: CrossCheckDifference,
  disassembler: Pick<Disassembler, "line">,
): readonly string[] {
  const last = executed.at(-1);
  const place = last === undefined ? "" : ` at EL${last.el} ${hex(last.pc)}`;
  return [
    `the engine and the reference machine differ${place}; they agreed after ${countOf(instructions, "instruction")}, and since then were executed`,
    ...executed.map(({ pc, el, word }) => {
      const { mnemonic, operands } = disassembler.line(word, pc);
      return `  EL${el} ${hex(pc)}  ${mnemonic} ${operands}`.trimEnd();
    }),
    `  ${"".padEnd(20)} ${"engine".padEnd(18)} reference machine`,
    ...found.map(({ name, values: [ours, theirs] }) => {
      return `  ${name.padEnd(20)} ${hex(ours).padEnd(18)} ${hex(theirs)}`;
    }),
  ];
}
