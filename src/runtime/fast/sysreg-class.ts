import type { InstructionDescription, SystemEncoding } from "../architecture.js";
import { operandValue } from "../ir/instruction-ir.js";
import type { Ir, Node, SystemNodes } from "../ir/node.js";
import { WordOperands } from "../operands.js";
import type { Register, RegisterFile } from "../register-file.js";
import { SoftwareStep } from "../software-step.js";
import type { SystemAccess } from "../system-access.js";
import { contextEl1, contextEl2, permitsEl1, permitsEl2, registersOf } from "./context-parts.js";

/**
 * What a write to a system register may change besides its value: the translation context, or what traps, at EL2
 * or below it; whether an interrupt is due. key: all of that in letters.
 */
export interface SysregClass {
  readonly key: string;
  readonly contextEl2: boolean;
  readonly contextEl1: boolean;
  readonly permitsEl2: boolean;
  readonly permitsEl1: boolean;
  readonly interrupts: boolean;
}

const plain: SysregClass = {
  key: "p",
  contextEl2: false,
  contextEl1: false,
  permitsEl2: false,
  permitsEl1: false,
  interrupts: false,
};

/** Registers by what they decide. The alignment of SP is decided by registers of the context, too. */
const deciding = {
  contextEl2: registersOf(contextEl2),
  contextEl1: registersOf(contextEl1),
  permitsEl2: registersOf(permitsEl2),
  permitsEl1: registersOf(permitsEl1),
};

const elsewhere = ["pstate", "constant", "timer"] as const;

/** Sorts accesses to system registers by what they take. */
export class SysregClasses {
  constructor(
    readonly registers: RegisterFile,
    readonly access: SystemAccess,
  ) {}

  /** The register that a word's MRS or MSR reaches. */
  reached(
    nodes: SystemNodes,
    ir: Ir,
    instruction: InstructionDescription,
    word: number,
    direction: "read" | "write",
  ): Register | undefined {
    const operands = new WordOperands(instruction, word);
    const number = (node: Node): number => {
      if (node.kind === "constant") return Number(node.value);
      const source = node.kind === "operand" ? ir.operands[node.operand] : undefined;
      if (source === undefined) throw new Error(`${instruction.name} computes the name of a register`);
      return Number(operandValue(operands, source));
    };
    const encoding: SystemEncoding = {
      op0: number(nodes.op0),
      op1: number(nodes.op1),
      CRn: number(nodes.CRn),
      CRm: number(nodes.CRm),
      op2: number(nodes.op2),
    };
    return this.registers.encoded(encoding, direction);
  }

  /** The class of an access; undefined for what only the reference machine does. */
  classOf(register: Register | undefined, direction: "read" | "write"): SysregClass | undefined {
    if (register === undefined || this.access.derives(register)) return undefined;
    const { name, effects, fields, aliasOf } = register.description;
    if (aliasOf !== undefined || elsewhere.some((effect) => effects.includes(effect))) return undefined;
    if (direction === "read") return plain;
    if (SoftwareStep.controls.has(name)) return undefined;
    const interrupts = effects.includes("interrupts");
    if (interrupts && fields.VSE === undefined) return undefined;
    const found = {
      contextEl2: deciding.contextEl2.has(name),
      contextEl1: deciding.contextEl1.has(name),
      permitsEl2: deciding.permitsEl2.has(name),
      permitsEl1: deciding.permitsEl1.has(name),
      interrupts,
    };
    const letters = Object.values(found).map((decides) => (decides ? "1" : "0"));
    return { key: `w${letters.join("")}`, ...found };
  }
}
