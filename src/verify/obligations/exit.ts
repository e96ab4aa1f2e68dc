import { oncePer } from "../../core/once-per.js";
import type { Sysreg } from "../../model/types.js";
import type { Findings } from "../findings.js";
import { formatTerm } from "../format-term.js";
import { ownValue } from "../journeys.js";
import type { Event, State } from "../state.js";
import type { Subject } from "../subject.js";
import { PAR_TO_HPFAR } from "../syndrome.js";
import { symbolsOf, type Term } from "../term.js";
import { cutToSlot, registerValue, same, slotOffset, slotValue, stepPlace } from "../transfer-values.js";
import { checkStackPointer, checkTraps, checkUnswitched, stackOffset } from "./conditions.js";
import { coveredNames, formatted, ownTransferValue } from "./entry.js";
import { checkAccesses, writableFaults, writableSlots } from "./stores.js";

/** X19 to X29 and, since the host's HVC returns by it, X30. Source: AAPCS64, 6.1.1. */
const CALLEE_SAVED = Array.from({ length: 12 }, (_, i) => 19 + i);
/** V8 to V15, of which a callee preserves the low halves. Source: AAPCS64, 6.1.2. */
const CALLEE_SAVED_VECTORS = Array.from({ length: 8 }, (_, i) => 8 + i);

/** start: the machine at the vector's first instruction. state: at the ERET to the host. way: what the host was called back for. */
export interface Exit {
  readonly start: State;
  readonly state: State;
  readonly path: string;
  readonly way: "irq" | "trap";
}

/**
 * What holds when the exit's ERET is back in the host: the guest's registers are in its context, the host's are in the
 * machine, nothing of the guest is left where the host sees it, the syndrome is recorded and the exit code is in X0.
 */
export function checkExit(subject: Subject, findings: Findings, exit: Exit): void {
  const { state, start, path, way } = exit;
  checkGuestSaved(subject, findings, exit);
  checkHostBack(subject, findings, state, path);
  checkExitCode(subject, findings, exit);
  checkFaults(subject, findings, exit);
  checkTraps(subject, findings, state, path, "deactivate", (register) => start.sysreg(register));
  checkUnswitched(subject, findings, state, path, coveredAtExit(subject), (register) =>
    start.sysreg(register),
  );
  checkStackPointer(findings, state, path, subject.regions.stack);
  const writable = way === "trap" ? writableAtTrap(subject) : guestSlots(subject);
  checkAccesses(subject, findings, state, path, writable, stackOffset(subject, start) ?? 0n);
}

const coveredAtExit = oncePer((subject: Subject) =>
  coveredNames(subject, [...subject.switched.guest, ...subject.switched.host]),
);

const guestSlots = oncePer((subject: Subject) => {
  const context = subject.model.worldSwitch.contexts.guest.offsetBytes;
  return writableSlots(subject.regions.vcpu, context, subject.switched.guest);
});

const writableAtTrap = oncePer((subject: Subject) => [...guestSlots(subject), ...writableFaults(subject)]);

function checkGuestSaved(subject: Subject, findings: Findings, { state, start, path }: Exit): void {
  const context = subject.model.worldSwitch.contexts.guest.offsetBytes;
  const base = subject.regions.vcpu;
  for (const transfer of subject.switched.guest) {
    const expected = cutToSlot(subject, registerValue(start, transfer), transfer);
    const actual = slotValue(state.memory, base, transfer, context);
    if (same(actual, expected)) continue;
    findings.add({
      ...{ code: "WS802", path, state, register: transfer.register, column: "save", at: transfer.at },
      place: subject.terms.address(base, slotOffset(transfer, context)),
      message: `the guest's ${transfer.register} is not in ${transfer.place.path} of its context, which holds ${formatted(actual)}`,
    });
  }
}

/** The registers that are the host's again after an exit: what either side is switched for, without the guest's X registers. */
const sharedTransfers = oncePer(({ switched: { guest, host } }: Subject) => {
  const shared = [...host, ...guest.filter((t) => t.kind !== "x")];
  return [...new Map(shared.map((t) => [t.register, t])).values()];
});

