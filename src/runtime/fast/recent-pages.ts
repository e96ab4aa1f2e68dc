import type { FunctionCode } from "../wasm/function-code.js";
import { valueType } from "../wasm/opcode.js";

const { i32, i64 } = valueType;

/** Locals of a page that the TLB is known to have: its address (i64), and what leads into memory from there (i32). */
export interface RecentPage {
  readonly base: number;
  readonly addend: number;
}

/**
 * An address that no translation regime has: bits 55:48 are neither all 0 nor all 1, which is more than any range of
 * addresses spans. DDI0487, Address size configuration.
 */
const NO_PAGE = 0x0055_0000_0000_0000n;

/** Each page is two locals more that are alive all the way: the host has 16 registers. */
const MOST = 4;

/**
 * The pages that a region remembers where it goes round: the last ones that were read, and written, from each of some
 * general registers. A loop over several arrays has a register for each.
 */
export class RecentPages {
  readonly #pages = new Map<string, RecentPage>();

  constructor(readonly code: FunctionCode) {}

  /** What an access may use, by the register that its address is computed from; it shares another's page when there are many. */
  of(register: number | undefined, write: boolean): RecentPage {
    const side = write ? "w" : "r";
    const key = `${side}${register ?? ""}`;
    const known = this.#pages.get(key);
    if (known !== undefined) return known;
    const others = [...this.#pages].filter(([name]) => name.startsWith(side));
    const shared = others.length < MOST ? undefined : others[(register ?? 0) % MOST]?.[1];
    return shared ?? this.#add(key);
  }

  /** At the start of a function nothing is known of any page that its body uses. names: of its pages. */
  forget(names: Iterable<string>): void {
    for (const name of names) this.code.i64(NO_PAGE).set(this.#add(name).base);
  }

  /** Of all pages so far. */
  get names(): Iterable<string> {
    return this.#pages.keys();
  }

  #add(key: string): RecentPage {
    const page = { base: this.code.local(i64), addend: this.code.local(i32) };
    this.#pages.set(key, page);
    return page;
  }
}
