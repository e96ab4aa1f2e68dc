import { Breakpoints } from "./breakpoints.js";
import type { Stop } from "./stop.js";
import type { DebugCore, DebugTarget } from "./target.js";
import { targetDescription } from "./target-description.js";
import { TraceBuffer } from "./trace-buffer.js";

/** What each core does when the client lets the target run. */
export type CoreAction = "step" | "continue" | "hold";

/** Replies that have no text of their own. Source: Debugging with GDB, appendix E.1. */
export const replies = {
  ok: "OK",
  unknown: "",
  /** EINVAL: the packet does not say what it should. */
  malformed: "E16",
  /** EFAULT: there is no such memory. */
  fault: "E0e",
} as const;

/** What a client and the target have agreed on so far: what commands act on. */
export class Conversation {
  readonly breakpoints = new Breakpoints();
  readonly traces: readonly TraceBuffer[];
  /** Whether packets are acknowledged. */
  acknowledges = true;
  /** Whether the client knows the stop reasons swbreak and hwbreak. */
  breakpointReasons = false;
  /** The core that register and memory commands are about. */
  selected = 0;
  lastStop: Stop = { core: 0, cause: { kind: "start" } };
  /** What the cores are to do; undefined while they are stopped. */
  actions: readonly CoreAction[] | undefined;
  /** How the client has left. */
  ended: "detached" | "killed" | undefined;
  #description: string | undefined;

  /** say: shows text to the client's user at once. Throws RangeError for a target without cores. */
  constructor(
    readonly target: DebugTarget,
    readonly say: (text: string) => void,
  ) {
    this.traces = target.cores.map((core) => new TraceBuffer(core));
  }

  /** The target description, the same for all cores; made when it is first asked for. */
  get description(): string {
    this.#description ??= targetDescription(this.core.registers);
    return this.#description;
  }

  get core(): DebugCore {
    const core = this.target.cores[this.selected];
    if (core === undefined) throw new RangeError(`there is no core ${this.selected}`);
    return core;
  }

  /** The place of a thread's core; undefined for text that is no thread of the target. */
  coreOfThread(id: string): number | undefined {
    const number = /^[0-9a-fA-F]{1,8}$/.test(id) ? Number.parseInt(id, 16) : 0;
    return number >= 1 && number <= this.target.cores.length ? number - 1 : undefined;
  }

  /** The client leaves; nothing of it stays behind. */
  end(how: "detached" | "killed"): void {
    this.ended = how;
    this.breakpoints.clear();
    for (const trace of this.traces) trace.keep(0);
  }
}
