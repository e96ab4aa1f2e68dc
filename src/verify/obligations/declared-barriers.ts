import type { RequiredBarrier } from "../../model/types.js";
import type { Findings } from "../findings.js";
import type { Event, State } from "../state.js";
import type { Subject } from "../subject.js";

/** WS824: a barrier of the layout's that the code of a path lacks between two writes. */
export function checkDeclaredBarriers(
  { model }: Subject,
  findings: Findings,
  state: State,
  path: string,
): void {
  for (const required of model.worldSwitch.barriers ?? []) {
    const { after, before, because, barrier, at, waivers } = required;
    const pc = unheldWrite(state.events, required);
    if (pc === undefined) continue;
    const message = `${before.name} is written without ${NAMES[barrier]} since ${after.name} was: ${because}`;
    findings.add({
      ...{ code: "WS824", path, state, message, pc, at, waivers },
      register: `${after.name} before ${before.name}`,
    });
  }
}

const NAMES: Readonly<Record<RequiredBarrier["barrier"], string>> = { isb: "ISB", dsb: "DSB SY" };

/** The first write of the second register that no barrier keeps from the first one's. */
function unheldWrite(
  events: readonly Event[],
  { after, before, barrier }: RequiredBarrier,
): bigint | undefined {
  let open = false;
  for (const event of events) {
    if (event.kind === "barrier" && event.barrier === NAMES[barrier]) open = false;
    if (event.kind !== "write") continue;
    if (open && event.register.name === before.name) return event.pc;
    if (event.register.name === before.name) open = false;
    if (event.register.name === after.name) open = true;
  }
  return undefined;
}
