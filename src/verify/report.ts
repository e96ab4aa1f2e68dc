import type { Diagnostic } from "../core/diagnostic.js";
import type { SourceRef } from "../core/source-ref.js";
import type { VerifyCode } from "./codes.js";
import type { CodePlace } from "./program.js";

/** ok: shown. violation: a finding says why. waived: a finding that the layout accepts. not-applicable: nothing to show. */
export type Verdict = "ok" | "violation" | "waived" | "not-applicable";

/** What the matrix says of a register; see MatrixRow. */
export const columns = ["slot", "save", "restore", "trap", "host"] as const;

export type Column = (typeof columns)[number];

/**
 * A register and what was shown of it. slot: the struct has a member wide enough for it. save: every path stores the
 * guest's value (and the host's, where the host is switched) there. restore: the guest enters with its slot's value.
 * trap: the register is set as the layout says while the guest runs and after. host: the host finds its value.
 * member: the slot's path in the context struct; at: the line of the transfer.
 */
export interface MatrixRow {
  readonly register: string;
  readonly kind: "x" | "q" | "sysreg" | "trap" | "unswitched";
  readonly member?: string;
  readonly offsetBytes?: number;
  readonly widthBytes?: number;
  readonly at?: SourceRef;
  readonly verdicts: Readonly<Record<Column, Verdict>>;
}

/** One instruction of a trace and what it did to the value. */
export interface TraceLine extends CodePlace {
  readonly what: string;
}

/**
 * A finding. at: the schema's line where there is one, else the assembly's. path: of which way through the switch.
 * waiver: why the layout accepts it, and where it says so.
 */
export interface VerifyFinding extends Diagnostic {
  readonly code: VerifyCode;
  readonly path: string;
  readonly register?: string;
  readonly instruction?: CodePlace;
  readonly trace: readonly TraceLine[];
  readonly waiver?: { readonly code: string; readonly because: string; readonly at: SourceRef };
}

/** A path that was explored. conditions: what its decisions were, as text. */
export interface PathSummary {
  readonly name: string;
  readonly instructions: number;
  readonly conditions: readonly string[];
  readonly outcome: string;
}

/** The whole answer, plain data. proved: every path explored and nothing found that is not waived. */
export interface VerifyReport {
  readonly layout: string;
  readonly object: string;
  readonly proved: boolean;
  readonly matrix: readonly MatrixRow[];
  readonly findings: readonly VerifyFinding[];
  readonly paths: readonly PathSummary[];
  /** The generated functions that were compared with the assembly; absent for an object from elsewhere. */
  readonly sequences?: { readonly file: string; readonly functions: number; readonly transfers: number };
  /** Registers that the guest can write and the switch leaves alone: both sides share them. */
  readonly unswitched: readonly string[];
}
