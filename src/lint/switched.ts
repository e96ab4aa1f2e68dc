import type { Group, Model, Transfer } from "../model/types.js";
import { type Move, movesOf, type Side, type Way } from "./walk.js";

/** Groups by name that a way of the switch saves (or restores) for a side, each with the move that does. */
export type Switched = ReadonlyMap<string, Move>;

/** What is saved for a side: on entry the host is, on exit the guest. A group that goes by the stack is saved when it is stored. */
export function savedGroups(model: Model, side: Side): Switched {
  return byGroup(movesOf(model, savingWay(side), side), ["save", "store"]);
}

/** What is restored for a side: on entry the guest is, on exit the host. A group that goes by the stack is restored when it is unstacked. */
export function restoredGroups(model: Model, side: Side): Switched {
  return byGroup(movesOf(model, restoringWay(side), side), ["restore", "unstack"]);
}

/** The way on which a side's registers go to memory. */
export function savingWay(side: Side): Way {
  return side === "host" ? "entry" : "exit";
}

/** The way on which a side's registers come back. */
export function restoringWay(side: Side): Way {
  return side === "host" ? "exit" : "entry";
}

/** Names of the registers of groups that are saved or restored for a side; a system register by its own and its via's name. */
export function switchedRegisters(model: Model, side: Side): ReadonlySet<string> {
  const names = new Set<string>();
  for (const groups of [savedGroups(model, side), restoredGroups(model, side)]) {
    for (const move of groups.values())
      for (const transfer of move.group.transfers) addNames(names, transfer);
  }
  return names;
}

/** Names of the registers of groups that are both saved and restored for a side. */
export function keptRegisters(model: Model, side: Side): ReadonlySet<string> {
  const names = new Set<string>();
  const restored = restoredGroups(model, side);
  for (const [name, move] of savedGroups(model, side)) {
    if (restored.has(name)) for (const transfer of move.group.transfers) addNames(names, transfer);
  }
  return names;
}

/** Each group's transfers, with the group. */
export function allTransfers(model: Model): { group: Group; transfer: Transfer }[] {
  return model.worldSwitch.groups.flatMap((group) =>
    group.transfers.map((transfer) => ({ group, transfer })),
  );
}

function addNames(names: Set<string>, transfer: Transfer): void {
  names.add(transfer.register);
  if (transfer.sysreg !== undefined) names.add(transfer.sysreg.name);
}

function byGroup(moves: readonly Move[], kinds: readonly Move["kind"][]): Switched {
  const found = new Map<string, Move>();
  for (const move of moves) {
    if (kinds.includes(move.kind) && !found.has(move.group.name)) found.set(move.group.name, move);
  }
  return found;
}
