import { GicInterrupts, gicIds } from "./gic-interrupts.js";
import { ByteDevice, type ByteRegister, type StrayAccess } from "./mmio.js";

/** GICD_CTLR: EnableGrp0 and EnableGrp1. */
const ENABLE_GROUPS = 3;
/** GICD_IIDR: Arm. */
const IMPLEMENTER = 0x43b;
/** GICD_PIDR and GICD_CIDR from 0xfd0 up: an ARM GICv2. Source: IHI0048B, 4.3.18. */
const identification = [0x04, 0, 0, 0, 0x90, 0xb4, 0x2b, 0x00, 0x0d, 0xf0, 0x05, 0xb1];

/**
 * The distributor of a GICv2 without Security Extensions, with both groups: the register file over the state of the
 * interrupts. Source: IHI0048B, 4.3.
 */
export class GicDistributor {
  readonly device: ByteDevice;
  readonly interrupts: GicInterrupts;
  #control = 0;

  /**
   * currentCpu: whose access it is. onChange: called after each write.
   */
  constructor(
    readonly cpus: number,
    readonly currentCpu: () => number,
    readonly onChange: () => void,
    onStray?: (access: StrayAccess) => void,
  ) {
    this.interrupts = new GicInterrupts(cpus);
    const registers = [
      ...this.#wholeRegisters(),
      ...this.#stateRegisters(),
      ...this.#settingRegisters(),
      ...this.#sgiRegisters(),
    ];
    this.device = new ByteDevice("gic-distributor", registers, onStray);
  }

