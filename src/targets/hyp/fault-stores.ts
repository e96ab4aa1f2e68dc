import { assemblyName, xName } from "../../model/plan/instruction.js";
import type { Model } from "../../model/types.js";
import { placeSymbol } from "./switch-steps.js";

/** The syndrome registers that el1_trap has already read, by which of the stacked registers holds them there. */
const HELD_AT_TRAP: Readonly<Record<string, number>> = { ESR_EL2: 1, FAR_EL2: 2, HPFAR_EL2: 3 };

/** `str x1, [x0, #VCPU_ESR_EL2]`: what the handler holds first, then what still has to be read. */
export function faultStores(model: Model, stacked: readonly number[]): string[] {
  const { fault, registers } = model.worldSwitch;
  const store = (number: number, transfer: (typeof fault)[number]): string =>
    `str\t${transfer.widthBits === 32 ? "w" : "x"}${number}, [${xName(registers.vcpu)}, #${placeSymbol(model, transfer.place)}]`;
  const held = fault.filter((f) => HELD_AT_TRAP[f.register.name] !== undefined);
  const unread = fault.filter((f) => HELD_AT_TRAP[f.register.name] === undefined);
  const free = stacked[2] ?? 31;
  return [
    ...held.map((f) => store(stacked[HELD_AT_TRAP[f.register.name] ?? 0] ?? 31, f)),
    ...unread.flatMap((f) => [`mrs\t${xName(free)}, ${assemblyName(f.register)}`, store(free, f)]),
  ];
}
