import type { ObjectCode } from "../assembler/index.js";
import { failure, type Result, success } from "../core/result.js";
import type { Model, SysregOrder } from "../model/types.js";
import { DEFAULT_BOUNDS, explore, type Path, type PathEnd } from "./explore.js";
import { guestExits, hostCalls, ownValue } from "./journeys.js";
import { loadedFrom, registersByValue } from "./provenance.js";
import type { State } from "./state.js";
import { DEFAULT_ENTRIES, type EntrySymbols, type Subject, subjectOf } from "./subject.js";
import { SymbolicOps } from "./symbolic-ops.js";
import type { Term } from "./term.js";

export type Side = "host" | "guest";

/** A register and its slot, offsetBytes from the start of a context; whose value is stored there, and loaded from there. */
export interface DraftTransfer {
  readonly register: string;
  /** What MRS and MSR name, where it is not the register. */
  readonly via?: string;
  readonly offsetBytes: number;
  readonly widthBytes: number;
  readonly saved: readonly Side[];
  readonly restored: readonly Side[];
}

/** An entry of sysreg-order.json. */
export interface DraftRegister {
  readonly name: string;
  readonly via?: string;
  readonly groups: readonly ["sysregs"];
}

/** registers: sysreg-order.json's. groups: neighbouring slots of one kind that are switched for the same sides; by offset. */
export interface Draft {
  readonly registers: readonly DraftRegister[];
  readonly groups: readonly { readonly transfers: readonly DraftTransfer[] }[];
}

interface Slot {
  readonly register: string;
  readonly offsetBytes: number;
  readonly widthBytes: number;
  readonly saved: Set<Side>;
  readonly restored: Set<Side>;
}

/** The guest's interrupt: the way out that has no syndrome to look at. */
const IRQ_64 = 9;

/**
 * A layout's order and groups as an object has them. From the layout come only where the contexts are, how large one is, and
 * where in it the system registers' array starts.
 * Errors: WS801 there is nothing to start from, or no path into the guest or back ends; WS630 to WS634.
 */
export function infer(model: Model, object: ObjectCode, entries: Partial<EntrySymbols> = {}): Result<Draft> {
  const subject = subjectOf(model, object, { ...DEFAULT_ENTRIES, ...entries });
  if (!subject.ok) return subject;
  const ways = waysOf(subject.value);
  if (ways === undefined) {
    const message = "no path leads into the guest and, at an interrupt, back";
    return failure([{ code: "WS801", severity: "error", at: model.layout.at, message }]);
  }
  const slots = slotsOf(subject.value, ways);
  const start = arrayStart(model, model.sysregOrder);
  const transfers = slots.map((slot) => draftOf(model, slot));
  return success({
    registers: transfers
      .filter(({ offsetBytes }) => start !== undefined && offsetBytes >= start)
      .map(({ register, via }) => ({
        ...{ name: register, ...(via === undefined ? {} : { via }) },
        groups: ["sysregs"] as const,
      })),
    groups: groupsOf(transfers),
  });
}

interface Way {
  readonly start: State;
  readonly end: State;
}

/**
 * The first path into the guest that ends, and the first one back from there, each with contexts that nobody has written:
 * what is loaded from them bears the name of its slot. Back in the host ends where the host's return address, loaded, leads.
 */
function waysOf(subject: Subject): { readonly entry: Way; readonly exit: Way } | undefined {
  const host = hostCalls(subject, subject.runAddress, [subject.terms.symbol("vcpu")]);
  const ops = new SymbolicOps(subject.terms, subject.program, subject.architecture, host);
  const start = firstEnd(explore(ops, host.fork(), { ...DEFAULT_BOUNDS, until: subject.runAddress }), [
    "reached",
  ])?.fork();
  if (start === undefined) return undefined;
  start.x[30] = ownValue(subject, "host", "X30");
  const entered = firstEnd(explore(ops, start.fork()), ["eret"]);
  if (entered === undefined) return undefined;
  const interrupted = guestExits(subject, entered, IRQ_64);
  interrupted.memory = subject.memory.fork();
  const left = firstEnd(explore(ops, interrupted.fork()), ["eret", "left"]);
  if (left === undefined) return undefined;
  return { entry: { start, end: entered }, exit: { start: interrupted, end: left } };
}

function firstEnd(paths: Iterable<Path>, ends: readonly PathEnd[]): State | undefined {
  for (const { end, state } of paths) if (ends.includes(end)) return state;
  return undefined;
}

