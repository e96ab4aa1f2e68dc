/** Interrupt numbers. Source: IHI0048B, 2.2.1. */
export const gicIds = { firstPpi: 16, firstSpi: 32, end: 288, spurious: 1023 } as const;

/** Priority of a CPU interface without an active interrupt: lower than all. */
export const IDLE_PRIORITY = 0x100;

/** All CPUs: what the bits of a shared interrupt are. */
const EVERYONE = 0xff;

/** An interrupt that waits to be taken. priority: the lower, the more urgent. */
export interface PendingInterrupt {
  readonly id: number;
  readonly priority: number;
  readonly group: number;
}

/** One bit for each interrupt and CPU; shared interrupts have one bit for all. */
export class InterruptBits {
  readonly #masks = new Uint8Array(gicIds.end);

  get(id: number, cpu: number): boolean {
    return ((this.#masks[id] ?? 0) & cpuMask(id, cpu)) !== 0;
  }

  set(id: number, cpu: number, value: boolean): void {
    const mask = cpuMask(id, cpu);
    const before = this.#masks[id] ?? 0;
    this.#masks[id] = value ? before | mask : before & ~mask;
  }

  /** Whether the bit is set for any CPU. */
  any(id: number): boolean {
    return this.#masks[id] !== 0;
  }

  clear(): void {
    this.#masks.fill(0);
  }
}

/** SGIs and PPIs are each CPU's own. */
function cpuMask(id: number, cpu: number): number {
  return id < gicIds.firstSpi ? 1 << cpu : EVERYONE;
}

/**
 * The state of all interrupts: what the distributor keeps.
 * A level-sensitive interrupt is pending while its line is asserted or its latch is set; an edge-triggered one while its
 * latch is. Source: IHI0048B, 3.2.4 and 4.3.
 */
export class GicInterrupts {
  readonly enabled = new InterruptBits();
  readonly group = new InterruptBits();
  readonly active = new InterruptBits();
  readonly latch = new InterruptBits();
  readonly line = new InterruptBits();
  readonly edge = new InterruptBits();
  readonly targets = new Uint8Array(gicIds.end);
  readonly #priorities = new Uint8Array(gicIds.end * 8);
  readonly #sgiSources = new Uint8Array(gicIds.firstPpi * 8);

  constructor(readonly cpus: number) {
    this.reset();
  }

  /** As after reset: SGIs enabled and edge-triggered, all else off. Lines are inputs: they stay. */
  reset(): void {
    for (const bits of [this.enabled, this.group, this.active, this.latch, this.edge]) bits.clear();
    this.targets.fill(this.cpus === 1 ? 1 : 0);
    this.#priorities.fill(0);
    this.#sgiSources.fill(0);
    for (let id = 0; id < gicIds.firstPpi; id++) {
      for (let cpu = 0; cpu < this.cpus; cpu++) {
        this.enabled.set(id, cpu, true);
        this.edge.set(id, cpu, true);
      }
    }
  }

  isPending(id: number, cpu: number): boolean {
    return this.latch.get(id, cpu) || (!this.edge.get(id, cpu) && this.line.get(id, cpu));
  }

  priority(id: number, cpu: number): number {
    return this.#priorities[placeOf(id, cpu)] ?? 0;
  }

  setPriority(id: number, cpu: number, priority: number): void {
    this.#priorities[placeOf(id, cpu)] = priority;
  }

  groupOf(id: number, cpu: number): number {
    return this.group.get(id, cpu) ? 1 : 0;
  }

  /** Drives an interrupt's line; a rising edge sets the latch of an edge-triggered one. */
  setLine(id: number, cpu: number, asserted: boolean): void {
    const rises = asserted && !this.line.get(id, cpu);
    this.line.set(id, cpu, asserted);
    if (rises && this.edge.get(id, cpu)) this.latch.set(id, cpu, true);
  }

  /** The CPUs, one bit each, that an SGI for a CPU is pending from. */
  sgiSources(id: number, cpu: number): number {
    return this.#sgiSources[placeOf(id, cpu)] ?? 0;
  }

  setSgiSources(id: number, cpu: number, sources: number): void {
    this.#sgiSources[placeOf(id, cpu)] = sources;
    this.latch.set(id, cpu, sources !== 0);
  }

  /** The pending, enabled, not active interrupt of the highest priority for a CPU; of equals the lowest number. */
  highestPending(cpu: number): PendingInterrupt | undefined {
    let best: PendingInterrupt | undefined;
    for (let id = 0; id < gicIds.end; id++) {
      if (!this.latch.any(id) && !this.line.any(id)) continue;
      const priority = this.priority(id, cpu);
      if (priority >= (best?.priority ?? IDLE_PRIORITY) || !this.#isCandidate(id, cpu)) continue;
      best = { id, priority, group: this.groupOf(id, cpu) };
    }
    return best;
  }

  /** Makes a pending interrupt active; what IAR shows: the number, and for an SGI the CPU that asked. */
  acknowledge(id: number, cpu: number): number {
    this.active.set(id, cpu, true);
    if (id >= gicIds.firstPpi) {
      this.latch.set(id, cpu, false);
      return id;
    }
    const sources = this.sgiSources(id, cpu);
    const source = 31 - Math.clz32(sources & -sources);
    this.setSgiSources(id, cpu, sources & (sources - 1));
    return id | (Math.max(source, 0) << 10);
  }

  #isCandidate(id: number, cpu: number): boolean {
    const reaches = id < gicIds.firstSpi || ((this.targets[id] ?? 0) & (1 << cpu)) !== 0;
    return reaches && this.enabled.get(id, cpu) && !this.active.get(id, cpu) && this.isPending(id, cpu);
  }
}

function placeOf(id: number, cpu: number): number {
  return id < gicIds.firstSpi ? 8 * id + cpu : 8 * id;
}
