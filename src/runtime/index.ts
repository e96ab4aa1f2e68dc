export { matches } from "../core/u32.js";
export * from "./architecture.js";
export type * from "./board/host.js";
export type { StrayAccess } from "./board/mmio.js";
export type { ProcessingElement } from "./board/processing-element.js";
export type { LoadedBytes, Program } from "./board/program.js";
export { type BoardStop, VirtBoard, type VirtBoardOptions } from "./board/virt-board.js";
export { virtMap } from "./board/virt-map.js";
export { CpuState } from "./cpu-state.js";
export { encodingGroup, undefinedText } from "./encoding-group.js";
export type { Clock, Engine, EngineRun, EngineStop, InterruptLine } from "./engine.js";
export { exceptionClass } from "./exception-class.js";
export { EngineMemory } from "./fast/engine-memory.js";
export type { EngineCounts, EngineOptions } from "./fast/engine-options.js";
export { FastEngine } from "./fast/fast-engine.js";
export {
  type MemoryRange,
  memoryDifference,
  StateComparison,
  type StateDifference,
  stateDifferenceText,
} from "./fast/state-difference.js";
export type { Trace, TraceEntry } from "./fast/trace.js";
export { Machine, type MachineOptions, type StepOutcome, type StopReason } from "./machine.js";
export { isFault, type Mmu, type Translation, type TranslationRequest } from "./mmu.js";
export type * from "./observer.js";
export * from "./operand-decoders.js";
export type * from "./ops.js";
export { type Device, PhysicalMemory } from "./physical-memory.js";
export {
  fromSpsr,
  isPstateField,
  type Pstate,
  type PstateField,
  pstateFields,
  resetPstate,
  toSpsr,
} from "./pstate.js";
export { type Register, RegisterFile } from "./register-file.js";
export * from "./scalar-arrays.js";
export * from "./scalar-writes.js";
export { semantics } from "./semantics/index.js";
export { type BufferWindow, StateStorage, stateBytes, stateOffsets } from "./state-storage.js";
export * from "./system-register.js";
export type { TimerName } from "./timers.js";
export { Tlb } from "./tlb.js";
export { type Fault, faultStatus } from "./translation-fault.js";
export * from "./vector-operand-decoders.js";
export * from "./view.js";
export * from "./words.js";
