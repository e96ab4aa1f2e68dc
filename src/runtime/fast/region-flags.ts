import type { Node } from "../ir/node.js";
import { InstructionEmitter } from "./instruction-emitter.js";
import type { RegionInstruction } from "./region-blocks.js";
import type { RegionFrame } from "./region-frame.js";
import type { RegionRegisters } from "./region-registers.js";

const ONE = 1n;

/** What the flags are known to be the flags of: compareX - compareY, of that many bits. */
export interface Compared {
  readonly widthBits: 32 | 64;
}

/** The flags in translated code: kept as what they are the flags of, so that a branch after CMP is one comparison. */
export abstract class RegionFlags extends InstructionEmitter {
  /** What is known of the flags after the instruction; before it, what was known before. */
  compared: Compared | undefined;

  constructor(
    readonly frame: RegionFrame,
    readonly instruction: RegionInstruction,
    before: Compared | undefined,
  ) {
    super(frame, instruction.ir);
    this.compared = before;
  }

  protected override pushFlag(index: number): void {
    const { code } = this.frame;
    const { n, z, c, v } = this.#touchFlags();
    if (index === 1) code.get(z).op("i64Eqz");
    else if (index === 2) code.get(c);
    else
      code
        .get(index === 0 ? n : v)
        .i64(0n)
        .op("i64LtS");
  }

  protected override writeFlags({
    flags,
  }: {
    readonly flags: Readonly<Record<"N" | "Z" | "C" | "V", Node>>;
  }): void {
    const { code } = this.frame;
    const { n, z, c, v } = this.#touchFlags();
    this.#pushSign(flags.N);
    this.#pushZeroable(flags.Z);
    this.nodes.condition(flags.C);
    this.#pushSign(flags.V);
    code.set(v).set(c).set(z).set(n);
    this.#noteComparison(flags.N);
  }

  /** b.hi after cmp is one comparison. */
  protected override shortcut(node: Node): boolean {
    const condition = this.ir.conditions.get(node);
    const comparison = condition === undefined ? undefined : comparisons[condition];
    if (this.compared === undefined || comparison === undefined) return false;
    const { code } = this.frame;
    const shift = this.compared.widthBits === 32 && comparison.endsWith("S");
    for (const local of [this.frame.locals.compareX, this.frame.locals.compareY]) {
      code.get(local);
      if (shift) code.i64(32n).op("i64Shl");
    }
    code.op(comparison);
    return true;
  }

  #touchFlags(): RegionRegisters["flags"] {
    const { registers } = this.frame;
    registers.use.usesFlags = true;
    return registers.flags;
  }

  /** Pushes an i64 whose sign is a flag. */
  #pushSign(flag: Node): void {
    const { code } = this.frame;
    if (flag.kind === "constant") {
      code.i64(flag.value << 63n);
      return;
    }
    const shift =
      flag.kind === "binary" && flag.operation === "shiftRight" && flag.b.kind === "constant"
        ? flag.b.value
        : -ONE;
    if (flag.kind === "binary" && (shift === 63n || shift === 31n)) {
      this.nodes.value(flag.a);
      if (shift === 31n) code.i64(32n).op("i64Shl");
      return;
    }
    this.nodes.value(flag);
    code.i64(63n).op("i64Shl");
  }

  /** Pushes an i64 that is 0 when Z is 1. */
  #pushZeroable(flag: Node): void {
    if (
      flag.kind === "binary" &&
      flag.operation === "equal" &&
      flag.b.kind === "constant" &&
      flag.b.value === 0n
    ) {
      this.nodes.value(flag.a);
      return;
    }
    this.nodes.value(flag);
    this.frame.code.i64(ONE).op("i64Xor");
  }

  /** Whether N is the sign of a difference: then conditions compare its parts. */
  #noteComparison(flagN: Node): void {
    this.compared = undefined;
    if (flagN.kind !== "binary" || flagN.operation !== "shiftRight" || flagN.b.kind !== "constant") return;
    const word = flagN.b.value === 31n;
    const difference = word && flagN.a.kind === "extend" ? flagN.a.a : flagN.a;
    if (difference.kind !== "binary" || difference.operation !== "subtract") return;
    const { a, b } = difference;
    if (word && (a.widthBits > 32 || b.widthBits > 32)) return;
    const { code } = this.frame;
    this.nodes.value(a);
    code.set(this.frame.locals.compareX);
    this.nodes.value(b);
    code.set(this.frame.locals.compareY);
    this.compared = { widthBits: word ? 32 : 64 };
  }
}

/** EQ, NE, CS, CC, -, -, -, -, HI, LS, GE, LT, GT, LE after a comparison. */
const comparisons = [
  "i64Eq",
  "i64Ne",
  "i64GeU",
  "i64LtU",
  undefined,
  undefined,
  undefined,
  undefined,
  "i64GtU",
  "i64LeU",
  "i64GeS",
  "i64LtS",
  "i64GtS",
  "i64LeS",
] as const;
