import type { Member, Model, Place, Struct } from "../model/types.js";
import { arrayKey, type NamedArray } from "./ts-named-arrays.js";
import { propertyNames } from "./ts-names.js";

/**
 * How TypeScript reaches a place of a struct: an expression to read it, and a statement to write it.
 * member: what is there. holder: the way from the struct to the object that has it as a property or an element, such as
 * `.gp_regs.regs.regs`, empty for the struct itself. Both start from an expression for the holder.
 */
export interface TsPlace {
  readonly member: Member;
  readonly holder: string;
  read(holder: string): string;
  write(holder: string, value: string): string;
}

/**
 * The access to a scalar's place: `context.gp_regs.regs.regs.x19`, `context.gp_regs.spsr.get(0)`. Undefined when the
 * place is no scalar. The way follows from the offset, so that it is the same whatever names the path used.
 */
export function tsPlace(
  place: Place,
  model: Model,
  arrays: ReadonlyMap<string, NamedArray>,
): TsPlace | undefined {
  let struct = structNamed(place.struct, model);
  let left = place.offsetBytes;
  let way = "";
  while (struct !== undefined) {
    const at = memberAt(struct, left);
    if (at === undefined) return undefined;
    const { member, property } = at;
    left -= member.offsetBytes;
    const holder = way;
    way += `.${property}`;
    const index = member.count === undefined ? undefined : Math.floor(left / member.elementBytes);
    left -= (index ?? 0) * member.elementBytes;
    if (member.type.kind !== "struct") {
      if (member.type.kind === "opaque" || left !== 0) return undefined;
      return index === undefined
        ? propertyAccess(member, holder, property)
        : elementAccess(member, way, index, arrays.get(arrayKey(struct, member)));
    }
    if (index !== undefined) way += `.get(${index})`;
    struct = structNamed(member.type.struct, model);
  }
  return undefined;
}

function propertyAccess(member: Member, holder: string, property: string): TsPlace {
  return {
    member,
    holder,
    read: (from) => `${from}.${property}`,
    write: (from, value) => `${from}.${property} = ${value};`,
  };
}

function elementAccess(
  member: Member,
  holder: string,
  index: number,
  named: NamedArray | undefined,
): TsPlace {
  const name = named?.names.get(index);
  if (name !== undefined) return propertyAccess(member, holder, name);
  return {
    member,
    holder,
    read: (from) => `${from}.get(${index})`,
    write: (from, value) => `${from}.set(${index}, ${value});`,
  };
}

function structNamed(name: string, model: Model): Struct | undefined {
  return model.structs.find((struct) => struct.name === name);
}

/** The member that covers the byte, and its property. */
function memberAt(struct: Struct, offset: number): { member: Member; property: string } | undefined {
  const i = struct.members.findIndex(
    (member) => offset >= member.offsetBytes && offset < member.offsetBytes + member.sizeBytes,
  );
  const member = struct.members[i];
  const property = propertyNames(struct)[i];
  return member === undefined || property === undefined ? undefined : { member, property };
}
