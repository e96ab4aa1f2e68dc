import { target as cAsmOffsets } from "./c-asm-offsets.js";
import { target as cConstants } from "./c-constants.js";
import { target as cStructs } from "./c-structs.js";
import { target as cSysregs } from "./c-sysregs.js";
import type { Target } from "./target.js";
import { target as tsConstants } from "./ts-constants.js";
import { target as tsIndex } from "./ts-index.js";
import { target as tsOffsets } from "./ts-offsets.js";
import { target as tsSaveRestore } from "./ts-save-restore.js";
import { target as tsStructs } from "./ts-structs.js";
import { target as tsSysregs } from "./ts-sysregs.js";

/** Every output, in the order in which `generate` makes them. */
export const targets: readonly Target[] = [
  cConstants,
  cSysregs,
  cStructs,
  cAsmOffsets,
  tsStructs,
  tsSysregs,
  tsConstants,
  tsOffsets,
  tsSaveRestore,
  tsIndex,
];
