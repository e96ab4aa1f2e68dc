import type { Transfer } from "../../model/types.js";
import { type State, type Step, stepsOf } from "../state.js";
import type { Subject } from "../subject.js";
import { nameInMachine } from "../switched.js";
import type { Term } from "../term.js";
import { registerValue } from "../transfer-values.js";

/**
 * One explored way through the switch. start: at the first instruction of the function that the host called, or of the
 * vector; end: at the ERET. returnTo: where the function returns to, before the stub around it takes its own registers
 * from the stack. path: what findings call it.
 */
export interface Way {
  readonly subject: Subject;
  readonly kind: "entry" | "exit";
  readonly path: string;
  readonly start: State;
  readonly end: State;
  readonly returnTo?: Term | undefined;
}

/** The registers that a way saves and restores: of the host and of the guest on the entry, the other way round on the exit. */
export function movedOn({ subject: { switched }, kind }: Way): {
  readonly saved: readonly Transfer[];
  readonly restored: readonly Transfer[];
} {
  const { guest, host } = switched;
  return kind === "entry" ? { saved: host, restored: guest } : { saved: guest, restored: host };
}

/** The steps of an exit up to where the function that the host called returns; of an entry there is no such place. */
export function stepsWithin({ kind, end, returnTo }: Way): readonly Step[] {
  if (kind === "entry" || returnTo?.kind !== "constant") return [];
  const steps = stepsOf(end);
  const cut = steps.findIndex(({ pc }) => pc === returnTo.value);
  return cut < 0 ? [] : steps.slice(0, cut);
}

/** What a way leaves in a transfer's register, in halves, where the switch itself has ended. within: see stepsWithin. */
export function restoredValue({ end }: Way, transfer: Transfer, within: readonly Step[]): readonly Term[] {
  if (transfer.kind !== "x") return registerValue(end, transfer);
  const name = nameInMachine(transfer);
  for (let i = within.length - 1; i >= 0; i--) {
    const write = within[i]?.writes.findLast(({ place }) => place === name);
    if (write !== undefined) return [write.value];
  }
  return registerValue(end, transfer);
}

/** The system registers that a way writes, in the order of the last write to each. */
export function writtenOrder({ end, restored }: { end: State; restored: ReadonlySet<string> }): string[] {
  const order = new Set<string>();
  for (const event of end.events) {
    if (event.kind !== "write" || !restored.has(event.register.name)) continue;
    order.delete(event.register.name);
    order.add(event.register.name);
  }
  return [...order];
}
