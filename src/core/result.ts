import { type Diagnostic, hasErrors } from "./diagnostic.js";

/**
 * A value with what was found on the way to it. A failed Result has at least one error among its
 * diagnostics; a successful one may carry warnings. Document errors travel like this and are never thrown.
 */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** A successful Result; diagnostics must hold no error. */
export function success<T>(value: T, diagnostics: readonly Diagnostic[] = []): Result<T> {
  return { ok: true, value, diagnostics };
}

/** A failed Result. */
export function failure(diagnostics: readonly Diagnostic[]): Result<never> {
  return { ok: false, diagnostics };
}

/** The value unless one of the diagnostics is an error; lazily made, so that a broken value is never built. */
export function resultOf<T>(diagnostics: readonly Diagnostic[], value: () => T): Result<T> {
  return hasErrors(diagnostics) ? failure(diagnostics) : success(value(), diagnostics);
}
