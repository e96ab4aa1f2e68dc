import type { Model, Vector } from "../../model/types.js";

const KINDS = { sync: "Synchronous", irq: "IRQ", fiq: "FIQ", error: "SError" } as const;

/** What each of the 16 slots branches to, and its comment. */
export function vectorSlots(model: Model): { target: string; comment: string }[] {
  return model.worldSwitch.vectors.map((v) => ({
    target: vectorTarget(v),
    comment: `${KINDS[v.kind]}, ${v.from}`,
  }));
}

const SOURCES = ["el2t", "el2h", "el1"] as const;

/** `el2t_sync_invalid` … : a label for each source and kind, for a debugger to break at. */
export function invalidVectors(): string[] {
  return SOURCES.flatMap((source) => Object.keys(KINDS).map((kind) => `${source}_${kind}_invalid`));
}

function vectorTarget(vector: Vector): string {
  const source = vector.from.startsWith("EL2") ? vector.from.toLowerCase() : "el1";
  if (vector.handler === "panic") return `${source}_${vector.kind}_invalid`;
  return `el1_${vector.handler}`;
}
