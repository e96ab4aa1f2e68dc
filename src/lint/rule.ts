import type { Diagnostic, Related, Severity } from "../core/diagnostic.js";
import type { SourceRef } from "../core/source-ref.js";
import type { Model, Waiver } from "../model/types.js";

/**
 * What a rule found, before it is known whether a waiver accepts it.
 * waivers: those that are written beside the thing that the finding is about; absent where the documents have no room for one.
 */
export interface Finding {
  readonly at: SourceRef;
  readonly message: string;
  readonly related?: readonly Related[];
  readonly hint?: string;
  readonly waivers?: readonly Waiver[] | undefined;
  readonly mend?: Mend;
}

/**
 * An edit of the object that a finding's place is in, which certainly mends it. set: the object's member of that key
 * gets another number. remove: the object goes from its list, and an empty list goes too.
 */
export type Mend =
  | { readonly kind: "set"; readonly key: string; readonly value: number }
  | { readonly kind: "remove" };

/** A finding that counts, and the edit that mends it where that is certain. */
export interface Found {
  readonly diagnostic: Diagnostic;
  readonly mend?: Mend;
}

/**
 * One thing that a layout must not do.
 * code: `WS3` and two digits, stable for ever. name: kebab case. why: one line, what goes wrong otherwise.
 * check: all findings in the model, in any order; never throws, never looks at anything but the model.
 */
export interface Rule {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  readonly why: string;
  check(model: Model): readonly Finding[];
}
