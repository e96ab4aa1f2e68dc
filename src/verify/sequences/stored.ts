import type { Transfer } from "../../model/types.js";
import type { Findings } from "../findings.js";
import { nameInMachine } from "../switched.js";
import type { Side, Store } from "./recording.js";
import type { Trial } from "./trial.js";
import { movedOn, type Way } from "./way.js";

/**
 * WS821 for bytes that the functions change beside the slot of one register, and for registers that they write and
 * the assembly does not restore.
 */
export function checkStores(way: Way, trials: readonly Trial[], file: string, findings: Findings): void {
  const { saved, restored } = movedOn(way);
  const side: Side = way.kind === "entry" ? "host" : "guest";
  for (const store of trials.flatMap(({ recording }) => recording.stores)) {
    if (store.side === side && saved.some((transfer) => holds(transfer, store))) continue;
    const slot = saved.find((transfer) => nameInMachine(transfer) === store.register);
    findings.add({
      ...{ code: "WS821", path: way.path, register: `${store.side} ${store.register ?? ""}`, at: slot?.at },
      message: `${file} changes ${bytesOf(store)} of the ${store.side}'s context${beside(store, slot)}`,
      hint: "run worldswitch generate, and see what differs",
    });
  }
  const names = new Set(restored.map(nameInMachine));
  for (const register of trials[0]?.recording.written ?? []) {
    if (names.has(register)) continue;
    findings.add({
      ...{ code: "WS821", path: way.path, register },
      message: `${file} writes ${register}, which is not restored on this way`,
      hint: "run worldswitch generate, and see what differs",
    });
  }
}

function holds({ place }: Transfer, { start, end }: Store): boolean {
  return start >= place.offsetBytes && end <= place.offsetBytes + place.widthBytes;
}

/** `bytes 0x210 to 0x217`. */
function bytesOf({ start, end }: Store): string {
  return `bytes 0x${start.toString(16)} to 0x${(end - 1).toString(16)}`;
}

function beside({ register }: Store, slot: Transfer | undefined): string {
  if (register === undefined) return ", which is nobody's value";
  if (slot === undefined) return ` after it has read ${register}, which has no slot on this way`;
  const { path, offsetBytes, widthBytes } = slot.place;
  return ` after it has read ${register}, whose slot, ${path}, has ${widthBytes} bytes at 0x${offsetBytes.toString(16)}`;
}
