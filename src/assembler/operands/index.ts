import type { OperandKind } from "../../model/a64/index.js";
import { bitfieldCodecs } from "./bitfields.js";
import type { OperandCodec } from "./codec.js";
import { immediateCodecs } from "./immediates.js";
import { labelCodecs } from "./labels.js";
import { nameCodecs } from "./names.js";
import { registerCodecs } from "./registers.js";
import { shiftCodecs } from "./shifts.js";
import { vectorImmediateCodecs } from "./vector-immediates.js";
import { vectorCodecs } from "./vectors.js";

/** How each operand kind of the table is read and written. */
export const operandCodecs: Readonly<Record<OperandKind, OperandCodec>> = {
  ...registerCodecs,
  ...immediateCodecs,
  ...bitfieldCodecs,
  ...shiftCodecs,
  ...nameCodecs,
  ...labelCodecs,
  ...vectorCodecs,
  ...vectorImmediateCodecs,
};
