import { target as asmConstants } from "./asm-constants.js";
import { target as asmHyp } from "./asm-hyp.js";
import { target as asmOffsets } from "./asm-offsets.js";
import { target as cAsmOffsets } from "./c-asm-offsets.js";
import { target as cConstants } from "./c-constants.js";
import { target as cStructs } from "./c-structs.js";
import { target as cSysregs } from "./c-sysregs.js";
import { target as docsIndex } from "./docs-index.js";
import { target as docsMap } from "./docs-map.js";
import { target as docsRegisters } from "./docs-registers.js";
import { target as docsStructs } from "./docs-structs.js";
import type { Target } from "./target.js";
import { target as tsConstants } from "./ts-constants.js";
import { target as tsEmulator } from "./ts-emulator.js";
import { target as tsIndex } from "./ts-index.js";
import { target as tsOffsets } from "./ts-offsets.js";
import { target as tsSaveRestore } from "./ts-save-restore.js";
import { target as tsStructs } from "./ts-structs.js";
import { target as tsSysregs } from "./ts-sysregs.js";

/** Every output, in the order in which `generate` makes them. */
export const targets: readonly Target[] = [
  asmHyp,
  asmOffsets,
  asmConstants,
  cConstants,
  cSysregs,
  cStructs,
  cAsmOffsets,
  tsStructs,
  tsSysregs,
  tsConstants,
  tsOffsets,
  tsSaveRestore,
  tsEmulator,
  tsIndex,
  docsIndex,
  docsMap,
  docsStructs,
  docsRegisters,
];
