import type { InterruptLine } from "../engine.js";
import type { Device } from "../physical-memory.js";
import { cpuControl, GicCpuInterface } from "./gic-cpu-interface.js";
import { GicDistributor } from "./gic-distributor.js";
import { GicHypervisorInterface } from "./gic-hypervisor-interface.js";
import { gicIds } from "./gic-interrupts.js";
import { CPU_INTERFACE_ID, virtualRegisters } from "./gic-virtual-cpu-interface.js";
import { type StrayAccess, WordDevice, type WordRegister } from "./mmio.js";

/** PPI of the maintenance interrupt. */
const MAINTENANCE_PPI = 25;
const controlMask =
  cpuControl.enableGroup0 |
  cpuControl.enableGroup1 |
  cpuControl.ackCtl |
  cpuControl.fiqEn |
  cpuControl.commonBinaryPoint |
  cpuControl.eoiMode;

/** What a GIC asks of its board. */
export interface GicBoard {
  readonly cpus: number;
  /** The CPU whose access a device sees. */
  currentCpu(): number;
  /** Drives an input of a PE; called when it changes. */
  setLine(cpu: number, line: InterruptLine, asserted: boolean): void;
  onStray?(access: StrayAccess): void;
}

/**
 * A GICv2 with virtualization and without Security Extensions: distributor, CPU interfaces, and for each PE the virtual
 * interface. Source: IHI0048B.
 */
export class Gic {
  readonly distributor: GicDistributor;
  /** GICC, GICH and GICV, each showing the registers of the CPU that accesses it. */
  readonly cpuInterface: Device;
  readonly hypervisorInterface: Device;
  readonly virtualCpuInterface: Device;
  readonly #cpus: readonly GicCpuInterface[];
  readonly #hypervisors: readonly GicHypervisorInterface[];
  readonly #asserted = new Set<string>();
  #updating = false;

  constructor(readonly board: GicBoard) {
    const { cpus } = board;
    const currentCpu = () => board.currentCpu();
    const onStray = (access: StrayAccess) => board.onStray?.(access);
    const update = () => this.update();
    this.distributor = new GicDistributor(cpus, currentCpu, update, onStray);
    const indices = Array.from({ length: cpus }, (_, cpu) => cpu);
    this.#cpus = indices.map((cpu) => this.#physicalInterface(cpu));
    const { active } = this.distributor.interrupts;
    this.#hypervisors = indices.map(
      (cpu) => new GicHypervisorInterface(update, (id) => active.set(id, cpu, false)),
    );
    const banked = (name: string, files: readonly (readonly WordRegister[])[]): Device => {
      const devices = files.map((registers) => new WordDevice(name, registers, onStray));
      const current = () => {
        const device = devices[currentCpu()];
        if (device === undefined) throw new Error(`no CPU ${currentCpu()}`);
        return device;
      };
      return {
        read: (offset, sizeBytes) => current().read(offset, sizeBytes),
        write: (offset, sizeBytes, value) => current().write(offset, sizeBytes, value),
      };
    };
    this.cpuInterface = banked("gic-cpu-interface", this.#cpus.map(physicalRegisters));
    this.hypervisorInterface = banked(
      "gic-hypervisor-interface",
      this.#hypervisors.map((h) => h.registers()),
    );
    this.virtualCpuInterface = banked(
      "gic-virtual-cpu-interface",
      this.#hypervisors.map(({ virtual }) => [
        ...virtual.registers("GICV"),
        ...virtualRegisters({ active: virtual.active, deactivate: (value) => virtual.deactivate(value) }),
      ]),
    );
  }

  reset(): void {
    this.distributor.reset();
    for (const part of [...this.#cpus, ...this.#hypervisors]) part.reset();
    this.update();
  }

  /** Drives a PPI of a CPU. */
  setPpi(cpu: number, id: number, asserted: boolean): void {
    const { interrupts } = this.distributor;
    if (interrupts.line.get(id, cpu) === asserted) return;
    interrupts.setLine(id, cpu, asserted);
    this.update();
  }

  /** Drives a shared interrupt. id: from 32. */
  setSpi(id: number, asserted: boolean): void {
    this.setPpi(0, id, asserted);
  }

  /** Brings every line up to date with the registers. The maintenance interrupt is an input and an output. */
  update(): void {
    if (this.#updating) return;
    this.#updating = true;
    this.#hypervisors.forEach((hypervisor, cpu) => {
      this.distributor.interrupts.setLine(MAINTENANCE_PPI, cpu, hypervisor.maintenance());
    });
    this.#updating = false;
    this.#cpus.forEach((physical, cpu) => {
      const signal = physical.signal();
      const virtual = this.#hypervisors[cpu]?.signal();
      this.#drive(cpu, "irq", signal === "irq");
      this.#drive(cpu, "fiq", signal === "fiq");
      this.#drive(cpu, "virtual-irq", virtual === "irq");
      this.#drive(cpu, "virtual-fiq", virtual === "fiq");
    });
  }

  #drive(cpu: number, line: InterruptLine, asserted: boolean): void {
    const key = `${line} ${cpu}`;
    if (this.#asserted.has(key) === asserted) return;
    if (asserted) this.#asserted.add(key);
    else this.#asserted.delete(key);
    this.board.setLine(cpu, line, asserted);
  }

  #physicalInterface(cpu: number): GicCpuInterface {
    const { distributor } = this;
    const { interrupts } = distributor;
    return new GicCpuInterface(
      {
        highestPending: () => interrupts.highestPending(cpu),
        forwards: (group) => distributor.forwards(group),
        acknowledge: (id) => interrupts.acknowledge(id, cpu),
        groupOf: (id) => interrupts.groupOf(id, cpu),
        deactivate: (id, { byEoi, dropped }) => {
          if (dropped || !byEoi) interrupts.active.set(id, cpu, false);
        },
      },
      { controlMask, priorityShift: 0, leastBinaryPoint: 0, separateGroups: true, idEnd: gicIds.end },
      () => this.update(),
    );
  }
}

function physicalRegisters(cpu: GicCpuInterface): readonly WordRegister[] {
  const words = (name: string, offset: number, bits: Uint32Array | undefined): WordRegister => ({
    name,
    offset,
    count: 4,
    read: (index) => bits?.[index] ?? 0,
    write: (value, index) => {
      if (bits !== undefined) bits[index] = value;
    },
  });
  return [
    ...cpu.registers("GICC"),
    words("GICC_APR", 0xd0, cpu.active[0]?.words),
    words("GICC_NSAPR", 0xe0, cpu.active[1]?.words),
    { name: "GICC_IIDR", offset: 0xfc, read: () => CPU_INTERFACE_ID },
    { name: "GICC_DIR", offset: 0x1000, write: (value) => cpu.deactivate(value) },
  ];
}
