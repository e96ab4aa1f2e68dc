import { commentText } from "../../core/comment-text.js";
import type { Sysreg } from "../types.js";

/** An X, W or Q register by number. */
export interface Register {
  readonly bank: "x" | "w" | "q";
  readonly number: number;
}

/**
 * An instruction of a derived sequence, before it is text. Offsets are bytes; offsetText is the same number as
 * an expression over asm-offsets symbols, for a reader.
 */
export type PlannedInstruction =
  | {
      readonly op: "address";
      readonly destination: number;
      readonly base: number;
      readonly offset: number;
      readonly offsetText: string;
      /** The member at the address; printed where offsetText does not name it. */
      readonly comment?: string;
    }
  | {
      readonly op: "load" | "store";
      readonly registers: readonly [Register] | readonly [Register, Register];
      readonly base: number;
      readonly offset: number;
      /** Absent: the plain number reads best. */
      readonly offsetText?: string;
      /** Pre-index: the base moves by offset. */
      readonly writeBack: boolean;
    }
  | {
      readonly op: "read" | "write";
      readonly sysreg: Sysreg;
      readonly register: number;
      readonly comment?: string;
    }
  | { readonly op: "push" | "pop"; readonly first: number; readonly second: number }
  | { readonly op: "call"; readonly routine: string };

/** Bytes that one register of a bank moves. */
export function registerBytes(bank: Register["bank"]): 4 | 8 | 16 {
  return bank === "w" ? 4 : bank === "x" ? 8 : 16;
}

/**
 * GNU syntax, one element a line, without indentation: `stp\tx19, x20, [x3, #16]`.
 * An address beyond ADD's 12 bits takes two lines: the shifted upper half first.
 */
export function printInstruction(instruction: PlannedInstruction): string[] {
  switch (instruction.op) {
    case "address":
      return printAddress(instruction);
    case "load":
    case "store":
      return [printTransfer(instruction)];
    case "read":
      return [
        withComment(
          `mrs\tx${instruction.register}, ${assemblyName(instruction.sysreg)}`,
          instruction.comment,
        ),
      ];
    case "write":
      return [
        withComment(
          `msr\t${assemblyName(instruction.sysreg)}, x${instruction.register}`,
          instruction.comment,
        ),
      ];
    case "push":
    case "pop":
      return [`${instruction.op}\t${xName(instruction.first)}, ${xName(instruction.second)}`];
    case "call":
      return [instruction.routine];
  }
}

/** `vmpidr_el2`: how GNU as spells a system register. */
export function assemblyName(sysreg: Sysreg): string {
  return sysreg.name.toLowerCase();
}

/** `x19`, or `xzr` for 31. */
export function xName(number: number): string {
  return number === 31 ? "xzr" : `x${number}`;
}

function printAddress(instruction: PlannedInstruction & { op: "address" }): string[] {
  const { destination, base, offset, offsetText } = instruction;
  if (offset <= 0xfff) {
    const unnamed = /\b\d+$/.test(offsetText) ? instruction.comment : undefined;
    return [withComment(`add\tx${destination}, x${base}, #${offsetText}`, unnamed)];
  }
  const text = /^\w+(\(\w+\))?$/.test(offsetText) ? offsetText : `(${offsetText})`;
  return [
    `add\tx${destination}, x${base}, #(${text} & 0xfff000)`,
    `add\tx${destination}, x${destination}, #(${text} & 0xfff)`,
  ];
}

function printTransfer(instruction: PlannedInstruction & { op: "load" | "store" }): string {
  const names = instruction.registers.map((r) => `${r.bank}${r.number}`).join(", ");
  const verb = instruction.op === "load" ? "ld" : "st";
  const mnemonic = `${verb}${instruction.registers.length === 2 ? "p" : "r"}`;
  const offset = instruction.offsetText ?? `${instruction.offset}`;
  const address =
    instruction.offset === 0 && !instruction.writeBack
      ? `[x${instruction.base}]`
      : `[x${instruction.base}, #${offset}]`;
  return `${mnemonic}\t${names}, ${address}${instruction.writeBack ? "!" : ""}`;
}

function withComment(text: string, comment: string | undefined): string {
  return comment === undefined ? text : `${text}\t\t// ${commentText(comment)}`;
}