/** WS804: the host finds its own values. WS805: where it need not, it finds none of the guest's. */
function checkHostBack(subject: Subject, findings: Findings, state: State, path: string): void {
  const { host } = subject.switched;
  const general = new Set(host.filter((t) => t.kind === "x").map((t) => t.number));
  for (const transfer of sharedTransfers(subject)) {
    const expected = ownTransferValue(subject, "host", transfer);
    const actual = registerValue(state, transfer);
    if (same(actual, expected)) continue;
    findings.add({
      ...{ code: "WS804", path, state, register: transfer.register, column: "host", at: transfer.at },
      place: stepPlace(transfer),
      message: `the host's ${transfer.register} does not come back: it is ${formatted(actual)}`,
    });
  }
  for (const n of CALLEE_SAVED) {
    if (general.has(n)) continue;
    notBack(findings, state, path, `X${n}`, state.x[n], ownValue(subject, "host", `X${n}`));
  }
  for (const n of CALLEE_SAVED_VECTORS)
    notBack(findings, state, path, `Q${n}`, state.v[n]?.low, ownValue(subject, "host", `Q${n}`));
  checkLeaks(findings, state, path);
}

function notBack(
  findings: Findings,
  state: State,
  path: string,
  register: string,
  actual: Term | undefined,
  expected: Term,
): void {
  if (actual === undefined || actual === expected) return;
  findings.add({
    ...{ code: "WS804", path, state, register, column: "host", place: register },
    message: `AAPCS64 makes a callee preserve ${register}, and the host finds ${formatTerm(actual)} in it`,
  });
}

/** Registers that a caller expects nothing of may hold EL2's addresses, but nothing that the guest had. */
function checkLeaks(findings: Findings, state: State, path: string): void {
  const general = state.x.map((value, n) => [`X${n}`, [value]] as const);
  const vectors = state.v.map(({ low, high }, n) => [`Q${n}`, [low, high]] as const);
  for (const [register, halves] of [...general, ...vectors]) {
    const leaked = halves.find((half) => [...symbolsOf(half)].some((name) => name.startsWith("guest ")));
    if (leaked === undefined) continue;
    findings.add({
      ...{ code: "WS805", path, state, register, column: "host", place: register },
      message: `the host sees ${formatTerm(leaked)} in ${register}`,
    });
  }
}

function checkExitCode(subject: Subject, findings: Findings, { state, path, way }: Exit): void {
  const wanted = subject.terms.constant(subject.constants[way]);
  const [code] = state.x;
  if (code === undefined || code === wanted) return;
  const message = `X0 is ${formatTerm(code)} at the end, and the exit code of this way is ${formatTerm(wanted)}`;
  findings.add({ code: "WS812", path, state, place: "X0", register: "X0", message });
}

/** WS813: a trap records the syndrome; an interrupt leaves the record alone (no store to it is allowed, see WS808). */
function checkFaults(subject: Subject, findings: Findings, { state, start, path, way }: Exit): void {
  if (way === "irq") return;
  const base = subject.regions.vcpu;
  for (const { register, place, at } of subject.model.worldSwitch.fault) {
    const width = (1n << BigInt(8 * place.widthBytes)) - 1n;
    const expected = subject.terms.bits(syndromeValue(subject, state, start, register), 0, width);
    const actual = state.memory.load(base, BigInt(place.offsetBytes), place.widthBytes);
    if (actual === expected) continue;
    findings.add({
      ...{ code: "WS813", path, state, register: register.name, column: "save", at },
      place: subject.terms.address(base, BigInt(place.offsetBytes)),
      message: `${place.path} holds ${formatTerm(actual)}, not ${formatTerm(expected)}`,
    });
  }
}

/** What a syndrome's member shall hold: the register, but for HPFAR_EL2 after AT, where it is the address that AT found. */
function syndromeValue(subject: Subject, state: State, start: State, register: Sysreg): Term {
  const { architecture, terms } = subject;
  const translated = translationOf(state)?.result;
  const isAddress = register.name === architecture.exceptionRegister("HPFAR_EL2").name;
  if (!isAddress || translated === undefined) return start.sysreg(register);
  return terms.bits(translated, PAR_TO_HPFAR.shift, PAR_TO_HPFAR.mask);
}

/** The AT that a path has executed. */
export function translationOf(state: State): Extract<Event, { kind: "operation" }> | undefined {
  for (const event of state.events) if (event.kind === "operation" && event.class === "AT") return event;
  return undefined;
}
