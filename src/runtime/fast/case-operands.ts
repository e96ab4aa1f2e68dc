import type { Effect, Node } from "../ir/node.js";
import { stateOffsets } from "../state-storage.js";
import { valueType } from "../wasm/opcode.js";
import { control, TRACE_ENTRIES, TRACE_ENTRY_BYTES, TRACED_PC, TRACED_X0 } from "./engine-layout.js";
import { pstateOffset } from "./exception-code.js";
import { InstructionEmitter, isRegister31 } from "./instruction-emitter.js";
import type { InterpreterFrame } from "./interpreter-frame.js";
import { RecordSlots } from "./record-slots.js";
import type { Shape } from "./shape.js";

const { i32, i64 } = valueType;

/**
 * Where a case of the interpreter has its operands, which are in the record, and registers and flags, which are in the
 * state; and how it leaves. slots: where its records keep their operands, known when it is done.
 */
export abstract class CaseOperands extends InstructionEmitter {
  readonly slots = new RecordSlots();

  constructor(
    readonly frame: InterpreterFrame,
    readonly shape: Shape,
  ) {
    super(frame, shape.ir);
  }

  protected override pushPc(): void {
    const { code, locals } = this.frame;
    code.get(locals.ip).i32(3).op("i32ShrU", "i64ExtendI32U").get(locals.pcBias).op("i64Add");
  }

  protected override pushOperand(operand: number, widthBits: number): void {
    const { code, locals } = this.frame;
    const wide = widthBits > 16;
    const slot = this.slots.slotOf(operand, wide ? "wide" : "narrow");
    code.get(locals.ip).memory(wide ? "i64Load" : "i64Load16U", slot);
  }

  /** Pushes the byte offset of a register within its file. */
  #registerSlot(register: Node, kind: "x" | "vector"): void {
    const { code, locals } = this.frame;
    if (register.kind === "constant") {
      code.i32(Number(register.value) * (kind === "x" ? 8 : 16));
      return;
    }
    if (register.kind !== "operand") throw new Error("a register number is computed");
    code.get(locals.ip).memory("i32Load16U", this.slots.slotOf(register.operand, kind));
  }

  protected override pushX(register: Node): void {
    const { code, layout } = this.frame;
    if (isRegister31(register)) code.i32(0).memory("i64Load", layout.control + control.sp);
    else {
      this.#registerSlot(register, "x");
      code.memory("i64Load", stateOffsets.x);
    }
  }

  protected override storeX(register: Node, push: () => void): void {
    const { code, layout, pool, trace } = this.frame;
    if (isRegister31(register)) {
      code.i32(0);
      push();
      code.memory("i64Store", layout.control + control.sp);
      return;
    }
    this.#registerSlot(register, "x");
    if (trace === undefined) {
      push();
      code.memory("i64Store", stateOffsets.x);
      return;
    }
    const [slot, value] = [pool.take(i32), pool.take(i64)];
    code.tee(slot);
    push();
    code.tee(value).memory("i64Store", stateOffsets.x);
    this.#traceEntry(
      () => code.get(value),
      () => code.get(slot).i32(TRACED_X0).op("i32Add"),
    );
  }

  /** Traces the instruction. */
  protected traceInstruction(): void {
    const { code, trace } = this.frame;
    if (trace === undefined) return;
    code.get(trace.position).set(trace.before);
    this.#traceEntry(
      () => this.pushPc(),
      () => code.i32(TRACED_PC),
    );
  }

  #traceEntry(value: () => void, what: () => void): void {
    const { code, layout, trace } = this.frame;
    if (trace === undefined) return;
    code.get(trace.position);
    value();
    code.memory("i64Store", layout.trace);
    code.get(trace.position);
    what();
    code.memory("i32Store", layout.trace + 8);
    code.get(trace.position).i32(TRACE_ENTRY_BYTES).op("i32Add");
    code
      .i32(TRACE_ENTRIES * TRACE_ENTRY_BYTES - 1)
      .op("i32And")
      .set(trace.position);
  }

  protected override pushVectorOffset(register: Node): void {
    this.#registerSlot(register, "vector");
  }

  protected override pushFlag(index: number): void {
    this.frame.code.i32(0).memory("i32Load", pstateOffset("N") + 4 * index);
  }

  protected override writeFlags({ flags }: Extract<Effect, { kind: "writeFlags" }>): void {
    for (const [i, node] of [flags.N, flags.Z, flags.C, flags.V].entries()) {
      this.frame.code.i32(0);
      this.nodes.condition(node);
      this.frame.code.memory("i32Store", pstateOffset("N") + 4 * i);
    }
  }

  protected override pushSysregOffset(): void {
    this.#pushSlot("sysreg");
  }

  protected override permit(what: "sysreg" | "vectors"): void {
    this.leaveUnlessPermitted(() => {
      if (what === "sysreg") this.#pushSlot("permit");
      else this.frame.code.i32(this.frame.layout.vectorPermit);
    });
  }

  #pushSlot(kind: "sysreg" | "permit"): void {
    this.frame.code.get(this.frame.locals.ip).memory("i32Load16U", this.slots.slotOfSystem(kind));
  }

  protected override leaveFor(pushWhy: () => void): void {
    const { code, trace } = this.frame;
    // The machine traces what it executes instead.
    if (trace !== undefined) code.get(trace.before).set(trace.position);
    this.#exit(pushWhy);
  }

  /** Leaves after the instruction. */
  protected leaveDone(why: number): void {
    this.#exit(() => this.frame.code.i32(why));
  }

  protected leaveDoneIf(why: number): void {
    this.frame.code.if();
    this.leaveDone(why);
    this.frame.code.end();
  }

  #exit(pushWhy: () => void): void {
    pushWhy();
    this.frame.code.set(this.frame.locals.exit).br(this.frame.labels.exit);
  }
}
