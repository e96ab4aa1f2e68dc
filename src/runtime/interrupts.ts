import type { CpuState } from "./cpu-state.js";
import type { Exceptions } from "./exceptions.js";
import type { Register } from "./register-file.js";

type Kind = "irq" | "fiq" | "serror";

/** An input of the PE. The virtual ones are an interrupt controller's; HCR_EL2.VI and VF come on top of them. */
type Input = Kind | "virtual-irq" | "virtual-fiq";

/** How a kind of interrupt is masked, routed to EL2 and made virtual. Source: DDI0487, HCR_EL2. */
interface Line {
  readonly kind: Kind;
  readonly mask: "I" | "F" | "A";
  readonly toEl2: () => boolean;
  readonly virtualPending: () => boolean;
  readonly virtualInput?: "virtual-irq" | "virtual-fiq";
}

/**
 * The physical interrupt inputs and what HCR_EL2 makes of them. SErrors come first, then FIQ, then IRQ, physical
 * before virtual; the architecture leaves the order open.
 */
export class Interrupts {
  readonly #lines: readonly Line[];
  readonly #asserted: Record<Input, boolean> = {
    irq: false,
    fiq: false,
    serror: false,
    "virtual-irq": false,
    "virtual-fiq": false,
  };
  readonly #tge: () => boolean;
  readonly #hcr: Register;
  readonly #vseBit: bigint;
  readonly #anyVirtual: () => boolean;
  readonly #statusBits: Record<Kind, bigint>;
  #anyAsserted = false;

  constructor(
    readonly state: CpuState,
    readonly exceptions: Exceptions,
  ) {
    const hcr = (field: string) => state.registers.flag("HCR_EL2", field);
    this.#tge = hcr("TGE");
    this.#hcr = state.registers.named("HCR_EL2");
    this.#vseBit = 1n << BigInt(state.registers.fieldRange("HCR_EL2", "VSE")?.[0] ?? 8);
    this.#anyVirtual = state.registers.anyFlag("HCR_EL2", ["VF", "VI", "VSE"]);
    const statusBit = (field: string) => 1n << BigInt(state.registers.fieldRange("ISR_EL1", field)?.[0] ?? 0);
    this.#statusBits = { irq: statusBit("I"), fiq: statusBit("F"), serror: statusBit("A") };
    this.#lines = [
      { kind: "serror", mask: "A", toEl2: hcr("AMO"), virtualPending: hcr("VSE") },
      { kind: "fiq", mask: "F", toEl2: hcr("FMO"), virtualPending: hcr("VF"), virtualInput: "virtual-fiq" },
      { kind: "irq", mask: "I", toEl2: hcr("IMO"), virtualPending: hcr("VI"), virtualInput: "virtual-irq" },
    ];
  }

  /** Drives an input. IRQ and FIQ are levels; an SError is consumed when it is taken. */
  set(input: Input, asserted: boolean): void {
    this.#asserted[input] = asserted;
    this.#anyAsserted = Object.values(this.#asserted).includes(true);
  }

  /** Whether an input is asserted. */
  isAsserted(input: Input): boolean {
    return this.#asserted[input];
  }

  /** Whether any input is asserted, whatever becomes of it. */
  get anyAsserted(): boolean {
    return this.#anyAsserted;
  }

  /** Whether anything is pending that ends a WFI, masked or not. */
  anyPending(): boolean {
    return this.#lines.some((line) => this.#asserted[line.kind] || this.#virtual(line));
  }

  /**
   * ISR_EL1: what is pending for the level that asks: at EL1 the virtual interrupts of a kind that EL2 takes over.
   * Source: DDI0487, ISR_EL1.
   */
  pendingBits(): bigint {
    const isVirtual = (line: Line) => this.state.pstate.EL === 1 && line.toEl2();
    return this.#lines.reduce((bits, line) => {
      const pending = isVirtual(line) ? this.#virtual(line) : this.#asserted[line.kind];
      return pending ? bits | this.#statusBits[line.kind] : bits;
    }, 0n);
  }

  /** Whether an interrupt is due before the instruction at PC. */
  isDue(): boolean {
    return this.#lines.some(
      (line) =>
        (this.#asserted[line.kind] && this.#physicalTarget(line) !== undefined) ||
        (this.#virtual(line) && this.#isVirtualTaken(line)),
    );
  }

  /** Takes the interrupt that is due before the instruction at PC, if there is one. */
  takePending(): boolean {
    if (!this.#anyAsserted && !this.#anyVirtual()) return false;
    for (const line of this.#lines) {
      if (this.#asserted[line.kind] && this.#takePhysical(line)) return true;
    }
    for (const line of this.#lines) {
      if (this.#virtual(line) && this.#takeVirtual(line)) return true;
    }
    return false;
  }

  #virtual(line: Line): boolean {
    const external = line.virtualInput !== undefined && this.#asserted[line.virtualInput];
    return (external || line.virtualPending()) && line.toEl2() && !this.#tge();
  }

  /** Where it is taken now. One for EL2 cannot be masked below EL2; one for EL1 waits while EL2 runs. */
  #physicalTarget(line: Line): 1 | 2 | undefined {
    const { pstate } = this.state;
    const target = line.toEl2() || this.#tge() ? 2 : 1;
    if (target < pstate.EL) return undefined;
    const maskable = target === pstate.EL || target === 1;
    return maskable && pstate[line.mask] === 1 ? undefined : target;
  }

  #isVirtualTaken(line: Line): boolean {
    const { pstate } = this.state;
    return pstate.EL !== 2 && pstate[line.mask] !== 1;
  }

  #takePhysical(line: Line): boolean {
    const target = this.#physicalTarget(line);
    if (target === undefined) return false;
    if (line.kind === "serror") this.set("serror", false);
    this.exceptions.takeAsynchronous(target, line.kind);
    return true;
  }

  #takeVirtual(line: Line): boolean {
    if (!this.#isVirtualTaken(line)) return false;
    if (line.kind === "serror") this.#hcr.value &= ~this.#vseBit;
    this.exceptions.takeAsynchronous(1, line.kind);
    return true;
  }
}
