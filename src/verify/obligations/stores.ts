import { oncePer } from "../../core/once-per.js";
import type { Place, Transfer } from "../../model/types.js";
import type { Findings } from "../findings.js";
import type { Event, State } from "../state.js";
import { describeAddress, type Subject } from "../subject.js";
import type { Term } from "../term.js";
import { slotOffset } from "../transfer-values.js";
import { Slots, type Writable } from "./slots.js";

/** The slots of transfers in a context that lies contextOffset into a region. */
export function writableSlots(base: Term, contextOffset: number, transfers: readonly Transfer[]): Writable[] {
  return transfers.map((transfer) => ({
    ...{ base, offset: slotOffset(transfer, contextOffset), member: transfer.place.path, at: transfer.at },
    ...{ widthBytes: transfer.place.widthBytes, register: transfer.register },
  }));
}

/** The vcpu's members that syndromes go to. */
export function writableFaults(subject: Subject): Writable[] {
  return subject.model.worldSwitch.fault.map(({ register, place, at, waivers }) => ({
    ...{ base: subject.regions.vcpu, offset: BigInt(place.offsetBytes), member: place.path, at, waivers },
    ...{ widthBytes: place.widthBytes, register: register.name },
  }));
}

/**
 * WS808, WS809 and WS819: a path stores only within the given members and its own stack, and loads from the regions only.
 * top: the offset from the stack's base that the path started at; what lies above belongs to others.
 */
export function checkAccesses(
  subject: Subject,
  findings: Findings,
  state: State,
  path: string,
  writable: readonly Writable[],
  top: bigint,
): void {
  const regions = new Set<Term>(Object.values(subject.regions));
  const slots = slotsOf(writable);
  for (const event of state.events) {
    if (event.kind === "load" && (event.base === undefined || !regions.has(event.base))) {
      const message = `this loads from ${describeAddress(subject, event.base, event.offset)}, where the layout has nothing`;
      findings.add({ code: "WS819", path, message, pc: event.pc, state });
    }
    if (event.kind !== "store") continue;
    if (event.base === subject.regions.stack) checkStack(findings, state, path, event, top);
    else checkStore(subject, findings, state, path, event, slots);
  }
}

const slotsOf = oncePer((writable: readonly Writable[]) => new Slots(writable));

type StoreEvent = Extract<Event, { kind: "store" }>;

function checkStack(findings: Findings, state: State, path: string, event: StoreEvent, top: bigint): void {
  if (event.offset + BigInt(event.sizeBytes) <= top) return;
  const message = "this stores above the stack that belongs to this path";
  findings.add({ code: "WS808", path, message, pc: event.pc, state });
}

function checkStore(
  subject: Subject,
  findings: Findings,
  state: State,
  path: string,
  event: StoreEvent,
  slots: Slots,
): void {
  const { base, offset, sizeBytes, pc } = event;
  const end = offset + BigInt(sizeBytes);
  if (slots.fits(event)) return;
  const touched = slots.touched(event);
  const covered = touched.reduce((sum, w) => sum + overlap(w, offset, end), 0n);
  if (covered === BigInt(sizeBytes)) return;
  const first = touched.find((w) => w.offset === offset);
  const place = subject.terms.address(base, offset);
  if (first === undefined) {
    const where = describeAddress(subject, base, offset);
    const message = `this stores ${sizeBytes} bytes at ${where}, which is no member that may be written here${nearest(subject, base, offset)}`;
    findings.add({ code: "WS808", path, message, pc, state, place });
    return;
  }
  const { register, at, member, widthBytes, waivers } = first;
  const message = `${register} is stored with ${sizeBytes} bytes into ${member}, which has ${widthBytes}`;
  findings.add({
    ...{ code: "WS809", path, message, pc, state, place, register, at, column: "slot" },
    ...(waivers === undefined ? {} : { waivers }),
    hint: `store the W register: ${widthBytes * 8} bits`,
  });
}

function overlap(w: Writable, start: bigint, end: bigint): bigint {
  const from = w.offset > start ? w.offset : start;
  const wEnd = w.offset + BigInt(w.widthBytes);
  return (wEnd < end ? wEnd : end) - from;
}

function nearest(subject: Subject, base: Term | undefined, offset: bigint): string {
  const context: Place = subject.model.worldSwitch.contexts.guest;
  const start = BigInt(context.offsetBytes);
  const inContext =
    base === subject.regions.vcpu && offset >= start && offset < start + BigInt(context.widthBytes);
  return inContext ? ` (${context.path}+0x${(offset - start).toString(16)})` : "";
}
