export { type AssembleInput, assemble } from "./assemble.js";
export type * from "./object/object-code.js";
export type { SysregEncoding, Sysregs } from "./operands/codec.js";
export type { SourceText } from "./text/preprocess.js";
