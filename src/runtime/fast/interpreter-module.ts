import type { RegisterFile } from "../register-file.js";
import { stateOffsets } from "../state-storage.js";
import { FunctionCode, Label } from "../wasm/function-code.js";
import { ModuleWriter } from "../wasm/module-writer.js";
import { valueType } from "../wasm/opcode.js";
import { PAGE_MASK } from "./access-code.js";
import { CaseEmitter } from "./case-emitter.js";
import { addEngineFunctions, type EngineFunctions } from "./engine-functions.js";
import { control, type EngineLayout, RECORD_BYTES, REGIONS, regionEntry } from "./engine-layout.js";
import { CONTINUE, exitCode, FIXED_CASES, fixedCase } from "./exit-code.js";
import { addHelperFunctions, type HelperFunctions } from "./helper-functions.js";
import type { InterpreterFrame } from "./interpreter-frame.js";
import { LocalPool } from "./local-pool.js";
import { pushRecordJump } from "./record-jump.js";
import type { RecordSlots } from "./record-slots.js";
import { regionImports } from "./region-module.js";
import type { Shape } from "./shape.js";
import { virtualInterruptsOf } from "./virtual-interrupts.js";

const { i32, i64 } = valueType;

/** An interpreter for some shapes: slots[i] belongs to the shape of case i + FIXED_CASES. */
export interface InterpreterModule {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly slots: readonly RecordSlots[];
}

/**
 * How an interpreter is made.
 * exact: the limit is looked at before each instruction. trace: each instruction and each write of a register is
 * put into the trace.
 */
interface InterpreterOptions {
  readonly exact: boolean;
  readonly trace: boolean;
}

/**
 * A module that exports run(limit, ownLimit) -> exit code: it executes decoded records from the state's PC on, until
 * limit / RECORD_BYTES instructions have been executed, or ownLimit / RECORD_BYTES by the interpreter alone, and a branch
 * is taken; or until something needs JavaScript.
 */
export function interpreterModule(
  layout: EngineLayout,
  registers: RegisterFile,
  shapes: readonly Shape[],
  { exact, trace }: InterpreterOptions,
): InterpreterModule {
  const module = new ModuleWriter();
  const functions = addEngineFunctions(module, layout, registers);
  const helpers = addHelperFunctions(module);
  const code = new FunctionCode([i32, i32], [i32]);
  const frame = makeFrame(code, layout, functions, helpers, registers, exact, trace);
  const { labels, locals } = frame;
  code.i32(0).memory("i64Load", stateOffsets.pc).set(locals.pcBias);
  const { trace: traced } = frame;
  if (traced !== undefined)
    code
      .i32(0)
      .memory("i32Load", layout.control + control.tracePosition)
      .set(traced.position);
  emitUntil(frame);
  code.block(labels.exit);
  code.call(functions.resolve).op("i32Eqz");
  leaveIf(frame, exitCode.context);
  code.loop(labels.enter);
  emitEntry(frame);
  code.loop(labels.checked);
  code.get(locals.ip).get(locals.credit).op("i32Add").get(locals.until).op("i32GeS");
  leaveIf(frame, exitCode.limit);
  code.get(locals.ip).set(locals.stretch);
  if (!exact) code.loop(labels.next);
  const slots = emitCases(frame, shapes, module.type([i32, i32, i64], [i32]));
  if (!exact) code.end();
  code.end();
  code.end();
  code.end();
  emitExit(frame);
  module.add(code, "run");
  for (const name of regionImports) module.export(name, { ...functions, ...helpers }[name]);
  module.table(REGIONS);
  return { bytes: module.bytes(), slots };
}

function makeFrame(
  code: FunctionCode,
  layout: EngineLayout,
  functions: EngineFunctions,
  helpers: HelperFunctions,
  registers: RegisterFile,
  exact: boolean,
  trace: boolean,
): InterpreterFrame {
  const checked = new Label();
  return {
    code,
    pool: new LocalPool(code),
    layout,
    functions,
    helpers,
    virtualInterrupts: virtualInterruptsOf(registers),
    locals: {
      ip: code.local(i32),
      credit: code.local(i32),
      until: code.local(i32),
      translated: code.local(i32),
      stretch: code.local(i32),
      pcBias: code.local(i64),
      context: code.local(i64),
      hash: code.local(i32),
      exit: code.local(i32),
    },
    ...(trace ? { trace: { position: code.local(i32), before: code.local(i32) } } : {}),
    labels: { next: exact ? checked : new Label(), checked, exit: new Label(), enter: new Label() },
  };
}

/** Finds the record of the PC that ip and pcBias stand for. */
function emitEntry(frame: InterpreterFrame): void {
  const { code, locals, layout, functions, pool } = frame;
  const [pc, first] = [pool.take(i64), pool.take(i32)];
  code
    .i32(0)
    .memory("i64Load", layout.control + control.context)
    .set(locals.context);
  code
    .i32(0)
    .memory("i32Load", layout.control + control.hash)
    .set(locals.hash);
  code.get(locals.ip).i32(3).op("i32ShrU", "i64ExtendI32U").get(locals.pcBias).op("i64Add").tee(pc);
  code.get(locals.context).get(locals.hash).call(functions.findCode).tee(first).op("i32Eqz");
  leaveIf(frame, exitCode.fetch);
  code.get(locals.credit).get(locals.ip).op("i32Add").set(locals.credit);
  pushRecordJump(code, pc, first, locals);
  code.get(locals.credit).get(locals.ip).op("i32Sub").set(locals.credit);
  pool.release();
}

