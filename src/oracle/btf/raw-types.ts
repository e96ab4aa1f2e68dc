import { ByteReader } from "../byte-reader.js";
import { Malformed } from "../malformed.js";

export const KIND = {
  int: 1,
  pointer: 2,
  array: 3,
  struct: 4,
  union: 5,
  enum: 6,
  forward: 7,
  typedef: 8,
  volatile: 9,
  const: 10,
  restrict: 11,
  function: 12,
  functionPrototype: 13,
  variable: 14,
  dataSection: 15,
  float: 16,
  declarationTag: 17,
  typeTag: 18,
  enum64: 19,
} as const;

/** Bytes behind the common part: fixed, or for each of the type's elements. Kinds that are not here have none. */
const FIXED_BYTES: ReadonlyMap<number, number> = new Map([
  [KIND.int, 4],
  [KIND.array, 12],
  [KIND.variable, 4],
  [KIND.declarationTag, 4],
]);
const ELEMENT_BYTES: ReadonlyMap<number, number> = new Map([
  [KIND.struct, 12],
  [KIND.union, 12],
  [KIND.enum, 8],
  [KIND.functionPrototype, 8],
  [KIND.dataSection, 12],
  [KIND.enum64, 12],
]);
const LAST_KIND = KIND.enum64;
const VERSION = 1;
const COMMON_BYTES = 12;

/** One type as it is stored. id: what others refer to it by, from 1; data: where its own part begins; flag: kind_flag. */
export interface RawType {
  readonly id: number;
  readonly nameOffset: number;
  readonly kind: number;
  readonly flag: boolean;
  readonly count: number;
  readonly sizeOrType: number;
  readonly data: number;
}

/** types and texts: the two sections of the blob. */
export interface RawTypes {
  readonly all: readonly RawType[];
  readonly types: Uint8Array;
  readonly texts: Uint8Array;
}

/** All types of a blob, in the order of their ids. */
export function readRawTypes(blob: Uint8Array): RawTypes {
  const reader = new ByteReader(blob, "BTF");
  reader.skip(2);
  const version = reader.u8();
  if (version !== VERSION) throw new Malformed(`BTF of version ${version} is not known`);
  reader.skip(1);
  const header = reader.u32();
  const [typesAt, typesBytes, textsAt, textsBytes] = [reader.u32(), reader.u32(), reader.u32(), reader.u32()];
  const part = (at: number, sizeBytes: number): Uint8Array => {
    reader.seek(header + at);
    return reader.take(sizeBytes);
  };
  const types = part(typesAt, typesBytes);
  return { all: listTypes(types), types, texts: part(textsAt, textsBytes) };
}

function listTypes(types: Uint8Array): RawType[] {
  const reader = new ByteReader(types, "BTF's types");
  const all: RawType[] = [];
  while (reader.position < reader.length) {
    const [nameOffset, info, sizeOrType] = [reader.u32(), reader.u32(), reader.u32()];
    const [kind, count, data] = [(info >>> 24) & 31, info & 0xffff, reader.position];
    if (kind === 0 || kind > LAST_KIND)
      throw new Malformed(`BTF's types: the kind ${kind} at ${data - COMMON_BYTES} is not known`);
    reader.skip((FIXED_BYTES.get(kind) ?? 0) + count * (ELEMENT_BYTES.get(kind) ?? 0));
    all.push({ id: all.length + 1, nameOffset, kind, flag: info >= 2 ** 31, count, sizeOrType, data });
  }
  return all;
}

/** A name by its offset; the empty text for none. */
export function textAt({ texts }: RawTypes, offset: number): string {
  return new ByteReader(texts, "BTF's texts", offset).text();
}

/** Names and values of an enumeration; kind_flag says that they are signed. */
export function enumeratorsOf(
  { kind, data, count, flag }: RawType,
  raw: RawTypes,
): { readonly name: string; readonly value: bigint }[] {
  const reader = new ByteReader(raw.types, "BTF's types", data);
  return Array.from({ length: count }, () => {
    const name = textAt(raw, reader.u32());
    if (kind === KIND.enum) {
      const value = BigInt(reader.u32());
      return { name, value: flag ? BigInt.asIntN(32, value) : value };
    }
    const [low, high] = [BigInt(reader.u32()), BigInt(reader.u32())];
    const value = (high << 32n) | low;
    return { name, value: flag ? BigInt.asIntN(64, value) : value };
  });
}
