export { ALL_BREAKS, BREAKS, type Break, type Victim } from "./breaks.js";
export { type Change, type PropertyChange, SUBJECTS, type Subject } from "./change.js";
export { type BrokenBy, breaksOf, diffModels, type ModelDiff } from "./model-diff.js";
export { type DiffPaint, diffLines } from "./text.js";
