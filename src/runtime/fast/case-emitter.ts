import { hints } from "../instruction-requests.js";
import type { Effect, Node } from "../ir/node.js";
import type { ExceptionRequest } from "../ops.js";
import { stateOffsets } from "../state-storage.js";
import { immediateTargets, maskBits } from "../system-access.js";
import type { FunctionCode, Label } from "../wasm/function-code.js";
import { valueType } from "../wasm/opcode.js";
import { PAGE_MASK } from "./access-code.js";
import type { EngineFunctions } from "./engine-functions.js";
import {
  control,
  type EngineLayout,
  FETCH_ENTRIES,
  FETCH_ENTRY_BYTES,
  fetchTags,
  RECORD_BYTES,
  TRACE_ENTRIES,
  TRACE_ENTRY_BYTES,
  TRACED_PC,
  TRACED_X0,
} from "./engine-layout.js";
import { pstateOffset } from "./exception-code.js";
import { exitCode } from "./exit-code.js";
import type { HelperFunctions } from "./helper-functions.js";
import { InstructionEmitter, type InstructionFrame, isRegister31 } from "./instruction-emitter.js";
import type { LocalPool } from "./local-pool.js";
import { RecordSlots } from "./record-slots.js";
import type { Shape } from "./shape.js";
import type { VirtualInterrupts } from "./virtual-interrupts.js";

const { i32, i64 } = valueType;

/** The interpreter's locals and labels, and what its cases call. */
export interface InterpreterFrame extends InstructionFrame {
  readonly code: FunctionCode;
  readonly pool: LocalPool;
  readonly layout: EngineLayout;
  readonly functions: EngineFunctions;
  readonly helpers: HelperFunctions;
  readonly virtualInterrupts: VirtualInterrupts;
  readonly locals: {
    readonly ip: number;
    readonly credit: number;
    readonly pcBias: number;
    readonly context: number;
    readonly hash: number;
    readonly exit: number;
  };
  /** Where the next entry of the trace goes, and where it went before the present instruction; when there is a trace. */
  readonly trace?: { readonly position: number; readonly before: number };
  readonly labels: {
    readonly next: Label;
    readonly checked: Label;
    readonly exit: Label;
    readonly enter: Label;
  };
}

/** Thrown for a shape that has no case; it is left to the reference machine. */
export class NoCase extends Error {}

/** Emits the case of one shape. slots: where its records keep their operands, known when it is done. */
export class CaseEmitter extends InstructionEmitter {
  readonly slots = new RecordSlots();
  #ended = false;

  constructor(
    readonly frame: InterpreterFrame,
    readonly shape: Shape,
  ) {
    super(frame, shape.ir);
  }

  /** Throws NoCase before anything has been emitted when the shape cannot have a case. */
  static check(shape: Shape): void {
    let wrote = false;
    for (const effect of shape.ir.effects) {
      if (!lowered.has(effect.kind)) throw new NoCase(effect.kind);
      const unusual =
        (effect.kind === "load" || effect.kind === "store") &&
        (effect.exclusive || effect.access.unprivileged);
      if (effect.kind === "hint" && waits.has(effect.number)) throw new NoCase("a hint that does something");
      if (effect.kind === "raise" && calls[effect.request] === undefined) throw new NoCase(effect.request);
      if (effect.kind === "writePstate" && pstateWrite(effect) === undefined)
        throw new NoCase("no such field");
      if (unusual) throw new NoCase("exclusive or unprivileged");
      const leaves = ["load", "store", "readSysreg", "writeSysreg", "requireVectors"].includes(effect.kind);
      if (wrote && leaves) throw new NoCase("may leave after it wrote");
      if (effect.kind === "writeX" || effect.kind === "writeVector" || effect.kind === "writeFlags")
        wrote = true;
    }
  }

  /** Emits the case, its transfer to what follows included. */
  emit(): void {
    this.#traceInstruction();
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

  #traceInstruction(): void {
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
    this.#leaveDoneIf(exitCode.context);
    this.#leaveIfInterruptible();
    code.br(labels.enter);
    this.#ended = true;
  }

