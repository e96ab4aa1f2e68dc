import type { Member, Model, Struct } from "../model/types.js";
import { classNames, pascalCase, uniqueNames } from "./ts-names.js";
import { scalarOf } from "./ts-scalars.js";

/** An array whose elements have registers' names: its class, and the name of each named element by index. */
export interface NamedArray {
  readonly className: string;
  readonly names: ReadonlyMap<number, string>;
}

/**
 * The named arrays of a layout, by `struct.member`.
 * gpr: x0, x1 …; fpr: q0, q1 …; sysreg: the order's registers at their indices, the sentinel unnamed.
 */
export function namedArrays(model: Model): ReadonlyMap<string, NamedArray> {
  const members = model.structs.flatMap((struct) =>
    struct.members.flatMap((member) => (isNamed(member) ? [{ struct, member }] : [])),
  );
  const classes = classNames(model);
  const names = uniqueNames(
    members.map(({ struct, member }) => `${classes.get(struct.name) ?? ""}${pascalCase(member.name)}`),
    classes.values(),
  );
  return new Map(
    members.map(({ struct, member }, i) => [
      arrayKey(struct, member),
      { className: names[i] ?? "", names: elementNames(member, model) },
    ]),
  );
}

/** The key of a member in namedArrays. */
export function arrayKey(struct: Struct, member: Member): string {
  return `${struct.name}.${member.name}`;
}

function isNamed(member: Member): boolean {
  return member.count !== undefined && member.index !== undefined && scalarOf(member) !== undefined;
}

function elementNames(member: Member, model: Model): Map<number, string> {
  const count = member.count ?? 0;
  if (member.index === "sysreg") {
    const inside = model.sysregOrder.slots.filter((slot) => slot.index < count);
    return new Map(inside.map((slot) => [slot.index, slot.name]));
  }
  const letter = member.index === "gpr" ? "x" : "q";
  return new Map(Array.from({ length: count }, (_, i) => [i, `${letter}${i}`]));
}
