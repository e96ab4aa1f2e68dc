import { hex } from "../core/u64.js";
import type { ExceptionEvent } from "../runtime/index.js";
import type { Board } from "./board.js";
import { contains, symbolic } from "./placed-code.js";
import { codePlace } from "./places.js";
import type { Step } from "./report.js";
import { isReturnState, restored, type Side, type Switched, saved } from "./switched.js";
import { describeSyndrome } from "./syndrome.js";
import type { Runner, Touch, Visit } from "./watch.js";

/** What an exception of the host or the guest to EL2 is, in a line. */
export function tellException(board: Board, from: Runner, event: ExceptionEvent): Step {
  const who = from === "host" ? "host" : "guest";
  const pc = who === "guest" ? ` at VA ${guestPlace(board, event.returnAddress)}` : "";
  if (event.kind !== "synchronous") return { who, what: `${event.kind.toUpperCase()} taken to EL2${pc}` };
  const parts = [`exception to EL2${pc}: ESR_EL2 ${hex(event.esr ?? 0n)}`];
  if (event.far !== undefined) parts.push(`FAR_EL2 ${hex(event.far)} (VA)`);
  if (event.hpfar !== undefined) parts.push(`HPFAR_EL2 ${hex(event.hpfar)} (IPA ${hex(event.hpfar << 8n)})`);
  return { who, what: `${parts.join(", ")}; ${describeSyndrome(board.model, "ESR_EL2", event.esr ?? 0n)}` };
}

/** What EL2's code did in a visit: what it saved and restored where, and what the guest's controls became. */
export function tellVisit(board: Board, visit: Visit, before: ReadonlyMap<string, bigint>): Step[] {
  const steps: Step[] = tellFault(board, visit);
  for (const side of ["host", "guest"] as const) {
    const step = tellMoves(board, "saves", side, visit.stores, saved(board.model, side));
    if (step !== undefined) steps.push(step);
  }
  steps.push(...tellControls(board, before));
  for (const side of ["guest", "host"] as const) {
    const step = tellMoves(board, "restores", side, visit.loads, restored(board.model, side));
    if (step !== undefined) steps.push(step);
  }
  return steps;
}

/** The registers that say whether a guest runs, and how: for tellVisit, and to be compared. */
export function controls(board: Board): Map<string, bigint> {
  const { traps, vm } = board.model.worldSwitch;
  const names = [...traps.map((trap) => trap.register.name), vm.register.name];
  return new Map(names.map((name) => [name, board.machine.registers.get(name)]));
}

/** `0xffffff8000081004 (guest_body+0x4)`. */
export function guestPlace(board: Board, address: bigint): string {
  const { guest } = board.code;
  return contains(guest, address) ? `${hex(address)} (${symbolic(guest, address)})` : hex(address);
}

/** `callee_saved 12, sysregs 20` for the registers of a side whose slots were touched, from the first instruction. */
function tellMoves(
  board: Board,
  verb: "saves" | "restores",
  side: Side,
  touches: readonly Touch[],
  registers: readonly Switched[],
): Step | undefined {
  const groups = new Map<string, number>();
  let first = touches.length;
  for (const register of registers) {
    const start = board.slotOf(side, register);
    const at = touches.findIndex((touch) => touch.pa <= start && start < touch.pa + BigInt(touch.sizeBytes));
    if (at < 0) continue;
    groups.set(register.group, (groups.get(register.group) ?? 0) + 1);
    first = Math.min(first, at);
  }
  const touch = touches[first];
  if (touch === undefined) return undefined;
  const total = [...groups.values()].reduce((sum, count) => sum + count, 0);
  const list = [...groups].map(([group, count]) => `${group} ${count}`).join(", ");
  const where = board.map.hyp(board.map.hostOf(board.contextOf(side)));
  const preposition = verb === "saves" ? "in" : "from";
  const context = `its ${board.model.layout.context} at HYP VA ${hex(where)}`;
  const what = `${verb} the ${side}'s ${total} registers ${preposition} ${context}: ${list}`;
  return { who: "EL2", what, where: codePlace(board, touch.pc) };
}

/** What was stored about the trap: each syndrome register with its member. */
function tellFault(board: Board, visit: Visit): Step[] {
  const stored = board.model.worldSwitch.fault.flatMap(({ register, place }) => {
    const pa = board.vcpu + BigInt(place.offsetBytes);
    const touch = visit.stores.find((t) => t.pa === pa);
    return touch === undefined ? [] : [{ register, place, touch }];
  });
  const [first] = stored;
  if (first === undefined) return [];
  const list = stored.map(({ register, place, touch }) => {
    const value = `${register.name} ${hex(touch.value)}${origin(board, visit, register.name, touch.value)}`;
    return `${value} in ${place.path}`;
  });
  return [{ who: "EL2", what: `reports ${list.join(", ")}`, where: codePlace(board, first.touch.pc) }];
}

/** Why a reported value is not what the exception wrote: AT gave it, or it was left over from before. */
function origin(board: Board, { cause }: Visit, register: string, stored: bigint): string {
  const held = board.machine.registers.get(register);
  if (held !== stored)
    return ` (from AT ${board.model.worldSwitch.abort.operation}; the register itself is ${hex(held)})`;
  const reported = new Map([
    ["ESR_EL2", cause.esr],
    ["FAR_EL2", cause.far],
    ["HPFAR_EL2", cause.hpfar],
  ]);
  return reported.has(register) && reported.get(register) === undefined ? " (left over)" : "";
}

function tellControls(board: Board, before: ReadonlyMap<string, bigint>): Step[] {
  const changes = [...controls(board)].flatMap(([name, now]) => {
    const then = before.get(name) ?? 0n;
    return now === then ? [] : [`${name} ${hex(then)} → ${hex(now)}`];
  });
  return changes.length === 0 ? [] : [{ who: "EL2", what: `sets ${changes.join(", ")}` }];
}

/** Registers of a side that are not its PC and PSTATE. */
export function ownRegisters(registers: readonly Switched[]): Switched[] {
  return registers.filter((register) => !isReturnState(register));
}
