import type { Diagnostic } from "../../core/diagnostic.js";
import { symbolOf } from "../../model/plan/offset-text.js";
import type { Model, Place } from "../../model/types.js";
import { stackedGroup } from "./stacked.js";

/** WS403 and WS404: what goes by the stack between the vectors and the way out. */
export function checkStacked(model: Model): Diagnostic[] {
  const group = stackedGroup(model);
  const exitStep = model.worldSwitch.exit[0];
  if (group === undefined) {
    const at = exitStep?.at ?? model.layout.at;
    const hint =
      "the vectors push four X registers for el1_sync to work with: pop their group in a routine of the exit";
    return [
      {
        code: "WS403",
        severity: "error",
        at,
        message: "no group is popped from the stack on the way out",
        hint,
      },
    ];
  }
  const found: Diagnostic[] = [];
  if (group.transfers.length !== 4 || group.transfers.some((t) => t.kind !== "x")) {
    const message = `group ${group.name} goes by the stack with ${group.transfers.length} registers, and the vectors need four X registers`;
    found.push({ code: "WS403", severity: "error", at: group.at, message });
  }
  if (group.temporaries.length < group.transfers.length) {
    const message = `group ${group.name} goes by the stack through ${group.temporaries.length} temporaries for ${group.transfers.length} registers`;
    found.push({
      code: "WS404",
      severity: "error",
      at: group.at,
      message,
      hint: "name one temporary for each register",
    });
  }
  return found;
}

/** Every member that the glue addresses by symbol, and how: LDR and STR scale by 8, and two ADDs reach 24 bits. */
function glueMembers(model: Model): { place: Place; reach: number; at: Model["layout"]["at"] }[] {
  const { worldSwitch: ws, layout } = model;
  const transfers = 4095 * 8;
  const settings = ws.traps.flatMap((t) =>
    [t.activate, t.deactivate].flatMap((s) => s.members.map((place) => ({ place, at: t.at }))),
  );
  return [
    ...settings.map((s) => ({ ...s, reach: transfers })),
    ...ws.fault.map((f) => ({ place: f.place, reach: (f.widthBits / 8) * 4095, at: f.at })),
    { place: ws.contexts.guest, reach: 0xffffff, at: layout.at },
    { place: ws.contexts.host, reach: transfers, at: layout.at },
    { place: ws.vm.pointer, reach: transfers, at: ws.vm.at },
    { place: ws.vm.place, reach: transfers, at: ws.vm.at },
  ];
}

/** WS401 and WS402: every member that the glue addresses has a symbol, and within reach. */
export function checkSymbols(model: Model): Diagnostic[] {
  return glueMembers(model).flatMap(({ place, reach, at }): Diagnostic[] => {
    const name = symbolOf(model, place.struct, place.path);
    if (name === undefined) {
      const message = `no asm-offsets symbol is struct ${place.struct}'s ${place.path}, which the switch addresses`;
      const hint = `add { "symbol": "…", "struct": "${place.struct}", "member": "${place.path}" } to asm-offsets.json`;
      return [{ code: "WS401", severity: "error", at, message, hint }];
    }
    if (place.offsetBytes <= reach) return [];
    const message = `${name} is ${place.offsetBytes}, and the instruction that uses it reaches ${reach}`;
    return [
      {
        code: "WS402",
        severity: "error",
        at,
        message,
        hint: "move the member nearer to the start of its struct",
      },
    ];
  });
}
