import type { Architecture, TlbInvalidation } from "../architecture.js";
import type { Clock, Engine } from "../engine.js";
import { Machine } from "../machine.js";
import { PhysicalMemory } from "../physical-memory.js";
import type { BufferWindow } from "../state-storage.js";
import type { InvalidationOperand } from "../tlb.js";
import { Gic } from "./gic.js";
import type { Host } from "./host.js";
import type { StrayAccess } from "./mmio.js";
import { Pl011 } from "./pl011.js";
import { type PeStart, ProcessingElement, type ResetFlags } from "./processing-element.js";
import { largestGap, type Program } from "./program.js";
import { Psci } from "./psci.js";
import { Scheduler } from "./scheduler.js";
import { SEMIHOSTING_HALT, Semihosting } from "./semihosting.js";
import { withDeviceTree } from "./virt-device-tree.js";
import { COUNTER_HERTZ, timerPpis, UART_INTERRUPT, virtMap } from "./virt-map.js";

/**
 * How a board is made. architecture: with the CPU's reset values. cpus: 1 … 8. engine: what executes a PE; the reference
 * machine unless said. windows: where RAM and the first PE's state are kept, when the engine wants them somewhere.
 * onStray: told of each access to a device that reached no register.
 */
export interface VirtBoardOptions {
  readonly architecture: Architecture;
  readonly cpus: number;
  readonly memoryBytes: bigint;
  readonly host: Host;
  readonly flags?: ResetFlags;
  readonly engine?: (machine: Machine) => Engine;
  readonly windows?: { readonly ram: BufferWindow; readonly state: BufferWindow };
  readonly onStray?: (access: StrayAccess) => void;
}

/** Why a board stopped. exit: with the status that the program gave. asleep: no PE can ever go on. */
export type BoardStop =
  | { readonly reason: "limit" | "asleep"; readonly instructions: number }
  | { readonly reason: "exit"; readonly status: number; readonly instructions: number };

const NANOSECONDS_PER_TICK = 1_000_000_000n / COUNTER_HERTZ;
const PAGE_BYTES = 0x1000n;

/**
 * A board like QEMU's `virt` with virtualization: PEs that start at EL2, RAM at 1 GiB, a GICv2, a PL011, PSCI by SMC, and
 * semihosting. The same program on the same input takes the same course every time: time is what PEs execute.
 */
export class VirtBoard {
  readonly clock: Clock = { ticks: 0n };
  readonly memory = new PhysicalMemory();
  readonly pes: readonly ProcessingElement[];
  readonly #scheduler: Scheduler;
  readonly #uart: Pl011;
  readonly #gic: Gic;
  readonly #semihosting: Semihosting;
  readonly #psci: Psci;
  #current: ProcessingElement | undefined;
  #given: Program | undefined;
  /** With the device tree. */
  #program: Program | undefined;
  #exit: number | undefined;
  #resets = false;

