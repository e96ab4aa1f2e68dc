import { guestPages, PAGE } from "./address-map.js";
import type { Board, RegisterState } from "./board.js";
import { IPA_BITS } from "./board.js";
import { guestMembers } from "./guest-controls.js";
import { type PhaseValues, phaseValues } from "./phase-values.js";
import { addressOf } from "./placed-code.js";
import { guestTable } from "./programs.js";
import { distinctValue } from "./random-values.js";
import { systemValue, written } from "./register-values.js";
import { isReturnState, movedThrough, restored, type Switched, saved } from "./switched.js";
import { el1Page, el2Page, stage2Page } from "./translation-table.js";

/** PSTATE in SPSR's format: EL1 on its own stack pointer, D, A, I and F masked. */
export const EL1H_MASKED = 0x3c5n;

/** What fills memory that nobody should touch. */
export const POISON = 0xa5a5_a5a5_a5a5_a5a5n;

/** The board's registers by phase. exit: after the guest has changed all that it can. */
export interface StartValues {
  readonly host: RegisterState;
  readonly entry: RegisterState;
  readonly exit: RegisterState;
}

/**
 * Brings the board to the start of a scenario, as firmware and the host's KVM would: tables, structs, EL2's
 * registers, the host's registers, PC at the host's program.
 * changed: the system registers that the guest's program writes. exit: values that the program of the scenario needs
 * in the guest's registers instead of random ones.
 */
export function startBoard(board: Board, changed: readonly Switched[], exit: RegisterState): StartValues {
  const host = phaseValues(board, "host", changed);
  const entry = phaseValues(board, "entry", changed);
  const leaving = phaseValues(board, "exit", changed);
  for (const [register, value] of exit) leaving.state.set(register, value);
  mapHost(board);
  mapGuest(board);
  writeGuestTable(board, changed, leaving.state);
  fillStructs(board, entry.state);
  setHypervisor(board);
  setHost(board, host);
  return { host: host.state, entry: entry.state, exit: leaving.state };
}

function mapHost(board: Board): void {
  const { map, hostKernelTable, hypTable, code } = board;
  const pages = Number(map.hostRam.bytes / PAGE);
  hostKernelTable.mapRange(map.pageOffset, map.hostRam.base, pages, el1Page.data);
  hostKernelTable.map(map.interruptController, map.interruptControllerPa, el1Page.device);
  for (const { base, bytes } of [code.host, code.hypervisor]) {
    hostKernelTable.mapRange(base, map.physical(base), pagesOf(bytes.length), el1Page.code);
    board.machine.memory.load(map.physical(base), bytes);
  }
  const { base, bytes } = code.hypervisor;
  hypTable.mapRange(map.hyp(base), map.physical(base), pagesOf(bytes.length), el2Page.code);
  const probe = addressOf(code.host, "hyp_probe");
  hypTable.map(map.hyp(probe), map.physical(probe), el2Page.code);
  for (const [part, sizeBytes] of hypData(board)) {
    const kernel = map.host(part);
    hypTable.mapRange(map.hyp(kernel), map.physical(kernel), pagesOf(sizeBytes), el2Page.data);
  }
}

/** What EL2 sees besides its code, and how long it is in bytes. */
function hypData({ model }: Board): (readonly ["kvm" | "vcpu" | "hostContext" | "hypStack", number])[] {
  const size = (name: string): number => model.structs.find((s) => s.name === name)?.sizeBytes ?? 0;
  return [
    ["kvm", size(model.worldSwitch.vm.place.struct)],
    ["vcpu", size(model.layout.vcpu)],
    ["hostContext", size(model.layout.context)],
    ["hypStack", Number(PAGE)],
  ];
}

function mapGuest(board: Board): void {
  const { map, guestKernelTable } = board;
  for (let page = 0n; page < map.guestRam.bytes / PAGE; page++) {
    board.stage2.map(map.ipa(page), map.physicalOfIpa(map.ipa(page)), stage2Page.readWrite);
  }
  for (const [page, count, attributes] of [
    [guestPages.text, 8, el1Page.code],
    [guestPages.moreText, 1, el1Page.code],
    [guestPages.values, 2, el1Page.data],
    [guestPages.stack, 1, el1Page.data],
  ] as const) {
    guestKernelTable.mapRange(map.guestKernel(page), map.ipa(page), count, attributes);
  }
  board.guestProcessTable.mapRange(map.guestProcess, map.ipa(guestPages.data), 2, el1Page.processData);
  board.code.guest.bytes.forEach((byte, i) => {
    board.write(map.physicalOfIpa(map.ipa(guestPages.text) + BigInt(i)), 1, BigInt(byte));
  });
}

