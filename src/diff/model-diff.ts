import type { Model } from "../model/types.js";
import { ALL_BREAKS, type Break } from "./breaks.js";
import { type Change, compareNamed, SUBJECTS } from "./change.js";
import { compareConstants, compareSymbols } from "./names.js";
import { compareRegisters } from "./registers.js";
import { compareStructs } from "./structs.js";
import { compareWorldSwitch } from "./world-switch.js";

/** All changes, by subject, then in the order of the new layout's documents, then of the old one's. */
export interface ModelDiff {
  readonly changes: readonly Change[];
}

/** A reason and the changes that have it. */
export interface BrokenBy {
  readonly reason: Break;
  readonly changes: readonly Change[];
}

/**
 * What differs between two models, by meaning: how documents are written, sorted or commented does not count.
 * before: what consumers were compiled with and guests were saved by.
 */
export function diffModels(before: Model, after: Model): ModelDiff {
  const changes = [
    ...compareLayouts(before, after),
    ...compareRegisters(before, after),
    ...compareWorldSwitch(before, after),
    ...compareStructs(before, after),
    ...compareSymbols(before, after),
    ...compareConstants(before, after),
  ];
  return {
    changes: SUBJECTS.flatMap((subject) => changes.filter((change) => change.subject === subject)),
  };
}

function compareLayouts(before: Model, after: Model): Change[] {
  return compareNamed([before], [after], {
    subject: "layout",
    name: () => "layout",
    at: ({ layout }) => layout.at,
    properties: ({ layout, sysregOrder }) => ({
      vcpu: layout.vcpu,
      context: layout.context,
      storage: `${sysregOrder.storageStruct}.${sysregOrder.storageMember}`,
    }),
  });
}

/**
 * The breaks by reason, in the order of the codes; reasons without a change are left out.
 * allowed: codes or names of reasons, and names of things whose breaks are accepted.
 */
export function breaksOf({ changes }: ModelDiff, allowed: ReadonlySet<string> = new Set()): BrokenBy[] {
  return ALL_BREAKS.flatMap((reason) => {
    if (allowed.has(reason.code) || allowed.has(reason.name)) return [];
    const broken = changes.filter(({ name, breaks }) => breaks.includes(reason) && !allowed.has(name));
    return broken.length === 0 ? [] : [{ reason, changes: broken }];
  });
}
