import { GicActivePriorities } from "./gic-active-priorities.js";
import { gicIds, IDLE_PRIORITY, type PendingInterrupt } from "./gic-interrupts.js";
import type { WordRegister } from "./mmio.js";

/** Bits of GICC_CTLR and GICV_CTLR. Source: IHI0048B, 4.4.1 and 5.4.1. */
export const cpuControl = {
  enableGroup0: 0x001,
  enableGroup1: 0x002,
  ackCtl: 0x004,
  fiqEn: 0x008,
  commonBinaryPoint: 0x010,
  eoiMode: 0x200,
} as const;

const GROUP1_WITHOUT_ACKCTL = 1022;
const ID_MASK = 0x3ff;

/** Where a CPU interface has its interrupts from: the distributor, or the list registers. */
export interface InterruptSource {
  /** The pending interrupt of the highest priority that is not active. */
  highestPending(): PendingInterrupt | undefined;
  /** Whether interrupts of a group are forwarded at all. */
  forwards(group: number): boolean;
  /** Makes it active; what IAR shows. */
  acknowledge(id: number): number;
  groupOf(id: number): number;
  /** Ends an interrupt's activity. value: as written to EOIR or DIR. byEoi: by the former. dropped: with a priority. */
  deactivate(id: number, how: { readonly byEoi: boolean; readonly dropped: boolean }): void;
}

/** What distinguishes the physical CPU interface from the virtual one. */
export interface CpuInterfaceSettings {
  /** Bits of CTLR that there are. */
  readonly controlMask: number;
  /** How many low bits of a priority are not implemented. */
  readonly priorityShift: number;
  /** The least GICC_BPR; GICC_ABPR's is one more. */
  readonly leastBinaryPoint: number;
  /** Group 0 and group 1 have active priorities of their own. */
  readonly separateGroups: boolean;
  /** EOIR of a number beyond this is ignored. */
  readonly idEnd: number;
}

/**
 * A CPU interface of a GICv2 without Security Extensions, physical or virtual: masks, prioritizes, and hands interrupts
 * to a PE. Source: IHI0048B, 3.3, 4.4 and 5.3.
 */
export class GicCpuInterface {
  control = 0;
  priorityMask = 0;
  binaryPoint = 0;
  aliasedBinaryPoint = 0;
  readonly active: readonly GicActivePriorities[];

  constructor(
    readonly source: InterruptSource,
    readonly settings: CpuInterfaceSettings,
    readonly onChange: () => void,
  ) {
    const levels = 128 >> settings.leastBinaryPoint;
    const own = new GicActivePriorities(levels);
    this.active = settings.separateGroups ? [own, new GicActivePriorities(levels)] : [own];
    this.reset();
  }

  reset(): void {
    this.control = 0;
    this.priorityMask = 0;
    this.binaryPoint = this.settings.leastBinaryPoint;
    this.aliasedBinaryPoint = this.settings.leastBinaryPoint + 1;
    for (const { words } of this.active) words.fill(0);
  }

