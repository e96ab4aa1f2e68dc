import type { SourceRef } from "../core/source-ref.js";
import type { Group, Model, Place, Routine, SwitchStep, Trap, TrapSetting, Vector } from "../model/types.js";
import { type Change, compareNamed, type Properties } from "./change.js";

/**
 * What of the switch itself differs: groups, routines, the way in and out, traps, vectors, the glue's settings. None
 * of it breaks compiled code or saved state by itself.
 */
export function compareWorldSwitch(before: Model, after: Model): Change[] {
  const [old, now] = [before.worldSwitch, after.worldSwitch];
  return [
    ...compareNamed<Group>(old.groups, now.groups, {
      subject: "group",
      name: (group) => group.name,
      at: (group) => group.at,
      properties: groupProperties,
      summary: ["registers"],
    }),
    ...compareNamed<Routine>(old.routines, now.routines, {
      subject: "routine",
      name: (routine) => routine.name,
      at: (routine) => routine.at,
      properties: ({ steps }) => ({ steps: stepsText(steps) }),
    }),
    ...compareNamed(settingsOf(before), settingsOf(after), {
      subject: "switch",
      name: (setting) => setting.name,
      at: (setting) => setting.at,
      properties: (setting) => setting.properties,
    }),
    ...compareNamed<Trap>(old.traps, now.traps, {
      subject: "trap",
      name: (trap) => trap.register.name,
      at: (trap) => trap.at,
      properties: ({ activate, deactivate }) => ({
        activate: trapText(activate),
        deactivate: trapText(deactivate),
      }),
    }),
    ...compareNamed<Vector>(old.vectors, now.vectors, {
      subject: "vector",
      name: ({ from, kind }) => `${kind} from ${from}`,
      at: (vector) => vector.at,
      properties: ({ handler }) => ({ handler }),
    }),
  ];
}

function groupProperties({ temporaries, base, pairs, advanceAt, transfers }: Group): Properties {
  return {
    temporaries: temporaries.map((number) => `x${number}`).join(" "),
    base,
    pairs: pairs ? "yes" : "no",
    advanceAt: advanceAt ?? "",
    registers: transfers.map(({ register }) => register).join(" "),
  };
}

function stepsText(steps: readonly { readonly kind: string; readonly name: string }[]): string {
  return steps.map(({ kind, name }) => `${kind} ${name}`).join(", ");
}

function trapText({ members, keep, value }: TrapSetting): string {
  const parts = [
    ...members.map(({ path }) => path),
    ...(keep === undefined ? [] : [`keep ${keep.text}`]),
    ...(value === undefined ? [] : [value.text]),
  ];
  return parts.join(" | ");
}

interface Setting {
  readonly name: string;
  readonly at: SourceRef;
  readonly properties: Properties;
}

function settingsOf({ worldSwitch, layout }: Model): Setting[] {
  const { entry, exit, procedures, contexts, registers, section, fault, abort, flush, panic, vm } =
    worldSwitch;
  const steps = (name: string, all: readonly SwitchStep[]): Setting => ({
    name,
    at: all[0]?.at ?? layout.at,
    properties: { steps: stepsText(all) },
  });
  return [
    steps("entry", entry),
    steps("exit", exit),
    ...procedures.map(({ symbol, routine, at }) => ({ name: symbol, at, properties: { routine } })),
    ...fault.map(({ register, place, widthBits, at }) => ({
      name: register.name,
      at,
      properties: { kept: placeText(place), width: `${widthBits} bits` },
    })),
    {
      name: "abort",
      at: abort.at,
      properties: {
        operation: abort.operation,
        result: abort.result.name,
        failed: `bit ${abort.failed.bit} for ${abort.failed.field}`,
        clobbers: abort.clobbers.map(({ register }) => register.name).join(" "),
      },
    },
    {
      name: "flush",
      at: flush.at,
      properties: { operation: flush.operation, shift: `${flush.ipaShift} bits` },
    },
    {
      name: "panic",
      at: panic.at,
      properties: {
        function: panic.function,
        message: panic.message,
        registers: panic.registers.map(({ name }) => name).join(" "),
        pstate: panic.pstate.text,
      },
    },
    {
      name: "vm",
      at: vm.at,
      properties: { register: vm.register.name, pointer: placeText(vm.pointer), from: placeText(vm.place) },
    },
    {
      name: "glue",
      at: layout.at,
      properties: {
        guest: placeText(contexts.guest),
        host: placeText(contexts.host),
        registers: Object.entries(registers)
          .map(([role, number]) => `${role} x${number}`)
          .join(", "),
        section: section.name,
        alignment: section.alignLog2.text,
      },
    },
  ];
}

function placeText({ struct, path }: Place): string {
  return `${struct}.${path}`;
}
