import type { Ir } from "../ir/node.js";
import type { PermitSet } from "./permit-sets.js";
import type { RegionSysreg } from "./region-frame.js";

/** An instruction of a block, as far as permits go. */
export interface BlockInstruction {
  readonly ir: Ir;
  readonly sysreg: RegionSysreg | undefined;
}

/**
 * What is to be permitted where a run of accesses begins in a block, by the instruction's place. A run ends where a
 * write changes what is permitted at EL2. Below EL2 a write that changes translation or permits is not the
 * region's: such a run is asked to be at EL2.
 */
export function blockPermits(
  block: readonly BlockInstruction[],
  vectorPermit: number,
): ReadonlyMap<number, PermitSet> {
  const found = new Map<number, { places: number[]; atEl2: boolean }>();
  let run: { places: number[]; atEl2: boolean } | undefined;
  for (const [index, { ir, sysreg }] of block.entries()) {
    const places = placesOf(ir, sysreg, vectorPermit);
    if (places.length === 0) continue;
    if (run === undefined) {
      run = { places: [], atEl2: false };
      found.set(index, run);
    }
    run.places.push(...places);
    if (sysreg?.direction !== "write") continue;
    run.atEl2 ||= sysreg.kind.contextEl1 || sysreg.kind.permitsEl1;
    if (sysreg.kind.permitsEl2) run = undefined;
  }
  return found;
}

function placesOf({ effects }: Ir, sysreg: RegionSysreg | undefined, vectorPermit: number): number[] {
  return effects.flatMap(({ kind }) => {
    if (kind === "requireVectors") return [vectorPermit];
    if (kind !== "readSysreg" && kind !== "writeSysreg") return [];
    if (sysreg === undefined) throw new Error("an access to no system register");
    return [2 * sysreg.register.index + (sysreg.direction === "write" ? 1 : 0)];
  });
}
