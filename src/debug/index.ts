export { Debugger, type DebugLink, type Permission } from "./debugger.js";
export { machineTarget } from "./machine-core.js";
export { DebugSession } from "./session.js";
export type * from "./target.js";
export { targetDescription } from "./target-description.js";
