import { hex64 } from "../core/u64.js";
import { type Pstate, pstateFields, type VirtBoard } from "../runtime/index.js";

/** A PE's state, 64-bit values as "0x…" strings of sixteen digits, vectors of 32. */
export interface PeDump {
  readonly pe: number;
  readonly on: boolean;
  readonly pc: string;
  readonly x: readonly string[];
  /** SP_EL2, which is no register that MRS names below EL3; the others are among sysregs. */
  readonly spEl2: string;
  readonly v: readonly string[];
  readonly pstate: Pstate;
  readonly sysregs: Readonly<Record<string, string>>;
}

/** The state of every PE of a board: what `run --dump` writes. */
export function dumpState(board: VirtBoard): readonly PeDump[] {
  return board.pes.map(({ index, on, machine }) => ({
    pe: index,
    on,
    pc: hex64(machine.pc),
    x: [...machine.x].map(hex64),
    spEl2: hex64(machine.spEl2),
    v: Array.from({ length: 32 }, (_, i) => {
      const { low, high } = machine.state.readV(i);
      return `${hex64(high)}${hex64(low).slice(2)}`;
    }),
    pstate: Object.fromEntries(pstateFields.map((field) => [field, machine.pstate[field]])) as Pstate,
    sysregs: Object.fromEntries(
      [...machine.registers.all()].map(({ description, value }) => [description.name, hex64(value)]),
    ),
  }));
}
