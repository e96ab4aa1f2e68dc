import { hex } from "../core/u64.js";
import type { Check } from "./report.js";

/** The checks of a scenario, in the order in which they were made. */
export class Checklist {
  readonly checks: Check[] = [];

  /**
   * Compares two values; where is asked for only when they differ. actual: undefined when the layout does not keep the
   * value at all, which is no match.
   */
  equal(
    topic: string,
    what: string,
    expected: bigint,
    actual: bigint | undefined,
    where?: () => string,
  ): void {
    const found = actual === undefined ? "nothing: the layout does not keep it" : hex(actual);
    this.#add(topic, what, hex(expected), found, expected === actual, where);
  }

  /** As equal, for what is counted: decimal. */
  count(topic: string, what: string, expected: number | bigint, actual: number | bigint): void {
    this.#add(topic, what, `${expected}`, `${actual}`, BigInt(expected) === BigInt(actual));
  }

  /** As equal, for texts. */
  same(topic: string, what: string, expected: string, actual: string, where?: () => string): void {
    this.#add(topic, what, expected, actual, expected === actual, where);
  }

  /** A condition: what was to be, and what was found. */
  holds(topic: string, what: string, expected: string, actual: string, passed: boolean): void {
    this.#add(topic, what, expected, actual, passed);
  }

  #add(
    topic: string,
    what: string,
    expected: string,
    actual: string,
    passed: boolean,
    where?: () => string,
  ): void {
    const place = passed ? undefined : where?.();
    const check = { topic, what, expected, actual, passed };
    this.checks.push(place === undefined ? check : { ...check, where: place });
  }
}
