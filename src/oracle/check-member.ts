import type { Diagnostic } from "../core/diagnostic.js";
import type { Member, ScalarType, Struct } from "../model/types.js";
import { type CompiledType, elementOf, sizeOf, typeText } from "./compiled.js";
import { finding, ORACLE, placeIn } from "./findings.js";
import type { FlatMember } from "./flatten.js";

/** How a C compiler encodes the layout's scalars. */
const ENCODINGS: Readonly<Record<ScalarType, "signed" | "unsigned" | "bool">> = {
  u8: "unsigned",
  u16: "unsigned",
  u32: "unsigned",
  u64: "unsigned",
  u128: "unsigned",
  s8: "signed",
  s16: "signed",
  s32: "signed",
  s64: "signed",
  bool: "bool",
};

/**
 * What differs between a member and the object's member of its name: its offset (WS341), its size or its elements'
 * (WS342), or only how the same bytes are read (WS343). base: where its struct begins in the object's, in bits.
 */
export function checkMember(
  name: string,
  member: Member,
  compiled: FlatMember,
  file: string,
  baseBits = 0,
): Diagnostic[] {
  const related = placeIn(file, compiled.where);
  const found: Diagnostic[] = [];
  const offsetBits = compiled.offsetBits - baseBits;
  if (offsetBits !== 8 * member.offsetBytes) {
    const message = `${name} is at byte ${member.offsetBytes} in the layout, and at ${bytesText(offsetBits)} in ${file}`;
    found.push(finding(ORACLE.memberOffset, member.at, message, { related }));
  }
  const size = sizeProblem(member, compiled);
  if (size !== undefined) {
    const message = `${name} ${size} in ${file}`;
    found.push(finding(ORACLE.memberSize, member.at, message, { related }));
    return found;
  }
  const type = typeProblem(member, compiled.type);
  if (type !== undefined) {
    const message = `${name} is ${type} in the layout, and ${typeText(compiled.type)} in ${file}`;
    found.push(finding(ORACLE.memberType, member.at, message, { related }));
  }
  return found;
}

/** `byte 8`, or `byte 8, bit 3` of a bit-field. */
function bytesText(bits: number): string {
  const bit = bits % 8;
  return bit === 0 ? `byte ${bits / 8}` : `byte ${(bits - bit) / 8}, bit ${bit}`;
}

function sizeProblem(member: Member, { type, widthBits }: FlatMember): string | undefined {
  const own = `has ${member.sizeBytes} bytes (${memberType(member)}) in the layout, and`;
  if (widthBits !== undefined) return `${own} is a bit-field of ${widthBits} bits`;
  const size = sizeOf(type);
  if (size !== undefined && size !== member.sizeBytes) return `${own} ${size} (${typeText(type)})`;
  const element = sizeOf(elementOf(type));
  if (member.type.kind === "opaque" || element === undefined || element === member.elementBytes)
    return undefined;
  // One element of 8 bytes may be a record of 8 bytes: how it is made up is the type's matter.
  if (type.kind !== "array" || member.count === undefined) return undefined;
  return `has elements of ${member.elementBytes} bytes (${memberType(member)}) in the layout, and of ${element} (${typeText(type)})`;
}

/** The member's own type when the object reads the same bytes otherwise; undefined when it does not. */
function typeProblem(member: Member, type: CompiledType): string | undefined {
  const element = elementOf(type);
  const own = memberType(member);
  switch (member.type.kind) {
    case "opaque":
      return undefined;
    case "scalar":
      if (element.kind !== "integer") return own;
      // The sign of an enumeration is the compiler's choice.
      if (element.encoding === "enum") return member.type.scalar === "bool" ? own : undefined;
      return element.encoding === ENCODINGS[member.type.scalar] ? undefined : own;
    case "pointer":
      if (element.kind !== "pointer") return own;
      return member.type.to === undefined || element.to === undefined || member.type.to === element.to
        ? undefined
        : own;
    case "struct":
      if (element.kind !== "record" || element.union) return own;
      return element.name === undefined || element.name === member.type.struct ? undefined : own;
  }
}

function memberType({ type, count, elementBytes }: Member): string {
  const array = count === undefined ? "" : `[${count}]`;
  switch (type.kind) {
    case "scalar":
      return `${type.scalar}${array}`;
    case "struct":
      return `struct ${type.struct}${array}`;
    case "pointer":
      return `${type.to ?? "void"} *${array}`;
    case "opaque":
      return `opaque of ${elementBytes} bytes${array}`;
  }
}

/** The layout's struct of a member that the object describes in place, without a name; undefined for others. */
export function structInPlace(
  member: Member,
  { type }: FlatMember,
  structs: readonly Struct[],
): Struct | undefined {
  const { type: own } = member;
  if (own.kind !== "struct" || type.kind !== "record" || type.name !== undefined) return undefined;
  return structs.find(({ name }) => name === own.struct);
}
