import type { SourceRef } from "../core/source-ref.js";
import type { Waiver } from "../model/types.js";
import { type VerifyCode, waivedBy } from "./codes.js";
import type { Column, TraceLine, VerifyFinding } from "./report.js";
import type { State, ValuePlace } from "./state.js";
import type { Subject } from "./subject.js";
import { traceOf } from "./trace.js";

/** What an obligation says when it does not hold. place: of the value in steps, for its trace. */
export interface Violation {
  readonly code: VerifyCode;
  readonly path: string;
  readonly message: string;
  readonly register?: string;
  readonly column?: Column;
  readonly at?: SourceRef | undefined;
  readonly pc?: bigint | undefined;
  readonly hint?: string;
  readonly waivers?: readonly Waiver[];
  readonly state?: State;
  readonly place?: ValuePlace;
}

/** Violations as they are found; the same thing on another path is reported once, with the shortest trace. */
export class Findings {
  readonly #found = new Map<string, VerifyFinding>();
  #violated = false;
  readonly marks: { register: string; column: Column; waived: boolean }[] = [];

  /** traces: whether to say how it came to it; a caller that only counts does without. */
  constructor(
    readonly subject: Subject,
    readonly traces: boolean,
  ) {}

  add(violation: Violation): void {
    const { code, path, message, register, column, pc, hint } = violation;
    const waiver = this.#waiver(violation);
    if (register !== undefined && column !== undefined)
      this.marks.push({ register, column, waived: waiver !== undefined });
    if (waiver === undefined) this.#violated = true;
    const key = `${code} ${register ?? message} ${pc ?? ""}`;
    const trace = this.#trace(violation);
    const before = this.#found.get(key);
    if (before !== undefined && before.trace.length <= trace.length) return;
    const instruction = pc === undefined ? undefined : this.subject.program.describe(pc);
    this.#found.set(key, {
      ...{ code, severity: "error", message, path, trace },
      at: violation.at ?? instruction?.at ?? this.subject.model.layout.at,
      ...(register === undefined ? {} : { register }),
      ...(instruction === undefined ? {} : { instruction }),
      ...(hint === undefined ? {} : { hint }),
      ...(waiver === undefined ? {} : { waiver }),
    });
  }

  /** Whether something was found that counts and that nobody waives. */
  get violated(): boolean {
    return this.#violated;
  }

  all(): VerifyFinding[] {
    return [...this.#found.values()];
  }

  #waiver({ code, waivers }: Violation): Waiver | undefined {
    const accepts = waivedBy[code];
    return accepts === undefined ? undefined : waivers?.find((waiver) => waiver.code === accepts);
  }

  #trace({ state, place, pc }: Violation): TraceLine[] {
    if (!this.traces || state === undefined) return [];
    return traceOf(this.subject, state, place, pc);
  }
}
