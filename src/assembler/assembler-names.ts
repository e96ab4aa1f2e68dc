import { oncePer } from "../core/once-per.js";
import type { Architecture } from "../model/architecture.js";
import type { Sysregs } from "./operands/codec.js";

/** The encodings of the system registers by their lower-case names, as assembly spells them: the `sysregs` of `assemble`. */
export function assemblerNames({ sysregs }: Pick<Architecture, "sysregs">): Sysregs {
  return namesOf(sysregs);
}

const namesOf = oncePer(
  (sysregs: Architecture["sysregs"]): Sysregs =>
    new Map([...sysregs.values()].map(({ name, encoding }) => [name.toLowerCase(), encoding])),
);
