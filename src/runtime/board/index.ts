// The board without the engines that execute it faster: ../index.ts has both, and is ten times as much to load.
export { EngineMemory } from "../fast/engine-memory.js";
export type { LoadedBytes, Program } from "./program.js";
export { type BoardStop, VirtBoard, type VirtBoardOptions } from "./virt-board.js";
export { virtMap } from "./virt-map.js";
