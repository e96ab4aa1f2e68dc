import type { Effect, Node } from "../ir/node.js";
import { stateOffsets } from "../state-storage.js";
import { maskBits } from "../system-access.js";
import { valueType } from "../wasm/opcode.js";
import { calls, pstateWrite } from "./case-check.js";
import { CaseOperands } from "./case-operands.js";
import { control, FETCH_ENTRIES, FETCH_ENTRY_BYTES, fetchTags, RECORD_BYTES } from "./engine-layout.js";
import { pstateOffset } from "./exception-code.js";
import { exitCode } from "./exit-code.js";
import { pushJump } from "./record-jump.js";

const { i32 } = valueType;

/** Emits the case of one shape: what it does to the system, and where the flow goes on. */
export class CaseEmitter extends CaseOperands {
  #ended = false;

  /** Emits the case, its transfer to what follows included. */
  emit(): void {
    this.traceInstruction();
    const { effects } = this.ir;
    const branch = effects.at(-1);
    const far =
      branch?.kind === "branch" && this.shape.nearOperand === undefined
        ? this.#findTarget(branch.target)
        : undefined;
    for (const [at, effect] of effects.entries()) {
      if (effect !== branch || far === undefined) this.effect(effect, at);
    }
    if (far !== undefined) this.#jump(far);
    if (!this.#ended) this.#advance();
  }

  protected override transfer(effect: Effect): void {
    switch (effect.kind) {
      case "branch":
        this.#branchNear();
        return;
      case "branchIf":
        this.#branchIf(effect);
        return;
      case "raise":
        this.#raise(effect);
        return;
      case "exceptionReturn":
        this.#leaveForState(() => this.frame.code.call(this.frame.functions.exceptionReturn));
        return;
      case "writePstate":
        this.#writePstate(effect);
        return;
      default:
        throw new Error(`${effect.kind} has no code`);
    }
  }

  protected override writeSysreg({ value }: Extract<Effect, { kind: "writeSysreg" }>): void {
    const { code, locals } = this.frame;
    this.pushSysregOffset();
    this.nodes.value(value);
    code.get(locals.ip).memory("i64Load", this.slots.slotOfSystem("keptMask")).op("i64And");
    code.get(locals.ip).memory("i64Load", this.slots.slotOfSystem("keptOnes")).op("i64Or");
    code.memory("i64Store", 0);
    this.#afterSysregWrite();
  }

  /** What may be different after a write is asked again, at the levels where it counts. */
  #afterSysregWrite(): void {
    const { code, layout } = this.frame;
    const { sysreg } = this.shape;
    if (sysreg === undefined) return;
    if (sysreg.interrupts) this.#leaveAfterIfInterruptible();
    const forget = () =>
      code
        .i32(0)
        .i32(layout.permits)
        .memory("i32Store", layout.control + control.permits);
    if (sysreg.permitsEl2) forget();
    if (sysreg.contextEl2) {
      this.#enterAgain();
      return;
    }
    if (!sysreg.contextEl1 && (sysreg.permitsEl2 || !sysreg.permitsEl1)) return;
    code.i32(0).memory("i32Load", pstateOffset("EL")).i32(2).op("i32Ne");
    code.if();
    if (sysreg.contextEl1) this.#enterAgain();
    else forget();
    code.end();
    this.#ended = false;
  }

