import type { Effect, Ir, Node } from "../ir/node.js";
import type { Access } from "../ops.js";
import { stateOffsets } from "../state-storage.js";
import type { FunctionCode, Label } from "../wasm/function-code.js";
import { type access as accessOpcode, valueType } from "../wasm/opcode.js";
import { PAGE_MASK, pushTlbOffset } from "./engine-functions.js";
import { control, type EngineLayout, tlbEntry } from "./engine-layout.js";
import { exitCode } from "./exit-code.js";
import type { HelperFunctions } from "./helper-functions.js";
import type { LocalPool } from "./local-pool.js";
import { type LeafEmitter, NodeEmitter } from "./node-emitter.js";

const { i32, i64 } = valueType;

/** What the code of any instruction needs: where it goes, locals of its function, functions that it calls. */
export interface InstructionFrame {
  readonly code: FunctionCode;
  readonly pool: LocalPool;
  readonly layout: EngineLayout;
  readonly functions: { readonly slowAccess: number; readonly resolvePermits: number };
  readonly helpers: HelperFunctions;
  readonly locals: { readonly context: number; readonly hash: number };
  /** The pages that were last read and written, when the function remembers them. */
  readonly recent?: { readonly read: RecentPage; readonly write: RecentPage };
}

/** Locals of a page that the TLB is known to have: its address (i64), and what leads into memory from there (i32). */
export interface RecentPage {
  readonly base: number;
  readonly addend: number;
}

/**
 * An address that no translation regime has: bits 55:48 are neither all 0 nor all 1, which is more than any range of
 * addresses spans. DDI0487, Address size configuration.
 */
export const NO_PAGE = 0x0055_0000_0000_0000n;

/** Pushes 0 when an access lies in a page and is aligned, as one comparison: what is misaligned becomes a large distance. */
function pushDistance(code: FunctionCode, va: number, base: number, access: Access<Node>): void {
  const alignmentBits = Math.log2(access.alignmentBytes);
  const last = (PAGE_BYTES - access.sizeBytes * access.count) >> alignmentBits;
  code.get(va).get(base).op("i64Sub");
  if (alignmentBits > 0) code.i64(BigInt(alignmentBits)).op("i64Rotr");
  code.i64(BigInt(last)).op("i64GtU");
}

const PAGE_BYTES = 4096;

type EffectOf<Kind extends Effect["kind"]> = Extract<Effect, { kind: Kind }>;

const loads: Readonly<Record<number, keyof typeof accessOpcode>> = {
  1: "i64Load8U",
  2: "i64Load16U",
  4: "i64Load32U",
  8: "i64Load",
};
const stores: Readonly<Record<number, keyof typeof accessOpcode>> = {
  1: "i64Store8",
  2: "i64Store16",
  4: "i64Store32",
  8: "i64Store",
};

/**
 * Emits what an instruction does, effect by effect. Where registers, flags and operands are, and how the code is
 * left, is for those to say who extend it: the cases of the interpreter and translated code.
 */
export abstract class InstructionEmitter {
  protected readonly nodes: NodeEmitter;

  constructor(
    readonly base: InstructionFrame,
    readonly ir: Ir,
  ) {
    const { code, pool, helpers } = base;
    const leaf = (node: Parameters<LeafEmitter>[0]) => this.#leaf(node);
    this.nodes = new NodeEmitter(code, pool, helpers, leaf, ir.effects, (node) => this.shortcut(node));
  }

  /** Emits a node in a way that only this emitter knows; false when there is none. */
  protected shortcut(_node: Node): boolean {
    return false;
  }

  /** Pushes an operand that is not a register, as an i64. */
  protected abstract pushOperand(operand: number, widthBits: number): void;
  protected abstract pushPc(): void;
  protected abstract pushX(register: Node): void;
  /** Writes what push pushes into a register that is not the zero register. */
  protected abstract storeX(register: Node, push: () => void): void;
  /** Pushes the offset of a vector register from V0. */
  protected abstract pushVectorOffset(register: Node): void;
  /** Pushes a flag, 0 N … 3 V, as an i32. */
  protected abstract pushFlag(index: number): void;
  protected abstract writeFlags(effect: EffectOf<"writeFlags">): void;
  /** Pushes the offset of the system register in the state; and its place in a table of permits. */
  protected abstract pushSysregOffset(): void;
  protected abstract pushPermitIndex(): void;
  /** Writes a value into the system register, as far as it keeps it, and sees to the consequences. */
  protected abstract writeSysreg(effect: EffectOf<"writeSysreg">): void;
  /** Leaves before the instruction has done anything. */
  protected abstract leave(why: number): void;
  /** Branches, exceptions and whatever else only some emitters know. */
  protected abstract transfer(effect: Effect): void;

