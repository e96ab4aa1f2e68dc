import type { Group, Model, Transfer } from "../types.js";
import { type PlannedInstruction, type Register, registerBytes } from "./instruction.js";
import { offsetText } from "./offset-text.js";

/**
 * Where addresses are relative to while a routine runs: the scratch register holds context + anchorBytes,
 * or nothing yet.
 */
export interface Addressing {
  readonly contextRegister: number;
  readonly scratchRegister: number;
  anchorBytes: number | undefined;
}

/** Which half of a switch a group's step is: the values' way between registers, temporaries and memory. */
export type Movement = "save" | "store" | "restore" | "load";

/**
 * The instructions that move a group. Values that are no X or Q registers pass through the group's temporaries, as
 * many at a time as there are; a batch's reads precede its stores and its loads precede its writes, so that
 * no temporary is reused before its value has left it. Neighbouring slots go in pairs. Where an
 * immediate does not reach (LDP and STP: -64…63 times the size; LDR and STR: 0…4095 times the size; DDI0487 C6.2),
 * the scratch register is anchored anew at the slot.
 */
export function planGroup(
  model: Model,
  group: Group,
  movement: Movement,
  addressing: Addressing,
): PlannedInstruction[] {
  const batches = batchesOf(group);
  const out: PlannedInstruction[] = [];
  for (const batch of batches) {
    const moves = planMemory(
      model,
      group,
      batch,
      movement === "save" || movement === "store" ? "store" : "load",
      addressing,
    );
    const between = batch.filter((item) => item.transfer.kind === "sysreg");
    if (movement === "save") out.push(...between.map((item) => throughTemporary("read", item)));
    out.push(...moves);
    if (movement === "restore") out.push(...between.map((item) => throughTemporary("write", item)));
  }
  return out;
}

/** The registers that hold a group's values between memory and their destination, by transfer. */
export function heldIn(group: Group): Register[] {
  return batchesOf(group).flatMap((batch) => batch.map((item) => item.register));
}

/** `add x3, x2, #…`: anchors the scratch register at a place of the context. */
export function planAnchor(model: Model, transfer: Transfer, addressing: Addressing): PlannedInstruction {
  addressing.anchorBytes = transfer.place.offsetBytes;
  return {
    op: "address",
    destination: addressing.scratchRegister,
    base: addressing.contextRegister,
    offset: transfer.place.offsetBytes,
    offsetText: offsetText(model, transfer.place),
    comment: transfer.place.path,
  };
}

interface Item {
  readonly transfer: Transfer;
  readonly register: Register;
}

/**
 * Runs of registers that move by themselves, and batches of those that pass through temporaries. Batches of a
 * group that needs several are even, so that no pair of slots is torn between two.
 */
function batchesOf(group: Group): Item[][] {
  const pool = group.temporaries;
  const passing = group.transfers.filter((transfer) => !isDirect(group, transfer)).length;
  const room = passing <= pool.length || pool.length < 2 ? pool.length : pool.length - (pool.length % 2);
  const batches: Item[][] = [];
  let batch: Item[] = [];
  let direct: boolean | undefined;
  for (const transfer of group.transfers) {
    const full = direct === false && batch.length === room;
    if (full || direct !== isDirect(group, transfer)) {
      if (batch.length > 0) batches.push(batch);
      batch = [];
      direct = isDirect(group, transfer);
    }
    const register = direct ? directRegister(transfer) : temporary(transfer, pool[batch.length]);
    batch.push({ transfer, register });
  }
  return [...batches, batch];
}

/** Q registers never need a temporary, and X registers only in a group that names some. */
function isDirect(group: Group, transfer: Transfer): boolean {
  return transfer.kind === "q" || (transfer.kind === "x" && group.temporaries.length === 0);
}

function directRegister(transfer: Transfer): Register {
  return { bank: transfer.kind === "q" ? "q" : "x", number: transfer.number ?? 0 };
}

function temporary(transfer: Transfer, number: number | undefined): Register {
  if (number === undefined) throw new Error(`${transfer.register} passes through no temporary`);
  return { bank: transfer.place.widthBytes === 4 ? "w" : "x", number };
}

function throughTemporary(op: "read" | "write", item: Item): PlannedInstruction {
  const { sysreg, doc } = item.transfer;
  if (sysreg === undefined) throw new Error(`${item.transfer.register} is no system register`);
  return { op, sysreg, register: item.register.number, ...(doc === undefined ? {} : { comment: doc }) };
}

function planMemory(
  model: Model,
  group: Group,
  batch: readonly Item[],
  op: "load" | "store",
  addressing: Addressing,
): PlannedInstruction[] {
  const out: PlannedInstruction[] = [];
  for (let i = 0; i < batch.length; ) {
    const first = batch[i];
    const second = batch[i + 1];
    if (first === undefined) break;
    const registers: Registers =
      second !== undefined && group.pairs && areNeighbours(first, second)
        ? [first.register, second.register]
        : [first.register];
    if (reachableBase(group, first.transfer, registers, addressing) === undefined) {
      out.push(planAnchor(model, first.transfer, addressing));
    }
    out.push(memoryInstruction(model, group, op, registers, first.transfer, addressing));
    i += registers.length;
  }
  return out;
}

type Registers = readonly [Register] | readonly [Register, Register];

function areNeighbours(a: Item, b: Item): boolean {
  return (
    a.register.bank === b.register.bank &&
    b.transfer.place.offsetBytes === a.transfer.place.offsetBytes + registerBytes(a.register.bank)
  );
}

/** The base whose immediate reaches the slot: the context itself if the group asks for it, else the anchor. */
function reachableBase(
  group: Group,
  transfer: Transfer,
  registers: Registers,
  addressing: Addressing,
): "context" | "scratch" | undefined {
  const { offsetBytes } = transfer.place;
  const bytes = registerBytes(registers[0].bank);
  const writesBack = transfer.register === group.advanceAt;
  const reaches = (offset: number): boolean => {
    if (registers.length === 2) return inPairReach(offset, bytes);
    return writesBack ? inWriteBackReach(offset) : inSingleReach(offset, bytes);
  };
  if (group.base === "context" && reaches(offsetBytes)) return "context";
  const { anchorBytes } = addressing;
  return anchorBytes !== undefined && reaches(offsetBytes - anchorBytes) ? "scratch" : undefined;
}

function inPairReach(offset: number, bytes: number): boolean {
  return offset % bytes === 0 && offset >= -64 * bytes && offset <= 63 * bytes;
}

function inSingleReach(offset: number, bytes: number): boolean {
  return (offset % bytes === 0 && offset >= 0 && offset <= 4095 * bytes) || (offset >= -256 && offset <= 255);
}

/** LDR and STR with pre-index: a byte offset of 9 bits. */
function inWriteBackReach(offset: number): boolean {
  return offset >= -256 && offset <= 255;
}

function memoryInstruction(
  model: Model,
  group: Group,
  op: "load" | "store",
  registers: Registers,
  transfer: Transfer,
  addressing: Addressing,
): PlannedInstruction {
  const { place } = transfer;
  if (reachableBase(group, transfer, registers, addressing) === "context") {
    const offset = place.offsetBytes;
    return {
      op,
      registers,
      base: addressing.contextRegister,
      offset,
      offsetText: offsetText(model, place),
      writeBack: false,
    };
  }
  const offset = place.offsetBytes - (addressing.anchorBytes ?? 0);
  const writeBack = transfer.register === group.advanceAt && offset !== 0;
  if (writeBack) addressing.anchorBytes = place.offsetBytes;
  return { op, registers, base: addressing.scratchRegister, offset, writeBack };
}
