import type { Model, Place, Trap, TrapSetting } from "../model/types.js";
import { type Architecture, Machine, type RegisterDescription } from "../runtime/index.js";
import { type AddressMap, guestPages, PAGE } from "./address-map.js";
import type { Code } from "./code.js";
import { written } from "./register-values.js";
import { movedThrough, type Side, type Switched } from "./switched.js";
import { type TableMemory, TranslationTable } from "./translation-table.js";

/** Registers by name: X0 … X30, Q0 … Q31 (128 bits), NZCV (in PSTATE's place), system registers. */
export type RegisterState = Map<string, bigint>;

/** Width of the guest's IPAs. */
export const IPA_BITS = 39;

/**
 * A machine and the memory of a host, its hypervisor and one guest, with translation tables for each of them: empty
 * until they are filled (see boardAtStart). Addresses are physical unless said otherwise.
 */
export class Board {
  readonly machine: Machine;
  readonly map: AddressMap;
  /** EL1&0 stage 1 of the host: its kernel half, and an empty half. */
  readonly hostKernelTable: TranslationTable;
  readonly hostProcessTable: TranslationTable;
  /** EL2's stage 1. */
  readonly hypTable: TranslationTable;
  /** The guest's stage 2. */
  readonly stage2: TranslationTable;
  /** The guest's own stage 1, its kernel half and its process's; in IPAs. */
  readonly guestKernelTable: TranslationTable;
  readonly guestProcessTable: TranslationTable;
  readonly vmid = 0x2bn;
  readonly #descriptions: ReadonlyMap<string, RegisterDescription>;
  #nextHostTable: bigint;
  #nextGuestTable: bigint;

  constructor(
    readonly model: Model,
    readonly code: Code,
    architecture: Architecture,
  ) {
    this.machine = new Machine(architecture, { startEl: 1 });
    this.#descriptions = new Map(architecture.registers.map((register) => [register.name, register]));
    this.map = code.map;
    this.#nextHostTable = this.map.physical(this.map.host("tables"));
    this.#nextGuestTable = this.map.ipa(guestPages.tables);
    const { memory } = this.machine;
    memory.addRam(this.map.hostRam.base, this.map.hostRam.bytes);
    memory.addRam(this.map.guestRam.base, this.map.guestRam.bytes);
    memory.addDevice(this.map.interruptControllerPa, PAGE, {
      read: () => this.#acknowledge(),
      write: () => undefined,
    });
    const { vaBits } = this.map;
    this.hostKernelTable = this.#hostTable(vaBits);
    this.hostProcessTable = this.#hostTable(vaBits);
    this.hypTable = this.#hostTable(vaBits);
    this.stage2 = this.#hostTable(IPA_BITS);
    this.guestKernelTable = this.#guestTable();
    this.guestProcessTable = this.#guestTable();
  }

  /** Where the vcpu is. */
  get vcpu(): bigint {
    return this.map.physical(this.map.host("vcpu"));
  }

  /** Where the context struct of a side is. */
  contextOf(side: Side): bigint {
    if (side === "host") return this.map.physical(this.map.host("hostContext"));
    return this.vcpu + BigInt(this.model.worldSwitch.contexts.guest.offsetBytes);
  }

  /** Where the slot of a register in a side's context is. */
  slotOf(side: Side, register: Switched): bigint {
    return this.contextOf(side) + BigInt(register.place.offsetBytes);
  }

  /** The value in a slot. */
  slot(side: Side, register: Switched): bigint {
    return this.read(this.slotOf(side, register), register.place.widthBytes);
  }

  /** Writes a slot, as the host's KVM does between runs. */
  setSlot(side: Side, register: Switched, value: bigint): void {
    this.write(this.slotOf(side, register), register.place.widthBytes, value);
  }

  /** A member of the vcpu. */
  member(place: Place): bigint {
    return this.read(this.vcpu + BigInt(place.offsetBytes), place.widthBytes);
  }

