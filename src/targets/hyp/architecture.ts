import type { Model, Sysreg } from "../../model/types.js";

/**
 * The operand of `.arch` that GNU as needs for the switch's system registers: `armv8.1-a+ras`; undefined when all of
 * them are of Armv8.0-A, which every assembler takes without being told.
 */
export function requiredArchitecture(model: Model): string | undefined {
  const named = registersOf(model);
  const since = named
    .map((register) => register.since)
    .reduce((a, b) => (minor(b) > minor(a) ? b : a), "armv8-a");
  const extensions = [
    ...new Set(named.flatMap(({ extension }) => (extension === undefined ? [] : [extension]))),
  ].sort();
  return since === "armv8-a" && extensions.length === 0 ? undefined : [since, ...extensions].join("+");
}

/** The n of armv8.n-a. */
function minor(version: string): number {
  return Number(/^armv8\.(\d+)-a$/.exec(version)?.[1] ?? 0);
}

function registersOf({ worldSwitch: ws }: Model): Sysreg[] {
  const switched = ws.groups.flatMap((group) =>
    group.transfers.flatMap((t) => (t.sysreg === undefined ? [] : [t.sysreg])),
  );
  const named = [...ws.traps, ...ws.fault].map(({ register }) => register);
  return [...switched, ...named, ws.vm.register, ws.abort.result, ...ws.panic.registers];
}
