import type { Node } from "../ir/node.js";
import type { Access } from "../ops.js";
import { keptBits, type Register } from "../register-file.js";
import type { FunctionCode, Label } from "../wasm/function-code.js";
import { valueType } from "../wasm/opcode.js";
import type { AccessGroup, GroupMember } from "./access-groups.js";
import { type AccessPlace, translateAccess } from "./access-translation.js";
import { control } from "./engine-layout.js";
import { CONTINUE, exitCode } from "./exit-code.js";
import { InstructionEmitter, type InstructionFrame } from "./instruction-emitter.js";
import { sysregOffset } from "./packed-key.js";
import type { RegionInstruction } from "./region-blocks.js";
import type { RegionRegisters } from "./region-registers.js";
import type { SysregClass } from "./sysreg-class.js";
import type { VirtualInterrupts } from "./virtual-interrupts.js";

const { i64 } = valueType;
const PAGE_BYTES = 4096;
const ALL_ONES = 0xffff_ffff_ffff_ffffn;
const ONE = 1n;

/** The locals of a region's function. compareX, compareY: what was last compared. */
export interface RegionLocals {
  readonly context: number;
  readonly hash: number;
  readonly pcBase: number;
  readonly count: number;
  readonly where: number;
  readonly exit: number;
  readonly compareX: number;
  readonly compareY: number;
}

/** The function that a region's instructions are emitted into. */
export interface RegionFrame extends InstructionFrame {
  readonly locals: RegionLocals;
  readonly exitLabel: Label;
  readonly virtualInterrupts: VirtualInterrupts;
  readonly registers: RegionRegisters;
}

/** What a block knows of one of its instructions. index: its place. group: which others share its page. */
export interface InBlock {
  readonly offset: number;
  readonly index: number;
  readonly sysreg: RegionSysreg | undefined;
  /** The place in a table of permits to look at before it; its accesses are permitted otherwise. */
  readonly permit: number | undefined;
  readonly member: GroupMember | undefined;
  /** The local that leads to the first byte of its group. */
  readonly groupHost: number;
}

/** A system register access of a word. */
export interface RegionSysreg {
  readonly register: Register;
  readonly direction: "read" | "write";
  readonly kind: SysregClass;
}

/** What the flags are known to be the flags of: compareX - compareY, of that many bits. */
export interface Compared {
  readonly widthBits: 32 | 64;
}

/** Emits one instruction of a region. */
export class RegionInstructionEmitter extends InstructionEmitter {
  /** What is known of the flags after it. */
  compared: Compared | undefined;
  readonly #loc: RegionLocals;

  constructor(
    readonly frame: RegionFrame,
    readonly instruction: RegionInstruction,
    readonly place: InBlock,
    before: Compared | undefined,
  ) {
    super(frame, instruction.ir);
    this.#loc = frame.locals;
    this.compared = before;
  }

  /** Emits everything but where the flow goes. */
  emit(): void {
    const { permit, member } = this.place;
    if (permit !== undefined) this.leaveUnlessPermitted(() => this.frame.code.i32(permit));
    if (member?.opens === true) this.#locateGroup(member.group);
    for (const [at, effect] of this.ir.effects.entries()) this.effect(effect, at);
  }

  /** Pushes the target of an indirect branch; before the instruction writes anything. */
  keepTarget(): number {
    const branch = this.ir.effects.at(-1);
    if (branch?.kind !== "branch") throw new Error("no branch at the end of a block");
    return this.nodes.keep(branch.target);
  }

  /** Pushes the condition of a branch. */
  pushCondition(): void {
    const branch = this.ir.effects.at(-1);
    if (branch?.kind !== "branchIf") throw new Error("no conditional branch at the end of a block");
    this.nodes.condition(branch.condition);
  }

  /** Leaves before this instruction. */
  leave(why: number): void {
    this.leaveFor(() => this.frame.code.i32(why));
  }

  protected override leaveFor(pushWhy: () => void): void {
    leaveAt(this.frame, pushWhy, this.place.offset, this.place.index);
  }

  protected override checksBase(): boolean {
    return this.place.member?.opens !== false;
  }

  protected override locate(address: Node, access: Access<Node>, write: boolean): AccessPlace {
    const { member, groupHost } = this.place;
    if (member === undefined) return super.locate(address, access, write);
    return { host: groupHost, offsetBytes: member.offsetBytes };
  }

