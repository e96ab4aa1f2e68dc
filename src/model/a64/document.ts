import type { SourceRef } from "../../core/source-ref.js";

/** One line of an A64 document: a bit diagram, the syntax and the manual's title. See schema/language/a64.schema.json. */
export interface A64InstructionLine {
  readonly name: string;
  readonly bits: string;
  readonly variant?: readonly string[];
  readonly unallocated?: readonly string[];
  readonly asm: string | Readonly<Record<string, string>>;
  readonly section: string;
}

/** A second spelling of an instruction, with the condition under which it means that instruction. */
export interface A64AliasLine {
  readonly name: string;
  readonly of: string;
  readonly when?: readonly string[];
  readonly prefer?: readonly string[];
  readonly printed?: boolean;
  readonly asm: string;
  readonly section?: string;
}

/** Names that stand for values of a field, such as the conditions. */
export interface A64NamesLine {
  readonly name: string;
  readonly unnamed?: "hex2";
  readonly values: Readonly<Record<string, number>>;
  readonly section?: string;
}

/** A document under schema/arm64/a64, after validation. */
export interface A64Document {
  readonly family: string;
  readonly title: string;
  readonly names?: readonly A64NamesLine[];
  readonly instructions: readonly A64InstructionLine[];
  readonly aliases?: readonly A64AliasLine[];
}

/** The four mnemonics that name an operation of SYS. */
export type SystemOperationClass = "TLBI" | "AT" | "IC" | "DC";

/** What an operation of SYS does, as data for a machine; the keys present depend on the class. */
export interface SystemOperationEffect {
  readonly regime?: "EL1&0" | "EL2" | "EL3";
  readonly stages?: "1" | "2" | "1+2";
  readonly by?: "all" | "vmid" | "asid" | "va" | "va-all-asids" | "ipa" | "set-way";
  readonly lastLevel?: boolean;
  readonly shareability?: "local" | "inner";
  readonly el?: 0 | 1 | 2 | 3;
  readonly access?: "read" | "write";
  readonly cache?: "instruction" | "data";
  readonly maintenance?: "clean" | "invalidate" | "clean+invalidate";
  readonly to?: "coherency" | "unification";
  readonly zero?: boolean;
}

/** One operation of SYS. minimumEl: the least exception level at which it is not UNDEFINED, traps aside. */
export interface SystemOperation {
  readonly class: SystemOperationClass;
  readonly name: string;
  readonly encoding: {
    readonly op1: number;
    readonly CRn: number;
    readonly CRm: number;
    readonly op2: number;
  };
  readonly register: boolean;
  readonly minimumEl: 0 | 1 | 2 | 3;
  readonly does: SystemOperationEffect;
}

/** The document schema/arm64/a64/system-operations.json, after validation. */
export interface SystemOperationsDocument {
  readonly title: string;
  readonly operations: readonly SystemOperation[];
}

/** The document schema/arm64/a64/encoding-groups.json, after validation. bits: 32 characters 0, 1 and x from bit 31 down. */
export interface EncodingGroupsDocument {
  readonly title: string;
  readonly groups: readonly { readonly name: string; readonly bits: string; readonly section: string }[];
}

/** A validated document and a way to place a finding: at("/instructions/3/bits"). */
export interface A64Source {
  readonly document: A64Document | SystemOperationsDocument | EncodingGroupsDocument;
  readonly at: (pointer: string) => SourceRef;
}