function emitCases(frame: InterpreterFrame, shapes: readonly Shape[], regionType: number): RecordSlots[] {
  const { code, locals, pool, labels } = frame;
  const [kind, dispatch] = [code.local(i32), new Label()];
  code.get(locals.ip).memory("i32Load16U", 0).set(kind);
  code.loop(dispatch);
  const caseLabels = Array.from({ length: FIXED_CASES + shapes.length }, () => new Label());
  for (const label of caseLabels.toReversed()) code.block(label);
  const unknown = caseLabels[fixedCase.reference] ?? labels.exit;
  code.get(kind).brTable(caseLabels, unknown);
  for (const why of [exitCode.decode, exitCode.missing, exitCode.reference]) {
    code.end();
    code.i32(why).set(locals.exit).br(labels.exit);
  }
  code.end();
  emitPageEnd(frame);
  code.end();
  emitRegion(frame, regionType, kind);
  code.br(dispatch);
  const slots = shapes.map((shape) => {
    code.end();
    pool.release();
    const emitter = new CaseEmitter(frame, shape);
    emitter.emit();
    return emitter.slots;
  });
  code.end();
  return slots;
}

/** What has been executed when the limit is to be looked at: the nearer one of the two. */
function emitUntil({ code, locals }: InterpreterFrame): void {
  code.get(0).get(1).get(locals.translated).op("i32Add").tee(locals.until);
  code.get(0).get(locals.until).op("i32LtS", "select").set(locals.until);
}

/** The record after a page's last: it counts for nothing and leads to the next page. */
function emitPageEnd({ code, labels }: InterpreterFrame): void {
  code.br(labels.enter);
}

/** Goes on in translated code, and from where that leaves. When it does nothing, kind becomes the record's own case. */
function emitRegion(frame: InterpreterFrame, regionType: number, kind: number): void {
  const { code, locals, labels, layout } = frame;
  const [executed, entry] = [frame.pool.take(i32), frame.pool.take(i32)];
  const pcOfIp = () => code.get(locals.ip).i32(3).op("i32ShrU", "i64ExtendI32U");
  code.get(locals.ip).i32(layout.recordPages).op("i32Sub").i32(2).op("i32ShrU").set(entry);
  // Where no branch was taken the limit may have been passed; a region looks at it only where it goes round.
  code.get(0).get(locals.ip).op("i32Sub").get(locals.credit).op("i32Sub").tee(executed);
  code.i32(0).op("i32LeS");
  leaveIf(frame, exitCode.limit);
  code.get(executed).i32(Math.log2(RECORD_BYTES)).op("i32ShrU");
  code.get(entry).memory("i32Load16U", layout.regionRecords + regionEntry.entry);
  pcOfIp();
  code.get(locals.pcBias).op("i64Add").i64(PAGE_MASK).op("i64And");
  code.get(entry).memory("i32Load", layout.regionRecords + regionEntry.region);
  code.callIndirect(regionType).set(locals.exit);
  code
    .i32(0)
    .memory("i32Load", layout.control + control.regionExecuted)
    .tee(executed);
  code.get(locals.exit).i32(CONTINUE).op("i32Ne", "i32Or");
  code.if();
  code.get(executed).i32(RECORD_BYTES).op("i32Mul").tee(executed);
  code.get(locals.credit).op("i32Add").set(locals.credit);
  code.get(executed).get(locals.translated).op("i32Add").set(locals.translated);
  emitUntil(frame);
  code.i32(0).memory("i64Load", stateOffsets.pc);
  pcOfIp();
  code.op("i64Sub").set(locals.pcBias);
  code.get(locals.exit).i32(CONTINUE).op("i32Ne").brIf(labels.exit);
  code.br(labels.enter);
  code.end();
  code
    .get(entry)
    .memory("i32Load16U", layout.regionRecords + regionEntry.formerCase)
    .set(kind);
}

function emitExit({ code, locals, layout, functions, trace }: InterpreterFrame): void {
  if (trace !== undefined)
    code
      .i32(0)
      .get(trace.position)
      .memory("i32Store", layout.control + control.tracePosition);
  code.i32(0).get(locals.ip).i32(3).op("i32ShrU", "i64ExtendI32U").get(locals.pcBias).op("i64Add");
  code.memory("i64Store", stateOffsets.pc);
  code.i32(0).get(locals.ip).get(locals.credit).op("i32Add").i32(Math.log2(RECORD_BYTES)).op("i32ShrU");
  code.memory("i32Store", layout.control + control.executed);
  code.i32(0).get(locals.translated).i32(Math.log2(RECORD_BYTES)).op("i32ShrU");
  code.memory("i32Store", layout.control + control.translated);
  code
    .i32(0)
    .get(locals.ip)
    .memory("i32Store", layout.control + control.ip);
  code
    .i32(0)
    .get(locals.stretch)
    .memory("i32Store", layout.control + control.stretch);
  code.call(functions.bankOut);
  code.get(locals.exit);
}

function leaveIf({ code, locals, labels }: InterpreterFrame, why: number): void {
  code.if();
  code.i32(why).set(locals.exit).br(labels.exit);
  code.end();
}
