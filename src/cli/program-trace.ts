import { assemblerNames, Disassembler, type NamedAddress } from "../assembler/index.js";
import { hex } from "../core/u64.js";
import type { Architecture } from "../model/architecture.js";
import { type InstructionEvent, undefinedText, type VirtBoard } from "../runtime/index.js";

/**
 * Hands over a line for each instruction that a board executes, and one for each exception and return: the PE where there
 * are several, the level, PC, symbol and offset, the instruction, and what it changed. The line of an instruction comes
 * with the next one; the returned function hands over the last.
 * `EL2 0x40080010 main+0x4    mov x1, #0x1    X1=0x1`
 */
export function traceProgram(
  board: VirtBoard,
  architecture: Architecture,
  symbols: readonly NamedAddress[],
  emit: (line: string) => void,
): () => void {
  const disassembler = new Disassembler(architecture.a64, assemblerNames(architecture), symbols);
  const sorted = [...symbols].sort((a, b) => (a.address < b.address ? -1 : 1));
  const traces = board.pes.map((pe) => {
    const prefix = board.pes.length > 1 ? `${pe.index}: ` : "";
    return tracePe(
      pe.machine,
      (event, changes) => {
        const { mnemonic, operands } = disassembler.line(event.word, event.pc);
        const where = `EL${event.el} ${hex(event.pc)} ${symbolic(sorted, event.pc)}`;
        return `${prefix}${where.padEnd(40)} ${`${mnemonic} ${operands}`.padEnd(36)} ${changes.join(" ")}`.trimEnd();
      },
      (line) => emit(line.startsWith("---") ? prefix + line : line),
    );
  });
  return () => {
    for (const flush of traces) flush();
  };
}

type Machine = VirtBoard["pes"][number]["machine"];

function tracePe(
  machine: Machine,
  lineFor: (event: InstructionEvent, changes: readonly string[]) => string,
  emit: (line: string) => void,
): () => void {
  let event: InstructionEvent | undefined;
  let changes: string[] = [];
  const flush = (): void => {
    if (event !== undefined) emit(lineFor(event, changes));
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

/** `main+0x4`: the last symbol at or before an address. */
function symbolic(sorted: readonly NamedAddress[], address: bigint): string {
  const best = sorted.findLast((symbol) => symbol.address <= address);
  if (best === undefined) return "?";
  return address === best.address ? best.name : `${best.name}+${hex(address - best.address)}`;
}