  /** Finds the page of a group. A group that crosses pages is the interpreter's. */
  #locateGroup({ base, firstBytes, bytes, alignmentBytes, write }: AccessGroup): void {
    const { code, pool, registers } = this.frame;
    const va = pool.take(i64);
    registers.push(base);
    if (firstBytes !== 0) code.i64(BigInt(firstBytes)).op("i64Add");
    code.set(va);
    const extent = { bytes, alignmentBytes, alignedAlways: false, write };
    translateAccess(this.frame, va, this.place.groupHost, extent, {
      misaligned: () => this.leave(CONTINUE),
      unknown: () =>
        this.leaveFor(() => {
          code.i32(CONTINUE).i32(exitCode.data);
          code
            .get(va)
            .op("i32WrapI64")
            .i32(PAGE_BYTES - 1)
            .op("i32And");
          code.i32(PAGE_BYTES - bytes).op("i32GtU", "select");
        }),
    });
  }

  protected override transfer(): void {
    // Where the flow goes is the block's to say.
  }

  protected override pushOperand(): void {
    throw new Error("all operands of a word are known");
  }

  protected override pushPc(): void {
    this.frame.code.get(this.#loc.pcBase).i64(BigInt(this.place.offset)).op("i64Add");
  }

  protected override pushX(register: Node): void {
    this.frame.registers.push(numberOf(register));
  }

  protected override storeX(register: Node, push: () => void): void {
    this.frame.registers.store(numberOf(register), push);
  }

  protected override pushVectorOffset(register: Node): void {
    this.frame.code.i32(numberOf(register) * 16);
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
    for (const local of [this.#loc.compareX, this.#loc.compareY]) {
      code.get(local);
      if (shift) code.i64(32n).op("i64Shl");
    }
    code.op(comparison);
    return true;
  }

  protected override pushSysregOffset(): void {
    this.frame.code.i32(sysregOffset(this.#sysreg.register.index));
  }

  protected override permit(): void {
    // Asked for the block's run of accesses at its first one.
  }

  protected override writeSysreg({ value }: { readonly value: Node }): void {
    const { code, layout } = this.frame;
    const { register, kind } = this.#sysreg;
    code.i32(0);
    this.nodes.value(value);
    code.i64(keptBits(register.description, ALL_ONES)).op("i64And");
    code.i64(keptBits(register.description, 0n)).op("i64Or");
    code.memory("i64Store", sysregOffset(register.index));
    if (kind.permitsEl2)
      code
        .i32(0)
        .i32(layout.permits)
        .memory("i32Store", layout.control + control.permits);
    if (kind.interrupts) this.#leaveAfterIfInterruptible();
  }

  get #sysreg(): RegionSysreg {
    if (this.place.sysreg === undefined) throw new Error("an access to no system register");
    return this.place.sysreg;
  }

  #touchFlags(): RegionRegisters["flags"] {
    const { registers } = this.frame;
    registers.use.usesFlags = true;
    return registers.flags;
  }

  /** The instruction being done, leaves when an interrupt may be due. */
  #leaveAfterIfInterruptible(): void {
    const { code, layout, virtualInterrupts } = this.frame;
    code.i32(0).memory("i32Load", layout.control + control.attention);
    code.i32(0).memory("i32Load", virtualInterrupts.offset).i32(virtualInterrupts.mask).op("i32And", "i32Or");
    code.if();
    leaveAt(this.frame, () => code.i32(exitCode.attention), this.place.offset + 4, this.place.index + 1);
    code.end();
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
    code.set(this.#loc.compareX);
    this.nodes.value(b);
    code.set(this.#loc.compareY);
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

/** Leaves a region for an offset of its page, more instructions of the present block having been executed. */
export function leaveAt(
  {
    code,
    locals,
    exitLabel,
  }: { readonly code: FunctionCode; readonly locals: RegionLocals; readonly exitLabel: Label },
  pushWhy: () => void,
  offset: number,
  executed: number,
): void {
  if (executed > 0) code.get(locals.count).i32(executed).op("i32Add").set(locals.count);
  pushWhy();
  code.set(locals.exit).i32(offset).set(locals.where).br(exitLabel);
}

function numberOf(register: Node): number {
  if (register.kind !== "constant") throw new Error("a register of a word is known");
  return Number(register.value);
}