/** The table that the guest's program takes its new registers from. */
function writeGuestTable(board: Board, changed: readonly Switched[], exit: RegisterState): void {
  let ipa = board.map.ipa(guestPages.values);
  for (const { register, sizeBytes } of guestTable(changed)) {
    for (let i = 0; i < sizeBytes; i += 8) {
      board.write(board.map.physicalOfIpa(ipa), 8, (exit.get(register) ?? 0n) >> BigInt(8 * i));
      ipa += 8n;
    }
  }
}

/** The structs as the host's KVM has them before the first run: pointers, traps, the guest's first registers. */
function fillStructs(board: Board, entry: RegisterState): void {
  const { map, model } = board;
  const { worldSwitch } = model;
  for (const [part, sizeBytes] of hypData(board)) {
    for (let i = 0n; i < BigInt(sizeBytes); i += 8n) board.write(map.physical(map.host(part)) + i, 8, POISON);
  }
  board.setMember(worldSwitch.vm.pointer, map.host("kvm"));
  board.setMember(worldSwitch.contexts.host, map.host("hostContext"));
  board.vmVttbr = board.vttbr(board.vmid);
  for (const { activate, register } of worldSwitch.traps) {
    const values = guestMembers(board.describe(register.name), activate.members.length);
    activate.members.forEach((place, i) => {
      board.setMember(place, values[i] ?? 0n);
    });
  }
  const first: RegisterState = new Map(entry);
  first.set("ELR_EL2", addressOf(board.code.guest, "guest_start"));
  first.set("SPSR_EL2", EL1H_MASKED | (first.get("NZCV") ?? 0n));
  for (const register of restored(model, "guest")) {
    board.setSlot("guest", register, first.get(register.register) ?? 0n);
  }
}

/** EL2's own registers: MMU on, writable memory never executable, vectors and stack at HYP addresses. */
function setHypervisor(board: Board): void {
  const { machine, map } = board;
  const { registers } = machine;
  const set = (name: string, fields: Readonly<Record<string, number>>): void => {
    const description = board.describe(name);
    let value = 0n;
    for (const [field, bits] of Object.entries(fields)) {
      const range = description.fields[field];
      if (range === undefined) throw new Error(`${name} has no field ${field}`);
      value |= BigInt(bits) << BigInt(range[0]);
    }
    registers.set(name, written(description, value));
  };
  set("SCTLR_EL2", { M: 1, C: 1, I: 1, SA: 1, WXN: 1 });
  set("TCR_EL2", { T0SZ: 64 - map.vaBits, IRGN0: 1, ORGN0: 1, SH0: 3, PS: 1 });
  set("VTCR_EL2", { T0SZ: 64 - IPA_BITS, SL0: 1, IRGN0: 1, ORGN0: 1, SH0: 3, PS: 1 });
  set("MDCR_EL2", { HPMN: 6, TDOSA: 1 });
  registers.set("TTBR0_EL2", board.hypTable.root);
  registers.set("MAIR_EL2", 0xffn);
  registers.set("VBAR_EL2", map.hyp(addressOf(board.code.hypervisor, "__kvm_hyp_vector")));
  for (const { register } of board.model.worldSwitch.fault) {
    registers.set(register.name, written(board.describe(register.name), distinctValue(register.name)));
  }
  for (const trap of board.model.worldSwitch.traps) {
    const { name } = trap.register;
    // What the switch keeps bits of holds others too at first, so that keeping shows.
    if (trap.deactivate.keep !== undefined) continue;
    registers.set(name, board.trapValue(trap, trap.deactivate, registers.get(name)));
  }
  machine.spEl2 = map.hyp(map.host("hypStack") + PAGE);
}

function setHost(board: Board, { state, settings }: PhaseValues): void {
  const { machine, model } = board;
  for (const register of [...saved(model, "host"), ...restored(model, "host")]) {
    if (register.kind !== "sysreg" || isReturnState(register)) continue;
    machine.registers.set(movedThrough(register), state.get(register.register) ?? 0n);
  }
  for (const name of settings.keys()) {
    machine.registers.set(name, systemValue(board.describe(name), "host", settings));
  }
  for (let n = 0; n <= 30; n++) machine.x[n] = state.get(`X${n}`) ?? 0n;
  for (let n = 0; n <= 31; n++) {
    const value = state.get(`Q${n}`) ?? 0n;
    machine.state.writeV(n, { low: BigInt.asUintN(64, value), high: value >> 64n });
  }
  Object.assign(machine.pstate, { EL: 1, SP: 1, D: 1, A: 0, I: 1, F: 0, N: 1, Z: 0, C: 1, V: 0 });
  machine.pc = addressOf(board.code.host, "host_call");
}

function pagesOf(bytes: number): number {
  return Math.ceil(bytes / Number(PAGE));
}
