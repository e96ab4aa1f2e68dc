import { encodingKey, type SystemEncoding } from "./architecture.js";
import type { CpuState } from "./cpu-state.js";
import { exceptionClass, signal, withoutException } from "./exception-class.js";

/** ISS of a trapped FP access: CV = 1, COND = 0b1110. */
const ISS = 0x1e00000;

const guarded: ReadonlySet<number> = new Set(
  [
    { op0: 3, op1: 3, CRn: 4, CRm: 4, op2: 0 },
    { op0: 3, op1: 3, CRn: 4, CRm: 4, op2: 1 },
    { op0: 3, op1: 4, CRn: 5, CRm: 3, op2: 0 },
  ].map(encodingKey),
);

/** Whether FP and SIMD registers may be used here. Source: DDI0487, CheckFPAdvSIMDEnabled64. */
export class VectorTraps {
  readonly #fpen: () => number;
  readonly #tfp: () => boolean;

  constructor(readonly state: CpuState) {
    this.#fpen = state.registers.field("CPACR_EL1", "FPEN");
    this.#tfp = state.registers.flag("CPTR_EL2", "TFP");
  }

  /** The fields that decide whether they may be used, besides the level. */
  static readonly controls = [
    ["CPACR_EL1", "FPEN"],
    ["CPTR_EL2", "TFP"],
  ] as const;

  /** Raises the trap that keeps the current level from the registers, if one does. */
  require(): void {
    const { EL } = this.state.pstate;
    const fpen = this.#fpen();
    const disabled = EL < 2 && ((fpen & 1) === 0 || (fpen === 1 && EL === 0));
    const exception = { ec: exceptionClass.floatingPointTrap, iss: ISS } as const;
    if (disabled) signal({ ...exception, target: "default", uncategorizedAtEl2: true });
    if (this.#tfp()) signal({ ...exception, target: 2 });
  }

  /** Whether the present level may use them. */
  permits(): boolean {
    return withoutException(() => {
      this.require();
      return true;
    });
  }

  /** FPCR, FPSR and FPEXC32_EL2 belong to the registers that are guarded. */
  guards(encoding: SystemEncoding): boolean {
    return guarded.has(encodingKey(encoding));
  }
}
