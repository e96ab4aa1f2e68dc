import type { Register, RegisterFile } from "./register-file.js";

/** How instructions see a register whose value is made, not kept. */
export interface RegisterView {
  readonly read: () => bigint;
  readonly write?: (value: bigint) => void;
}

/** The registers of the generic timers by the counter that they compare with. */
const timerNames = [
  { timer: "physical", CTL: "CNTP_CTL_EL0", CVAL: "CNTP_CVAL_EL0", TVAL: "CNTP_TVAL_EL0" },
  { timer: "virtual", CTL: "CNTV_CTL_EL0", CVAL: "CNTV_CVAL_EL0", TVAL: "CNTV_TVAL_EL0" },
  { timer: "hypervisor", CTL: "CNTHP_CTL_EL2", CVAL: "CNTHP_CVAL_EL2", TVAL: "CNTHP_TVAL_EL2" },
] as const;

/** The name of a generic timer. */
export type TimerName = (typeof timerNames)[number]["timer"];

const ENABLE = 1n;
const IMASK = 2n;
const ISTATUS = 4n;

/**
 * The generic timers: counters, and timers that compare with them. The machine decides what its counter counts; the
 * timers' outputs are not wired to the interrupt inputs, for that is an interrupt controller's work.
 * Source: DDI0487, chapter D11.
 */
export class Timers {
  readonly #views = new Map<Register, RegisterView>();
  readonly #outputs = new Map<TimerName, () => boolean>();
  readonly #deadlines: (() => bigint | undefined)[] = [];

  /** onWrite: called after a write of a register with the effect "timer". */
  constructor(
    registers: RegisterFile,
    counter: () => bigint,
    readonly onWrite: () => void = () => undefined,
  ) {
    const offset = registers.find("CNTVOFF_EL2");
    const virtualCounter = () => BigInt.asUintN(64, counter() - (offset?.value ?? 0n));
    this.#show(registers.find("CNTPCT_EL0"), { read: counter });
    this.#show(registers.find("CNTVCT_EL0"), { read: virtualCounter });
    for (const names of timerNames) {
      const ctl = registers.find(names.CTL);
      const cval = registers.find(names.CVAL);
      if (ctl === undefined || cval === undefined) continue;
      const count = names.timer === "virtual" ? virtualCounter : counter;
      const fires = () => (ctl.value & ENABLE) !== 0n && count() >= cval.value;
      this.#show(ctl, {
        read: () => (ctl.value & (ENABLE | IMASK)) | (fires() ? ISTATUS : 0n),
        write: (value) => {
          ctl.value = value & (ENABLE | IMASK);
        },
      });
      this.#show(registers.find(names.TVAL), {
        read: () => BigInt.asUintN(32, cval.value - count()),
        write: (value) => {
          cval.value = BigInt.asUintN(64, count() + BigInt.asIntN(32, value));
        },
      });
      this.#outputs.set(names.timer, () => fires() && (ctl.value & IMASK) === 0n);
      this.#deadlines.push(() => {
        const armed = (ctl.value & (ENABLE | IMASK)) === ENABLE;
        return armed && !fires() ? counter() + (cval.value - count()) : undefined;
      });
    }
  }

  /** How instructions see a register, when that is not its stored value. */
  view(register: Register): RegisterView | undefined {
    return this.#views.get(register);
  }

  /** Whether a timer asks for an interrupt. */
  output(timer: TimerName): boolean {
    return this.#outputs.get(timer)?.() ?? false;
  }

  /** What the counter shows when the next output is asserted; undefined when none will be as things are. */
  deadline(): bigint | undefined {
    const next = this.#deadlines.map((deadline) => deadline()).filter((at) => at !== undefined);
    return next.reduce<bigint | undefined>(
      (least, at) => (least === undefined || at < least ? at : least),
      undefined,
    );
  }

  #show(register: Register | undefined, view: RegisterView): void {
    if (register !== undefined) this.#views.set(register, view);
  }
}
