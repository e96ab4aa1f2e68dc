import type { SourceRef } from "../core/source-ref.js";
import type { Group, Model, Transfer } from "../model/types.js";
import { GUEST_REGISTERS } from "./guest-state.js";
import { allTransfers } from "./switched.js";

/** Names in runs of consecutive numbers of the same bank: X3, X19, X20 -> [X3], [X19, X20]. */
export function runsOf(names: readonly string[]): string[][] {
  const runs: string[][] = [];
  for (const name of names) {
    const last = runs.at(-1);
    if (last !== undefined && successor(last.at(-1)) === name) last.push(name);
    else runs.push([name]);
  }
  return runs;
}

/** `X19` or `X19 to X21`. */
export function runText(run: readonly string[]): string {
  return run.length === 1 ? `${run[0]}` : `${run[0]} to ${run.at(-1)}`;
}

/** Where a run of guest registers is missing: at the transfer of the register after it, else of the one before it. */
export function gapOf(
  model: Model,
  run: readonly string[],
): { at: SourceRef; neighbour?: Transfer; group?: Group } {
  const transfers = allTransfers(model);
  const first = GUEST_REGISTERS.indexOf(run[0] ?? "");
  const after = GUEST_REGISTERS.slice(first + run.length);
  const before = GUEST_REGISTERS.slice(0, first).reverse();
  for (const name of [...after, ...before]) {
    const found = transfers.find(({ transfer }) => transfer.register === name);
    if (found !== undefined) return { at: found.transfer.at, neighbour: found.transfer, group: found.group };
  }
  return { at: model.worldSwitch.groups[0]?.at ?? model.layout.at };
}

/** How many code units two texts share from the start. */
export function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function successor(name: string | undefined): string | undefined {
  const match = /^([XQ])(\d+)$/.exec(name ?? "");
  return match === null ? undefined : `${match[1]}${Number(match[2]) + 1}`;
}
