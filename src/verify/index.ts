export { codes, type VerifyCode } from "./codes.js";
export { type Bounds, DEFAULT_BOUNDS, type Path, type PathEnd } from "./explore.js";
export { type Draft, type DraftRegister, type DraftTransfer, infer, type Side } from "./infer.js";
export { printMarkdown } from "./print-markdown.js";
export { printSvg } from "./print-svg.js";
export { type Paint, printText } from "./print-text.js";
export type * from "./report.js";
export { DEFAULT_ENTRIES, type EntrySymbols } from "./subject.js";
export { type VerifyOptions, verify } from "./verify.js";