  /** Emits an effect. */
  protected effect(effect: Effect, at: number): void {
    const { code } = this.base;
    switch (effect.kind) {
      case "readX":
        this.#readX(effect, at);
        return;
      case "writeX":
        if (isRegister31(effect.register) && effect.register31 === "zero") return;
        this.storeX(effect.register, () => this.nodes.value(effect.value));
        return;
      case "readVector":
        this.#keepIfWrittenBefore("writeVector", at);
        return;
      case "readFlags":
        this.#keepIfWrittenBefore("writeFlags", at);
        return;
      case "writeVector":
        this.#writeVector(effect);
        return;
      case "writeFlags":
        this.writeFlags(effect);
        return;
      case "load":
        this.#load(effect, at);
        return;
      case "store":
        this.#store(effect);
        return;
      case "clearExclusive":
        code.i32(0).i64(0n).memory("i64Store", stateOffsets.exclusiveAddress);
        code.i32(0).i32(0).memory("i32Store", stateOffsets.exclusiveBytes);
        return;
      case "requireVectors":
        this.#permit(() => code.i32(this.base.layout.permitTableBytes - 1));
        return;
      case "readSysreg":
        this.#readSysreg(at);
        return;
      case "writeSysreg":
        this.#permit(() => this.pushPermitIndex());
        this.writeSysreg(effect);
        return;
      case "barrier":
      case "hint":
        return;
      default:
        this.transfer(effect);
    }
  }

  protected leaveIf(why: number): void {
    this.base.code.if();
    this.leave(why);
    this.base.code.end();
  }

