import { hex } from "../core/u64.js";
import { encodeBitmask, encodeWide } from "../model/a64/bitmask.js";
import type { Model } from "../model/types.js";
import { GLUE_CONSTANTS, type Immediate } from "./glue.js";
import type { Finding, Rule } from "./rule.js";

/** Values that go into an instruction as an immediate fit there. Source: DDI0487 C6.2, MOV, ADD, AND (immediate). */
export const rule: Rule = {
  code: "WS322",
  name: "immediates",
  severity: "error",
  why: "the assembler refuses the instruction",
  check: (model) => [...constants(model), ...panic(model)],
};

const ALL = 0xffff_ffff_ffff_ffffn;

const FITS: Readonly<Record<Immediate, (value: bigint) => boolean>> = {
  move: isMove,
  arithmetic: (value) => value <= 0xfffn || (value <= 0xfff000n && (value & 0xfffn) === 0n),
  logical: (value) => encodeBitmask(64, value) !== undefined,
  bit: (value) => value <= 63n,
  word: () => true,
};

const NEEDS: Readonly<Record<Immediate, string>> = {
  move: "MOV, which takes 16 bits at a multiple of 16, or a pattern of equal runs of ones",
  arithmetic: "CMP, which takes 12 bits, at bit 0 or 12",
  logical: "AND or ORR, which take a pattern of equal runs of ones",
  bit: "a bit number, 0 to 63",
  word: "a 64-bit word",
};

function isMove(value: bigint): boolean {
  return (
    encodeWide(64, value) !== undefined ||
    encodeWide(64, ALL ^ value) !== undefined ||
    encodeBitmask(64, value) !== undefined
  );
}

function constants(model: Model): Finding[] {
  return GLUE_CONSTANTS.flatMap(({ name, takes, what }) => {
    const constant = model.constants.find((c) => c.name === name);
    if (constant === undefined) return [];
    return takes
      .filter((kind) => !FITS[kind](constant.value))
      .map((kind) => ({
        at: constant.at,
        message: `${name} = ${hex(constant.value)} (${what}) is the immediate of ${NEEDS[kind]}`,
      }));
  });
}

function panic(model: Model): Finding[] {
  const { pstate, at } = model.worldSwitch.panic;
  if (FITS.move(pstate.value)) return [];
  return [{ at, message: `the panic's PSTATE ${hex(pstate.value)} is the immediate of ${NEEDS.move}` }];
}
