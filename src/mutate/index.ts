export { codeOf } from "./code.js";
export { judgeCode } from "./judge-code.js";
export { judgeDocuments, type Mutated } from "./judge-documents.js";
export { CHECKS, type Check, type Judged, type Score, scoreOf } from "./report.js";
