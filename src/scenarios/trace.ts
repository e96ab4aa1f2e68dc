import { assemblerNames, Disassembler } from "../assembler/index.js";
import { formatSourceRef } from "../core/source-ref.js";
import { hex } from "../core/u64.js";
import { type InstructionEvent, undefinedText } from "../runtime/index.js";
import type { Board } from "./board.js";
import { contains, lineOf, type PlacedCode, symbolic } from "./placed-code.js";
import { kernelOf } from "./places.js";

/**
 * Hands over a line for each instruction that a board executes, and one for each exception: the level, PC, symbol and
 * offset, the instruction, the registers that it changed, and its line in hyp.S where that is known.
 * The line of an instruction comes with the next one; the returned function hands over the last.
 * `EL2 0x40000a0a58 el1_sync+0x8   mrs x1, esr_el2   X1=0x5a004b56   generated/…/hyp.S:412`
 */
export function traceTo(board: Board, emit: (line: string) => void): () => void {
  const { model, code, machine } = board;
  const symbols = [code.hypervisor, code.host, code.guest].flatMap((part) =>
    [...part.symbols].map(([name, address]) => ({ name, address })),
  );
  const disassembler = new Disassembler(model.a64, assemblerNames(model), symbols);
  let event: InstructionEvent | undefined;
  let changes: string[] = [];
  const flush = (): void => {
    if (event !== undefined) emit(lineFor(board, disassembler, event, changes));
    event = undefined;
    changes = [];
  };
  machine.observe({
    instruction(next) {
      flush();
      event = next;
    },
    registerWrite: ({ index, value }) => changes.push(`X${index}=${hex(value)}`),
    sysregWrite: ({ name, value }) => changes.push(`${name}=${hex(value)}`),
    memoryWrite: ({ va, sizeBytes, value }) => changes.push(`[${hex(va)}]:${sizeBytes}=${hex(value)}`),
    undefinedInstruction(what) {
      flush();
      emit(`--- ${undefinedText(what)}`);
    },
    exception({ from, to, kind, vector, esr }) {
      flush();
      const syndrome = esr === undefined ? "" : `, ESR_EL${to}=${hex(esr)}`;
      emit(`--- ${kind} exception, EL${from} to EL${to}${syndrome}, vector ${hex(vector)}`);
    },
    exceptionReturn({ from, to, pc }) {
      flush();
      emit(`--- ERET, EL${from} to EL${to}, PC ${hex(pc)}`);
    },
  });
  return flush;
}

function lineFor(
  board: Board,
  disassembler: Disassembler,
  { pc, el, word }: InstructionEvent,
  changes: readonly string[],
): string {
  const { hypervisor, host, guest } = board.code;
  const part = [host, guest].find((code) => contains(code, pc)) ?? hypervisor;
  const address = part === hypervisor ? kernelOf(board, hypervisor, pc) : pc;
  const { mnemonic, operands } = disassembler.line(word, address);
  const text = `EL${el} ${hex(pc).padEnd(18)} ${symbolOf(part, address).padEnd(30)} ${mnemonic} ${operands}`;
  const line = part === hypervisor ? lineOf(part, address) : undefined;
  const where = line === undefined ? "" : formatSourceRef(line).replace(/:\d+$/, "");
  return [text.padEnd(96), changes.join(" "), where]
    .filter((s) => s !== "")
    .join("  ")
    .trimEnd();
}

function symbolOf(code: PlacedCode, address: bigint): string {
  return contains(code, address) ? symbolic(code, address) : "?";
}
