import type { Sysreg, Trap, TrapSetting } from "../../model/types.js";
import type { Findings } from "../findings.js";
import { formatTerm } from "../format-term.js";
import type { State } from "../state.js";
import { offsetIn, type Subject } from "../subject.js";
import type { Term } from "../term.js";

/** WS811, WS815 and WS816: what went wrong in instructions themselves. Whether there was any. */
export function checkProblems(findings: Findings, state: State, path: string): boolean {
  for (const event of state.events) {
    if (event.kind !== "problem") continue;
    findings.add({ code: event.code, path, message: event.message, pc: event.pc, state });
  }
  return state.events.some((event) => event.kind === "problem");
}

/** WS811: the stack pointer is where it was, or bytesBelow under it. */
export function checkStackPointer(findings: Findings, state: State, path: string, expected: Term): void {
  if (state.sp === expected) return;
  const message = `SP is ${formatTerm(state.sp)} at the end, not ${formatTerm(expected)}`;
  findings.add({ code: "WS811", path, message, state, place: "SP", pc: state.pc, register: "SP" });
}

/** How far the stack pointer is from where the host's call found it; undefined when it points elsewhere. */
export function stackOffset(subject: Subject, state: State): bigint | undefined {
  return offsetIn(subject.regions.stack, state.sp);
}

/** What a trap register shall hold: members of the vcpu ORed, with kept bits of before, with the constant. */
export function trapValue(subject: Subject, setting: TrapSetting, before: Term): Term {
  const { terms, memory, regions } = subject;
  const loaded = setting.members.map((place) =>
    memory.load(regions.vcpu, BigInt(place.offsetBytes), place.widthBytes),
  );
  const kept = setting.keep === undefined ? [] : [terms.bits(before, 0, setting.keep.value)];
  const fixed = terms.constant(setting.value?.value ?? 0n);
  return [...loaded, ...kept].reduce((all, part) => terms.or(all, part), fixed as Term);
}

/** WS810: trap registers and the VM's register. before: their values when the path started. */
export function checkTraps(
  subject: Subject,
  findings: Findings,
  state: State,
  path: string,
  way: "activate" | "deactivate",
  before: (register: Sysreg) => Term,
): void {
  const { traps, vm } = subject.model.worldSwitch;
  for (const trap of traps) {
    const expected = trapValue(subject, trap[way], before(trap.register));
    checkRegister(subject, findings, state, path, trap, expected);
  }
  const table =
    way === "activate"
      ? subject.memory.load(subject.regions.vm, BigInt(vm.place.offsetBytes), vm.place.widthBytes)
      : subject.terms.constant(0n);
  checkRegister(subject, findings, state, path, vm, table);
}

function checkRegister(
  subject: Subject,
  findings: Findings,
  state: State,
  path: string,
  { register, at }: Pick<Trap, "register" | "at">,
  expected: Term,
): void {
  const cut = subject.terms.bits(expected, 0, subject.architecture.possible(register));
  const actual = state.sysreg(register);
  if (actual === cut) return;
  findings.add({
    ...{ code: "WS810", path, state, place: register.name, register: register.name, column: "trap", at },
    message: `${register.name} is ${formatTerm(actual)}, and the layout says ${formatTerm(cut)}`,
  });
}

/**
 * WS807: of the registers that the path has written, those that no obligation covers hold what they held before.
 * covered: names that others check.
 */
export function checkUnswitched(
  subject: Subject,
  findings: Findings,
  state: State,
  path: string,
  covered: ReadonlySet<string>,
  before: (register: Sysreg) => Term,
): void {
  const { architecture, model } = subject;
  const clobbers = model.worldSwitch.abort.clobbers;
  for (const [name, value] of state.sysregs) {
    const register = model.sysregs.get(name);
    if (register === undefined || covered.has(name) || value === before(register)) continue;
    if (architecture.isOwnStorage(register) || architecture.isPstate(register)) continue;
    const clobber = clobbers.find((c) => c.register.name === name);
    findings.add({
      ...{ code: "WS807", path, state, place: name, register: name, at: clobber?.at, column: "host" },
      message: `${name} is ${formatTerm(value)} at the end, and was ${formatTerm(before(register))}: it is changed and not switched`,
      hint: `add ${name} to a group that is switched for both sides, or leave it alone`,
      ...(clobber === undefined ? {} : { waivers: clobber.waivers }),
    });
  }
}
