import type { Machine } from "../machine.js";
import type { PeStart } from "./processing-element.js";

/** What PSCI acts on. Affinities are MPIDR_EL1's, without its other bits. */
export interface PsciBoard {
  /** The state of a PE; undefined when there is none of that affinity. */
  isOn(affinity: bigint): boolean | undefined;
  start(affinity: bigint, start: PeStart): void;
  /** Switches off the PE that calls. */
  stopCaller(): undefined;
  /** Lets the PE that calls wait for an interrupt. */
  suspendCaller(): void;
  powerOff(): undefined;
  reset(): undefined;
}

/** Return values. Source: DEN0022, 5.2.2. */
const result = {
  success: 0n,
  notSupported: -1n,
  invalidParameters: -2n,
  alreadyOn: -4n,
} as const;

/** Version 1.1. */
const VERSION = 0x1_0001n;
/** MIGRATE_INFO_TYPE: there is no Trusted OS that would have to migrate. */
const NO_MIGRATION = 2n;
/** AFFINITY_INFO: the state of a PE. */
const affinityState = { on: 0n, off: 1n } as const;
/** Bits of power_state that must be 0. Source: DEN0022, 5.4.2. */
const POWER_STATE_RESERVED = 0xfffe_0000n;
/** Bit 30 of a function tells the 64-bit calling convention from the 32-bit one. */
const SMC64 = 0x4000_0000;

/** Arguments to the result; undefined from a function that does not return. */
type Call = (a: bigint, b: bigint, c: bigint) => bigint | undefined;

interface PsciFunction {
  readonly id: number;
  /** Has a 64-bit twin. */
  readonly wide: boolean;
  /** Said of by PSCI_FEATURES. */
  readonly feature: boolean;
  readonly call: Call;
}

/**
 * The Power State Coordination Interface, as the board's firmware answers SMC: the function in W0, arguments in X1 … X3,
 * the result in X0. Source: DEN0022, chapter 5.
 */
export class Psci {
  readonly #functions = new Map<number, PsciFunction>();

  constructor(readonly board: PsciBoard) {
    for (const known of this.#table()) {
      this.#functions.set(known.id, known);
      if (known.wide) this.#functions.set((known.id | SMC64) >>> 0, known);
    }
  }

  /** Performs the call of a PE. A function that is not there is answered with NOT_SUPPORTED, as SMCCC wants it. */
  call({ x }: Pick<Machine, "x">): void {
    const id = Number(BigInt.asUintN(32, x[0] ?? 0n));
    const call = this.#functions.get(id)?.call ?? (() => result.notSupported);
    const wide = (id & SMC64) !== 0;
    const argument = (index: number) => (wide ? (x[index] ?? 0n) : BigInt.asUintN(32, x[index] ?? 0n));
    const value = call(argument(1), argument(2), argument(3));
    if (value !== undefined) x[0] = BigInt.asUintN(64, value);
  }

  #table(): readonly PsciFunction[] {
    const { board } = this;
    const narrow = { wide: false, feature: true } as const;
    const both = { wide: true, feature: true } as const;
    return [
      { id: 0x8400_0000, ...narrow, call: () => VERSION },
      { id: 0x8400_0001, ...both, call: (powerState) => this.#suspend(powerState) },
      { id: 0x8400_0002, ...narrow, call: () => board.stopCaller() },
      { id: 0x8400_0003, ...both, call: (target, pc, x0) => this.#on(target, { pc, x0 }) },
      { id: 0x8400_0004, ...both, call: (target, level) => this.#affinityInfo(target, level) },
      { id: 0x8400_0005, wide: true, feature: false, call: () => result.notSupported },
      { id: 0x8400_0006, ...narrow, call: () => NO_MIGRATION },
      { id: 0x8400_0008, ...narrow, call: () => board.powerOff() },
      { id: 0x8400_0009, ...narrow, call: () => board.reset() },
      { id: 0x8400_000a, ...narrow, call: (id) => this.#features(Number(id)) },
    ];
  }

  /** Powering down is left out: whatever the state, the PE stands by and comes back when it is woken. */
  #suspend(powerState: bigint): bigint {
    if ((powerState & POWER_STATE_RESERVED) !== 0n) return result.invalidParameters;
    this.board.suspendCaller();
    return result.success;
  }

  #on(target: bigint, start: PeStart): bigint {
    const on = this.board.isOn(target);
    if (on === undefined) return result.invalidParameters;
    if (on) return result.alreadyOn;
    this.board.start(target, start);
    return result.success;
  }

  /** Every level above the PEs' own is on while its caller is. */
  #affinityInfo(target: bigint, level: bigint): bigint {
    if (level > 0n) return affinityState.on;
    const on = this.board.isOn(target);
    if (on === undefined) return result.invalidParameters;
    return on ? affinityState.on : affinityState.off;
  }

  #features(id: number): bigint {
    return this.#functions.get(id)?.feature === true ? result.success : result.notSupported;
  }
}
