import type { SourceRef } from "../core/source-ref.js";
import type { Model, Waiver } from "../model/types.js";
import type { Finding, Rule } from "./rule.js";
import { isMove, walkSwitch } from "./walk.js";

/** Every group, routine and procedure is used on a way of the switch. */
export const rule: Rule = {
  code: "WS327",
  name: "unreached",
  severity: "warning",
  why: "what nothing uses is often what was to be added to the switch and was not",
  check(model) {
    const used = reached(model);
    const finding = (what: string, name: string, at: SourceRef, waivers?: readonly Waiver[]): Finding[] =>
      used.has(`${what} ${name}`)
        ? []
        : [
            {
              at,
              message: `neither entry nor exit uses the ${what} ${name}`,
              hint: "use it, or remove it",
              waivers,
            },
          ];
    const { groups, routines, procedures } = model.worldSwitch;
    return [
      ...groups.flatMap((group) => finding("group", group.name, group.at, group.waivers)),
      ...routines.flatMap((routine) => finding("routine", routine.name, routine.at, routine.waivers)),
      ...procedures.flatMap((procedure) => finding("procedure", procedure.symbol, procedure.at)),
    ];
  },
};

function reached(model: Model): ReadonlySet<string> {
  const used = new Set<string>();
  for (const event of [...walkSwitch(model, "entry"), ...walkSwitch(model, "exit")]) {
    for (const stop of event.trail) used.add(`routine ${stop.list}`);
    if (event.kind === "procedure") used.add(`procedure ${event.symbol}`);
    if (isMove(event) && event.kind !== "anchor") used.add(`group ${event.group.name}`);
  }
  for (const procedure of model.worldSwitch.procedures) {
    if (used.has(`procedure ${procedure.symbol}`)) used.add(`routine ${procedure.routine}`);
  }
  return used;
}
