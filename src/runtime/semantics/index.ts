import type { SemanticsTable } from "../ops.js";
import * as branch from "./branch.js";
import * as conditional from "./conditional.js";
import * as dataImmediate from "./data-immediate.js";
import * as dataRegister from "./data-register.js";
import * as loadStoreExclusive from "./load-store-exclusive.js";
import * as loadStorePair from "./load-store-pair.js";
import * as loadStoreRegister from "./load-store-register.js";
import * as loadStoreSimdFp from "./load-store-simd-fp.js";
import * as loadStoreStructures from "./load-store-structures.js";
import * as loadStoreUnscaled from "./load-store-unscaled.js";
import * as multiplyDivide from "./multiply-divide.js";
import * as simdLogical from "./simd-logical.js";
import * as simdMoves from "./simd-moves.js";
import * as system from "./system.js";

/** The semantics of every instruction line, by the line's name. */
export const semantics: SemanticsTable = Object.assign(
  // A dictionary from the start: V8 would go from shape to shape with each of three hundred.
  Object.create(null),
  branch,
  conditional,
  dataImmediate,
  dataRegister,
  loadStoreExclusive,
  loadStorePair,
  loadStoreRegister,
  loadStoreSimdFp,
  loadStoreStructures,
  loadStoreUnscaled,
  multiplyDivide,
  simdLogical,
  simdMoves,
  system,
);
