import type { Architecture } from "../architecture.js";
import type { Clock, Engine } from "../engine.js";
import { Machine } from "../machine.js";
import { PhysicalMemory } from "../physical-memory.js";
import { Gic } from "./gic.js";
import type { Host } from "./host.js";
import type { StrayAccess } from "./mmio.js";
import { Pl011 } from "./pl011.js";
import { type PeStart, ProcessingElement, type ResetFlags } from "./processing-element.js";
import { Scheduler } from "./scheduler.js";
import { SEMIHOSTING_HALT, Semihosting } from "./semihosting.js";

/** Bytes for the board's memory. */
export interface LoadedBytes {
  readonly address: bigint;
  readonly bytes: Uint8Array;
}

/** A program for the board: what lies in memory, and where the first PE begins. */
export interface Program extends PeStart {
  readonly parts: readonly LoadedBytes[];
}

/**
 * How a board is made. architecture: with the CPU's reset values. cpus: 1 … 8. engine: what executes a PE; the reference
 * machine unless said. onStray: told of each access to a device that reached no register.
 */
export interface VirtBoardOptions {
  readonly architecture: Architecture;
  readonly cpus: number;
  readonly memoryBytes: bigint;
  readonly host: Host;
  readonly flags?: ResetFlags;
  readonly engine?: (machine: Machine) => Engine;
  readonly onStray?: (access: StrayAccess) => void;
}

/** Why a board stopped. exit: with the status that the program gave. asleep: no PE can ever go on. */
export type BoardStop =
  | { readonly reason: "limit" | "asleep"; readonly instructions: number }
  | { readonly reason: "exit"; readonly status: number; readonly instructions: number };

/** Where things are. Source: QEMU's virt board. */
export const virtMap = {
  distributor: 0x0800_0000n,
  cpuInterface: 0x0801_0000n,
  hypervisorInterface: 0x0803_0000n,
  virtualCpuInterface: 0x0804_0000n,
  uart: 0x0900_0000n,
  ram: 0x4000_0000n,
} as const;

/** Which interrupt a timer is. */
const timerPpis = [
  { timer: "hypervisor", ppi: 26 },
  { timer: "virtual", ppi: 27 },
  { timer: "physical", ppi: 30 },
] as const;
const UART_SPI = 33;

/** Counter frequency 62.5 MHz. */
const NANOSECONDS_PER_TICK = 16n;
const PAGE_BYTES = 0x1000n;

/**
 * A board like QEMU's `virt` with virtualization: PEs that start at EL2, RAM at 1 GiB, a PL011, and semihosting.
 * The same program on the same input takes the same course every time.
 */
export class VirtBoard {
  readonly clock: Clock = { ticks: 0n };
  readonly memory = new PhysicalMemory();
  readonly pes: readonly ProcessingElement[];
  readonly #scheduler: Scheduler;
  readonly #uart: Pl011;
  readonly #gic: Gic;
  #current: ProcessingElement | undefined;
  #program: Program | undefined;
  #exit: number | undefined;

