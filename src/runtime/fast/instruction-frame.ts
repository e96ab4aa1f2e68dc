import type { FunctionCode } from "../wasm/function-code.js";
import type { EngineLayout } from "./engine-layout.js";
import type { HelperFunctions } from "./helper-functions.js";
import type { LocalPool } from "./local-pool.js";
import type { RecentPages } from "./recent-pages.js";

/** What the code of any instruction needs: where it goes, locals of its function, functions that it calls. */
export interface InstructionFrame {
  readonly code: FunctionCode;
  readonly pool: LocalPool;
  readonly layout: EngineLayout;
  readonly functions: { readonly slowAccess: number; readonly checkPermit: number };
  readonly helpers: HelperFunctions;
  readonly locals: { readonly context: number; readonly hash: number };
  /** The pages that were last read and written, when the function remembers them. */
  readonly recent?: RecentPages;
}
