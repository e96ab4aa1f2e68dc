import type { Sysreg } from "../model/types.js";
import type { Flags } from "../runtime/ops.js";
import { Facts } from "./facts.js";
import type { Memory } from "./memory.js";
import type { Term, Terms } from "./term.js";

/** A vector register as two halves. */
export interface VectorTerm {
  readonly low: Term;
  readonly high: Term;
}

/** Where a value is: a register by its name, or memory by its address. */
export type ValuePlace = string | Term;

/** What an instruction read and wrote, and the step before it. */
export interface Step {
  readonly before: Step | undefined;
  readonly pc: bigint;
  readonly reads: readonly ValuePlace[];
  readonly writes: readonly PlaceWrite[];
}

export interface PlaceWrite {
  readonly place: ValuePlace;
  readonly value: Term;
}

/** What an instruction did besides computing, in order. */
export type Event = { readonly pc: bigint } & (
  | {
      readonly kind: "store";
      readonly base: Term | undefined;
      readonly offset: bigint;
      readonly sizeBytes: number;
    }
  | {
      readonly kind: "load";
      readonly base: Term | undefined;
      readonly offset: bigint;
      readonly sizeBytes: number;
    }
  | {
      readonly kind: "operation";
      readonly class: string;
      readonly name: string;
      readonly value: Term;
      readonly vm: Term;
      /** Whether the VM's register was written since the last context synchronization. */
      readonly vmPending: boolean;
      readonly result?: Term;
    }
  | { readonly kind: "barrier"; readonly barrier: string }
  | { readonly kind: "write"; readonly register: Sysreg }
  | { readonly kind: "call"; readonly immediate: Term }
  | { readonly kind: "problem"; readonly code: ProblemCode; readonly message: string }
);

/** Codes of what goes wrong in an instruction itself; see codes.ts. */
export type ProblemCode = "WS811" | "WS815" | "WS816";

/** The names of the values that the registers hold which nobody has written yet. */
export type Origin = (register: Sysreg) => Term;

/** The machine at a point of a path. Forks share nothing that changes. */
export class State {
  pc = 0n;
  x: Term[];
  v: VectorTerm[];
  sp: Term;
  flags: Flags<Term>;
  sysregs: Map<string, Term>;
  memory: Memory;
  facts: Facts;
  events: Event[];
  steps: Step | undefined;
  origin: Origin;
  executed = 0;

  constructor(
    readonly terms: Terms,
    from: Pick<State, "x" | "v" | "sp" | "flags" | "sysregs" | "memory" | "facts" | "origin"> &
      Partial<State>,
  ) {
    this.pc = from.pc ?? 0n;
    this.x = [...from.x];
    this.v = [...from.v];
    this.sp = from.sp;
    this.flags = from.flags;
    this.sysregs = new Map(from.sysregs);
    this.memory = from.memory.fork();
    this.facts = new Facts(terms, from.facts);
    this.events = [...(from.events ?? [])];
    this.steps = from.steps;
    this.origin = from.origin;
    this.executed = from.executed ?? 0;
  }

  fork(): State {
    return new State(this.terms, this);
  }

  /** The value of a system register. */
  sysreg(register: Sysreg): Term {
    return this.sysregs.get(register.name) ?? this.origin(register);
  }

  /** Whether there was such an event since the last ISB, or since the path began. */
  isPending(is: (event: Event) => boolean): boolean {
    for (let i = this.events.length - 1; i >= 0; i--) {
      const event = this.events[i];
      if (event === undefined || (event.kind === "barrier" && event.barrier === "ISB")) return false;
      if (is(event)) return true;
    }
    return false;
  }
}

/** The steps of a path, first one first. */
export function stepsOf(state: State): Step[] {
  const steps: Step[] = [];
  for (let step = state.steps; step !== undefined; step = step.before) steps.push(step);
  return steps.reverse();
}
