/**
 * worldswitch as a library: the steps of its pipeline, each a function, and the data between them.
 *
 *     const loaded = loadModel("schema/kvm-arm64-v3");
 *     if (loaded.ok && !hasErrors(lint(loaded.value))) {
 *       const emitted = await emitAll(loaded.value);
 *       if (emitted.ok) await writeTree("generated/kvm-arm64-v3", emitted.value);
 *     }
 *
 * Mistakes in documents, assembly and objects come back as diagnostics in a Result; nothing throws for bad input.
 * What runs the output, and what generated TypeScript imports, is "worldswitch/runtime".
 */

export {
  type AssembleInput,
  assemble,
  assemblerNames,
  type DisassembledLine,
  disassemble,
  formatDisassembly,
  type LinkedCode,
  type LinkInput,
  link,
  type NamedAddress,
  type ObjectCode,
  readElf64,
  writeElf64,
} from "./assembler/index.js";
export {
  type Diagnostic,
  hasErrors,
  type Related,
  type Severity,
  sortDiagnostics,
} from "./core/diagnostic.js";
export type { OutFile } from "./core/out-file.js";
export type { Result } from "./core/result.js";
export { formatSourceRef, type SourceRef } from "./core/source-ref.js";
export {
  ALL_BREAKS,
  type Break,
  type BrokenBy,
  breaksOf,
  type Change,
  diffModels,
  type ModelDiff,
  type PropertyChange,
  type Victim,
} from "./diff/index.js";
export { type Finding, lint, RULES, type Rule } from "./lint/index.js";
export type { A64Instruction, A64Table } from "./model/a64/index.js";
export type { FeatureSelection } from "./model/extend/features.js";
export { type Sweep, type SweepFailure, type SweepOptions, sweep } from "./model/extend/sweep.js";
export { findLayouts } from "./model/layouts.js";
export { type LoadModelOptions, type LoadOptions, loadModel, loadSources } from "./model/load.js";
export { resolveModel } from "./model/resolve.js";
export type * from "./model/types.js";
export {
  type Compared,
  checkAsmOffsets,
  checkBtf,
  checkDwarf,
  type OracleOptions,
  type OracleReport,
} from "./oracle/index.js";
export type { ArchitectureSources, LayoutDocumentName, LayoutSources, SourceText } from "./read/sources.js";
export { renderGitHub } from "./report/github.js";
export { renderJson } from "./report/json.js";
export { renderSarif } from "./report/sarif.js";
export { type ReadSource, renderText, type TextOptions } from "./report/text.js";
export {
  type PlacedCode,
  placeHypervisor,
  play,
  type Scenario,
  type ScenarioInput,
  type ScenarioReport,
  scenarios,
  tellStory,
} from "./scenarios/index.js";
export { emitAll } from "./targets/emit-all.js";
export { targets } from "./targets/index.js";
export type { Target } from "./targets/target.js";
export { type WriteOptions, type WriteReport, writeTree } from "./write/write-tree.js";
