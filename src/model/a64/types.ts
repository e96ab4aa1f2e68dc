import type { SourceRef } from "../../core/source-ref.js";
import type { Clause } from "./condition.js";
import type { SystemOperation } from "./document.js";
import type { Syntax } from "./form.js";
import type { A64Field, BitPattern } from "./pattern.js";

/** One syntax of an instruction or of an alias. when: what must hold of the fields for it to be used. */
export interface A64Form {
  readonly syntax: Syntax;
  readonly when: readonly Clause[];
}

/**
 * One line of the table. A word is this instruction when its bits under mask equal match and it is in none of
 * the unallocated patterns. should: bits that ought to be as given (written, not asked for).
 */
export interface A64Instruction {
  readonly name: string;
  readonly family: string;
  readonly mask: number;
  readonly match: number;
  readonly should: BitPattern;
  readonly fields: readonly A64Field[];
  readonly variant: readonly string[];
  readonly unallocated: readonly BitPattern[];
  readonly forms: readonly A64Form[];
  readonly section: string;
  readonly at: SourceRef;
}

/**
 * A second spelling of the instruction at index `of`. prefer: what must hold, besides the form's own
 * condition, for the disassembler to choose it. printed: false where it is only read.
 */
export interface A64Alias {
  readonly name: string;
  readonly of: number;
  readonly form: A64Form;
  readonly prefer: readonly Clause[];
  readonly printed: boolean;
  readonly at: SourceRef;
}

/** Names for the values of a field. unnamed: how a value without a name is written; undefined where it cannot be. */
export interface A64Names {
  readonly name: string;
  readonly unnamed: "hex2" | undefined;
  readonly byName: ReadonlyMap<string, number>;
  readonly byValue: ReadonlyMap<number, string>;
}

/** A group of the manual's encoding index: its words, of which earlier groups have taken theirs. */
export interface A64EncodingGroup extends BitPattern {
  readonly name: string;
}

/**
 * The whole instruction set: lines and aliases in document order, which is the order in which they are tried.
 * mnemonics: of the lines, in lower case.
 */
export interface A64Table {
  readonly mnemonics: ReadonlySet<string>;
  readonly instructions: readonly A64Instruction[];
  readonly aliases: readonly A64Alias[];
  readonly names: ReadonlyMap<string, A64Names>;
  readonly systemOperations: readonly SystemOperation[];
  readonly encodingGroups: readonly A64EncodingGroup[];
}
