/** Who acts in a step: the board as the scenario sets it up or changes it, the host, EL2's code, or the guest. */
export type Actor = "board" | "host" | "EL2" | "guest" | "device";

/** One thing that happened. where: a line of hyp.S or a symbol and offset, for what EL2 did. */
export interface Step {
  readonly who: Actor;
  readonly what: string;
  readonly where?: string;
}

/**
 * One comparison. topic: what the check is part of; checks of one topic are told together when all passed.
 * where: for a register, its slot and the lines of hyp.S that last stored, loaded or wrote it.
 */
export interface Check {
  readonly topic: string;
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
  readonly passed: boolean;
  readonly where?: string;
}

/**
 * What was counted. instructions: by everyone; exits: exceptions from the guest to EL2; calls: of EL2 functions by
 * the host; stores: of EL2's code, in elements.
 */
export interface Counts {
  readonly instructions: number;
  readonly hostInstructions: number;
  readonly hypInstructions: number;
  readonly guestInstructions: number;
  readonly entries: number;
  readonly exits: number;
  readonly calls: number;
  readonly stores: number;
}

/**
 * A scenario as it was played; plain data. notes: what a reader should know who sees that it passed, such as a waived
 * loss. passed: every check did, and there was one.
 */
export interface ScenarioReport {
  readonly name: string;
  readonly title: string;
  readonly layout: string;
  readonly passed: boolean;
  readonly steps: readonly Step[];
  readonly checks: readonly Check[];
  readonly notes: readonly string[];
  readonly counts: Counts;
}
