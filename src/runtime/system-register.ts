import type { SystemEncoding } from "./architecture.js";

/** Bits msb:lsb of a register; values: meanings by value, keys as in the manual, decimal or 0x… */
export interface FieldDescription {
  readonly msb: number;
  readonly lsb: number;
  readonly doc?: string;
  readonly values?: Readonly<Record<string, string>>;
}

/**
 * What generated code knows of a system register. readEl, writeEl: the least exception level that may; absent where
 * there is no such access. fields: by name, from the top bit down. res0, res1: the reserved bits.
 */
export interface SystemRegisterDescription<Field extends string> {
  readonly name: string;
  readonly title: string;
  readonly encoding: SystemEncoding;
  readonly widthBits: number;
  readonly readEl?: number;
  readonly writeEl?: number;
  readonly res0: bigint;
  readonly res1: bigint;
  readonly fields: Readonly<Record<Field, FieldDescription>>;
}

/** A field that reads and changes values of its register; it holds none itself. */
export interface SystemRegisterField extends FieldDescription {
  readonly name: string;
  readonly mask: bigint;
  /** The field's bits of a register value, moved down to bit 0. */
  get(value: bigint): bigint;
  /** The register value with the field replaced; RangeError when it does not fit. */
  set(value: bigint, field: bigint): bigint;
  /** `M=1 (stage 1 translation enabled)` for a register value; the meaning where the manual gives one. */
  describe(value: bigint): string;
}

export interface SystemRegister<Field extends string = string>
  extends Omit<SystemRegisterDescription<Field>, "fields"> {
  readonly fields: Readonly<Record<Field, SystemRegisterField>>;
  /** One line per field from the top bit down, and one for each kind of reserved bits that a value violates. */
  describe(value: bigint): readonly string[];
}

/** A described register with its fields' accessors. */
export function systemRegister<Field extends string>(
  description: SystemRegisterDescription<Field>,
): SystemRegister<Field> {
  const names = Object.keys(description.fields) as Field[];
  const list = names.map((name) => fieldOf(description, name));
  const fields = Object.fromEntries(list.map((field) => [field.name, field])) as Record<
    Field,
    SystemRegisterField
  >;
  return {
    ...description,
    fields,
    describe(value) {
      const wrongRes0 = value & description.res0;
      const wrongRes1 = ~value & description.res1;
      return [
        ...list.map((field) => field.describe(value)),
        ...(wrongRes0 === 0n ? [] : [`RES0 bits that are 1: 0x${wrongRes0.toString(16)}`]),
        ...(wrongRes1 === 0n ? [] : [`RES1 bits that are 0: 0x${wrongRes1.toString(16)}`]),
      ];
    },
  };
}

function fieldOf<Field extends string>(
  register: SystemRegisterDescription<Field>,
  name: Field,
): SystemRegisterField {
  const description = register.fields[name];
  const lsb = BigInt(description.lsb);
  const most = (1n << BigInt(description.msb - description.lsb + 1)) - 1n;
  const mask = most << lsb;
  const meanings = new Map(
    Object.entries(description.values ?? {}).map(([key, text]) => [BigInt(key), text]),
  );
  const get = (value: bigint): bigint => (value >> lsb) & most;
  return {
    ...description,
    name,
    mask,
    get,
    set(value, field) {
      if (field < 0n || field > most) {
        throw new RangeError(`${register.name}.${name}: ${field} is outside of 0 … ${most}`);
      }
      return (value & ~mask) | (field << lsb);
    },
    describe(value) {
      const field = get(value);
      const digits = most < 10n ? field.toString() : `0x${field.toString(16)}`;
      const meaning = meanings.get(field) ?? description.doc;
      return meaning === undefined ? `${name}=${digits}` : `${name}=${digits} (${meaning})`;
    },
  };
}
