import { target as cAsmOffsets } from "./c-asm-offsets.js";
import { target as cConstants } from "./c-constants.js";
import { target as cStructs } from "./c-structs.js";
import { target as cSysregs } from "./c-sysregs.js";
import type { Target } from "./target.js";

/** Every output, in the order in which `generate` makes them. */
export const targets: readonly Target[] = [cConstants, cSysregs, cStructs, cAsmOffsets];
