import type { Member, ScalarType } from "../model/types.js";

/** How TypeScript holds a C scalar: type of its values, and the runtime's accessor. */
export interface TsScalar {
  readonly type: "number" | "bigint" | "boolean";
  readonly accessor: string;
}

const SCALARS: Readonly<Record<ScalarType, TsScalar>> = {
  u8: { type: "number", accessor: "uint8" },
  u16: { type: "number", accessor: "uint16" },
  u32: { type: "number", accessor: "uint32" },
  u64: { type: "bigint", accessor: "uint64" },
  u128: { type: "bigint", accessor: "uint128" },
  s8: { type: "number", accessor: "int8" },
  s16: { type: "number", accessor: "int16" },
  s32: { type: "number", accessor: "int32" },
  s64: { type: "bigint", accessor: "int64" },
  bool: { type: "boolean", accessor: "bool" },
};

/** The scalar that a member's elements are; an address for a pointer; undefined for structs and opaque bytes. */
export function scalarOf(member: Member): TsScalar | undefined {
  switch (member.type.kind) {
    case "scalar":
      return SCALARS[member.type.scalar];
    case "pointer":
      return SCALARS.u64;
    default:
      return undefined;
  }
}
