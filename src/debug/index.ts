export {
  type CrossCheckDifference,
  type CrossCheckedRun,
  type CrossCheckResult,
  crossCheck,
} from "./cross-check.js";
export { Debugger, type DebugLink, type Permission } from "./debugger.js";
export { recordHost } from "./host-record.js";
export { machineTarget } from "./machine-core.js";
export { DebugSession } from "./session.js";
export type * from "./target.js";
export { targetDescription } from "./target-description.js";
