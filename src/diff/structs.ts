import type { Member, Model, Struct } from "../model/types.js";
import { BREAKS, type Break } from "./breaks.js";
import { type Change, type Comparison, compareNamed } from "./change.js";

const STRUCTS: Comparison<Struct> = {
  subject: "struct",
  name: (struct) => struct.name,
  at: (struct) => struct.at,
  properties: ({ sizeBytes, alignBytes }) => ({ size: String(sizeBytes), alignment: String(alignBytes) }),
  removed: BREAKS.structRemoved,
  changed: { size: BREAKS.structResized, alignment: BREAKS.structResized },
};

/** Structs that are new, gone or of another size, and members of structs that are in both. */
export function compareStructs(before: Model, after: Model): Change[] {
  const old = new Map(before.structs.map((struct) => [struct.name, struct]));
  const members = after.structs.flatMap((struct) => {
    const was = old.get(struct.name);
    return was === undefined ? [] : compareMembers(was, struct);
  });
  return [...compareNamed(before.structs, after.structs, STRUCTS), ...members];
}

function compareMembers(before: Struct, after: Struct): Change[] {
  return compareNamed(before.members, after.members, {
    subject: "member",
    name: (member) => `${after.name}.${member.name}`,
    at: (member) => member.at,
    properties: (member) => ({
      offset: String(member.offsetBytes),
      size: String(member.sizeBytes),
      type: typeText(member),
      count: member.count === undefined ? "" : String(member.count),
      points: member.type.kind === "pointer" ? (member.type.to ?? "void") : "",
      index: member.index ?? "",
    }),
    removed: BREAKS.memberRemoved,
    changed: MEMBER_BREAKS,
  });
}

const MEMBER_BREAKS: Readonly<Record<string, Break>> = {
  offset: BREAKS.memberMoved,
  size: BREAKS.memberResized,
  type: BREAKS.memberRetyped,
  count: BREAKS.memberResized,
};

/** One element's type. What a pointer leads to is no part of it: no compiled access depends on it. */
function typeText({ type, elementBytes }: Member): string {
  switch (type.kind) {
    case "scalar":
      return type.scalar;
    case "struct":
      return `struct ${type.struct}`;
    case "pointer":
      return "pointer";
    case "opaque":
      return `opaque ${elementBytes} bytes`;
  }
}
