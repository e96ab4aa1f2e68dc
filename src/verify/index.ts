export { codes, type VerifyCode } from "./codes.js";
export { type Bounds, DEFAULT_BOUNDS } from "./explore.js";
export type * from "./report.js";
export { DEFAULT_ENTRIES, type EntrySymbols } from "./subject.js";
export { type VerifyOptions, verify } from "./verify.js";
