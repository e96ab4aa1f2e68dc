import { UsageError } from "./usage-error.js";

/** Instructions from one comparison to the next, unless the user says. */
export const CROSS_CHECK_EVERY = 100;

/** What a check is asked for, and what does not go with it. */
interface CheckRequest {
  readonly crossCheck?: string | true;
  readonly engine?: string;
  readonly trace?: boolean;
  readonly gdb?: string;
}

/** Throws UsageError when a check is asked for together with what leaves it nothing to compare. */
export function checkCrossCheck({ crossCheck: asked, engine, trace, gdb }: CheckRequest): void {
  if (asked === undefined) return;
  if (engine === "reference")
    throw new UsageError(
      "--cross-check compares a fast engine with the reference machine",
      "use --engine translate",
    );
  if (trace === true || gdb !== undefined)
    throw new UsageError(
      "--cross-check goes with neither --trace nor --gdb",
      "while somebody watches, the reference machine executes",
    );
}
