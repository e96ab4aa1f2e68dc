import type { Model } from "../model/types.js";

/** A number that an edit changes. what: `TCR_EL1`, `kvm_vcpu_arch.hcr_el2`, `VCPU_HCR_EL2`. */
export interface Change {
  readonly what: string;
  readonly from: number;
  readonly to: number;
}

/**
 * What follows from an edit for the numbers that other code may know.
 * added: registers that are new in the order. indexes: registers whose index in sys_regs changed.
 * members: members of structs, structSizes: structs, symbols: asm-offsets whose bytes changed. constants: changed values.
 * Each in document order of the layout after the edit.
 */
export interface Consequences {
  readonly added: readonly { readonly name: string; readonly index: number; readonly offsetBytes: number }[];
  readonly indexes: readonly Change[];
  readonly constants: readonly Change[];
  readonly structSizes: readonly Change[];
  readonly members: readonly Change[];
  readonly symbols: readonly Change[];
}

/** What differs between a layout before and after an edit. */
export function consequencesOf(before: Model, after: Model): Consequences {
  const indexBefore = new Map(before.sysregOrder.slots.map(({ name, index }) => [name, index]));
  return {
    added: after.sysregOrder.slots
      .filter(({ name }) => !indexBefore.has(name))
      .map(({ name, index, offsetBytes }) => ({ name, index, offsetBytes })),
    indexes: changes(
      indexBefore,
      after.sysregOrder.slots.map(({ name, index }) => [name, index]),
    ),
    constants: changes(constantsOf(before), constantsOf(after)),
    structSizes: changes(sizesOf(before), sizesOf(after)),
    members: changes(membersOf(before), membersOf(after)),
    symbols: changes(symbolsOf(before), symbolsOf(after)),
  };
}

type Numbers = Iterable<readonly [what: string, value: number]>;

function changes(before: Numbers, after: Numbers): Change[] {
  const old = new Map(before);
  const found: Change[] = [];
  for (const [what, to] of after) {
    const from = old.get(what);
    if (from !== undefined && from !== to) found.push({ what, from, to });
  }
  return found;
}

function constantsOf(model: Model): Numbers {
  return model.constants.map(({ name, value }) => [name, Number(value)]);
}

function sizesOf(model: Model): Numbers {
  return model.structs.map(({ name, sizeBytes }) => [name, sizeBytes]);
}

function membersOf(model: Model): Numbers {
  return model.structs.flatMap(({ name: struct, members }) =>
    members.map(({ name, offsetBytes }) => [`${struct}.${name}`, offsetBytes] as const),
  );
}

function symbolsOf(model: Model): Numbers {
  return model.asmOffsets.map(({ symbol, place }) => [symbol, place.offsetBytes]);
}
