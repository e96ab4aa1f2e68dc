import { valueType } from "../wasm/opcode.js";
import { accessGroups } from "./access-groups.js";
import { blockPermits } from "./block-permits.js";
import type { LocalPool } from "./local-pool.js";
import type { RegionInstruction } from "./region-blocks.js";
import type { InBlock } from "./region-frame.js";
import type { PlacedBlock } from "./region-graph.js";
import type { RegionSource } from "./region-source.js";

const { i32 } = valueType;

/** An instruction and its place in its block. */
export interface PlannedInstruction {
  readonly instruction: RegionInstruction;
  readonly place: InBlock;
}

/** The instructions of a block, with what is asked for several of them at once. pool: of locals that live as long as the block. */
export function planBlock(
  source: RegionSource,
  { words, end }: PlacedBlock,
  pool: LocalPool,
): readonly PlannedInstruction[] {
  // The last one is not executed here when it leaves.
  const executed = end.kind === "leave" ? words.slice(0, -1) : words;
  const known = executed.map((offset) => ({
    ir: source.instructionAt(offset).ir,
    sysreg: source.sysregAt(offset),
  }));
  const permits = blockPermits(known, source.layout.vectorPermit);
  const members = accessGroups(known.map(({ ir }) => ir));
  pool.release();
  const hosts = new Map(
    [...members.values()].filter(({ opens }) => opens).map(({ group }) => [group, pool.take(i32)]),
  );
  return words.map((offset, index) => {
    const [permit, member] = [permits.get(index), members.get(index)];
    const place: InBlock = {
      offset,
      index,
      sysreg: known[index]?.sysreg,
      permit: permit && source.placeOf(permit),
      member,
      groupHost: (member && hosts.get(member.group)) ?? -1,
    };
    return { instruction: source.instructionAt(offset), place };
  });
}
