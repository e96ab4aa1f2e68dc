import type { Findings } from "../findings.js";
import { formatTerm } from "../format-term.js";
import type { State } from "../state.js";
import type { Subject } from "../subject.js";
import type { Term } from "../term.js";
import { checkStackPointer, checkUnswitched, stackOffset } from "./conditions.js";
import { checkAccesses } from "./stores.js";

/**
 * What holds when a path returns to where the exception came from: every register is as it was, and nothing was stored
 * but on the stack.
 */
export function checkUnchanged(
  subject: Subject,
  findings: Findings,
  start: State,
  state: State,
  path: string,
): void {
  for (const [n, value] of state.x.entries()) changed(findings, state, path, `X${n}`, value, start.x[n]);
  for (const [n, { low, high }] of state.v.entries()) {
    changed(findings, state, path, `Q${n}`, low, start.v[n]?.low);
    changed(findings, state, path, `Q${n}`, high, start.v[n]?.high);
  }
  checkUnswitched(subject, findings, state, path, new Set(), (register) => start.sysreg(register));
  checkStackPointer(findings, state, path, start.sp);
  checkAccesses(subject, findings, state, path, [], stackOffset(subject, start) ?? 0n);
}

function changed(
  findings: Findings,
  state: State,
  path: string,
  register: string,
  value: Term,
  before: Term | undefined,
): void {
  if (value === before || before === undefined) return;
  findings.add({
    ...{ code: "WS803", path, state, register, place: register, column: "restore" },
    message: `${register} is ${formatTerm(value)} when the guest goes on, and was ${formatTerm(before)}`,
  });
}
