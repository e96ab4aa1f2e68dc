import type { RegisterDescription } from "../runtime/index.js";
import { toSpsr } from "../runtime/index.js";
import type { Board, RegisterState } from "./board.js";
import { restored, type Switched } from "./switched.js";

/** The state of the host as its own instructions could see it. */
export interface HostSnapshot {
  /** By name of the switched register. */
  readonly switched: RegisterState;
  /** Registers of EL0 and EL1 that are none of the switch's business, by name. */
  readonly others: RegisterState;
  readonly pstate: bigint;
  readonly stack: bigint;
}

/** X19 … X30 and what else a call must give back, besides what the switch is said to move. */
const FIRST_CALLEE_SAVED = 19;

/** What the host must have back: all that the guest takes over, save the registers that a call may change. */
export function hostRegisters(board: Board): Switched[] {
  const byName = new Map<string, Switched>();
  for (const register of [...restored(board.model, "guest"), ...restored(board.model, "host")]) {
    const callerSaved = register.kind === "x" && (register.number ?? 0) < FIRST_CALLEE_SAVED;
    if (!callerSaved) byName.set(register.register, register);
  }
  return [...byName.values()];
}

/** The host's registers as they are now. */
export function snapshotHost(board: Board): HostSnapshot {
  const switched: RegisterState = new Map();
  for (const register of hostRegisters(board)) switched.set(register.register, board.register(register));
  const moved = new Set(
    [...restored(board.model, "guest")].flatMap((r) => (r.sysreg ? [r.sysreg.name] : [])),
  );
  const others: RegisterState = new Map();
  for (const { description, value } of board.machine.registers.all()) {
    if (isPlain(description) && !moved.has(description.name)) others.set(description.name, value);
  }
  return { switched, others, pstate: toSpsr(board.machine.pstate), stack: board.machine.spEl2 };
}

/** A register that EL1 reaches and that holds what was written. */
function isPlain({ effects, aliasOf, readEl, writeEl }: RegisterDescription): boolean {
  const views: readonly string[] = ["constant", "timer", "pstate"];
  if (aliasOf !== undefined || effects.some((effect) => views.includes(effect))) return false;
  return Math.min(readEl ?? 3, writeEl ?? 3) < 2;
}
