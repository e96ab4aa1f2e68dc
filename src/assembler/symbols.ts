import type { SourceRef } from "../core/source-ref.js";
import type { Expression } from "./text/expression.js";
import type { Value } from "./value.js";

/** Where an expression stands: the count of its statement, its section and its offset there. */
export interface Place {
  readonly ordinal: number;
  readonly section: string;
  readonly offset: number;
}

/** A value that `.set` gave. value: undefined when it was not known yet, and expression is asked later. */
export interface Assignment {
  readonly place: Place;
  readonly expression: Expression;
  readonly value: Value | undefined;
}

/** A symbol with what the directives said of it. */
export interface SymbolEntry {
  readonly name: string;
  label?: { readonly section: string; readonly offset: number };
  assignments: Assignment[];
  /** Where it was first defined. */
  at?: SourceRef;
  /** `.equiv` and labels may not be defined again. */
  fixed: boolean;
  binding: "local" | "global" | "weak";
  type?: "function" | "object";
  size?: { readonly expression: Expression; readonly place: Place };
  /** Whether an expression or a directive named it. */
  mentioned: boolean;
}

/** A numeric label: the number may be used again and again. */
interface NumericLabel {
  readonly ordinal: number;
  readonly section: string;
  readonly offset: number;
}

/** The symbols of one assembly, in the order in which they first appear. */
export class Symbols {
  readonly #entries = new Map<string, SymbolEntry>();
  readonly #numeric = new Map<string, NumericLabel[]>();

  get entries(): Iterable<SymbolEntry> {
    return this.#entries.values();
  }

  /** The symbol of that name, made when there is none. */
  entry(name: string): SymbolEntry {
    const found = this.#entries.get(name);
    if (found !== undefined) return found;
    const made: SymbolEntry = { name, assignments: [], fixed: false, binding: "local", mentioned: false };
    this.#entries.set(name, made);
    return made;
  }

  /** The symbol of that name, if anything has said something of it. */
  find(name: string): SymbolEntry | undefined {
    return this.#entries.get(name);
  }

  /** Notes that an expression of the program names symbols: those that nobody defines are then other objects'. */
  mention(expression: Expression): void {
    if (expression.kind === "symbol") this.entry(expression.name).mentioned = true;
    else if (expression.kind === "unary") this.mention(expression.operand);
    else if (expression.kind === "binary") {
      this.mention(expression.left);
      this.mention(expression.right);
    }
  }

  /** Adds a numeric label at a place. */
  addNumeric(number: string, label: NumericLabel): void {
    const key = BigInt(number).toString();
    const known = this.#numeric.get(key);
    if (known === undefined) this.#numeric.set(key, [label]);
    else known.push(label);
  }

  /** The nearest numeric label before the statement (or on it), or after it. */
  numeric(number: string, forward: boolean, ordinal: number): NumericLabel | undefined {
    const all = this.#numeric.get(BigInt(number).toString()) ?? [];
    return forward ? all.find((l) => l.ordinal > ordinal) : all.findLast((l) => l.ordinal <= ordinal);
  }

  /** The value that `.set` gave the symbol before a statement; when all are after it the next one, as in GNU as. */
  assignment(entry: SymbolEntry, ordinal: number): Assignment | undefined {
    return entry.assignments.findLast((a) => a.place.ordinal < ordinal) ?? entry.assignments[0];
  }
}