  /** Which input of the PE it asserts. */
  signal(): "irq" | "fiq" | undefined {
    const best = this.#unmasked();
    if (best === undefined || best.priority >= this.#running()) return undefined;
    if (!this.source.forwards(best.group) || (this.control & (1 << best.group)) === 0) return undefined;
    return best.group === 0 && (this.control & cpuControl.fiqEn) !== 0 ? "fiq" : "irq";
  }

  /** CTLR … HPPIR, ABPR and the aliases: the registers that both interfaces have, at their offsets. */
  registers(prefix: string): readonly WordRegister[] {
    return [
      this.#value(`${prefix}_CTLR`, 0x00, "control", (value) => value & this.settings.controlMask),
      this.#value(`${prefix}_PMR`, 0x04, "priorityMask", (value) => this.#implemented(value)),
      this.#value(`${prefix}_BPR`, 0x08, "binaryPoint", (value) => this.#atLeast(value, 0)),
      { name: `${prefix}_IAR`, offset: 0x0c, read: () => this.#acknowledge() },
      { name: `${prefix}_EOIR`, offset: 0x10, write: (value) => this.#end(value) },
      { name: `${prefix}_RPR`, offset: 0x14, read: () => Math.min(this.#running(), 0xff) },
      { name: `${prefix}_HPPIR`, offset: 0x18, read: () => this.#visible() },
      this.#value(`${prefix}_ABPR`, 0x1c, "aliasedBinaryPoint", (value) => this.#atLeast(value, 1)),
    ];
  }

  /** GICC_DIR and GICV_DIR: only after a priority drop by EOIR. */
  deactivate(value: number): void {
    if ((this.control & cpuControl.eoiMode) === 0) return;
    if ((value & ID_MASK) >= this.settings.idEnd) return;
    this.source.deactivate(value & ID_MASK, { byEoi: false, dropped: false });
    this.onChange();
  }

  #value(
    name: string,
    offset: number,
    key: "control" | "priorityMask" | "binaryPoint" | "aliasedBinaryPoint",
    kept: (value: number) => number,
  ): WordRegister {
    return {
      name,
      offset,
      read: () => this[key],
      write: (value) => {
        this[key] = kept(value);
        this.onChange();
      },
    };
  }

  #implemented(priority: number): number {
    return priority & (0xff << this.settings.priorityShift) & 0xff;
  }

  #atLeast(value: number, more: number): number {
    return Math.max(value & 7, this.settings.leastBinaryPoint + more);
  }

  /** What HPPIR tells of: while any group is enabled on either side, of whichever group it is. */
  #unmasked(): PendingInterrupt | undefined {
    const forwards = this.source.forwards(0) || this.source.forwards(1);
    const enabled = (this.control & (cpuControl.enableGroup0 | cpuControl.enableGroup1)) !== 0;
    if (!forwards || !enabled) return undefined;
    const best = this.source.highestPending();
    return best !== undefined && best.priority < this.priorityMask ? best : undefined;
  }

  #running(): number {
    return Math.min(...this.active.map((priorities) => priorities.highest()), IDLE_PRIORITY);
  }

  /** HPPIR: the pending interrupt, or that there is one that only AckCtl shows. */
  #visible(): number {
    const best = this.#unmasked();
    if (best === undefined) return gicIds.spurious;
    const hidden = best.group === 1 && (this.control & cpuControl.ackCtl) === 0;
    return hidden ? GROUP1_WITHOUT_ACKCTL : best.id;
  }

  #acknowledge(): number {
    const id = this.#visible();
    const best = this.#unmasked();
    if (best === undefined || id >= GROUP1_WITHOUT_ACKCTL) return id;
    if (best.priority >= this.#running()) return gicIds.spurious;
    this.#activePrioritiesOf(best.group).activate(this.#groupPriority(best));
    const value = this.source.acknowledge(best.id);
    this.onChange();
    return value;
  }

  /** The part of a priority that preempts. Source: IHI0048B, 3.3.3. */
  #groupPriority({ priority, group }: PendingInterrupt): number {
    const own = group === 1 && (this.control & cpuControl.commonBinaryPoint) === 0;
    const point = own ? this.aliasedBinaryPoint - 1 : this.binaryPoint;
    return priority & (0xff << (point + 1)) & 0xff;
  }

  #activePrioritiesOf(group: number): GicActivePriorities {
    const own = this.active[this.settings.separateGroups ? group : 0];
    if (own === undefined) throw new Error(`a CPU interface without active priorities of group ${group}`);
    return own;
  }

  /** EOIR: drops the running priority, and deactivates unless EOImode leaves that to DIR. */
  #end(value: number): void {
    const id = value & ID_MASK;
    if (id >= this.settings.idEnd) return;
    const dropped = this.#running() < IDLE_PRIORITY;
    if (dropped) this.#activePrioritiesOf(this.source.groupOf(id)).drop();
    if ((this.control & cpuControl.eoiMode) === 0) this.source.deactivate(id, { byEoi: true, dropped });
    this.onChange();
  }
}
