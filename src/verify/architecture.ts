import { oncePer } from "../core/once-per.js";
import type { SystemOperation } from "../model/a64/document.js";
import type { Model, Sysreg, SysregEncoding } from "../model/types.js";
import { encodingKey } from "../runtime/architecture.js";
import { ALL } from "./term.js";

/** What taking an exception to EL2 writes by itself. Source: DDI0487, AArch64.TakeException and AArch64.ReportException. */
const WRITTEN_BY_EXCEPTIONS = ["ESR_EL2", "FAR_EL2", "HPFAR_EL2", "ELR_EL2", "SPSR_EL2"] as const;

/** "The PE makes no use of this register." Source: DDI0487, TPIDR_EL2. */
const OWN_STORAGE = ["TPIDR_EL2"] as const;

export type ExceptionRegister = (typeof WRITTEN_BY_EXCEPTIONS)[number];

/** The first register of each encoding, by `encodingKey`. */
const registersByEncoding = oncePer((sysregs: Model["sysregs"]): ReadonlyMap<number, Sysreg> => {
  const registers = new Map<number, Sysreg>();
  for (const register of sysregs.values()) {
    const key = encodingKey(register.encoding);
    if (!registers.has(key)) registers.set(key, register);
  }
  return registers;
});

const operationsByEncoding = oncePer(
  ({ systemOperations }: Model["a64"]): ReadonlyMap<number, SystemOperation> =>
    new Map(systemOperations.map((operation) => [encodingKey({ op0: 1, ...operation.encoding }), operation])),
);

/** What the symbolic machine asks of the architecture, from the layout's model. */
export class Architecture {
  readonly vm: Sysreg;
  readonly translationResult: Sysreg;
  readonly #possible = new Map<string, bigint>();

  constructor(readonly model: Model) {
    this.vm = model.worldSwitch.vm.register;
    this.translationResult = model.worldSwitch.abort.result;
  }

  register(encoding: SysregEncoding): Sysreg | undefined {
    return registersByEncoding(this.model.sysregs).get(encodingKey(encoding));
  }

  operation(encoding: SysregEncoding): SystemOperation | undefined {
    return operationsByEncoding(this.model.a64).get(encodingKey(encoding));
  }

  /** The bits from bit 0 up to the topmost one that is not RES0; all bits when the catalogue does not know them. */
  possible(register: Sysreg): bigint {
    const known = this.#possible.get(register.name);
    if (known !== undefined) return known;
    const top = register.fields.find((field) => field.reserved !== "RES0")?.msb ?? 63;
    const made = top >= 63 ? ALL : (1n << BigInt(top + 1)) - 1n;
    this.#possible.set(register.name, made);
    return made;
  }

  /** Whether the guest can change it: writable below EL2, or moved by the guest's use of its own stack. */
  guestChanges({ writeEl, effects }: Sysreg): boolean {
    return (writeEl !== undefined && writeEl <= 1) || effects.includes("stack-pointer");
  }

  /** Whether an exception to EL2 overwrites it before the first instruction of the vector. */
  exceptionWrites({ name }: Sysreg): boolean {
    return WRITTEN_BY_EXCEPTIONS.some((written) => written === name);
  }

  /** EL2's own storage, which neither side sees and which does nothing. */
  isOwnStorage({ name }: Sysreg): boolean {
    return OWN_STORAGE.some((own) => own === name);
  }

  /** A view of PSTATE: an exception return replaces it. */
  isPstate({ effects }: Sysreg): boolean {
    return effects.includes("pstate");
  }

  exceptionRegister(name: ExceptionRegister): Sysreg {
    const found = this.model.sysregs.get(name);
    if (found === undefined) throw new Error(`the catalogue has no ${name}`);
    return found;
  }
}
