import type { CompiledMember, CompiledType, Where } from "./compiled.js";
import { Malformed } from "./malformed.js";

/** Members of one struct, those of anonymous records in it counted: beyond, a file is playing tricks. */
const LIMIT = 100_000;

/** A member that C code names directly, by its offset from the start of the struct. */
export interface FlatMember {
  readonly name: string;
  readonly offsetBits: number;
  readonly widthBits?: number;
  readonly type: CompiledType;
  readonly where: Where;
}

/**
 * The members of a record as C code names them: those of anonymous structs and unions are the record's own.
 * Throws Malformed: more than 100,000.
 */
export function flatten(members: readonly CompiledMember[], baseBits = 0): FlatMember[] {
  const flat: FlatMember[] = [];
  const left = members.map((member) => ({ member, base: baseBits })).reverse();
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { name, type, where, widthBits } = next.member;
    const offsetBits = next.base + next.member.offsetBits;
    if (name !== undefined)
      flat.push({ name, offsetBits, type, where, ...(widthBits === undefined ? {} : { widthBits }) });
    else if (type.kind === "record" && type.members !== undefined)
      for (const member of [...type.members].reverse()) left.push({ member, base: offsetBits });
    if (flat.length + left.length > LIMIT)
      throw new Malformed(`a struct of more than ${LIMIT} members, by ${where.text}`);
  }
  return flat;
}
