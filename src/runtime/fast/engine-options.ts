import type { ExitCode } from "./exit-code.js";

/** How an engine works. */
export interface EngineOptions {
  /**
   * The module looks at its limit before each instruction, not only where a branch is taken, and translated code before
   * each block: a run of few instructions is then executed by it, too. Slower.
   */
  readonly exact?: boolean;
  /** Instructions that the reference machine executes before the first module is made; 2,000 unless said. */
  readonly warmUp?: number;
  /** Keeps the last instructions and register writes in a trace. Hot code is not translated then. */
  readonly trace?: boolean;
  /** Whether hot code is translated; yes unless said. */
  readonly translate?: boolean;
  /** Interpreted instructions from one sample of where the program is to the next, about; 20,000 unless said. */
  readonly sample?: number;
  /**
   * Samples at one place after which it is translated; 2 unless said. 0 translates all that is decoded, and with it
   * what else begins in its page, be it ever so little.
   */
  readonly hot?: number;
  /** Instructions without a case after which a new module is made; 500 unless said, doubled with each module. */
  readonly missing?: number;
  /**
   * Instructions before the end of a run from which on the reference machine executes; 1,024 unless said, for the module
   * may overshoot its limit by a page. With fewer, a run may execute more than it was asked for.
   */
  readonly margin?: number;
}

/** What an engine has done so far. */
export interface EngineCounts {
  /** Instructions executed by the module, and by the reference machine in its stead. */
  fast: number;
  reference: number;
  /** Those of the module's that translated code has executed. */
  translated: number;
  /** Modules made: interpreters, and regions of translated code. */
  modules: number;
  regions: number;
  /** Times that the module was left, by why. */
  readonly exits: Record<ExitCode, number>;
}
