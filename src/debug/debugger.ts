import { DebugSession } from "./session.js";
import type { Stop, StopCause } from "./stop.js";
import type { DebugTarget } from "./target.js";

/** A connection with a client. Bytes are cut anywhere. */
export interface DebugLink {
  /** Waits for bytes; undefined when the client has gone. */
  wait(): Uint8Array | undefined;
  /** Bytes that have come; undefined when there are none. */
  poll(): Uint8Array | undefined;
  send(bytes: Uint8Array): void;
}

/** What a core may do: make a step, stand still while others go on, or make no more steps at all. */
export type Permission = "go" | "hold" | "end";

/** Steps between two looks for an interrupt of the client. */
const STEPS_PER_POLL = 256;

/**
 * Lets a client decide before each step of a core. Whoever runs the cores asks beforeStep and does as it says; while
 * the client thinks, beforeStep does not return. Without a debugger nobody asks, and nothing is slower.
 */
export class Debugger {
  readonly session: DebugSession;
  readonly #stepping = new Set<number>();
  #begun = false;
  #touched: Stop | undefined;
  #foreseen = false;
  #unwatch: (() => void)[] = [];
  #steps = 0;

  constructor(
    readonly target: DebugTarget,
    readonly link: DebugLink,
  ) {
    this.session = new DebugSession(target, (bytes) => link.send(bytes));
  }

  /** To be asked before each step of the core at a place among the target's cores. */
  beforeStep(core: number): Permission {
    const { conversation } = this.session;
    if (conversation.ended === undefined) this.#meet(core);
    if (conversation.ended !== undefined) return conversation.ended === "killed" ? "end" : "go";
    const action = conversation.actions?.[core] ?? "continue";
    if (action === "hold") return "hold";
    if (action === "step") this.#stepping.add(core);
    return "go";
  }

  /** To be called when the run has ended. status: 0 … 255. */
  exited(status: number): void {
    this.session.exited(status);
    this.#setWatches(false);
  }

  /** Stops at the core as long as there is a reason, the client's new ones included. */
  #meet(core: number): void {
    const begins = !this.#begun;
    this.#begun = true;
    if (begins) {
      this.session.conversation.lastStop = { core, cause: { kind: "start" } };
      this.#serve();
    }
    let served = begins;
    for (;;) {
      if (this.session.conversation.ended !== undefined) return;
      const stop = served ? this.#reasonAgain(core) : this.#reason(core);
      if (stop === undefined) return;
      this.#stepping.clear();
      this.session.stopped(stop);
      this.#serve();
      served = true;
    }
  }

  #reason(core: number): Stop | undefined {
    const touched = this.#touched;
    this.#touched = undefined;
    this.#foreseen = false;
    if (touched !== undefined) return touched;
    const cause = this.#causeAt(core);
    return cause && { core, cause };
  }

  /** A reason that the client's new orders bring, before the core has moved. */
  #reasonAgain(core: number): Stop | undefined {
    const action = this.session.conversation.actions?.[core];
    if (action === "continue") return this.#reason(core);
    // A step passes the breakpoint that it starts at, and a watchpoint that has just been told.
    if (action !== "step" || this.#foreseen) return undefined;
    const cause = this.#foresee(core);
    return cause && { core, cause };
  }

  #causeAt(core: number): StopCause | undefined {
    const { breakpoints } = this.session.conversation;
    if (this.#stepping.delete(core)) return { kind: "step" };
    const breakpoint = breakpoints.at(this.target.cores[core]?.pc ?? 0n);
    if (breakpoint !== undefined) return { kind: "breakpoint", hardware: breakpoint === "hardware" };
    const foreseen = this.#foresee(core);
    if (foreseen !== undefined) return foreseen;
    this.#steps++;
    if (this.#steps % STEPS_PER_POLL !== 0) return undefined;
    const bytes = this.link.poll();
    if (bytes !== undefined) this.session.receive(bytes);
    return this.session.takeInterrupt() ? { kind: "interrupt" } : undefined;
  }

  /** A watchpoint that the next instruction would touch. */
  #foresee(core: number): StopCause | undefined {
    const { breakpoints } = this.session.conversation;
    if (!breakpoints.watching) return undefined;
    for (const access of this.target.cores[core]?.nextAccesses() ?? []) {
      const touched = breakpoints.touched(access);
      if (touched !== undefined) {
        this.#foreseen = true;
        return { kind: "watch", watch: touched.kind, address: touched.address };
      }
    }
    return undefined;
  }

  /** Talks with the client until it lets the cores run, or leaves. */
  #serve(): void {
    const { session } = this;
    while (session.waits) {
      const bytes = this.link.wait();
      if (bytes === undefined) session.lost();
      else session.receive(bytes);
    }
    this.#setWatches(session.conversation.breakpoints.watching);
  }

  /**
   * Accesses are watched while there are watchpoints: one that was not foreseen stops before the next step, which is late
   * by its own instruction.
   */
  #setWatches(wanted: boolean): void {
    if (wanted === this.#unwatch.length > 0) return;
    for (const end of this.#unwatch) end();
    this.#unwatch = wanted
      ? this.target.cores.map((watched, core) =>
          watched.watch((access) => {
            const touched = this.session.conversation.breakpoints.touched(access);
            if (touched === undefined || this.#foreseen) return;
            this.#touched ??= {
              core,
              cause: { kind: "watch", watch: touched.kind, address: touched.address },
            };
          }),
        )
      : [];
  }
}
