import type { Architecture, InstructionDescription } from "../architecture.js";
import { irOfVariant, operandValue } from "../ir/instruction-ir.js";
import type { Effect, Ir, Node, SystemNodes } from "../ir/node.js";
import { variantKey, variantValues } from "../ir/variant.js";
import { WordOperands } from "../operands.js";
import type { Semantics, SemanticsTable } from "../ops.js";
import type { Register } from "../register-file.js";
import type { SysregClass, SysregClasses } from "./sysreg-class.js";

/**
 * A set of words that one case of the interpreter executes: a variant, of which some fields may be known besides
 * (register 31, a shift by 0), a branch within its page or beyond, a class of system register.
 */
export interface Shape {
  readonly key: string;
  readonly instruction: InstructionDescription;
  readonly ir: Ir;
  /** The operand that is a distance in records, for a branch that stays in its page. */
  readonly nearOperand: number | undefined;
  readonly sysreg: SysregClass | undefined;
}

/** What a word is: its shape, and what its shape leaves open. */
export interface ShapedWord {
  readonly shape: Shape;
  readonly register: Register | undefined;
}

interface Family {
  readonly semantics: Semantics;
  readonly instruction: InstructionDescription;
  /** Fields whose value is worth a shape of its own, and that value. */
  readonly special: readonly (readonly [field: string, value: number])[];
  readonly branch: number | undefined;
  readonly system: { readonly nodes: SystemNodes; readonly direction: "read" | "write" } | undefined;
  readonly general: Ir;
}

const REGISTER_31 = 31;
const PAGE_BYTES = 4096;

/** Sorts words into shapes; each shape is made once. */
export class Shapes {
  readonly #families = new Map<string, Family | undefined>();
  readonly #shapes = new Map<string, Shape>();

  constructor(
    readonly architecture: Architecture,
    readonly semantics: SemanticsTable,
    readonly sysregs: SysregClasses,
  ) {}

  /** What a word at an offset into its page is; undefined for what only the reference machine executes. */
  of(word: number, offsetBytes: number): ShapedWord | undefined {
    const line = this.architecture.decode(word);
    const instruction = this.architecture.instructions[line];
    if (instruction === undefined) return undefined;
    const values = variantValues(instruction, word);
    const familyKey = variantKey(line, values);
    const family = this.#family(familyKey, instruction, values);
    if (family === undefined) return undefined;
    const fixed = new Map<string, number>();
    let mask = 0;
    for (const [i, [field, value]] of family.special.entries()) {
      if (fieldValue(instruction, field, word) !== value) continue;
      fixed.set(field, value);
      mask |= 1 << i;
    }
    const near = family.branch !== undefined && staysInPage(family, word, offsetBytes);
    const register =
      family.system &&
      this.sysregs.reached(family.system.nodes, family.general, instruction, word, family.system.direction);
    const sysreg = family.system && this.sysregs.classOf(register, family.system.direction);
    if (family.system !== undefined && sysreg === undefined) return undefined;
    const key = `${familyKey}/${mask}${near ? "n" : ""}${sysreg?.key ?? ""}`;
    let shape = this.#shapes.get(key);
    if (shape === undefined) {
      shape = this.#make(key, family, values, fixed, near, sysreg);
      this.#shapes.set(key, shape);
    }
    return { shape, register };
  }

  #make(
    key: string,
    { semantics, instruction }: Family,
    values: readonly number[],
    fixed: ReadonlyMap<string, number>,
    near: boolean,
    sysreg: SysregClass | undefined,
  ): Shape {
    const ir = irOfVariant(semantics, instruction, variantReader(instruction, values), fixed);
    return { key, instruction, ir, nearOperand: near ? branchOperand(ir) : undefined, sysreg };
  }

  #family(key: string, instruction: InstructionDescription, values: readonly number[]): Family | undefined {
    if (this.#families.has(key)) return this.#families.get(key);
    const family = this.#makeFamily(instruction, values);
    this.#families.set(key, family);
    return family;
  }

  #makeFamily(instruction: InstructionDescription, values: readonly number[]): Family | undefined {
    const semantics = this.semantics[instruction.name];
    if (semantics === undefined) return undefined;
    const general = irOfVariant(semantics, instruction, variantReader(instruction, values), new Map());
    return {
      semantics,
      instruction,
      general,
      special: specialFields(general),
      branch: branchOperand(general),
      system: systemAccess(general.effects),
    };
  }
}

function variantReader(
  instruction: InstructionDescription,
  values: readonly number[],
): (field: string) => number {
  return (field) => values[instruction.variant.indexOf(field)] ?? 0;
}

/** Registers may be 31; amounts of shifts may be 0. */
function specialFields(ir: Ir): [field: string, value: number][] {
  const registers = new Set<number>();
  for (const effect of ir.effects) {
    if ((effect.kind === "readX" || effect.kind === "writeX") && effect.register.kind === "operand") {
      registers.add(effect.register.operand);
    }
  }
  const shifts = shiftOperands(ir);
  return ir.operands.flatMap(({ decoder, fields: [field] }, i): [string, number][] => {
    if (decoder !== undefined || field === undefined) return [];
    if (registers.has(i)) return [[field, REGISTER_31]];
    return shifts.has(i) ? [[field, 0]] : [];
  });
}

function shiftOperands(ir: Ir): ReadonlySet<number> {
  const found = new Set<number>();
  const visit = (node: Node): void => {
    if (node.kind === "binary") {
      const shifts = node.operation.startsWith("shift") || node.operation.startsWith("rotate");
      if (shifts && node.b.kind === "operand") found.add(node.b.operand);
      visit(node.a);
      visit(node.b);
    } else if (node.kind === "extend") visit(node.a);
  };
  for (const effect of ir.effects) if (effect.kind === "writeX") visit(effect.value);
  return found;
}

/** The operand of a branch to PC + operand. */
function branchOperand(ir: Ir): number | undefined {
  const branch = ir.effects.find((effect) => effect.kind === "branch" || effect.kind === "branchIf");
  if (branch === undefined || branch.target.kind !== "binary") return undefined;
  const { operation, a, b } = branch.target;
  return operation === "add" && a.kind === "pc" && b.kind === "operand" ? b.operand : undefined;
}

function systemAccess(effects: readonly Effect[]): Family["system"] {
  for (const effect of effects) {
    if (effect.kind === "readSysreg") return { nodes: effect.register, direction: "read" };
    if (effect.kind === "writeSysreg") return { nodes: effect.register, direction: "write" };
  }
  return undefined;
}

function fieldValue(instruction: InstructionDescription, field: string, word: number): number {
  const [lsb, widthBits] = instruction.fields[field] ?? [0, 0];
  return (word >>> lsb) & (2 ** widthBits - 1);
}

/** The distance of a branch, in bytes. */
export function branchDistance(
  { ir, instruction }: Pick<Shape, "ir" | "instruction">,
  operand: number,
  word: number,
): number {
  const source = ir.operands[operand];
  if (source === undefined) throw new Error(`${instruction.name} has no distance`);
  return Number(BigInt.asIntN(64, operandValue(new WordOperands(instruction, word), source)));
}

function staysInPage(
  { general, instruction, branch = 0 }: Family,
  word: number,
  offsetBytes: number,
): boolean {
  const target = offsetBytes + branchDistance({ ir: general, instruction }, branch, word);
  return target >= 0 && target < PAGE_BYTES;
}