function slotsOf(subject: Subject, { entry, exit }: { entry: Way; exit: Way }): Slot[] {
  const { model, regions } = subject;
  const size = BigInt(model.structs.find(({ name }) => name === model.layout.context)?.sizeBytes ?? 0);
  const guestStart = BigInt(model.worldSwitch.contexts.guest.offsetBytes);
  const found = new Map<string, Slot>();
  const occupied = new Set<bigint>();
  const note = (move: "saved" | "restored", side: Side, name: string, at: bigint, width: number): void => {
    const offset = at - (side === "guest" ? guestStart : 0n);
    if (offset < 0n || offset >= size) return;
    // What a register was moved through still holds its value.
    const passing = name.startsWith("X") && occupied.has(offset) && !found.has(`${offset} ${name}`);
    if (passing) return;
    occupied.add(offset);
    const key = `${offset} ${name}`;
    const slot: Slot = found.get(key) ?? {
      ...{ register: name, offsetBytes: Number(offset), widthBytes: width },
      ...{ saved: new Set<Side>(), restored: new Set<Side>() },
    };
    slot[move].add(side);
    found.set(key, slot);
  };
  const bases: readonly (readonly [Side, Term, Way, Way])[] = [
    ["host", regions.hostContext, entry, exit],
    ["guest", regions.vcpu, exit, entry],
  ];
  for (const [side, base, out, back] of bases) {
    for (const { register, offset, widthBytes } of storedIn(base, out))
      note("saved", side, register, offset, widthBytes);
    for (const [value, { register, widthBytes: whole }] of registersByValue(subject, back.end)) {
      const from = loadedFrom(subject, base, value);
      if (from !== undefined)
        note("restored", side, register, from.offset, Math.max(whole === 16 ? 16 : 0, from.widthBytes));
    }
  }
  return [...found.values()].sort((a, b) => a.offsetBytes - b.offsetBytes);

  function storedIn(base: Term, { start, end }: Way) {
    const owners = registersByValue(subject, start);
    const offsets = [...(end.memory.regions().get(base)?.keys() ?? [])];
    return offsets.flatMap((cell) => {
      const whole = owners.get(end.memory.load(base, cell, 8));
      if (whole !== undefined) return [{ ...whole, offset: cell }];
      return [cell, cell + 4n].flatMap((offset) => {
        const half = owners.get(end.memory.load(base, offset, 4));
        return half === undefined ? [] : [{ ...half, offset, widthBytes: 4 }];
      });
    });
  }
}

function draftOf(model: Model, slot: Slot): DraftTransfer {
  const named = [...model.sysregs.values()].find(({ readsAtEl1 }) => readsAtEl1 === slot.register);
  const sides = (set: ReadonlySet<Side>): Side[] =>
    (["host", "guest"] as const).filter((side) => set.has(side));
  return {
    register: named?.name ?? slot.register,
    ...(named === undefined ? {} : { via: slot.register }),
    ...{ offsetBytes: slot.offsetBytes, widthBytes: slot.widthBytes },
    ...{ saved: sides(slot.saved), restored: sides(slot.restored) },
  };
}

/** Where the array of the system registers starts in a context. */
function arrayStart(model: Model, { storageStruct, storageMember }: SysregOrder): number | undefined {
  const struct = model.structs.find(({ name }) => name === storageStruct);
  return struct?.members.find(({ name }) => name === storageMember)?.offsetBytes;
}

function groupsOf(transfers: readonly DraftTransfer[]): { transfers: DraftTransfer[] }[] {
  const groups: { transfers: DraftTransfer[] }[] = [];
  for (const transfer of transfers) {
    const group = groups.at(-1);
    const before = group?.transfers.at(-1);
    if (group !== undefined && before !== undefined && together(before, transfer))
      group.transfers.push(transfer);
    else groups.push({ transfers: [transfer] });
  }
  return groups;
}

/** FPSR and FPCR follow the vector registers that they belong to: what counts is X or not, as for their neighbours. */
function together(a: DraftTransfer, b: DraftTransfer): boolean {
  const general = (name: string): boolean => /^X\d+$/.test(name);
  return (
    a.offsetBytes + a.widthBytes === b.offsetBytes &&
    general(a.register) === general(b.register) &&
    a.saved.join() === b.saved.join() &&
    a.restored.join() === b.restored.join()
  );
}