  constructor(readonly options: VirtBoardOptions) {
    const { host, onStray, memoryBytes } = options;
    this.memory.addRam(virtMap.ram, memoryBytes);
    this.#gic = new Gic({
      cpus: options.cpus,
      currentCpu: () => this.#current?.index ?? 0,
      setLine: (cpu, line, asserted) => this.pes[cpu]?.engine.setLine(line, asserted),
      ...(onStray === undefined ? {} : { onStray }),
    });
    this.#uart = new Pl011(host.console, (asserted) => this.#gic.setSpi(UART_SPI, asserted), onStray);
    this.#addDevices();
    const semihosting = new Semihosting({
      host,
      nanoseconds: () => this.clock.ticks * NANOSECONDS_PER_TICK,
      freeMemory: () => this.#freeMemory(),
      exit: (status) => this.#stop(status),
    });
    this.pes = Array.from({ length: options.cpus }, (_, i) => this.#element(i, semihosting));
    this.#scheduler = new Scheduler({
      clock: this.clock,
      pes: this.pes,
      onTurn: (pe) => {
        this.#current = pe;
      },
      deadline: () => this.#deadline(),
      update: () => this.#updateTimers(),
      stopped: () => this.#exit !== undefined,
    });
  }

  /** Loads a program and brings the board to its start. Throws RangeError where a part lies outside of RAM. */
  start(program: Program): void {
    this.#program = program;
    for (const { address, bytes } of program.parts) this.memory.load(address, bytes);
    this.#gic.reset();
    this.#uart.reset();
    for (const pe of this.pes) pe.on = false;
    this.pes[0]?.start(program);
  }

  /** Executes until the program ends, the instructions of all PEs are spent, or no PE can go on. */
  run(maxInstructions: number): BoardStop {
    const { reason, instructions } = this.#scheduler.run(maxInstructions);
    if (reason === "stopped") return { reason: "exit", status: this.#exit ?? 0, instructions };
    return { reason, instructions };
  }

  #addDevices(): void {
    const devices = [
      { base: virtMap.distributor, sizeBytes: PAGE_BYTES, device: this.#gic.distributor.device },
      { base: virtMap.cpuInterface, sizeBytes: 2n * PAGE_BYTES, device: this.#gic.cpuInterface },
      { base: virtMap.hypervisorInterface, sizeBytes: PAGE_BYTES, device: this.#gic.hypervisorInterface },
      {
        base: virtMap.virtualCpuInterface,
        sizeBytes: 2n * PAGE_BYTES,
        device: this.#gic.virtualCpuInterface,
      },
      { base: virtMap.uart, sizeBytes: PAGE_BYTES, device: this.#uart.device },
    ];
    for (const { base, sizeBytes, device } of devices) this.memory.addDevice(base, sizeBytes, device);
  }

  #updateTimers(): void {
    for (const { index, machine } of this.pes) {
      for (const { timer, ppi } of timerPpis) this.#gic.setPpi(index, ppi, machine.timerOutput(timer));
    }
  }

  #element(index: number, semihosting: Semihosting): ProcessingElement {
    const machine: Machine = new Machine(this.options.architecture, {
      memory: this.memory,
      clock: this.clock,
      onHalt: (immediate) => {
        // Semihosting is not for EL0. DDI0487, HLT: UNDEFINED when halting is not allowed.
        if (immediate !== SEMIHOSTING_HALT || machine.pstate.EL === 0) return undefined;
        semihosting.call(machine);
        return false;
      },
      onTimerWrite: () => this.#current?.engine.requestStop(),
      onSendEvent: () => this.#sendEvent(),
    });
    const engine = this.options.engine?.(machine) ?? machine;
    return new ProcessingElement(index, machine, engine, this.options.flags);
  }

  #stop(status: number): void {
    this.#exit = status;
    this.#current?.engine.requestStop();
  }

  #sendEvent(): void {
    for (const { machine } of this.pes) machine.state.eventRegister = true;
  }

  #deadline(): bigint | undefined {
    let least: bigint | undefined;
    for (const { on, machine } of this.pes) {
      const at = on ? machine.timers.deadline() : undefined;
      if (at !== undefined && (least === undefined || at < least)) least = at;
    }
    return least;
  }

  /** The largest range of RAM between what was loaded. */
  #freeMemory(): { readonly base: bigint; readonly end: bigint } {
    const end = virtMap.ram + this.options.memoryBytes;
    const parts = [...(this.#program?.parts ?? []), { address: end, bytes: new Uint8Array() }];
    let best = { base: end, end };
    let from: bigint = virtMap.ram;
    for (const { address, bytes } of parts.sort((a, b) => (a.address < b.address ? -1 : 1))) {
      if (address - from > best.end - best.base) best = { base: from, end: address };
      const after = address + BigInt(bytes.length);
      if (after > from) from = after;
    }
    return best;
  }
}
