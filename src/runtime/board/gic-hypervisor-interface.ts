import { cpuControl, type GicCpuInterface } from "./gic-cpu-interface.js";
import { GicListRegisters, LIST_REGISTERS } from "./gic-list-registers.js";
import { virtualCpuInterface } from "./gic-virtual-cpu-interface.js";
import type { WordRegister } from "./mmio.js";

/** GICH_HCR. Source: IHI0048B, 5.3.1. */
const hcr = {
  enable: 0x01,
  underflow: 0x02,
  notPresent: 0x04,
  noPending: 0x08,
  group0Enabled: 0x10,
  group0Disabled: 0x20,
  group1Enabled: 0x40,
  group1Disabled: 0x80,
  countLsb: 27,
} as const;
const HCR_MASK = 0xf800_00ff;
/** GICH_VTR: four list registers, 32 priorities, 32 of them preempt. */
const VTR = 0x9000_0003;

/** Bits 22:20 of GICH_LRn are reserved. */
const LIST_REGISTER_MASK = 0xff8f_ffff;

/** Where GICH_VMCR has GICV's settings. Source: IHI0048B, 5.3.3. */
const vmcrControl =
  cpuControl.enableGroup0 |
  cpuControl.enableGroup1 |
  cpuControl.ackCtl |
  cpuControl.fiqEn |
  cpuControl.commonBinaryPoint |
  cpuControl.eoiMode;
const vmcrLsb = { aliasedBinaryPoint: 18, binaryPoint: 21, priorityMask: 27 } as const;

/**
 * The virtual interface control of a PE: list registers, maintenance interrupt, and the hypervisor's view of the virtual
 * CPU interface. Source: IHI0048B, 5.3.
 */
export class GicHypervisorInterface {
  readonly list = new GicListRegisters();
  readonly virtual: GicCpuInterface;
  #control = 0;

  constructor(
    readonly onChange: () => void,
    readonly deactivatePhysical: (id: number) => void,
  ) {
    this.virtual = virtualCpuInterface(this, onChange);
  }

  reset(): void {
    this.#control = 0;
    this.list.words.fill(0);
    this.virtual.reset();
  }

  enabled(): boolean {
    return (this.#control & hcr.enable) !== 0;
  }

  countEnd(): void {
    this.#control = (this.#control + 2 ** hcr.countLsb) >>> 0;
  }

  /** Whether the maintenance interrupt is asserted. */
  maintenance(): boolean {
    return this.enabled() && this.#status() !== 0;
  }

  /** Whether a CPU interface of the virtual machine asserts something; what. */
  signal(): "irq" | "fiq" | undefined {
    return this.enabled() ? this.virtual.signal() : undefined;
  }

  registers(): readonly WordRegister[] {
    const { list } = this;
    const changed = (write: (value: number, index: number) => void) => (value: number, index: number) => {
      write(value, index);
      this.onChange();
    };
    const own = this.virtual.active[0]?.words ?? new Uint32Array(1);
    return [
      {
        name: "GICH_HCR",
        offset: 0x00,
        read: () => this.#control,
        write: changed((value) => {
          this.#control = (value & HCR_MASK) >>> 0;
        }),
      },
      { name: "GICH_VTR", offset: 0x04, read: () => VTR },
      {
        name: "GICH_VMCR",
        offset: 0x08,
        read: () => this.#machineControl(),
        write: changed((value) => this.#setMachineControl(value)),
      },
      { name: "GICH_MISR", offset: 0x10, read: () => this.#status() },
      { name: "GICH_EISR", offset: 0x20, count: 2, read: (index) => (index === 0 ? list.ended() : 0) },
      { name: "GICH_ELRSR", offset: 0x30, count: 2, read: (index) => (index === 0 ? list.empty() : 0) },
      {
        name: "GICH_APR",
        offset: 0xf0,
        read: () => own[0] ?? 0,
        write: changed((value) => {
          own[0] = value;
        }),
      },
      {
        name: "GICH_LR",
        offset: 0x100,
        count: LIST_REGISTERS,
        read: (index) => list.words[index] ?? 0,
        write: changed((value, index) => {
          list.words[index] = value & LIST_REGISTER_MASK;
        }),
      },
    ];
  }

  /** GICH_MISR: why there is a maintenance interrupt. */
  #status(): number {
    const control = this.#control;
    const when = (enable: number, holds: boolean) => (control & enable) !== 0 && holds;
    const group = (bit: number) => (this.virtual.control & bit) !== 0;
    const reasons = [
      this.list.ended() !== 0,
      when(hcr.underflow, this.list.valid <= 1),
      when(hcr.notPresent, control >>> hcr.countLsb !== 0),
      when(hcr.noPending, !this.list.anyPending),
      when(hcr.group0Enabled, group(cpuControl.enableGroup0)),
      when(hcr.group0Disabled, !group(cpuControl.enableGroup0)),
      when(hcr.group1Enabled, group(cpuControl.enableGroup1)),
      when(hcr.group1Disabled, !group(cpuControl.enableGroup1)),
    ];
    return reasons.reduce((bits, holds, i) => bits | (holds ? 1 << i : 0), 0);
  }

  #machineControl(): number {
    const { control, priorityMask, binaryPoint, aliasedBinaryPoint } = this.virtual;
    const bits =
      (control & vmcrControl) |
      (aliasedBinaryPoint << vmcrLsb.aliasedBinaryPoint) |
      (binaryPoint << vmcrLsb.binaryPoint) |
      ((priorityMask >> 3) << vmcrLsb.priorityMask);
    return bits >>> 0;
  }

  #setMachineControl(value: number): void {
    const { virtual } = this;
    const least = virtual.settings.leastBinaryPoint;
    virtual.control = value & vmcrControl;
    virtual.aliasedBinaryPoint = Math.max((value >>> vmcrLsb.aliasedBinaryPoint) & 7, least + 1);
    virtual.binaryPoint = Math.max((value >>> vmcrLsb.binaryPoint) & 7, least);
    virtual.priorityMask = ((value >>> vmcrLsb.priorityMask) & 0x1f) << 3;
  }
}
