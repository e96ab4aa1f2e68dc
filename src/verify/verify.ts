import type { ObjectCode } from "../assembler/index.js";
import { sortDiagnostics } from "../core/diagnostic.js";
import { type Result, success } from "../core/result.js";
import type { Model, Vector, VectorSource } from "../model/types.js";
import { type Bounds, DEFAULT_BOUNDS, explore, type Path } from "./explore.js";
import { Findings } from "./findings.js";
import { formatTerm } from "./format-term.js";
import { guestExits, hostCalls, VECTORS_PER_SOURCE, vectorAddress } from "./journeys.js";
import { matrixOf } from "./matrix.js";
import { checkProblems } from "./obligations/conditions.js";
import { checkDecision } from "./obligations/decisions.js";
import { checkDeclaredBarriers } from "./obligations/declared-barriers.js";
import { checkEntry } from "./obligations/entry.js";
import { checkExit } from "./obligations/exit.js";
import { checkHostCalls } from "./obligations/host-calls.js";
import { checkPanic } from "./obligations/panic.js";
import { checkUnchanged } from "./obligations/retry.js";
import type { PathSummary, VerifyFinding, VerifyReport } from "./report.js";
import type { Way } from "./sequences/way.js";
import type { State } from "./state.js";
import { DEFAULT_ENTRIES, type EntrySymbols, type Subject, subjectOf } from "./subject.js";
import { SymbolicOps } from "./symbolic-ops.js";
import type { Term } from "./term.js";

/** entries: the object's symbols where they are not the usual ones. traces: false leaves the findings' traces empty. */
export interface VerifyOptions {
  readonly entries?: Partial<EntrySymbols>;
  readonly traces?: boolean;
  /** Whether to stop at the first path on which something does not hold: for callers who ask only whether it is proved. */
  readonly first?: boolean;
  /** How far to go; what lies beyond is reported as not explored. */
  readonly bounds?: Bounds;
  /** Sees each path when it has been explored. */
  readonly observe?: (name: string, path: Path) => void;
  /** Sees each way into the guest and back to the host that has been explored to its end. */
  readonly way?: (way: Way) => void;
  /** What the report calls the object. */
  readonly name?: string;
}

/**
 * What can be shown of an object's world switch against a layout: every path from the host's call into the guest, from every
 * vector out of it, and through the functions that the host calls at EL2, each for all values at once.
 * What is wrong with the switch is in the report. Errors: WS801 there is nothing to start from; WS630 to WS634 the
 * object cannot be placed.
 */
export function verify(model: Model, object: ObjectCode, options: VerifyOptions = {}): Result<VerifyReport> {
  const subject = subjectOf(model, object, { ...DEFAULT_ENTRIES, ...options.entries });
  if (!subject.ok) return subject;
  return success(new Proof(subject.value, options).report());
}

/** The proof of one subject: explores its paths and collects what does not hold on them. */
class Proof {
  readonly #subject: Subject;
  readonly #findings: Findings;
  readonly #ops: SymbolicOps;
  readonly #options: VerifyOptions;
  readonly #bounds: Bounds;
  readonly #paths: PathSummary[] = [];
  /** Where the function that the host called returns to. */
  #returnTo: Term | undefined;

  constructor(subject: Subject, options: VerifyOptions) {
    this.#subject = subject;
    this.#options = options;
    this.#bounds = options.bounds ?? DEFAULT_BOUNDS;
    this.#findings = new Findings(subject, options.traces !== false);
    const { terms, program, architecture } = subject;
    this.#ops = new SymbolicOps(terms, program, architecture, hostCalls(subject, subject.runAddress, []));
  }

