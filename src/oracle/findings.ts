import type { Diagnostic, Related, Severity } from "../core/diagnostic.js";
import type { SourceRef } from "../core/source-ref.js";
import type { Where } from "./compiled.js";

/**
 * strict: whether what only one side has is an error, not a note.
 */
export interface OracleOptions {
  readonly strict?: boolean;
}

/** What was compared, so that an agreement says how much it says. */
export interface Compared {
  readonly structs: number;
  readonly members: number;
  readonly symbols: number;
  readonly values: number;
}

/** What an oracle has to say about a layout. file: the oracle's. compared: absent when it could not be read. */
export interface OracleReport {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly compared?: Compared;
}

/** The codes of what an oracle says, with the severity of each; absent ones are errors where strict. */
export const ORACLE = {
  structSize: { code: "WS340", severity: "error" },
  memberOffset: { code: "WS341", severity: "error" },
  memberSize: { code: "WS342", severity: "error" },
  memberType: { code: "WS343", severity: "warning" },
  symbolValue: { code: "WS344", severity: "error" },
  constantValue: { code: "WS345", severity: "error" },
  notInObject: { code: "WS346", severity: "note" },
  notInLayout: { code: "WS347", severity: "note" },
  nothingCompared: { code: "WS348", severity: "error" },
} as const satisfies Readonly<Record<string, { readonly code: string; readonly severity: Severity }>>;

/** A finding at a line of the layout; where: what the object says, and where its source declares it. */
export function finding(
  kind: (typeof ORACLE)[keyof typeof ORACLE],
  at: SourceRef,
  message: string,
  more: { readonly related?: readonly Related[]; readonly hint?: string | undefined } = {},
  options: OracleOptions = {},
): Diagnostic {
  const { related, hint } = more;
  return {
    code: kind.code,
    severity: kind.severity === "note" && options.strict === true ? "error" : kind.severity,
    at,
    message,
    ...(related === undefined ? {} : { related }),
    ...(hint === undefined ? {} : { hint }),
  };
}

/** The place in an object as a related place: the source's where the object knows it. */
export function placeIn(file: string, { text, declared }: Where): Related[] {
  return [
    declared === undefined
      ? { at: { file, line: 1, column: 1 }, message: text }
      : { at: declared, message: `declared here; ${text} of ${file}` },
  ];
}
