import { extract, hex, maskOf, wrap } from "../core/u64.js";
import type { Expression, Model, SysregField, Trap, TrapSetting } from "../model/types.js";
import type { Finding, Rule } from "./rule.js";
import { type Event, type Way, walkSwitch } from "./walk.js";

/**
 * Trap settings are put on for the guest and taken off for the host, and set what the register has.
 * Behind it: fields that were moved or reserved in one place and set by number in another.
 */
export const rule: Rule = {
  code: "WS318",
  name: "traps",
  severity: "error",
  why: "the host runs with the guest's traps, or the guest without them",
  check: (model) => [
    ...model.worldSwitch.traps.flatMap((trap) =>
      inTrap(trap).map((finding) => ({ ...finding, waivers: trap.waivers })),
    ),
    ...stage2(model),
    ...(["entry", "exit"] as const).flatMap((way) => onWay(model, way)),
  ],
};

function inTrap(trap: Trap): Finding[] {
  const { register, activate, deactivate, at } = trap;
  const found: Finding[] = [];
  for (const [which, setting] of [
    ["activate", activate],
    ["deactivate", deactivate],
  ] as const) {
    for (const expression of [setting.value, setting.keep]) {
      if (expression !== undefined) found.push(...reservedBits(trap, which, expression));
    }
    if (setting.value === undefined && setting.keep === undefined && setting.members.length === 0) {
      found.push({ at, message: `${which} of ${register.name} says neither "members", "keep" nor "value"` });
    }
  }
  if (settingText(activate) === settingText(deactivate)) {
    found.push({
      at,
      message: `${register.name} is set alike for the guest and for the host: ${settingText(activate)}`,
    });
  }
  const stays = (activate.value?.value ?? 0n) & (deactivate.keep?.value ?? 0n);
  if (stays !== 0n) {
    found.push({
      at,
      message: `${hex(stays)} of ${register.name} is set for the guest, and kept when the host is back (keep ${hex(deactivate.keep?.value ?? 0n)})`,
      hint: "take these bits out of the mask that deactivation keeps",
    });
  }
  return found;
}

function reservedBits(trap: Trap, which: string, { text, value }: Expression): Finding[] {
  const { register, at } = trap;
  const beyond = value & wrap(~maskOf(0, register.widthBits));
  if (beyond !== 0n) {
    return [
      {
        at,
        message: `${which} of ${register.name}: ${text} = ${hex(value)} has bits beyond the register's ${register.widthBits}`,
      },
    ];
  }
  return register.fields
    .filter((field) => field.reserved === "RES0" || field.reserved === "RAZ")
    .filter((field) => extract(value, field.lsb, field.msb - field.lsb + 1) !== 0n)
    .map((field) => ({
      at,
      message: `${which} of ${register.name}: ${text} = ${hex(value)} sets bits of ${bits(field)}, which are ${field.reserved}`,
    }));
}

/** A VM's tables are walked only while the bit VM of the hypervisor's configuration is set. */
function stage2(model: Model): Finding[] {
  const { traps, vm } = model.worldSwitch;
  if (traps.some((trap) => trap.register.fields.some((field) => field.name === "VM"))) return [];
  const controlling = [...model.sysregs.values()].find(
    (r) => r.writeEl === 2 && r.effects.includes("traps") && r.fields.some((field) => field.name === "VM"),
  );
  if (controlling === undefined) return [];
  return [
    {
      at: traps[0]?.at ?? vm.at,
      message: `${vm.register.name} gets the VM's tables, but no trap setting writes ${controlling.name}, whose VM bit turns them on`,
      related: [{ at: vm.at, message: `${vm.register.name} is loaded here` }],
      hint: `add a setting for ${controlling.name} to "traps"`,
    },
  ];
}

type Glue = Extract<Event, { kind: "traps" | "vm" }>;

/** Once on each way: activated on entry, deactivated on exit. */
function onWay(model: Model, way: Way): Finding[] {
  const events = walkSwitch(model, way);
  const wanted = way === "entry" ? "activate" : "deactivate";
  return (["traps", "vm"] as const).flatMap((kind) => {
    const steps = events.filter((e): e is Glue => e.kind === kind);
    const wrong = steps.find((e) => e.activate !== (way === "entry"));
    if (wrong !== undefined) {
      return [
        { at: wrong.at, message: `${kind} must be "${wanted}" on ${way}`, hint: "swap entry and exit" },
      ];
    }
    if (steps.length > 0) return [];
    const other = kind === "traps" ? "vm" : "traps";
    const contexts = events.filter((e) => e.kind === "context");
    const at = (events.find((e) => e.kind === other) ?? contexts.at(-1) ?? events[0])?.at ?? model.layout.at;
    return [
      {
        at,
        message: `${way} never does { "${kind}": "${wanted}" }`,
        hint: `add it before the ${way === "entry" ? "guest" : "host"}'s context`,
      },
    ];
  });
}

function settingText({ members, keep, value }: TrapSetting): string {
  const terms = [...members.map((m) => m.path), ...(keep === undefined ? [] : [`its ${hex(keep.value)}`])];
  return [...terms, ...(value === undefined ? [] : [hex(value.value)])].join(" | ");
}

function bits(field: SysregField): string {
  return field.msb === field.lsb ? `bit ${field.lsb}` : `${field.msb}:${field.lsb}`;
}
