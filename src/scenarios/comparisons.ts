import { hex } from "../core/u64.js";
import { toSpsr } from "../runtime/index.js";
import { PAGE } from "./address-map.js";
import type { Board, RegisterState } from "./board.js";
import type { Checklist } from "./checklist.js";
import { ownRegisters } from "./narrator.js";
import { codePlace, memoryPlace, whereRestored, whereSaved } from "./places.js";
import { type HostSnapshot, hostRegisters } from "./snapshot.js";
import { isReturnState, restored, saved } from "./switched.js";
import type { Visit } from "./watch.js";

/** That the guest, about to run, has every register as its vcpu says, PC and PSTATE included. */
export function compareGuest(board: Board, list: Checklist, expected: RegisterState, visit: Visit): void {
  const topic = "the guest runs with the registers of its vcpu";
  const { machine } = board;
  for (const register of restored(board.model, "guest")) {
    const name = register.register;
    const actual =
      name === "ELR_EL2"
        ? machine.pc
        : isReturnState(register)
          ? toSpsr(machine.pstate)
          : board.register(register);
    list.equal(topic, `the guest's ${shownName(name)}`, expected.get(name) ?? 0n, actual, () =>
      whereRestored(board, "guest", register, visit),
    );
  }
}

/** That the vcpu has every register of the guest in its slot. */
export function compareVcpu(board: Board, list: Checklist, expected: RegisterState, visit: Visit): void {
  for (const register of saved(board.model, "guest")) {
    const name = register.register;
    list.equal(
      "the vcpu holds the guest's registers, each in its slot",
      `the guest's ${shownName(name)}`,
      expected.get(name) ?? 0n,
      board.slot("guest", register),
      () => whereSaved(board, "guest", register, visit),
    );
  }
}

/** That the host's context has the host's registers in their slots. X30 is EL2's own there: it returns into el1_sync. */
export function compareHostContext(board: Board, list: Checklist, before: HostSnapshot, visit: Visit): void {
  const topic = "the host's context holds the host's registers, each in its slot";
  const link = `X${board.model.worldSwitch.registers.link}`;
  for (const register of ownRegisters(saved(board.model, "host"))) {
    const expected = before.switched.get(register.register);
    if (expected === undefined || register.register === link) continue;
    list.equal(topic, `the host's ${register.register}`, expected, board.slot("host", register), () =>
      whereSaved(board, "host", register, visit),
    );
  }
}

/**
 * That the host has everything back that a call of a function must leave alone. returnsTo: what the call itself put
 * into X30.
 */
export function compareHost(
  board: Board,
  list: Checklist,
  before: HostSnapshot,
  returnsTo: bigint,
  visit: Visit,
): void {
  const topic = "the host has its own registers back";
  const link = `X${board.model.worldSwitch.registers.link}`;
  for (const register of ownRegisters(hostRegisters(board))) {
    const name = register.register;
    const expected = name === link ? returnsTo : (before.switched.get(name) ?? 0n);
    list.equal(topic, `the host's ${name}`, expected, board.register(register), () =>
      whereRestored(board, "host", register, visit),
    );
  }
  const { machine } = board;
  list.equal(topic, "the host's PSTATE", before.pstate, toSpsr(machine.pstate));
  list.equal("EL2's stack is balanced", "SP_EL2", before.stack, machine.spEl2);
}

/** That what the switch says nothing of is as it was. lost: registers that the layout's waivers give up. */
export function compareOthers(
  board: Board,
  list: Checklist,
  before: HostSnapshot,
  lost: ReadonlySet<string>,
): void {
  for (const [name, expected] of before.others) {
    if (lost.has(name)) continue;
    const topic = "no other register of EL0 and EL1 has changed";
    list.equal(topic, name, expected, board.machine.registers.get(name));
  }
}

/** That the trap registers are as the layout sets them for a side, and that its VM is active or none is. */
export function compareControls(
  board: Board,
  list: Checklist,
  side: "host" | "guest",
  before: ReadonlyMap<string, bigint>,
  vttbr: bigint,
): void {
  const topic =
    side === "guest"
      ? "traps and stage 2 are the guest's while it runs"
      : "traps are off and no VM is active when the host is back";
  const { registers } = board.machine;
  for (const trap of board.model.worldSwitch.traps) {
    const { name } = trap.register;
    const setting = side === "guest" ? trap.activate : trap.deactivate;
    const expected = board.trapValue(trap, setting, before.get(name) ?? 0n);
    list.equal(topic, name, expected, registers.get(name));
  }
  const { name } = board.model.worldSwitch.vm.register;
  list.equal(topic, name, vttbr, registers.get(name));
}

/** Ranges that EL2 may store to: slots of both contexts, fault members, its stack. start inclusive, end not. */
function allowedRanges(board: Board): (readonly [start: bigint, end: bigint])[] {
  const { model, map } = board;
  const slots = (["host", "guest"] as const).flatMap((side) =>
    saved(model, side).map((register) => {
      const start = board.slotOf(side, register);
      return [start, start + BigInt(register.place.widthBytes)] as const;
    }),
  );
  const fault = model.worldSwitch.fault.map(({ place, widthBits, waivers }) => {
    const start = board.vcpu + BigInt(place.offsetBytes);
    const width = waivers.some((w) => w.code === "WS303") ? widthBits / 8 : place.widthBytes;
    return [start, start + BigInt(width)] as const;
  });
  const stack = map.physical(map.host("hypStack"));
  return [...slots, ...fault, [stack, stack + PAGE]];
}

/** That each store of a visit lies in one slot, one fault member or the stack. */
export function compareStores(board: Board, list: Checklist, visit: Visit): void {
  const ranges = allowedRanges(board);
  const outside = visit.stores.filter((store) => {
    const end = store.pa + BigInt(store.sizeBytes);
    return !ranges.some((range) => store.pa >= range[0] && end <= range[1]);
  });
  const first = outside[0];
  list.same(
    "EL2 stored nowhere but in the layout's slots, the fault members and its stack",
    `${visit.stores.length} stores`,
    "0 outside",
    `${outside.length} outside`,
    () =>
      first === undefined
        ? ""
        : `the first: ${first.sizeBytes} bytes (${hex(first.value)}) to ${memoryPlace(board, first.pa)} by ${codePlace(board, first.pc)}`,
  );
}

/** PC and PSTATE for what the switch keeps in ELR_EL2 and SPSR_EL2. */
function shownName(register: string): string {
  return register === "ELR_EL2" ? "PC (ELR_EL2)" : register === "SPSR_EL2" ? "PSTATE (SPSR_EL2)" : register;
}
