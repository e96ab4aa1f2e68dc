import type { SourceRef } from "../core/source-ref.js";
import type { Model, Transfer } from "../model/types.js";
import { allTransfers } from "./switched.js";

/** Consecutive names of one bank: X19 to X21. A register without a number is a run of its own. */
export interface Run {
  readonly names: readonly string[];
}

/** Names in groups of consecutive numbers of the same bank, in the order given. */
export function runsOf(names: readonly string[]): Run[] {
  const runs: string[][] = [];
  for (const name of names) {
    const last = runs.at(-1);
    if (last !== undefined && follows(last.at(-1), name)) last.push(name);
    else runs.push([name]);
  }
  return runs.map((run) => ({ names: run }));
}

/** `X19` or `X19 to X21`. */
export function runText(run: Run): string {
  const first = run.names[0] ?? "";
  const last = run.names.at(-1) ?? first;
  return run.names.length === 1 ? first : `${first} to ${last}`;
}

/**
 * Where a run is missing: at the transfer of the register after it, else of the one before it, else at the first group.
 * related: the transfer on the run's other side.
 */
export function gapOf(model: Model, run: Run): { at: SourceRef; neighbour?: Transfer } {
  const transfers = allTransfers(model).map((t) => t.transfer);
  const named = (name: string | undefined): Transfer | undefined =>
    transfers.find((t) => t.register === name);
  const after = named(shifted(run.names.at(-1), 1));
  const before = named(shifted(run.names[0], -1));
  const neighbour = after ?? before ?? beside(transfers, run.names[0] ?? "");
  if (neighbour !== undefined) return { at: neighbour.at, neighbour };
  return { at: model.worldSwitch.groups[0]?.at ?? model.layout.at };
}

/** The transfer whose name shares most of its beginning with name's: ELR_EL1 beside ELR_EL2, FPCR beside FPSR. */
function beside(transfers: readonly Transfer[], name: string): Transfer | undefined {
  let best: Transfer | undefined;
  let longest = 1;
  for (const transfer of transfers) {
    const length = commonPrefix(transfer.register, name);
    if (length > longest) [best, longest] = [transfer, length];
  }
  return best;
}

/** How many code units two texts share from the start. */
export function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function follows(before: string | undefined, name: string): boolean {
  return shifted(before, 1) === name;
}

function shifted(name: string | undefined, by: number): string | undefined {
  const match = /^([XQ])(\d+)$/.exec(name ?? "");
  return match === null ? undefined : `${match[1]}${Number(match[2]) + by}`;
}
