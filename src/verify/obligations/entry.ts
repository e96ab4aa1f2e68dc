import type { Transfer } from "../../model/types.js";
import type { Findings } from "../findings.js";
import { formatTerm } from "../format-term.js";
import { ownValue, ownVector } from "../journeys.js";
import type { State } from "../state.js";
import type { Subject } from "../subject.js";
import { nameInMachine } from "../switched.js";
import { symbolsOf, type Term } from "../term.js";
import { cutToSlot, registerValue, same, slotOffset, slotValue, stepPlace } from "../transfer-values.js";
import { checkStackPointer, checkTraps, checkUnswitched, stackOffset } from "./conditions.js";
import { checkAccesses, writableSlots } from "./stores.js";

/**
 * What holds when the switch's ERET enters the guest: the host's registers are in the host's context, the guest's are in the
 * machine, nothing of the host is where the guest can see it, and what the guest may do is trapped as the layout says.
 * called: at the first instruction of the function that the host called. state: at the ERET.
 */
export function checkEntry(
  subject: Subject,
  findings: Findings,
  called: State,
  state: State,
  path: string,
): void {
  const { regions, switched } = subject;
  for (const transfer of switched.host) checkHostSaved(subject, findings, called, state, path, transfer);
  for (const transfer of switched.guest) checkGuestRestored(subject, findings, state, path, transfer);
  checkLeaks(subject, findings, state, path);
  const before = (register: Parameters<State["sysreg"]>[0]): Term => ownValue(subject, "host", register);
  checkTraps(subject, findings, state, path, "activate", before);
  checkUnswitched(subject, findings, state, path, coveredNames(subject, switched.guest), before);
  const depth = stackOffset(subject, state);
  if (depth === undefined || depth > 0n || depth % 16n !== 0n)
    checkStackPointer(findings, state, path, regions.stack);
  checkAccesses(subject, findings, state, path, writableSlots(regions.hostContext, 0, switched.host), 0n);
}

/** Names of system registers whose values an obligation of their own states. */
export function coveredNames(subject: Subject, transfers: readonly Transfer[]): Set<string> {
  const { traps, vm } = subject.model.worldSwitch;
  return new Set([...transfers.map(nameInMachine), ...traps.map((t) => t.register.name), vm.register.name]);
}

/** The value that a side left in a transfer's register. */
export function ownTransferValue(
  subject: Subject,
  owner: "host" | "guest",
  transfer: Transfer,
): readonly Term[] {
  if (transfer.kind === "x") return [ownValue(subject, owner, transfer.register)];
  if (transfer.kind === "sysreg")
    return transfer.sysreg === undefined ? [] : [ownValue(subject, owner, transfer.sysreg)];
  const { low, high } = ownVector(subject, owner, transfer.number ?? 0);
  return [low, high];
}

function checkHostSaved(
  subject: Subject,
  findings: Findings,
  called: State,
  state: State,
  path: string,
  transfer: Transfer,
): void {
  const base = subject.regions.hostContext;
  const expected = cutToSlot(subject, registerValue(called, transfer), transfer);
  const actual = slotValue(state.memory, base, transfer, 0);
  if (same(actual, expected)) return;
  findings.add({
    ...{ code: "WS802", path, state, register: transfer.register, column: "save", at: transfer.at },
    place: subject.terms.address(base, slotOffset(transfer, 0)),
    message: `the host's ${transfer.register} is not in ${transfer.place.path} of its context, which holds ${formatted(actual)}`,
  });
}

function checkGuestRestored(
  subject: Subject,
  findings: Findings,
  state: State,
  path: string,
  transfer: Transfer,
): void {
  const context = subject.model.worldSwitch.contexts.guest.offsetBytes;
  const slot = slotValue(subject.memory, subject.regions.vcpu, transfer, context);
  const expected = transfer.sysreg === undefined ? slot : cutToRegister(subject, slot, transfer);
  const actual = registerValue(state, transfer);
  if (same(actual, expected)) return;
  findings.add({
    ...{ code: "WS803", path, state, register: transfer.register, column: "restore", at: transfer.at },
    place: stepPlace(transfer),
    message: `the guest's ${transfer.register} is not restored from ${transfer.place.path}: it enters with ${formatted(actual)}`,
  });
}

/** Bits of a slot that its register does not have. */
function cutToRegister(subject: Subject, slot: readonly Term[], { sysreg }: Transfer): readonly Term[] {
  if (sysreg === undefined) return slot;
  return slot.map((half) => subject.terms.bits(half, 0, subject.architecture.possible(sysreg)));
}

/** WS806: a general-purpose or vector register that is not the guest's holds nothing that comes from the host. */
function checkLeaks(subject: Subject, findings: Findings, state: State, path: string): void {
  const switched = new Set(subject.switched.guest.map(nameInMachine));
  const vectors = state.v.map((v, n) => [`Q${n}`, [v.low, v.high]] as const);
  const general = state.x.map((value, n) => [`X${n}`, [value]] as const);
  for (const [register, halves] of [...general, ...vectors]) {
    if (switched.has(register)) continue;
    const from = halves.find((half) => symbolsOf(half).size > 0);
    if (from === undefined) continue;
    findings.add({
      ...{ code: "WS806", path, state, register, place: register, column: "restore" },
      message: `${register} is in no group that is switched for the guest, which sees ${formatTerm(from)} in it`,
    });
  }
}

/** A value of one or two halves, for people. */
export function formatted(value: readonly Term[]): string {
  return value.map(formatTerm).join(" and ");
}
