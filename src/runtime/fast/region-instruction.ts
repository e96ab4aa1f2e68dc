import type { Node } from "../ir/node.js";
import type { Access } from "../ops.js";
import { keptBits } from "../register-file.js";
import { valueType } from "../wasm/opcode.js";
import type { AccessGroup } from "./access-groups.js";
import { type AccessPlace, translateAccess } from "./access-translation.js";
import { control } from "./engine-layout.js";
import { CONTINUE, exitCode } from "./exit-code.js";
import { sysregOffset } from "./packed-key.js";
import type { RegionInstruction } from "./region-blocks.js";
import { type Compared, RegionFlags } from "./region-flags.js";
import { type InBlock, leaveAt, type RegionFrame, type RegionSysreg } from "./region-frame.js";

const { i64 } = valueType;
const PAGE_BYTES = 4096;
const ALL_ONES = 0xffff_ffff_ffff_ffffn;

/** Emits one instruction of a region. */
export class RegionInstructionEmitter extends RegionFlags {
  constructor(
    frame: RegionFrame,
    instruction: RegionInstruction,
    readonly place: InBlock,
    before: Compared | undefined,
  ) {
    super(frame, instruction, before);
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
    const extent = { base, bytes, alignmentBytes, alignedAlways: false, write };
    translateAccess(this.frame, va, this.place.groupHost, extent, {
      misaligned: () => this.leave(CONTINUE),
      elsewhere: () => this.leave(CONTINUE),
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
    this.frame.code.get(this.frame.locals.pcBase).i64(BigInt(this.place.offset)).op("i64Add");
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

  /** The instruction being done, leaves when an interrupt may be due. */
  #leaveAfterIfInterruptible(): void {
    const { code, layout, virtualInterrupts } = this.frame;
    code.i32(0).memory("i32Load", layout.control + control.attention);
    code.i32(0).memory("i32Load", virtualInterrupts.offset).i32(virtualInterrupts.mask).op("i32And", "i32Or");
    code.if();
    leaveAt(this.frame, () => code.i32(exitCode.attention), this.place.offset + 4, this.place.index + 1);
    code.end();
  }
}

function numberOf(register: Node): number {
  if (register.kind !== "constant") throw new Error("a register of a word is known");
  return Number(register.value);
}
