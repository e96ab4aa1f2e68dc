import type { EngineLayout } from "./engine-layout.js";
import type { PermitSet } from "./permit-sets.js";
import type { RegionInstruction } from "./region-blocks.js";
import type { RegionSysreg } from "./region-frame.js";
import type { RegionGraph } from "./region-graph.js";
import type { VirtualInterrupts } from "./virtual-interrupts.js";

/** What there is to know of a region besides its graph. */
export interface RegionSource {
  readonly layout: EngineLayout;
  readonly virtualInterrupts: VirtualInterrupts;
  readonly graph: RegionGraph;
  /** The table that tells where indirect branches enter: its address. */
  readonly entryTable: number;
  readonly instructionAt: (offset: number) => RegionInstruction;
  readonly sysregAt: (offset: number) => RegionSysreg | undefined;
  /** The place of a set of accesses in the tables of permits. */
  readonly placeOf: (set: PermitSet) => number;
  /** Whether it is left before a block that would go beyond the limit. */
  readonly exact: boolean;
}