  constructor(readonly options: VirtBoardOptions) {
    const { host, onStray, memoryBytes, cpus } = options;
    this.memory.addRam(virtMap.ram, memoryBytes, options.windows?.ram);
    this.#semihosting = this.#makeSemihosting();
    this.#psci = this.#makePsci();
    this.pes = Array.from({ length: cpus }, (_, i) => this.#makeElement(i));
    this.#gic = new Gic({
      cpus,
      currentCpu: () => this.#current?.index ?? 0,
      setLine: (cpu, line, asserted) => this.pes[cpu]?.engine.setLine(line, asserted),
      ...(onStray === undefined ? {} : { onStray }),
    });
    this.#uart = new Pl011(host.console, (on) => this.#gic.setSpi(UART_INTERRUPT, on), onStray);
    this.#addDevices();
    this.#scheduler = this.#makeScheduler();
  }

  /**
   * Loads a program and brings the board to its start, with the device tree where there is room for it.
   * Throws RangeError where a part lies outside of RAM.
   */
  start(given: Program): void {
    const { cpus, memoryBytes } = this.options;
    const program = withDeviceTree(given, cpus, memoryBytes);
    this.#given = given;
    this.#program = program;
    this.#resets = false;
    for (const { address, bytes } of program.parts) this.memory.load(address, bytes);
    this.#gic.reset();
    this.#uart.reset();
    for (const pe of this.pes) pe.on = false;
    this.pes[0]?.start(program);
  }

  /**
   * From the next run on something else executes the first PE, and goes on where it is: an engine of its machine, whose
   * state and RAM lie in options.windows.
   */
  useEngine(make: (machine: Machine) => Engine): void {
    const [first] = this.pes;
    if (first !== undefined) first.engine = make(first.machine);
  }

  /** Executes until the program ends, the instructions of all PEs are spent, or no PE can go on. */
  run(maxInstructions: number): BoardStop {
    const { reason, instructions } = this.#scheduler.run(maxInstructions);
    if (reason === "stopped") return { reason: "exit", status: this.#exit ?? 0, instructions };
    return { reason, instructions };
  }

  #makeElement(index: number): ProcessingElement {
    const machine: Machine = new Machine(this.options.architecture, {
      memory: this.memory,
      clock: this.clock,
      ...(index === 0 && this.options.windows !== undefined ? { storage: this.options.windows.state } : {}),
      onHalt: (immediate) => {
        // Semihosting is not for EL0. DDI0487, HLT: UNDEFINED when halting is not allowed.
        if (immediate !== SEMIHOSTING_HALT || machine.pstate.EL === 0) return undefined;
        this.#semihosting.call(machine);
        return false;
      },
      onSecureMonitorCall: () => {
        this.#psci.call(machine);
        return true;
      },
      onTimerWrite: () => this.#current?.engine.requestStop(),
      onSendEvent: () => this.#sendEvent(),
      onBroadcast: (invalidation, operand) => this.#broadcast(index, invalidation, operand),
    });
    const engine = this.options.engine?.(machine) ?? machine;
    return new ProcessingElement(index, machine, engine, this.options.flags);
  }

  #makeSemihosting(): Semihosting {
    const { host, memoryBytes } = this.options;
    const ram = { base: virtMap.ram, end: virtMap.ram + memoryBytes };
    return new Semihosting({
      host,
      nanoseconds: () => this.clock.ticks * NANOSECONDS_PER_TICK,
      freeMemory: () => largestGap(ram, this.#program?.parts ?? []),
      exit: (status) => this.#end(status),
    });
  }

  #makePsci(): Psci {
    const find = (affinity: bigint) => this.pes.find((pe) => pe.affinity === affinity);
    return new Psci({
      isOn: (affinity) => find(affinity)?.on,
      start: (affinity: bigint, start: PeStart) => find(affinity)?.start(start),
      stopCaller: () => {
        this.#current?.stop();
        return undefined;
      },
      suspendCaller: () => this.#current?.suspend(),
      powerOff: () => {
        this.#end(0);
        return undefined;
      },
      reset: () => {
        this.#resets = true;
        this.#current?.engine.requestStop();
        return undefined;
      },
    });
  }

  #makeScheduler(): Scheduler {
    return new Scheduler({
      clock: this.clock,
      pes: this.pes,
      onTurn: (pe) => {
        this.#current = pe;
      },
      deadline: () => this.#deadline(),
      update: () => this.#update(),
      stopped: () => this.#exit !== undefined,
    });
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

  #update(): void {
    if (this.#resets && this.#given !== undefined) this.start(this.#given);
    for (const { index, machine } of this.pes) {
      for (const { timer, ppi } of timerPpis) this.#gic.setPpi(index, ppi, machine.timerOutput(timer));
    }
  }

  #end(status: number): void {
    this.#exit = status;
    this.#current?.engine.requestStop();
  }

  /** A TLBI of the Inner Shareable domain, to which all PEs of the board belong. */
  #broadcast(from: number, invalidation: TlbInvalidation, operand: InvalidationOperand): void {
    for (const { index, machine, engine } of this.pes) {
      if (index === from) continue;
      machine.tlb.invalidate(invalidation, operand);
      engine.invalidate("translation");
    }
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
}
