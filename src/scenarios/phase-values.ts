import type { Board, RegisterState } from "./board.js";
import { addressOf } from "./placed-code.js";
import {
  generalValue,
  type Phase,
  type Roots,
  type Setting,
  settings,
  systemValue,
  vectorValue,
} from "./register-values.js";
import { isReturnState, movedThrough, restored, type Switched, saved } from "./switched.js";

/** The registers of a phase, and the settings among them that its side needs to run. */
export interface PhaseValues {
  readonly state: RegisterState;
  readonly settings: ReadonlyMap<string, Setting>;
}

/**
 * Values for every register of a phase; PC and PSTATE are not among them. changed: the system registers that the
 * guest writes itself; the others that EL1 has no way to write keep their value from entry to exit.
 */
export function phaseValues(board: Board, phase: Phase, changed: readonly Switched[]): PhaseValues {
  const known = settings(board.map, phase, rootsOf(board, phase));
  const state: RegisterState = new Map();
  for (let n = 0; n <= 30; n++) state.set(`X${n}`, generalValue(phase, n));
  for (let n = 0; n <= 31; n++) state.set(`Q${n}`, vectorValue(phase, n));
  state.set("NZCV", (generalValue(phase, 31) & 0xfn) << 28n);
  const side = phase === "host" ? "host" : "guest";
  const writable = new Set([...changed.map(({ register }) => register), "SP_EL1"]);
  for (const register of [...saved(board.model, side), ...restored(board.model, side)]) {
    if (register.kind !== "sysreg" || isReturnState(register)) continue;
    const description = board.describe(movedThrough(register));
    const stays = phase === "exit" && !writable.has(register.register);
    const value = stays
      ? systemValue(description, "entry", settings(board.map, "entry", rootsOf(board, "entry")))
      : systemValue(description, phase, known);
    state.set(register.register, value);
  }
  return { state, settings: known };
}

function rootsOf(board: Board, phase: Phase): Roots {
  if (phase === "host") {
    return {
      ttbr0: board.hostProcessTable.root,
      ttbr1: board.hostKernelTable.root,
      vectors: addressOf(board.code.host, "host_vectors"),
    };
  }
  return {
    ttbr0: board.guestProcessTable.root,
    ttbr1: board.guestKernelTable.root,
    vectors: addressOf(board.code.guest, phase === "entry" ? "guest_vectors" : "guest_new_vectors"),
  };
}