  /** Leaves when an interrupt may be due: a line is asserted, or a virtual one is pending. */
  #leaveIfInterruptible(): void {
    const { code, layout, virtualInterrupts } = this.frame;
    code.i32(0).memory("i32Load", layout.control + control.attention);
    code.i32(0).memory("i32Load", virtualInterrupts.offset).i32(virtualInterrupts.mask).op("i32And", "i32Or");
    this.#leaveDoneIf(exitCode.attention);
  }

  /** As leaveIfInterruptible, the present instruction being done. */
  #leaveAfterIfInterruptible(): void {
    const { code, layout, locals, virtualInterrupts } = this.frame;
    code.i32(0).memory("i32Load", layout.control + control.attention);
    code.i32(0).memory("i32Load", virtualInterrupts.offset).i32(virtualInterrupts.mask).op("i32And", "i32Or");
    code.if();
    code.get(locals.ip).i32(RECORD_BYTES).op("i32Add").set(locals.ip);
    this.#leaveDone(exitCode.attention);
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
    this.#leaveDoneIf(exitCode.context);
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

  protected override leaveFor(pushWhy: () => void): void {
    const { code, trace } = this.frame;
    // The machine traces what it executes instead.
    if (trace !== undefined) code.get(trace.before).set(trace.position);
    this.#exit(pushWhy);
  }

  /** Leaves after the instruction. */
  #leaveDone(why: number): void {
    this.#exit(() => this.frame.code.i32(why));
  }

  #leaveDoneIf(why: number): void {
    this.frame.code.if();
    this.#leaveDone(why);
    this.frame.code.end();
  }

  #exit(pushWhy: () => void): void {
    pushWhy();
    this.frame.code.set(this.frame.locals.exit).br(this.frame.labels.exit);
  }
}

/** Sets ip and pcBias for a target whose entry of the instruction TLB is in a local. */
export function pushJump(
  code: FunctionCode,
  layout: EngineLayout,
  target: number,
  entry: number,
  locals: { readonly ip: number; readonly pcBias: number },
): void {
  code
    .get(entry)
    .memory("i32Load", layout.fetchTlb + 8)
    .set(entry);
  pushRecordJump(code, target, entry, locals);
}

/** Sets ip and pcBias for a target whose page's first record is in a local. */
export function pushRecordJump(
  code: FunctionCode,
  target: number,
  firstRecord: number,
  locals: { readonly ip: number; readonly pcBias: number },
): void {
  code
    .get(firstRecord)
    .get(target)
    .op("i32WrapI64")
    .i32(4095)
    .op("i32And")
    .i32(3)
    .op("i32Shl", "i32Add")
    .set(locals.ip);
  code
    .get(target)
    .i64(PAGE_MASK)
    .op("i64And")
    .get(firstRecord)
    .i32(3)
    .op("i32ShrU", "i64ExtendI32U", "i64Sub");
  code.set(locals.pcBias);
}

/** What the module does itself of what instructions ask for. */
const calls: Partial<Record<ExceptionRequest, "supervisorCall" | "hypervisorCall">> = {
  "supervisor-call": "supervisorCall",
  "hypervisor-call": "hypervisorCall",
};

const waits: ReadonlySet<number> = new Set(Object.values(hints));

/** The field that MSR (immediate) writes, if the module has a case for it. */
function pstateWrite({ op1, op2 }: { op1: number; op2: number }): "DAIFSet" | "DAIFClr" | "SP" | undefined {
  const field = immediateTargets.find((known) => known.op1 === op1 && known.op2 === op2)?.field;
  return field === "DAIFSet" || field === "DAIFClr" || field === "SP" ? field : undefined;
}

const lowered: ReadonlySet<Effect["kind"]> = new Set([
  "readX",
  "writeX",
  "readVector",
  "writeVector",
  "readFlags",
  "writeFlags",
  "load",
  "store",
  "clearExclusive",
  "requireVectors",
  "readSysreg",
  "writeSysreg",
  "branch",
  "branchIf",
  "barrier",
  "hint",
  "raise",
  "exceptionReturn",
  "writePstate",
]);
