import type { Access, Barrier, BranchKind, ExceptionRequest, Flags, OperandDecoder } from "../ops.js";

/** Operations on two values; compare operations give 0 or 1. Meanings are those of Ops. */
export type BinaryOperation =
  | "add"
  | "subtract"
  | "multiply"
  | "multiplyHighUnsigned"
  | "multiplyHighSigned"
  | "divideUnsigned"
  | "divideSigned"
  | "and"
  | "or"
  | "exclusiveOr"
  | "shiftLeft"
  | "shiftRight"
  | "shiftRightSigned"
  | "rotateRight"
  | "equal"
  | "lessUnsigned"
  | "lessSigned";

/** What a value is made of. */
export type NodeShape =
  | { readonly kind: "constant"; readonly value: bigint }
  /** An operand of the word, by its index in Ir.operands. */
  | { readonly kind: "operand"; readonly operand: number }
  /** The address of the instruction. */
  | { readonly kind: "pc" }
  /** What an effect has read, by the effect's place in Ir.effects. */
  | { readonly kind: "result"; readonly effect: number; readonly index: number }
  | { readonly kind: "binary"; readonly operation: BinaryOperation; readonly a: Node; readonly b: Node }
  | { readonly kind: "extend"; readonly signed: boolean; readonly fromBits: number; readonly a: Node }
  | { readonly kind: "countLeadingZeros"; readonly a: Node }
  | {
      readonly kind: "crc32";
      readonly a: Node;
      readonly b: Node;
      readonly sizeBits: number;
      readonly polynomial: number;
    }
  | { readonly kind: "select"; readonly condition: Node; readonly a: Node; readonly b: Node };

/**
 * A 64-bit value. Two nodes of one Ir that are made alike are the same object.
 * id: unique in its Ir. widthBits: bits from widthBits up are known to be 0.
 */
export type Node = NodeShape & { readonly id: number; readonly widthBits: number };

/** A vector register's two halves. */
export interface NodePair {
  readonly low: Node;
  readonly high: Node;
}

/** How register 31 is meant: as zero, as SP, or as SP that is the base of an access. */
export type Register31 = "zero" | "pointer" | "base";

/** The operands that name a system register or operation. */
export interface SystemNodes {
  readonly op0: Node;
  readonly op1: Node;
  readonly CRn: Node;
  readonly CRm: Node;
  readonly op2: Node;
}

/** What an instruction does besides computing, in the order in which it does it. results: what it has read. */
export type Effect =
  | { readonly kind: "readX"; readonly register: Node; readonly register31: Register31 }
  | {
      readonly kind: "writeX";
      readonly register: Node;
      readonly register31: Register31;
      readonly value: Node;
    }
  | { readonly kind: "readVector"; readonly register: Node }
  | { readonly kind: "writeVector"; readonly register: Node; readonly value: NodePair }
  | { readonly kind: "requireVectors" }
  /** Results: N, Z, C, V. */
  | { readonly kind: "readFlags" }
  | { readonly kind: "writeFlags"; readonly flags: Flags<Node> }
  | {
      readonly kind: "load";
      readonly address: Node;
      readonly access: Access<Node>;
      readonly exclusive: boolean;
    }
  | {
      readonly kind: "store";
      readonly address: Node;
      readonly access: Access<Node>;
      readonly values: readonly Node[];
      /** Result: the status of an exclusive store. */
      readonly exclusive: boolean;
    }
  | { readonly kind: "clearExclusive" }
  | { readonly kind: "branch"; readonly target: Node; readonly how: BranchKind }
  | { readonly kind: "branchIf"; readonly condition: Node; readonly target: Node }
  | { readonly kind: "readSysreg"; readonly register: SystemNodes }
  | { readonly kind: "writeSysreg"; readonly register: SystemNodes; readonly value: Node }
  | {
      readonly kind: "writePstate";
      readonly op1: number;
      readonly op2: number;
      readonly immediate: Node;
    }
  | { readonly kind: "systemOperation"; readonly operation: SystemNodes; readonly value: Node }
  | { readonly kind: "systemOperationResult"; readonly operation: SystemNodes }
  | { readonly kind: "raise"; readonly request: ExceptionRequest; readonly immediate: Node }
  | { readonly kind: "exceptionReturn" }
  | { readonly kind: "barrier"; readonly barrier: Barrier; readonly option: Node }
  | { readonly kind: "hint"; readonly number: number };

/** Where an operand comes from: a field, or what a decoder makes of some. */
export interface OperandSource {
  readonly decoder?: OperandDecoder;
  readonly fields: readonly string[];
}

/** The meaning of an instruction variant, or of one word, as data. */
export interface Ir {
  readonly operands: readonly OperandSource[];
  /** The nodes that say whether the flags satisfy a condition code, by node. */
  readonly conditions: ReadonlyMap<Node, number>;
  readonly effects: readonly Effect[];
}

/** The nodes that an effect uses. */
export function usesOf(effect: Effect): readonly Node[] {
  switch (effect.kind) {
    case "readX":
    case "readVector":
      return [effect.register];
    case "writeX":
      return [effect.register, effect.value];
    case "writeVector":
      return [effect.register, effect.value.low, effect.value.high];
    case "writeFlags":
      return [effect.flags.N, effect.flags.Z, effect.flags.C, effect.flags.V];
    case "load":
      return [effect.address];
    case "store":
      return [effect.address, ...effect.values];
    case "branch":
      return [effect.target];
    case "branchIf":
      return [effect.condition, effect.target];
    case "readSysreg":
      return namesOf(effect.register);
    case "writeSysreg":
      return [...namesOf(effect.register), effect.value];
    case "systemOperation":
      return [...namesOf(effect.operation), effect.value];
    case "systemOperationResult":
      return namesOf(effect.operation);
    case "writePstate":
    case "raise":
      return [effect.immediate];
    case "barrier":
      return [effect.option];
    case "requireVectors":
    case "readFlags":
    case "clearExclusive":
    case "exceptionReturn":
    case "hint":
      return [];
  }
}

/** The nodes that a node is computed from. */
export function inputsOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case "constant":
    case "operand":
    case "pc":
    case "result":
      return [];
    case "extend":
    case "countLeadingZeros":
      return [node.a];
    case "binary":
    case "crc32":
      return [node.a, node.b];
    case "select":
      return [node.condition, node.a, node.b];
  }
}

function namesOf({ op0, op1, CRn, CRm, op2 }: SystemNodes): readonly Node[] {
  return [op0, op1, CRn, CRm, op2];
}
