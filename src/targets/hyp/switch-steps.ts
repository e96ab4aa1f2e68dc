import { printInstruction, xName } from "../../model/plan/instruction.js";
import { symbolOf } from "../../model/plan/offset-text.js";
import type { Model, Place, SwitchStep } from "../../model/types.js";

function guestContext(model: Model): string[] {
  const { registers, contexts } = model.worldSwitch;
  const [first = "", ...rest] = printInstruction({
    op: "address",
    destination: registers.context,
    base: registers.vcpu,
    offset: contexts.guest.offsetBytes,
    offsetText: placeSymbol(model, contexts.guest),
  });
  return [`${first}\t\t// the guest's context`, ...rest];
}

function hostContext(model: Model): string[] {
  const { registers, contexts } = model.worldSwitch;
  const context = xName(registers.context);
  return [
    `ldr\t${context}, [${xName(registers.vcpu)}, #${placeSymbol(model, contexts.host)}]\t// the host's context`,
    `kern_hyp_va\t${context}`,
  ];
}

/** The lines of one step of the way into the guest or back, without indentation; a change of context after an empty line. */
export function switchStep(model: Model, step: SwitchStep): string[] {
  switch (step.kind) {
    case "context":
      return step.name === "guest" ? ["", ...guestContext(model)] : ["", ...hostContext(model)];
    case "routine":
      return [step.name];
    case "procedure":
      return [`bl\t${step.name}`];
    case "traps":
      return [`${step.name}_traps`];
    case "vm":
      return [`${step.name}_vm`];
    case "barrier":
      return [step.name === "dsb" ? "dsb\tsy" : step.name];
  }
}

/** The asm-offsets symbol of a place that checkSymbols has seen to have one. */
export function placeSymbol(model: Model, place: Place): string {
  return symbolOf(model, place.struct, place.path) ?? `${place.offsetBytes}`;
}
