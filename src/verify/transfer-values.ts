import type { Transfer } from "../model/types.js";
import type { Memory } from "./memory.js";
import type { State } from "./state.js";
import type { Subject } from "./subject.js";
import { nameInMachine } from "./switched.js";
import type { Term } from "./term.js";

/** The value of a transfer's register, in halves of 64 bits, low one first. */
export function registerValue(state: State, transfer: Transfer): readonly Term[] {
  const number = transfer.number ?? 0;
  if (transfer.kind === "x") return [state.x[number] ?? state.sp];
  if (transfer.kind === "sysreg") return transfer.sysreg === undefined ? [] : [state.sysreg(transfer.sysreg)];
  const vector = state.v[number];
  return vector === undefined ? [] : [vector.low, vector.high];
}

/** Offset of a transfer's slot from the base of the region that its context lies in. */
export function slotOffset(transfer: Transfer, contextOffset: number): bigint {
  return BigInt(contextOffset + transfer.place.offsetBytes);
}

/** What a transfer's slot holds, in halves of 64 bits as registerValue has them. */
export function slotValue(
  memory: Memory,
  base: Term,
  transfer: Transfer,
  contextOffset: number,
): readonly Term[] {
  const { widthBytes } = transfer.place;
  const start = slotOffset(transfer, contextOffset);
  if (widthBytes <= 8) return [memory.load(base, start, widthBytes)];
  return [memory.load(base, start, 8), memory.load(base, start + 8n, 8)];
}

/** As much of a register's value as its slot has room for. */
export function cutToSlot({ terms }: Subject, value: readonly Term[], { place }: Transfer): readonly Term[] {
  if (place.widthBytes >= 8) return value;
  return value.map((half) => terms.bits(half, 0, (1n << BigInt(8 * place.widthBytes)) - 1n));
}

/** Whether two values are the same in every half. */
export function same(a: readonly Term[], b: readonly Term[]): boolean {
  return a.length === b.length && a.every((half, i) => half === b[i]);
}

/** The place of a transfer's register in steps. */
export function stepPlace(transfer: Transfer): string {
  return nameInMachine(transfer);
}
