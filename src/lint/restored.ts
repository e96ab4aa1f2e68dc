import type { Model, Transfer, Waiver } from "../model/types.js";
import { isMove, type Way, walkSwitch } from "./walk.js";

/** A register that a way of the switch restores. */
export interface Restored {
  readonly transfer: Transfer;
  /** Those of the register's line in the order, and of its group. */
  readonly waivers: readonly Waiver[];
}

/** The registers that a way of the switch gives their values, in the order in which they are written. */
export function restoredOn(model: Model, way: Way): Restored[] {
  const moved = walkSwitch(model, way)
    .filter(isMove)
    .filter(({ kind }) => kind === "restore" || kind === "unstack")
    .flatMap(({ group }) => group.transfers.map((transfer) => ({ transfer, group })));
  const slots = new Map(model.sysregOrder.slots.map((slot) => [slot.name, slot]));
  return moved.map(({ transfer, group }) => {
    const slot = slots.get(transfer.register);
    return { transfer, waivers: [...(slot?.waivers ?? []), ...(group.waivers ?? [])] };
  });
}
