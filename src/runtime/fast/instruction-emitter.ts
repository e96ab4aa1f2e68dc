import type { Effect, Ir, Node } from "../ir/node.js";
import type { Access } from "../ops.js";
import { stateOffsets } from "../state-storage.js";
import { type access as accessOpcode, valueType } from "../wasm/opcode.js";
import { baseRegister } from "./access-groups.js";
import { type AccessPlace, translateAccess } from "./access-translation.js";
import { control, PERMITTED } from "./engine-layout.js";
import { CONTINUE, exitCode } from "./exit-code.js";
import type { InstructionFrame } from "./instruction-frame.js";
import { type LeafEmitter, NodeEmitter } from "./node-emitter.js";

const { i32, i64 } = valueType;

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
  /** Halves of vector registers that are loaded when the register is written, by where they are. */
  readonly #loadedVectors = new Map<Node, AccessPlace>();

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
  /** Whether the alignment of SP as a base is not known to be right. */
  protected checksBase(): boolean {
    return true;
  }

  protected abstract pushPc(): void;
  protected abstract pushX(register: Node): void;
  /** Writes what push pushes into a register that is not the zero register. */
  protected abstract storeX(register: Node, push: () => void): void;
  /** Pushes the offset of a vector register from V0. */
  protected abstract pushVectorOffset(register: Node): void;
  /** Pushes a flag, 0 N … 3 V, as an i32. */
  protected abstract pushFlag(index: number): void;
  protected abstract writeFlags(effect: EffectOf<"writeFlags">): void;
  /** Pushes the offset of the system register in the state. */
  protected abstract pushSysregOffset(): void;
  /** Leaves unless the access to the system register, or to vector registers, is permitted. */
  protected abstract permit(what: "sysreg" | "vectors"): void;
  /** Writes a value into the system register, as far as it keeps it, and sees to the consequences. */
  protected abstract writeSysreg(effect: EffectOf<"writeSysreg">): void;
  /** Leaves before the instruction has done anything, for what pushWhy pushes. */
  protected abstract leaveFor(pushWhy: () => void): void;
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
        this.permit("vectors");
        return;
      case "readSysreg":
        this.#readSysreg(at);
        return;
      case "writeSysreg":
        this.permit("sysreg");
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
    const { code } = this.base;
    code.if();
    this.leaveFor(() => code.i32(why));
    code.end();
  }

  /** Leaves unless the present table of permits has a 1 at the place that push pushes. */
  protected leaveUnlessPermitted(push: () => void): void {
    const { code, layout, pool, functions } = this.base;
    const why = pool.take(i32);
    code.i32(0).memory("i32Load", layout.control + control.permits);
    push();
    code.op("i32Add").memory("i32Load8U", 0).i32(PERMITTED).op("i32Ne");
    code.if();
    push();
    code.call(functions.checkPermit).tee(why);
    code.if();
    this.leaveFor(() => code.get(why));
    code.end();
    code.end();
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
    if (!this.checksBase()) return;
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
    const { code } = this.base;
    const loaded = this.#loadedVectors.get(value.low);
    if (loaded !== undefined) {
      this.pushVectorOffset(register);
      code.get(loaded.host).vector("v128Load", loaded.offsetBytes).vector("v128Store", stateOffsets.v);
      return;
    }
    for (const [half, node] of [value.low, value.high].entries()) {
      this.pushVectorOffset(register);
      this.nodes.value(node);
      code.memory("i64Store", stateOffsets.v + 8 * half);
    }
  }

  #load({ address, access }: EffectOf<"load">, at: number): void {
    const { code, pool } = this.base;
    const { host, offsetBytes } = this.locate(address, access, false);
    const whole = this.#wholeVectors(at, access);
    for (const node of this.nodes.results(at)) {
      if (node.kind !== "result") continue;
      const offset = offsetBytes + node.index * access.sizeBytes;
      if (whole.has(node)) {
        this.#loadedVectors.set(node, { host, offsetBytes: offset });
        continue;
      }
      const local = pool.take(i64);
      code.get(host).memory(opcodeFor(loads, access.sizeBytes), offset).set(local);
      this.nodes.provide(node, local);
    }
  }

  /** What of a load's results is only half of a vector register that is loaded whole. */
  #wholeVectors(at: number, { sizeBytes }: Access<Node>): ReadonlySet<Node> {
    const found = new Set<Node>();
    for (const effect of this.ir.effects) {
      if (effect.kind !== "writeVector" || sizeBytes !== HALF_BYTES) continue;
      const { low, high } = effect.value;
      if (!areHalves(low, high) || low.effect !== at) continue;
      if (this.nodes.isUsedOnce(low) && this.nodes.isUsedOnce(high)) found.add(low).add(high);
    }
    return found;
  }

  #store({ address, access, values }: EffectOf<"store">): void {
    const { code } = this.base;
    const { host, offsetBytes } = this.locate(address, access, true);
    for (let i = 0; i < values.length; i++) {
      const offset = offsetBytes + i * access.sizeBytes;
      const vector =
        access.sizeBytes === HALF_BYTES ? this.#wholeVector(values[i], values[i + 1]) : undefined;
      code.get(host);
      if (vector === undefined) {
        const value = values[i];
        if (value !== undefined) this.nodes.value(value);
        code.memory(opcodeFor(stores, access.sizeBytes), offset);
        continue;
      }
      this.pushVectorOffset(vector);
      code.vector("v128Load", stateOffsets.v).vector("v128Store", offset);
      i += 1;
    }
  }

  /** The vector register that two values are the halves of. */
  #wholeVector(low: Node | undefined, high: Node | undefined): Node | undefined {
    if (low === undefined || high === undefined || !areHalves(low, high)) return undefined;
    const read = this.ir.effects[low.effect];
    return read?.kind === "readVector" ? read.register : undefined;
  }

  /** Where an access goes. Leaves when the TLB cannot tell. */
  protected locate(address: Node, access: Access<Node>, write: boolean): AccessPlace {
    const { code, pool } = this.base;
    const va = this.nodes.keep(address);
    const host = pool.take(i32);
    const { sizeBytes, count, alignmentBytes, alignedAlways } = access;
    const base = baseRegister(this.ir, address);
    const extent = { base, bytes: sizeBytes * count, alignmentBytes, alignedAlways, write };
    translateAccess(this.base, va, host, extent, {
      unknown: () => this.leaveFor(() => code.i32(exitCode.data)),
      misaligned: () => this.leaveFor(() => code.i32(exitCode.reference)),
      elsewhere: () => this.leaveFor(() => code.i32(CONTINUE)),
    });
    return { host, offsetBytes: 0 };
  }

  #readSysreg(at: number): void {
    const { code, pool } = this.base;
    this.permit("sysreg");
    for (const node of this.nodes.results(at)) {
      const local = pool.take(i64);
      this.pushSysregOffset();
      code.memory("i64Load", 0).set(local);
      this.nodes.provide(node, local);
    }
  }
}

type Result = Extract<Node, { kind: "result" }>;

const HALF_BYTES = 8;

/** Whether two values are the first and the second, the third and the fourth, … that one effect has read. */
function areHalves(low: Node, high: Node): low is Result {
  if (low.kind !== "result" || high.kind !== "result") return false;
  return low.effect === high.effect && low.index % 2 === 0 && high.index === low.index + 1;
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