  /** Writes a member of the vcpu. */
  setMember(place: Place, value: bigint): void {
    this.write(this.vcpu + BigInt(place.offsetBytes), place.widthBytes, value);
  }

  /** sizeBytes (up to 16) of RAM. Throws where there is none. */
  read(address: bigint, sizeBytes: number): bigint {
    if (sizeBytes > 8) return (this.read(address + 8n, sizeBytes - 8) << 64n) | this.read(address, 8);
    const value = this.machine.memory.read(address, sizeBytes);
    if (value === undefined) throw new Error(`0x${address.toString(16)} is no memory of the board`);
    return value;
  }

  /** Writes sizeBytes (up to 16) of RAM. Throws where there is none. */
  write(address: bigint, sizeBytes: number, value: bigint): void {
    if (sizeBytes > 8) this.write(address + 8n, sizeBytes - 8, value >> 64n);
    const size = Math.min(sizeBytes, 8);
    if (!this.machine.memory.write(address, size, BigInt.asUintN(8 * size, value))) {
      throw new Error(`0x${address.toString(16)} is no memory of the board`);
    }
  }

  /** What a register of the switch holds now. */
  register(register: Switched): bigint {
    if (register.kind === "x") return this.machine.x[register.number ?? 0] ?? 0n;
    if (register.kind === "q") {
      const { low, high } = this.machine.state.readV(register.number ?? 0);
      return (high << 64n) | low;
    }
    return this.machine.registers.get(movedThrough(register));
  }

  /** A register as the machine describes it. Throws when it has none of that name. */
  describe(name: string): RegisterDescription {
    const found = this.#descriptions.get(name);
    if (found === undefined) throw new Error(`the machine has no register ${name}`);
    return found;
  }

  /** What a trap register holds after a setting, given what it held before. */
  trapValue(trap: Trap, setting: TrapSetting, before: bigint): bigint {
    const members = setting.members.reduce((sum, place) => sum | this.member(place), 0n);
    const kept = setting.keep === undefined ? 0n : before & setting.keep.value;
    return written(this.describe(trap.register.name), members | kept | (setting.value?.value ?? 0n));
  }

  /** VTTBR_EL2 of a VM with the board's stage 2 tables. */
  vttbr(vmid: bigint): bigint {
    return (vmid << 48n) | this.stage2.root;
  }

  /** The VM's vttbr member. */
  get vmVttbr(): bigint {
    return this.read(this.#vmVttbr, 8);
  }

  set vmVttbr(value: bigint) {
    this.write(this.#vmVttbr, 8, value);
  }

  get #vmVttbr(): bigint {
    const { place } = this.model.worldSwitch.vm;
    return this.map.physical(this.map.host("kvm")) + BigInt(place.offsetBytes);
  }

  /** A spurious or real interrupt's number; a real one's line goes down with the read. */
  #acknowledge(): bigint {
    this.machine.setIrq(false);
    return 27n;
  }

  #hostTable(inputBits: number): TranslationTable {
    const allocate = (): bigint => {
      this.#nextHostTable += PAGE;
      return this.#nextHostTable;
    };
    const memory: TableMemory = {
      read: (address) => this.read(address, 8),
      write: (address, value) => this.write(address, 8, value),
    };
    return new TranslationTable(memory, allocate(), inputBits, allocate);
  }

  /** A table in the guest's memory: at IPAs, which the board knows the physical pages of. */
  #guestTable(): TranslationTable {
    const allocate = (): bigint => {
      this.#nextGuestTable += PAGE;
      return this.#nextGuestTable;
    };
    const memory: TableMemory = {
      read: (ipa) => this.read(this.map.physicalOfIpa(ipa), 8),
      write: (ipa, value) => this.write(this.map.physicalOfIpa(ipa), 8, value),
    };
    return new TranslationTable(memory, allocate(), this.map.vaBits, allocate);
  }
}