  #raise({ request, immediate }: Extract<Effect, { kind: "raise" }>): void {
    const call = calls[request];
    if (call === undefined) throw new Error(`${request} has no code`);
    this.#leaveForState(() => {
      this.nodes.condition(immediate);
      this.frame.code.call(this.frame.functions[call]);
    });
  }

  /** Calls a function that goes on elsewhere, in the state that it leaves; the reference machine when it refuses. */
  #leaveForState(call: () => void): void {
    const { code, locals, labels, functions } = this.frame;
    const pc = () => code.get(locals.ip).i32(3).op("i32ShrU", "i64ExtendI32U");
    code.call(functions.bankOut);
    code.i32(0);
    pc();
    code.get(locals.pcBias).op("i64Add").memory("i64Store", stateOffsets.pc);
    call();
    code.op("i32Eqz");
    this.leaveIf(exitCode.reference);
    code.get(locals.ip).i32(RECORD_BYTES).op("i32Add").set(locals.ip);
    code.i32(0).memory("i64Load", stateOffsets.pc);
    pc();
    code.op("i64Sub").set(locals.pcBias);
    // What is banked out on the way out is the new stack pointer.
    code.call(functions.resolve).op("i32Eqz");
    this.leaveDoneIf(exitCode.context);
    this.#leaveIfInterruptible();
    code.br(labels.enter);
    this.#ended = true;
  }

  /** Leaves when an interrupt may be due: a line is asserted, or a virtual one is pending. */
  #leaveIfInterruptible(): void {
    const { code, layout, virtualInterrupts } = this.frame;
    code.i32(0).memory("i32Load", layout.control + control.attention);
    code.i32(0).memory("i32Load", virtualInterrupts.offset).i32(virtualInterrupts.mask).op("i32And", "i32Or");
    this.leaveDoneIf(exitCode.attention);
  }

  /** As leaveIfInterruptible, the present instruction being done. */
  #leaveAfterIfInterruptible(): void {
    const { code, layout, locals, virtualInterrupts } = this.frame;
    code.i32(0).memory("i32Load", layout.control + control.attention);
    code.i32(0).memory("i32Load", virtualInterrupts.offset).i32(virtualInterrupts.mask).op("i32And", "i32Or");
    code.if();
    code.get(locals.ip).i32(RECORD_BYTES).op("i32Add").set(locals.ip);
    this.leaveDone(exitCode.attention);
    code.end();
  }

  #writePstate(effect: Extract<Effect, { kind: "writePstate" }>): void {
    const { code, functions } = this.frame;
    const target = pstateWrite(effect);
    code.i32(0).memory("i32Load", pstateOffset("EL")).op("i32Eqz");
    this.leaveIf(exitCode.reference);
    if (target === "SP") {
      code.call(functions.bankOut);
      code.i32(0);
      this.nodes.value(effect.immediate);
      code.op("i32WrapI64").i32(1).op("i32And").memory("i32Store", pstateOffset("SP"));
      this.#enterAgain();
      return;
    }
    for (const [field, bit] of maskBits) {
      this.nodes.value(effect.immediate);
      code.i64(bit).op("i64And").i64(0n).op("i64Ne");
      code.if();
      code
        .i32(0)
        .i32(target === "DAIFSet" ? 1 : 0)
        .memory("i32Store", pstateOffset(field));
      code.end();
    }
    if (target === "DAIFSet") return;
    this.#leaveAfterIfInterruptible();
  }

  /** Goes on at the next instruction with the context asked for anew. */
  #enterAgain(): void {
    const { code, locals, labels, layout, functions } = this.frame;
    code.get(locals.ip).i32(RECORD_BYTES).op("i32Add").set(locals.ip);
    code.call(functions.bankOut).call(functions.resolve).op("i32Eqz");
    this.leaveDoneIf(exitCode.context);
    code
      .i32(0)
      .memory("i64Load", layout.control + control.context)
      .get(locals.context)
      .op("i64Eq")
      .brIf(labels.next);
    code.br(labels.enter);
    this.#ended = true;
  }

  #branchNear(): void {
    const { code, locals, labels } = this.frame;
    const operand = this.shape.nearOperand;
    if (operand === undefined) throw new Error("a branch was not looked up");
    const distance = this.frame.pool.take(i32);
    code.get(locals.ip).memory("i32Load", this.slots.slotOf(operand, "wide")).set(distance);
    code.get(locals.credit).i32(RECORD_BYTES).op("i32Add").get(distance).op("i32Sub").set(locals.credit);
    code.get(locals.ip).get(distance).op("i32Add").set(locals.ip);
    code.br(labels.checked);
    this.#ended = true;
  }

  #branchIf({ condition, target }: Extract<Effect, { kind: "branchIf" }>): void {
    const { code } = this.frame;
    this.nodes.condition(condition);
    code.if();
    if (this.shape.nearOperand !== undefined) this.#branchNear();
    else this.#jump(this.#findTarget(target));
    code.end();
    this.#ended = false;
  }

  /** Looks for the records of a target; leaves, with nothing done yet, when its page is unknown. */
  #findTarget(target: Node): { readonly target: number; readonly entry: number } {
    const { code, pool, layout, locals } = this.frame;
    const address = this.nodes.keep(target);
    const entry = pool.take(i32);
    code.get(address).i64(8n).op("i64ShrU", "i32WrapI64").get(locals.hash).op("i32Xor");
    code
      .i32((FETCH_ENTRIES - 1) * FETCH_ENTRY_BYTES)
      .op("i32And")
      .tee(entry)
      .memory("i64Load", layout.fetchTlb);
    code.get(address).i64(fetchTags).op("i64And").get(locals.context).op("i64Or", "i64Ne");
    this.leaveIf(exitCode.reference);
    return { target: address, entry };
  }

  #jump({ target, entry }: { readonly target: number; readonly entry: number }): void {
    const { code, layout, locals, labels } = this.frame;
    code.get(locals.ip).i32(RECORD_BYTES).op("i32Add").get(locals.credit).op("i32Add").set(locals.credit);
    pushJump(code, layout, target, entry, locals);
    code.get(locals.credit).get(locals.ip).op("i32Sub").set(locals.credit);
    code.br(labels.checked);
    this.#ended = true;
  }

  #advance(): void {
    const { code, locals, labels } = this.frame;
    code.get(locals.ip).i32(RECORD_BYTES).op("i32Add").set(locals.ip).br(labels.next);
  }
}
