import { cpuControl, GicCpuInterface } from "./gic-cpu-interface.js";
import { gicIds } from "./gic-interrupts.js";
import type { GicListRegisters } from "./gic-list-registers.js";
import type { WordRegister } from "./mmio.js";

/** What the virtual CPU interface asks of the hypervisor's side. */
export interface VirtualInterfaceOwner {
  readonly list: GicListRegisters;
  /** GICH_HCR.En. */
  enabled(): boolean;
  /** An interrupt was ended that no list register holds: GICH_HCR.EOICount goes up. */
  countEnd(): void;
  /** Deactivates the physical interrupt behind a virtual one. */
  deactivatePhysical(id: number): void;
}

/** GICC_IIDR and GICV_IIDR: Arm, architecture version 2. */
export const CPU_INTERFACE_ID = 0x0002_043b;

const controlMask =
  cpuControl.enableGroup0 |
  cpuControl.enableGroup1 |
  cpuControl.ackCtl |
  cpuControl.fiqEn |
  cpuControl.commonBinaryPoint |
  cpuControl.eoiMode;

/**
 * The virtual CPU interface of a PE: a CPU interface whose interrupts are in the list registers, with 32 priorities.
 * Source: IHI0048B, 5.4.
 */
export function virtualCpuInterface(owner: VirtualInterfaceOwner, onChange: () => void): GicCpuInterface {
  return new GicCpuInterface(
    {
      highestPending: () => owner.list.highestPending(),
      forwards: () => owner.enabled(),
      acknowledge: (id) => owner.list.acknowledge(id),
      groupOf: () => 0,
      deactivate: (id, { byEoi, dropped }) => {
        const { found, physicalId } = owner.list.deactivate(id);
        if (!found && (dropped || !byEoi)) owner.countEnd();
        if (physicalId !== undefined) owner.deactivatePhysical(physicalId);
      },
    },
    { controlMask, priorityShift: 3, leastBinaryPoint: 2, separateGroups: false, idEnd: gicIds.spurious - 3 },
    onChange,
  );
}

/** The registers that GICV has besides those of every CPU interface. */
export function virtualRegisters({
  active,
  deactivate,
}: Pick<GicCpuInterface, "active" | "deactivate">): readonly WordRegister[] {
  const words = active[0]?.words ?? new Uint32Array(1);
  return [
    {
      name: "GICV_APR",
      offset: 0xd0,
      read: () => words[0] ?? 0,
      write: (value) => {
        words[0] = value;
      },
    },
    { name: "GICV_IIDR", offset: 0xfc, read: () => CPU_INTERFACE_ID },
    { name: "GICV_DIR", offset: 0x1000, write: (value) => deactivate(value) },
  ];
}
