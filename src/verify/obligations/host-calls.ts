import { explore, type Path } from "../explore.js";
import type { Findings } from "../findings.js";
import { formatTerm } from "../format-term.js";
import { hostCalls, ownValue } from "../journeys.js";
import type { State } from "../state.js";
import type { Subject } from "../subject.js";
import type { SymbolicOps } from "../symbolic-ops.js";
import type { Term } from "../term.js";
import { checkProblems, checkStackPointer, checkUnswitched } from "./conditions.js";
import { argumentsOf, checkMaintenance, maintenanceCalls } from "./maintenance.js";
import { checkAccesses } from "./stores.js";

/** The host's own way into EL2: an HVC and a return. */
const CALL_SYMBOL = "kvm_call_hyp";
/** A function's arguments that the vector passes on. Source: the posting's calling convention, X1 to X3 become X0 to X2. */
const PASSED_ARGUMENTS = 3;
/** What a callee may change. Source: AAPCS64, 6.1.1. */
const CALLER_SAVED = 19;

/** A path of a host call that is over. */
export interface HostCall {
  readonly name: string;
  readonly paths: readonly Path[];
}

/** WS820 and the obligations of each function that the host calls at EL2; the paths that were explored. */
export function checkHostCalls(subject: Subject, findings: Findings, ops: SymbolicOps): HostCall[] {
  const calls: HostCall[] = [checkAnyFunction(subject, findings, ops)];
  for (const call of maintenanceCalls) {
    const address = subject.program.address(call.symbol);
    if (address === undefined || !subject.program.holds(address)) continue;
    const args = argumentsOf(subject, call);
    const start = hostCalls(subject, address, args);
    const paths = [...explore(ops, start.fork())];
    for (const path of paths) {
      checkMaintenance(subject, findings, call, args, path.state);
      checkReturn(subject, findings, start, path, call.symbol);
    }
    calls.push({ name: call.symbol, paths });
  }
  const address = subject.program.address(CALL_SYMBOL);
  if (address !== undefined && subject.program.holds(address))
    calls.push(checkHvc(subject, findings, ops, address));
  return calls;
}

/** A function of which only the calling convention is known. */
function checkAnyFunction(subject: Subject, findings: Findings, ops: SymbolicOps): HostCall {
  const name = "a host call";
  const elsewhere = (subject.constants.hyp & subject.constants.mask) + 0x1000n;
  const start = hostCalls(subject, elsewhere, []);
  const paths: Path[] = [];
  for (const path of explore(ops, start.fork())) {
    const called = path.end === "left" && path.target?.kind === "constant" && path.target.value === elsewhere;
    if (!called) {
      unfinished(findings, path, name, "the function whose address is in X0");
      continue;
    }
    checkArguments(subject, findings, path.state, name);
    const state = afterFunction(subject, path.state);
    if (state === undefined) {
      const message = `X30 is ${formatTerm(path.state.x[30] ?? path.state.sp)} when the function is called`;
      findings.add({ code: "WS820", path: name, message, state: path.state, place: "X30" });
      continue;
    }
    for (const back of explore(ops, state)) {
      paths.push(back);
      checkReturn(subject, findings, start, back, name);
      const result = subject.terms.symbol("result X0");
      if (back.state.x[0] !== result) {
        const message = "the function's result does not reach the caller in X0";
        findings.add({ code: "WS820", path: name, message, state: back.state, place: "X0" });
      }
    }
  }
  return { name, paths };
}

function checkArguments(subject: Subject, findings: Findings, state: State, name: string): void {
  for (let n = 0; n < PASSED_ARGUMENTS; n++) {
    const wanted = ownValue(subject, "host", `X${n + 1}`);
    const actual = state.x[n];
    if (actual === undefined || actual === wanted) continue;
    const message = `the function gets ${formatTerm(actual)} as argument ${n}, not ${formatTerm(wanted)}`;
    findings.add({ code: "WS820", path: name, message, state, place: `X${n}` });
  }
}

/** The machine when the function returns: what it may change holds anything. */
function afterFunction(subject: Subject, called: State): State | undefined {
  const back = called.x[30];
  if (back?.kind !== "constant") return undefined;
  const state = called.fork();
  for (let n = 0; n < CALLER_SAVED; n++) state.x[n] = subject.terms.symbol(`result X${n}`);
  state.pc = back.value;
  return state;
}

/** The host goes on as after a call: callee-saved registers, stack and system registers are as they were. */
function checkReturn(subject: Subject, findings: Findings, start: State, path: Path, name: string): void {
  const { state } = path;
  if (checkProblems(findings, state, name)) return;
  if (path.end !== "eret") {
    unfinished(findings, path, name, "an ERET to the host");
    return;
  }
  for (let n = CALLER_SAVED; n < 31; n++) {
    const [actual, wanted] = [state.x[n], start.x[n]];
    if (actual === undefined || wanted === undefined || actual === wanted) continue;
    const message = `X${n} is ${formatTerm(actual)} after the call, and was ${formatTerm(wanted)}`;
    findings.add({ code: "WS820", path: name, message, state, place: `X${n}` });
  }
  checkUnswitched(subject, findings, state, name, new Set(), (register) => start.sysreg(register));
  checkStackPointer(findings, state, name, start.sp);
  checkAccesses(subject, findings, state, name, [], 0n);
}

function unfinished(findings: Findings, { state, end, target }: Path, name: string, wanted: string): void {
  if (checkProblems(findings, state, name)) return;
  const where = target === undefined ? end : `a branch to ${formatTerm(target)}`;
  const message = `${name} ends with ${where}, not with ${wanted}`;
  findings.add({ code: "WS820", path: name, message, state, pc: state.steps?.pc });
}

/** The host's side: one HVC with all registers as the caller left them, and back to the caller. */
function checkHvc(subject: Subject, findings: Findings, ops: SymbolicOps, address: bigint): HostCall {
  const start = hostCalls(subject, 0n, []);
  start.pc = address;
  start.x[0] = ownValue(subject, "host", "X0");
  const paths: Path[] = [];
  for (const path of explore(ops, start.fork())) {
    if (path.end !== "call") unfinished(findings, path, CALL_SYMBOL, "HVC");
    else {
      checkSame(findings, start, path.state);
      for (const back of explore(ops, path.state.fork())) {
        paths.push(back);
        checkSame(findings, start, back.state);
        const caller: Term | undefined = start.x[30];
        if (back.end !== "left" || back.target !== caller)
          unfinished(findings, back, CALL_SYMBOL, "a return to its caller");
      }
    }
  }
  return { name: CALL_SYMBOL, paths };
}

function checkSame(findings: Findings, start: State, state: State): void {
  for (const [n, value] of state.x.entries()) {
    if (value === start.x[n]) continue;
    const message = `X${n} is changed to ${formatTerm(value)} on the host's side of the call`;
    findings.add({ code: "WS820", path: CALL_SYMBOL, message, state, place: `X${n}` });
  }
  const changes = state.events.filter((event) => event.kind === "store" || event.kind === "write");
  for (const { pc } of changes)
    findings.add({
      code: "WS820",
      path: CALL_SYMBOL,
      message: "the host's side of the call changes state",
      state,
      pc,
    });
}
