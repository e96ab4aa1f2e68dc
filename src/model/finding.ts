import type { Diagnostic, Related } from "../core/diagnostic.js";
import type { SourceRef } from "../core/source-ref.js";

/** An error with a hint only where there is one. */
export function errorAt(
  code: string,
  at: SourceRef,
  message: string,
  more: { readonly hint?: string | undefined; readonly related?: readonly Related[] } = {},
): Diagnostic {
  const { hint, related } = more;
  return {
    code,
    severity: "error",
    at,
    message,
    ...(related === undefined ? {} : { related }),
    ...(hint === undefined ? {} : { hint }),
  };
}
