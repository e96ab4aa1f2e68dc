import type { Diagnostic, Related } from "../core/diagnostic.js";
import type { SourceRef } from "../core/source-ref.js";

/**
 * What the assembler can find wrong. The codes are stable; docs/reference/diagnostics has a page for each.
 * WS601 unknown mnemonic; WS602 operands that no form of the instruction takes; WS603 immediate out of range or
 * not encodable; WS604 target misaligned or out of reach; WS605 redefined symbol; WS606 undefined numeric label;
 * WS607 division by zero; WS608 unknown directive; WS609 unbalanced block; WS610 malformed expression;
 * WS611 value not known where it is needed; WS612 preprocessor; WS613 include; WS614 macro call;
 * WS615 limit exceeded; WS616 malformed token; WS617 value does not fit its data; WS618 value that no relocation
 * expresses; WS619 directive used wrongly; WS620 (warning) operators that C would group otherwise;
 * WS621 unknown or inaccessible system register or operation.
 */
export type AssemblerCode = `WS6${number}`;

/** Collects the findings of one assembly. */
export class Report {
  readonly #found: Diagnostic[] = [];

  get diagnostics(): readonly Diagnostic[] {
    return this.#found;
  }

  /** Adds an error at a place, with the macro calls (`via`) that led there. */
  error(
    code: AssemblerCode,
    at: SourceRef,
    message: string,
    via: readonly Related[] = [],
    hint?: string,
  ): void {
    this.#add("error", code, at, message, via, hint);
  }

  /** Adds a warning at a place. */
  warning(
    code: AssemblerCode,
    at: SourceRef,
    message: string,
    via: readonly Related[] = [],
    hint?: string,
  ): void {
    this.#add("warning", code, at, message, via, hint);
  }

  /** Adds the warnings of another report, as found through these macro calls. */
  addWarnings(other: Report, via: readonly Related[]): void {
    for (const { code, severity, at, message, hint } of other.diagnostics) {
      if (severity === "warning") this.#add(severity, code, at, message, via, hint);
    }
  }

  #add(
    severity: "error" | "warning",
    code: string,
    at: SourceRef,
    message: string,
    related: readonly Related[],
    hint: string | undefined,
  ): void {
    this.#found.push({
      code,
      severity,
      at,
      message,
      ...(related.length === 0 ? {} : { related }),
      ...(hint === undefined ? {} : { hint }),
    });
  }
}