  report(): VerifyReport {
    const entered = this.#enter();
    for (const state of entered) {
      for (const vectors of this.#vectorsByLanding(state)) if (!this.#enough()) this.#leave(state, vectors);
    }
    if (!this.#enough()) this.#callAsHost();
    const findings = sortDiagnostics(this.#findings.all()).filter(isVerifyFinding);
    return {
      ...{ layout: this.#subject.model.layout.name, object: this.#options.name ?? "object" },
      proved: entered.length > 0 && findings.every((finding) => finding.waiver !== undefined),
      matrix: matrixOf(this.#subject, this.#findings),
      ...{ findings, paths: this.#paths, unswitched: unswitchedRegisters(this.#subject) },
    };
  }

  /** Whether the question is answered already. */
  #enough(): boolean {
    return this.#options.first === true && this.#findings.violated;
  }

  #callAsHost(): void {
    for (const { name, paths } of checkHostCalls(this.#subject, this.#findings, this.#ops))
      for (const path of paths) this.#summarize(name, path, "back to the host");
  }

  /** The host's call up to the ERET into the guest, on every path; what the guest starts from on each. */
  #enter(): State[] {
    const subject = this.#subject;
    const start = hostCalls(subject, subject.runAddress, [subject.terms.symbol("vcpu")]);
    const entered: State[] = [];
    for (const call of explore(this.#ops, start, { ...this.#bounds, until: subject.runAddress })) {
      if (call.end !== "reached") {
        this.#ends(call, "the host's call");
        continue;
      }
      for (const path of explore(this.#ops, call.state.fork(), this.#bounds)) {
        this.#summarize("entry", path, "into the guest");
        if (!this.#ends(path, "entry")) continue;
        checkEntry(subject, this.#findings, call.state, path.state, "entry");
        checkDeclaredBarriers(subject, this.#findings, path.state, "entry");
        this.#returnTo = call.state.x[subject.model.worldSwitch.registers.link];
        this.#way("entry", "entry", call.state, path.state);
        entered.push(path.state);
      }
    }
    return entered;
  }

  /** Vectors that do nothing but branch to the same place are one: what follows is the same. */
  #vectorsByLanding(entered: State): { name: string; index: number; handler: Vector["handler"] }[] {
    const byLanding = new Map<string, { name: string; index: number; handler: Vector["handler"] }>();
    const state = guestExits(this.#subject, entered, 0);
    for (const vector of this.#subject.model.worldSwitch.vectors) {
      const index = indexOfVector(vector);
      const landing = this.#landing(state, vectorAddress(this.#subject, index));
      const key = `${landing} ${vector.handler}`;
      const name = `${vector.kind} from ${vector.from}`;
      const before = byLanding.get(key);
      byLanding.set(
        key,
        before === undefined
          ? { name, index, handler: vector.handler }
          : { ...before, name: `${before.name}, ${name}` },
      );
    }
    return [...byLanding.values()];
  }

  /** Where branches that do nothing else lead to from an address. state: for them to be executed in; only its place and its steps change. */
  #landing(state: State, address: bigint): bigint {
    state.pc = address;
    for (let left = 8; left > 0; left--) {
      const { pc } = state;
      if (this.#subject.program.decode(pc)?.instruction.name !== "B") return pc;
      const [path] = explore(this.#ops, state, { ...DEFAULT_BOUNDS, steps: 1 });
      if (path?.end === "left") return pc;
    }
    return state.pc;
  }

  #leave(
    entered: State,
    { name, index, handler }: { name: string; index: number; handler: Vector["handler"] },
  ): void {
    const subject = this.#subject;
    const findings = this.#findings;
    const start = guestExits(subject, entered, index);
    for (const path of explore(this.#ops, start.fork(), this.#bounds)) {
      if (this.#enough()) return;
      const { state } = path;
      checkDeclaredBarriers(subject, findings, state, name);
      if (!this.#ends(path, name)) {
        this.#summarize(name, path, "nowhere");
      } else if (handler === "panic") {
        this.#summarize(name, path, "to the host's panic");
        checkPanic(subject, findings, start, state, name);
      } else if (handler === "irq") {
        this.#summarize(name, path, "back to the host");
        checkExit(subject, findings, { start, state, path: name, way: "irq" });
        this.#way("exit", name, start, state);
        this.#checkUnconditional(state, name);
      } else if (storesOutsideStack(subject, state)) {
        this.#summarize(name, path, "back to the host");
        checkExit(subject, findings, { start, state, path: name, way: "trap" });
        this.#way("exit", name, start, state);
        checkDecision(subject, findings, start, state, name, "trap");
      } else {
        this.#summarize(name, path, "back to the guest");
        checkUnchanged(subject, findings, start, state, name);
        checkDecision(subject, findings, start, state, name, "retry");
      }
    }
  }

  #way(kind: Way["kind"], path: string, start: State, end: State): void {
    const { way } = this.#options;
    way?.({ subject: this.#subject, kind, path, start, end, returnTo: this.#returnTo });
  }

  #checkUnconditional(state: State, path: string): void {
    const [decision] = state.facts.decisions;
    if (decision === undefined) return;
    const message = `the way out depends on ${formatTerm(decision.condition)}, and an interrupt has no syndrome`;
    this.#findings.add({ code: "WS814", path, state, message });
  }

  /** Whether a path ends with an exception return; when it does not, that is a finding. */
  #ends(path: Path, name: string): boolean {
    if (checkProblems(this.#findings, path.state, name) && path.end === "stopped") return false;
    if (path.end === "eret") return true;
    const pc = path.state.steps?.pc;
    const where = path.target === undefined ? `an HVC` : `a branch to ${formatTerm(path.target)}`;
    const message = `${name} ends with ${where}, not with an exception return`;
    this.#findings.add({ code: "WS815", path: name, message, state: path.state, pc });
    return false;
  }

  #summarize(name: string, path: Path, outcome: string): void {
    const { state } = path;
    this.#options.observe?.(name, path);
    const conditions = state.facts.decisions.map(
      ({ condition, value }) => `${value ? "" : "not "}${formatTerm(condition)}`,
    );
    this.#paths.push({ name, instructions: state.executed, conditions, outcome });
  }
}

function isVerifyFinding(finding: object): finding is VerifyFinding {
  return "trace" in finding;
}

function storesOutsideStack(subject: Subject, state: State): boolean {
  return state.events.some((event) => event.kind === "store" && event.base !== subject.regions.stack);
}

const SOURCES: readonly VectorSource[] = ["EL2t", "EL2h", "64-bit EL1", "32-bit EL1"];
const KINDS: readonly Vector["kind"][] = ["sync", "irq", "fiq", "error"];

/** 0 … 15: the vector's place in the table. Source: DDI0487, vector offsets from VBAR. */
function indexOfVector({ from, kind }: Vector): number {
  return SOURCES.indexOf(from) * VECTORS_PER_SOURCE + KINDS.indexOf(kind);
}

/** Registers of Armv8.0 that the guest can write and that no group, trap or alias covers, in catalogue order. */
function unswitchedRegisters({ model, switched, architecture }: Subject): string[] {
  const moved = new Set(switched.guest.flatMap((t) => [t.register, t.sysreg?.name ?? t.register]));
  return [...model.sysregs.values()]
    .filter((r) => architecture.guestChanges(r) && r.since === "armv8-a" && r.aliasOf === undefined)
    .filter((r) => !moved.has(r.name) && !architecture.isPstate(r))
    .map((r) => r.name);
}