  #leaf(node: Node): void {
    if (node.kind === "pc") this.pushPc();
    else if (node.kind === "operand") this.pushOperand(node.operand, node.widthBits);
    else if (node.kind === "result") {
      const effect = this.ir.effects[node.effect];
      if (effect?.kind === "readX") this.pushX(effect.register);
      else if (effect?.kind === "readVector") {
        this.pushVectorOffset(effect.register);
        this.base.code.memory("i64Load", stateOffsets.v + 8 * node.index);
      } else if (effect?.kind === "readFlags") this.pushFlag(node.index);
      else throw new Error(`the result of ${effect?.kind} is not at hand`);
    }
  }

  #readX(effect: EffectOf<"readX">, at: number): void {
    if (effect.register31 !== "base" || !isRegister31(effect.register)) {
      this.#keepIfWrittenBefore("writeX", at);
      return;
    }
    const { code, layout } = this.base;
    for (const node of this.nodes.results(at)) {
      const base = this.nodes.keep(node);
      code.i32(0).memory("i32Load", layout.control + control.spMask);
      code.get(base).op("i32WrapI64", "i32And");
      this.leaveIf(exitCode.reference);
    }
  }

  /**
   * A value that was read is kept when the state that it comes from is written before its last use. Flags and
   * halves of a vector are written one after the other: their own write counts, too.
   */
  #keepIfWrittenBefore(write: Effect["kind"], at: number): void {
    const written = this.ir.effects.findIndex((effect, i) => i > at && effect.kind === write);
    if (written < 0) return;
    const last = write === "writeX" ? written : written - 1;
    for (const node of this.nodes.results(at)) if (this.nodes.lastUse(node) > last) this.nodes.keep(node);
  }

  #writeVector({ register, value }: EffectOf<"writeVector">): void {
    for (const [half, node] of [value.low, value.high].entries()) {
      this.pushVectorOffset(register);
      this.nodes.value(node);
      this.base.code.memory("i64Store", stateOffsets.v + 8 * half);
    }
  }

  #load({ address, access }: EffectOf<"load">, at: number): void {
    const { code, pool } = this.base;
    const host = this.#translate(address, access, false);
    for (const node of this.nodes.results(at)) {
      if (node.kind !== "result") continue;
      const local = pool.take(i64);
      code
        .get(host)
        .memory(opcodeFor(loads, access.sizeBytes), node.index * access.sizeBytes)
        .set(local);
      this.nodes.provide(node, local);
    }
  }

  #store({ address, access, values }: EffectOf<"store">): void {
    const host = this.#translate(address, access, true);
    for (const [i, value] of values.entries()) {
      this.base.code.get(host);
      this.nodes.value(value);
      this.base.code.memory(opcodeFor(stores, access.sizeBytes), i * access.sizeBytes);
    }
  }

  /** Where in the engine's memory an access goes: a local. Leaves when the TLB cannot tell. */
  #translate(address: Node, access: Access<Node>, write: boolean): number {
    const { code, pool, recent } = this.base;
    const va = this.nodes.keep(address);
    const host = pool.take(i32);
    const page = recent?.[write ? "write" : "read"];
    const done = code.block();
    if (page !== undefined) {
      pushDistance(code, va, page.base, access);
      code.if();
    }
    this.#lookUp(va, access, write, host, done);
    if (page !== undefined) {
      code
        .get(host)
        .memory("i32Load", this.base.layout.tlb + tlbEntry.addend)
        .set(page.addend);
      code.get(va).i64(PAGE_MASK).op("i64And").set(page.base);
      code.end();
      code.get(page.addend);
    } else code.get(host).memory("i32Load", this.base.layout.tlb + tlbEntry.addend);
    code.get(va).op("i32WrapI64", "i32Add").set(host);
    code.end();
    return host;
  }

  /** Finds the TLB's entry into host; or sets host itself and goes to done, or leaves. */
  #lookUp(va: number, access: Access<Node>, write: boolean, host: number, done: Label): void {
    const { code, layout, locals, functions } = this.base;
    const { sizeBytes, count, alignmentBytes } = access;
    pushTlbOffset(code, va, locals.hash);
    code.tee(host).memory("i64Load", layout.tlb + (write ? tlbEntry.write : tlbEntry.read));
    code.get(va);
    if (count > 1) code.i64(BigInt(sizeBytes * (count - 1))).op("i64Add");
    code.i64(PAGE_MASK | BigInt(alignmentBytes - 1)).op("i64And");
    code.get(locals.context).op("i64Or", "i64Ne");
    code.if();
    if (access.alignedAlways) {
      code
        .get(va)
        .op("i32WrapI64")
        .i32(alignmentBytes - 1)
        .op("i32And");
      this.leaveIf(exitCode.reference);
    }
    code
      .get(va)
      .i32(sizeBytes * count)
      .i32(write ? 1 : 0);
    code.get(locals.context).get(locals.hash).call(functions.slowAccess).tee(host).op("i32Eqz");
    this.leaveIf(exitCode.data);
    code.br(done);
    code.end();
  }

  /** Leaves unless the table of permits has a 1 at the index that push pushes. */
  #permit(push: () => void): void {
    const { code, layout, pool, functions } = this.base;
    const index = pool.take(i32);
    push();
    code.set(index);
    const load = () =>
      code
        .i32(0)
        .memory("i32Load", layout.control + control.permits)
        .get(index)
        .op("i32Add")
        .memory("i32Load8U", 0);
    load();
    code.i32(1).op("i32Ne");
    code.if();
    code.call(functions.resolvePermits).op("i32Eqz");
    this.leaveIf(exitCode.permitTable);
    load();
    code.i32(1).op("i32Ne");
    code.if();
    code
      .i32(0)
      .get(index)
      .memory("i32Store", layout.control + control.permitIndex);
    this.leave(exitCode.permit);
    code.end();
    code.end();
  }

  #readSysreg(at: number): void {
    const { code, pool } = this.base;
    this.#permit(() => this.pushPermitIndex());
    for (const node of this.nodes.results(at)) {
      const local = pool.take(i64);
      this.pushSysregOffset();
      code.memory("i64Load", 0).set(local);
      this.nodes.provide(node, local);
    }
  }
}

/** Whether a register is 31, known when the code is emitted. */
export function isRegister31(register: Node): boolean {
  return register.kind === "constant" && register.value === 31n;
}

function opcodeFor(
  opcodes: Readonly<Record<number, keyof typeof accessOpcode>>,
  sizeBytes: number,
): keyof typeof accessOpcode {
  const found = opcodes[sizeBytes];
  if (found === undefined) throw new Error(`no access of ${sizeBytes} bytes`);
  return found;
}
