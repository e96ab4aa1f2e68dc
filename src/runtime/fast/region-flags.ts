import type { Node } from "../ir/node.js";
import { InstructionEmitter } from "./instruction-emitter.js";
import type { KeptFlags } from "./kept-flags.js";
import type { RegionInstruction } from "./region-blocks.js";
import type { RegionFrame } from "./region-frame.js";

const ONE = 1n;

/** What the flags are known to be kept as: the two sides of a comparison of that many bits. */
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
    const flags = this.#touchFlags();
    if (this.compared !== undefined) {
      this.#pushComparedFlag(index, this.compared);
      return;
    }
    flags.settle();
    if (index === 1) code.get(flags.z).op("i64Eqz");
    else if (index === 2) code.get(flags.c);
    else
      code
        .get(index === 0 ? flags.n : flags.v)
        .i64(0n)
        .op("i64LtS");
  }

  /** A flag of a comparison: N, Z, C and V by their index. */
  #pushComparedFlag(index: number, { widthBits }: Compared): void {
    const { code } = this.frame;
    const { x, y } = this.#touchFlags();
    code.get(x);
    if (index === 1) {
      code.get(y).op("i64Eq");
      return;
    }
    if (index === 2) {
      code.get(y).op("i64GeU");
      return;
    }
    code.get(y).op("i64Sub");
    if (index === 3) code.get(x).op("i64Xor").get(x).get(y).op("i64Xor", "i64And");
    if (widthBits === 32) code.i64(32n).op("i64Shl");
    code.i64(0n).op("i64LtS");
  }

  protected override writeFlags({
    flags,
  }: {
    readonly flags: Readonly<Record<"N" | "Z" | "C" | "V", Node>>;
  }): void {
    const { code } = this.frame;
    const kept = this.#touchFlags();
    const sides = comparedSides(flags.N);
    this.compared = sides;
    if (sides !== undefined) {
      this.nodes.value(sides.a);
      code.set(kept.x);
      this.nodes.value(sides.b);
      code.set(kept.y);
      kept.setCompared(sides.widthBits);
      return;
    }
    this.#pushSign(flags.N);
    this.#pushZeroable(flags.Z);
    this.nodes.condition(flags.C);
    this.#pushSign(flags.V);
    code.set(kept.v).set(kept.c).set(kept.z).set(kept.n);
    kept.setThemselves();
  }

  /** b.hi after cmp is one comparison. */
  protected override shortcut(node: Node): boolean {
    const condition = this.ir.conditions.get(node);
    const comparison = condition === undefined ? undefined : comparisons[condition];
    if (this.compared === undefined || comparison === undefined) return false;
    const { code } = this.frame;
    const shift = this.compared.widthBits === 32 && comparison.endsWith("S");
    const { x, y } = this.#touchFlags();
    for (const local of [x, y]) {
      code.get(local);
      if (shift) code.i64(32n).op("i64Shl");
    }
    code.op(comparison);
    return true;
  }

  #touchFlags(): KeptFlags {
    const { flags } = this.frame;
    flags.used = true;
    return flags;
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
}

/** The two sides of a comparison, when N is the sign of their difference: of SUBS, CMP and NEGS, whose other flags follow, too. */
function comparedSides(flagN: Node): (Compared & { readonly a: Node; readonly b: Node }) | undefined {
  if (flagN.kind !== "binary" || flagN.operation !== "shiftRight" || flagN.b.kind !== "constant")
    return undefined;
  const word = flagN.b.value === 31n;
  const difference = word && flagN.a.kind === "extend" ? flagN.a.a : flagN.a;
  if (difference.kind !== "binary" || difference.operation !== "subtract") return undefined;
  const { a, b } = difference;
  if (word && (a.widthBits > 32 || b.widthBits > 32)) return undefined;
  return { a, b, widthBits: word ? 32 : 64 };
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
