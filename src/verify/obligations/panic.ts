import type { Findings } from "../findings.js";
import { formatTerm } from "../format-term.js";
import type { State } from "../state.js";
import type { Subject } from "../subject.js";
import type { Term } from "../term.js";
import { stackOffset } from "./conditions.js";
import { checkAccesses } from "./stores.js";

/**
 * WS817: what the host's panic() is entered with: the format string's kernel address in X0, the layout's registers from X1
 * on, and the layout's PSTATE. start: at the vector's first instruction. state: at the ERET.
 */
export function checkPanic(
  subject: Subject,
  findings: Findings,
  start: State,
  state: State,
  path: string,
): void {
  const { architecture, model, program, terms } = subject;
  const { panic } = model.worldSwitch;
  const expect = (what: string, place: string, actual: Term | undefined, wanted: Term): void => {
    if (actual === wanted || actual === undefined) return;
    const message = `${what} is ${formatTerm(actual)}, not ${formatTerm(wanted)}`;
    findings.add({ code: "WS817", path, state, place, message, at: panic.at });
  };
  for (const [i, register] of panic.registers.entries())
    expect(`argument ${i + 1}, ${register.name},`, `X${i + 1}`, state.x[i + 1], start.sysreg(register));
  const [pstate, target] = [
    architecture.exceptionRegister("SPSR_EL2"),
    architecture.exceptionRegister("ELR_EL2"),
  ];
  expect(pstate.name, pstate.name, state.sysreg(pstate), terms.constant(panic.pstate.value));
  const address = program.address(panic.function);
  if (address !== undefined) expect(target.name, target.name, state.sysreg(target), terms.constant(address));
  else {
    const message = `${target.name} is ${formatTerm(state.sysreg(target))}, and the object does not refer to ${panic.function}`;
    findings.add({ code: "WS817", path, state, place: target.name, message, at: panic.at });
  }
  checkMessage(subject, findings, state, path);
  checkAccesses(subject, findings, state, path, [], stackOffset(subject, start) ?? 0n);
}

/** X0 is the kernel's address of the message, which ends in a zero byte. */
function checkMessage(subject: Subject, findings: Findings, state: State, path: string): void {
  const { constants, model, program } = subject;
  const { panic } = model.worldSwitch;
  const [pointer] = state.x;
  const at = panic.at;
  if (pointer === undefined) return;
  const wrong = (message: string): void =>
    findings.add({ code: "WS817", path, state, place: "X0", message, at });
  if (pointer.kind !== "constant") {
    wrong(`the message's address is ${formatTerm(pointer)}`);
    return;
  }
  const start = pointer.value - constants.kernel + constants.hyp;
  const bytes = [...new TextEncoder().encode(panic.message), 0];
  const there = bytes.every((byte, i) => program.byte(start + BigInt(i)) === byte);
  if (!there) wrong(`X0 is ${formatTerm(pointer)}, where the layout's message is not`);
}
