import { hex } from "../core/u64.js";
import { toSpsr } from "../runtime/index.js";
import type { Board, RegisterState } from "./board.js";
import { formatMessage } from "./format-message.js";
import { addressOf } from "./placed-code.js";
import type { Session } from "./session.js";

/** PSTATE in SPSR's format without the flags. */
export const MODE_AND_MASKS = 0x3ffn;
const LONGEST_MESSAGE = 512;

/** The registers that the layout's panic prints, as they are now: taken when EL2's last exception is taken. */
export function panicRegisters({ model, machine }: Board): RegisterState {
  const { registers } = model.worldSwitch.panic;
  return new Map(registers.map(({ name }) => [name, machine.registers.get(name)]));
}

/**
 * That the host is about to run panic() with the format string and what there is to print, and says it.
 * atException: panicRegisters at the exception. known: what the scenario knows of them.
 */
export function comparePanic(session: Session, atException: RegisterState, known: RegisterState): void {
  const { board, list } = session;
  const { machine, model } = board;
  const { panic } = model.worldSwitch;
  const entered = "the host is in panic()";
  list.equal(entered, "PC", addressOf(board.code.host, panic.function), machine.pc);
  list.equal(
    entered,
    "PSTATE: EL1h, all masked",
    panic.pstate.value,
    toSpsr(machine.pstate) & MODE_AND_MASKS,
  );
  const topic = "panic()'s arguments";
  const [format = 0n, ...args] = machine.x;
  const text = stringAt(board, format);
  const what = `X0, the kernel address of the format string (${hex(format)}),`;
  list.same(topic, what, JSON.stringify(panic.message), JSON.stringify(text));
  panic.registers.forEach(({ name }, i) => {
    list.equal(topic, `X${i + 1}, ${name} at the exception,`, atException.get(name) ?? 0n, args[i] ?? 0n);
    const expected = known.get(name);
    if (expected !== undefined)
      list.equal("they say what happened", name, expected, atException.get(name) ?? 0n);
  });
  for (const line of formatMessage(text, args).trimEnd().split("\n"))
    session.tell("host", `panic() is to print: ${line}`);
}

/** A C string of the host's kernel; what does not lie in its RAM reads as an empty one. */
function stringAt(board: Board, address: bigint): string {
  if (address < board.map.pageOffset) return "";
  const start = board.map.physical(address);
  const bytes: number[] = [];
  for (let i = 0; i < LONGEST_MESSAGE; i++) {
    const byte = board.machine.memory.read(start + BigInt(i), 1);
    if (byte === undefined || byte === 0n) break;
    bytes.push(Number(byte));
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
