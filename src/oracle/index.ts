export { checkAsmOffsets, checkBtf, checkDwarf } from "./check.js";
export type { Compared, OracleOptions, OracleReport } from "./findings.js";
