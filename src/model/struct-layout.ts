import { type JsonNode, nodeAt, placeOf, stringAt } from "../read/json-node.js";
import type { ValidDocument } from "../validate/document.js";
import type { StructsDocument, StructsMember, StructsStruct } from "../validate/generated/documents.js";
import { errorAt } from "./finding.js";
import {
  countOf,
  type MemberContext,
  type MemberShape,
  STRUCT_LIMIT_BYTES,
  shapeOf,
} from "./member-shape.js";
import { eachOf, type Scope, type StructTable } from "./scope.js";
import type { Hole, Member, Struct } from "./types.js";

/**
 * Structs with byte offsets under AAPCS64 natural alignment, in document order.
 * Errors: WS201 unknown constant as count; WS210 unknown struct; WS211 count of 0 or too large for its index; WS212
 * struct used before its declaration, or inside itself; WS213 larger than 16 MiB; WS215 opaque size that is no
 * multiple of its alignment.
 * Source: AAPCS64, sections "Fundamental Data Types" and "Composite Types".
 */
export function layOutStructs(
  document: ValidDocument<StructsDocument>,
  scope: Pick<Scope, "constants" | "found">,
): StructTable {
  const structs = new Map<string, Struct | "broken">();
  const context: MemberContext = { ...scope, structs, document };
  eachOf(document.value.structs, nodeAt(document.node, "structs"), (struct, node) => {
    structs.set(struct.name, layOut(struct, node, context) ?? "broken");
  });
  return structs;
}

function layOut(struct: StructsStruct, node: JsonNode, context: MemberContext): Struct | undefined {
  const members: Member[] = [];
  const holes: Hole[] = [];
  let end = 0;
  let alignBytes = 1;
  let broken = false;
  eachOf(struct.members, nodeAt(node, "members"), (member, memberNode) => {
    const shape = shapeOf(struct, member, memberNode, context);
    const count = member.count === undefined ? 1 : countOf(member, memberNode, context);
    if (shape === undefined || count === undefined) {
      broken = true;
      return;
    }
    const offsetBytes = alignUp(end, shape.alignBytes);
    const before = members.at(-1);
    if (offsetBytes > end && before !== undefined)
      holes.push({ offsetBytes: end, sizeBytes: offsetBytes - end, after: before.name });
    const placed = toMember(member, memberNode, shape, count, offsetBytes);
    members.push(placed);
    const wasInside = end <= STRUCT_LIMIT_BYTES;
    end = offsetBytes + placed.sizeBytes;
    alignBytes = Math.max(alignBytes, shape.alignBytes);
    if (wasInside && end > STRUCT_LIMIT_BYTES) {
      const message = `${struct.name}.${member.name} ends at byte ${end}, beyond the limit of ${STRUCT_LIMIT_BYTES}`;
      context.found.push(errorAt("WS213", placeOf(stringAt(memberNode, "name")), message));
      broken = true;
    }
  });
  if (broken) return undefined;
  const sizeBytes = alignUp(end, alignBytes);
  const last = members.at(-1);
  if (sizeBytes > end && last !== undefined)
    holes.push({ offsetBytes: end, sizeBytes: sizeBytes - end, after: last.name });
  const doc = struct.doc === undefined ? {} : { doc: struct.doc };
  return {
    name: struct.name,
    ...doc,
    members,
    holes,
    sizeBytes,
    alignBytes,
    at: placeOf(stringAt(node, "name")),
  };
}

function toMember(
  member: StructsMember,
  node: JsonNode,
  shape: MemberShape,
  count: number,
  offsetBytes: number,
): Member {
  const placed = {
    name: member.name,
    type: shape.type,
    offsetBytes,
    sizeBytes: shape.elementBytes * count,
    alignBytes: shape.alignBytes,
    elementBytes: shape.elementBytes,
    at: placeOf(stringAt(node, "name")),
  };
  const { index, doc } = member;
  if (member.count === undefined && index === undefined && doc === undefined) return placed;
  return {
    ...placed,
    ...(member.count === undefined ? {} : { count }),
    ...(typeof member.count === "string" ? { countName: member.count } : {}),
    ...(index === undefined ? {} : { index }),
    ...(doc === undefined ? {} : { doc }),
  };
}

function alignUp(offset: number, align: number): number {
  return Math.ceil(offset / align) * align;
}
