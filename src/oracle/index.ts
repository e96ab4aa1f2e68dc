export { checkAsmOffsets, checkBtf, checkDwarf } from "./check.js";
export { readLines } from "./dwarf/read-lines.js";
export type { Compared, OracleOptions, OracleReport } from "./findings.js";
