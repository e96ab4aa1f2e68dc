import type { Decoded } from "../model/a64/index.js";

/**
 * Why an instruction is CONSTRAINED UNPREDICTABLE with these registers; undefined when it is not. Assemblers refuse
 * or warn about such words, but an object can hold them. Source: DDI0487, K1.2 and the loads' and stores' own pages.
 */
export function unpredictable({ instruction, fields }: Decoded): string | undefined {
  const { name } = instruction;
  const { Rt, Rt2, Rn } = fields;
  if (Rt === undefined || Rn === undefined) return undefined;
  if (/^LD\w*P/.test(name) && Rt === Rt2) return "a load of a pair into one register";
  const writesBack = /_(pre|post)$/.test(name) && !/SIMD/.test(name);
  if (writesBack && Rn !== 31 && (Rt === Rn || Rt2 === Rn))
    return "a write-back to a register that is transferred";
  return undefined;
}