  /** Whether interrupts of a group go to the CPU interfaces. */
  forwards(group: number): boolean {
    return (this.#control & (1 << group)) !== 0;
  }

  reset(): void {
    this.#control = 0;
    this.interrupts.reset();
  }

  #wholeRegisters(): readonly ByteRegister[] {
    const type = gicIds.end / 32 - 1 + ((this.cpus - 1) << 5);
    return [
      {
        name: "GICD_CTLR",
        offset: 0x000,
        sizeBytes: 4,
        read: (at) => (at === 0 ? this.#control : 0),
        write: (value, at) => {
          if (at === 0) this.#control = value & ENABLE_GROUPS;
          this.onChange();
        },
      },
      { name: "GICD_TYPER", offset: 0x004, sizeBytes: 4, read: (at) => (type >>> (8 * at)) & 0xff },
      { name: "GICD_IIDR", offset: 0x008, sizeBytes: 4, read: (at) => (IMPLEMENTER >>> (8 * at)) & 0xff },
      {
        name: "GICD_PIDR",
        offset: 0xfd0,
        sizeBytes: 4 * identification.length,
        read: (at) => (at % 4 === 0 ? (identification[at / 4] ?? 0) : 0),
      },
    ];
  }

  /** What sets and clears a bit of each interrupt by writing ones. SGIs are always enabled and pend by GICD_SGIR alone. */
  #stateRegisters(): readonly ByteRegister[] {
    const { enabled, latch, active } = this.interrupts;
    const isEnabled = (id: number, cpu: number) => enabled.get(id, cpu);
    const isPending = (id: number, cpu: number) => this.interrupts.isPending(id, cpu);
    const isActive = (id: number, cpu: number) => active.get(id, cpu);
    return [
      this.#ones("GICD_ISENABLER", 0x100, isEnabled, (id, cpu) => enabled.set(id, cpu, true)),
      this.#ones("GICD_ICENABLER", 0x180, isEnabled, (id, cpu) => {
        if (id >= gicIds.firstPpi) enabled.set(id, cpu, false);
      }),
      this.#ones("GICD_ISPENDR", 0x200, isPending, (id, cpu) => {
        if (id >= gicIds.firstPpi) latch.set(id, cpu, true);
      }),
      this.#ones("GICD_ICPENDR", 0x280, isPending, (id, cpu) => {
        if (id >= gicIds.firstPpi) latch.set(id, cpu, false);
      }),
      this.#ones("GICD_ISACTIVER", 0x300, isActive, (id, cpu) => active.set(id, cpu, true)),
      this.#ones("GICD_ICACTIVER", 0x380, isActive, (id, cpu) => active.set(id, cpu, false)),
    ];
  }

  #settingRegisters(): readonly ByteRegister[] {
    const { interrupts, cpus } = this;
    const { group, edge, targets } = interrupts;
    return [
      this.#fields("GICD_IGROUPR", 0x080, 1, {
        read: (id, cpu) => interrupts.groupOf(id, cpu),
        write: (id, cpu, value) => group.set(id, cpu, value === 1),
      }),
      this.#fields("GICD_IPRIORITYR", 0x400, 8, {
        read: (id, cpu) => interrupts.priority(id, cpu),
        write: (id, cpu, value) => interrupts.setPriority(id, cpu, value),
      }),
      // A GIC with one CPU has no targets; those of SGIs and PPIs are the reader. IHI0048B, 4.3.12.
      this.#fields("GICD_ITARGETSR", 0x800, 8, {
        read: (id, cpu) => (cpus === 1 ? 0 : id < gicIds.firstSpi ? 1 << cpu : (targets[id] ?? 0)),
        write: (id, _, value) => {
          if (cpus > 1 && id >= gicIds.firstSpi) targets[id] = value & ((1 << cpus) - 1);
        },
      }),
      this.#fields("GICD_ICFGR", 0xc00, 2, {
        read: (id, cpu) => (edge.get(id, cpu) ? 2 : 0),
        write: (id, cpu, value) => {
          if (id >= gicIds.firstPpi) edge.set(id, cpu, (value & 2) !== 0);
        },
      }),
    ];
  }

  #sgiRegisters(): readonly ByteRegister[] {
    const { interrupts } = this;
    const sources = (id: number, cpu: number) => interrupts.sgiSources(id, cpu);
    return [
      { name: "GICD_SGIR", offset: 0xf00, sizeBytes: 4, writeWord: (value) => this.#sendSgi(value) },
      this.#fields("GICD_CPENDSGIR", 0xf10, 8, {
        read: sources,
        write: (id, cpu, value) => interrupts.setSgiSources(id, cpu, sources(id, cpu) & ~value),
        count: gicIds.firstPpi,
      }),
      this.#fields("GICD_SPENDSGIR", 0xf20, 8, {
        read: sources,
        write: (id, cpu, value) => interrupts.setSgiSources(id, cpu, sources(id, cpu) | value),
        count: gicIds.firstPpi,
      }),
    ];
  }

  /** TargetListFilter in bits 25:24: the list in 23:16, everyone else, or the sender alone. IHI0048B, 4.3.15. */
  #sendSgi(value: number): void {
    const sender = this.currentCpu();
    const everyone = (1 << this.cpus) - 1;
    const filters = [(value >>> 16) & 0xff, everyone & ~(1 << sender), 1 << sender, 0];
    const targets = filters[(value >>> 24) & 3] ?? 0;
    const id = value & 15;
    for (let cpu = 0; cpu < this.cpus; cpu++) {
      if ((targets & (1 << cpu)) === 0) continue;
      const sources = this.interrupts.sgiSources(id, cpu);
      this.interrupts.setSgiSources(id, cpu, sources | (1 << sender));
    }
    this.onChange();
  }

  /** A register with a bit for each interrupt that does something where a one is written. */
  #ones(
    name: string,
    offset: number,
    read: (id: number, cpu: number) => boolean,
    onOne: (id: number, cpu: number) => void,
  ): ByteRegister {
    return this.#fields(name, offset, 1, {
      read: (id, cpu) => (read(id, cpu) ? 1 : 0),
      write: (id, cpu, value) => {
        if (value === 1) onOne(id, cpu);
      },
    });
  }

  /** A register with a field of some bits for each interrupt. */
  #fields(
    name: string,
    offset: number,
    bits: number,
    access: {
      read(id: number, cpu: number): number;
      write(id: number, cpu: number, value: number): void;
      count?: number;
    },
  ): ByteRegister {
    const perByte = 8 / bits;
    const mask = (1 << bits) - 1;
    const each = (at: number) =>
      Array.from({ length: perByte }, (_, i) => ({ id: at * perByte + i, lsb: i * bits }));
    return {
      name,
      offset,
      sizeBytes: (access.count ?? gicIds.end) / perByte,
      read: (at) =>
        each(at).reduce((byte, { id, lsb }) => byte | (access.read(id, this.currentCpu()) << lsb), 0),
      write: (value, at) => {
        for (const { id, lsb } of each(at)) access.write(id, this.currentCpu(), (value >>> lsb) & mask);
        this.onChange();
      },
    };
  }
}
