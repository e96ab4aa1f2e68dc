import type { RegisterFile } from "../register-file.js";
import { sysregOffset } from "./packed-key.js";

/** Where the virtual interrupts are that HCR_EL2 makes pending: its offset in the state, their mask in its low word. */
export interface VirtualInterrupts {
  readonly offset: number;
  readonly mask: number;
}

/** HCR_EL2.VSE, VI and VF. */
export function virtualInterruptsOf(registers: RegisterFile): VirtualInterrupts {
  const { index, description } = registers.named("HCR_EL2");
  const bit = (field: string) => 1 << (description.fields[field]?.[0] ?? 0);
  return { offset: sysregOffset(index), mask: bit("VSE") | bit("VI") | bit("VF") };
}
