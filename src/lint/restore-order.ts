import type { Constraint } from "../model/types.js";
import { type Restored, restoredOn } from "./restored.js";
import type { Finding, Rule } from "./rule.js";
import type { Way } from "./walk.js";

/**
 * Where a line says that its register comes "before" another, each way of the switch restores them in that order.
 * Behind it: TCR_EL1 and SCTLR_EL1 under the erratum of speculative AT; the 32-bit state that Cortex-A57's erratum
 * 852523 wants restored first; POR_EL0, which decides about the accesses that follow.
 */
export const rule: Rule = {
  code: "WS330",
  name: "restore-order",
  severity: "error",
  why: "an order that the hardware needs is lost when somebody sorts the list",
  check(model) {
    const constrained = model.worldSwitch.groups.some(({ transfers }) =>
      transfers.some(({ constraints }) => constraints !== undefined),
    );
    if (!constrained) return [];
    const ways = WAYS.map((way) => ({ way, restored: restoredOn(model, way) }));
    const seen = new Set<Constraint>();
    return ways
      .flatMap(({ restored }) => restored)
      .flatMap((one) =>
        (one.transfer.constraints ?? []).flatMap((constraint): Finding[] => {
          if (constraint.kind !== "before" || seen.has(constraint)) return [];
          seen.add(constraint);
          return broken(one, constraint, ways);
        }),
      );
  },
};

const WAYS: readonly Way[] = ["entry", "exit"];

interface OnWay {
  readonly way: Way;
  readonly restored: readonly Restored[];
}

function broken(
  { transfer, waivers }: Restored,
  { register, because, at }: Constraint,
  ways: readonly OnWay[],
): Finding[] {
  const must = `${transfer.register} must be restored before ${register} (${because})`;
  const other = ways.flatMap(({ restored }) => restored).find((r) => r.transfer.register === register);
  if (other === undefined)
    return [{ at, message: `${must}, but the switch does not restore ${register}`, waivers }];
  const wrong = ways.filter(({ restored }) => isBefore(restored, register, transfer.register));
  if (wrong.length === 0) return [];
  const where = wrong.map(({ way }) => way).join(" and ");
  return [
    {
      at,
      message: `${must}, but ${register} comes first on ${where}`,
      related: [{ at: other.transfer.at, message: `${register} is listed here` }],
      hint: `move ${transfer.register} before ${register}, or the step that restores it`,
      waivers,
    },
  ];
}

/** Whether a way restores both, and the first before the second. */
function isBefore(restored: readonly Restored[], first: string, second: string): boolean {
  const position = (name: string): number => restored.findIndex(({ transfer }) => transfer.register === name);
  return position(first) !== -1 && position(first) < position(second);
}
