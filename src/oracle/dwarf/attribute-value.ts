import { ByteReader } from "../byte-reader.js";
import { Malformed } from "../malformed.js";
import type { AttributeSpec } from "./abbreviations.js";
import { FORM } from "./format.js";
import type { DebugSections, Unit } from "./unit.js";

/**
 * An attribute's value. constant: unsigned unless its form is signed. reference: an offset in .debug_info. index: of
 * a text in .debug_str_offsets. elsewhere: in another file, or of no use for types.
 */
export type AttributeValue =
  | { readonly kind: "constant"; readonly value: bigint }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "index"; readonly index: number }
  | { readonly kind: "reference"; readonly offset: number }
  | { readonly kind: "signature"; readonly signature: bigint }
  | { readonly kind: "expression"; readonly bytes: Uint8Array }
  | { readonly kind: "elsewhere" };

/** What the size and the meaning of a value depend on. */
export type FormContext = Pick<Unit, "start" | "version" | "addressBytes" | "offsetBytes">;

/** Reads the value and goes past it. Source: DWARF 5, 7.5.5 and 7.5.6. */
export function readValue(
  reader: ByteReader,
  { form, implicit }: AttributeSpec,
  unit: FormContext,
  sections: DebugSections,
): AttributeValue {
  const constant = (value: bigint): AttributeValue => ({ kind: "constant", value });
  const within = (offset: number): AttributeValue => ({ kind: "reference", offset: unit.start + offset });
  switch (form) {
    case FORM.data1:
    case FORM.flag:
      return constant(reader.unsigned(1));
    case FORM.data2:
      return constant(reader.unsigned(2));
    case FORM.data4:
      return constant(reader.unsigned(4));
    case FORM.data8:
      return constant(reader.unsigned(8));
    case FORM.udata:
      return constant(reader.ulebValue());
    case FORM.sdata:
      return constant(reader.slebValue());
    case FORM.implicitConst:
      return constant(implicit ?? 0n);
    case FORM.flagPresent:
      return constant(1n);
    case FORM.secOffset:
      return constant(reader.unsigned(unit.offsetBytes));
    case FORM.string:
      return { kind: "text", text: reader.text() };
    case FORM.strp:
      return textIn(sections.str, ".debug_str", reader.offset(unit.offsetBytes));
    case FORM.lineStrp:
      return textIn(sections.lineStr, ".debug_line_str", reader.offset(unit.offsetBytes));
    case FORM.strx:
      return { kind: "index", index: reader.uleb() };
    case FORM.strx1:
      return { kind: "index", index: reader.u8() };
    case FORM.strx2:
      return { kind: "index", index: reader.u16() };
    case FORM.strx3:
      return { kind: "index", index: reader.u24() };
    case FORM.strx4:
      return { kind: "index", index: reader.u32() };
    case FORM.ref1:
      return within(reader.u8());
    case FORM.ref2:
      return within(reader.u16());
    case FORM.ref4:
      return within(reader.u32());
    case FORM.ref8:
      return within(reader.offset(8));
    case FORM.refUdata:
      return within(reader.uleb());
    case FORM.refAddr:
      return { kind: "reference", offset: reader.offset(addressOrOffset(unit)) };
    case FORM.refSig8:
      return { kind: "signature", signature: reader.u64() };
    case FORM.exprloc:
    case FORM.block:
      return { kind: "expression", bytes: reader.take(reader.uleb()) };
    case FORM.block1:
      return { kind: "expression", bytes: reader.take(reader.u8()) };
    case FORM.block2:
      return { kind: "expression", bytes: reader.take(reader.u16()) };
    case FORM.block4:
      return { kind: "expression", bytes: reader.take(reader.u32()) };
    case FORM.indirect: {
      const real = reader.uleb();
      if (real === FORM.indirect || real === FORM.implicitConst)
        throw new Malformed(`.debug_info+${reader.position}: an indirect form of form ${real}`);
      return readValue(reader, { attribute: 0, form: real }, unit, sections);
    }
    default:
      skipValue(reader, form, unit);
      return { kind: "elsewhere" };
  }
}

/** Bytes of the forms that have the same everywhere. */
const FIXED_BYTES: ReadonlyMap<number, number> = new Map([
  ...[FORM.flagPresent, FORM.implicitConst].map((form) => [form, 0] as const),
  ...[FORM.data1, FORM.flag, FORM.ref1, FORM.strx1, FORM.addrx1].map((form) => [form, 1] as const),
  ...[FORM.data2, FORM.ref2, FORM.strx2, FORM.addrx2].map((form) => [form, 2] as const),
  ...[FORM.strx3, FORM.addrx3].map((form) => [form, 3] as const),
  ...[FORM.data4, FORM.ref4, FORM.refSup4, FORM.strx4, FORM.addrx4].map((form) => [form, 4] as const),
  ...[FORM.data8, FORM.ref8, FORM.refSup8, FORM.refSig8].map((form) => [form, 8] as const),
  [FORM.data16, 16],
]);
/** Forms whose value is an offset of the unit's own width. */
const OFFSETS: ReadonlySet<number> = new Set([
  FORM.strp,
  FORM.lineStrp,
  FORM.secOffset,
  FORM.strpSup,
  FORM.gnuRefAlt,
  FORM.gnuStrpAlt,
]);
const LEBS: ReadonlySet<number> = new Set([
  FORM.udata,
  FORM.sdata,
  FORM.refUdata,
  FORM.strx,
  FORM.addrx,
  FORM.loclistx,
  FORM.rnglistx,
]);

/** Goes past a value. Throws Malformed for a form that is not known: nothing behind it could be read. */
export function skipValue(reader: ByteReader, form: number, unit: FormContext): void {
  const fixed = FIXED_BYTES.get(form);
  if (fixed !== undefined) reader.skip(fixed);
  else if (LEBS.has(form)) reader.skipLeb();
  else if (form === FORM.string) reader.skipText();
  else reader.skip(sizeAhead(reader, form, unit));
}

/** The size of a value that depends on the unit or on what stands before it; the reader is then at its first byte. */
function sizeAhead(reader: ByteReader, form: number, unit: FormContext): number {
  if (OFFSETS.has(form)) return unit.offsetBytes;
  switch (form) {
    case FORM.addr:
      return unit.addressBytes;
    case FORM.refAddr:
      return addressOrOffset(unit);
    case FORM.exprloc:
    case FORM.block:
      return reader.uleb();
    case FORM.block1:
      return reader.u8();
    case FORM.block2:
      return reader.u16();
    case FORM.block4:
      return reader.u32();
    case FORM.indirect: {
      const real = reader.uleb();
      if (real === FORM.indirect || real === FORM.implicitConst)
        throw new Malformed(`.debug_info+${reader.position}: an indirect form of form ${real}`);
      skipValue(reader, real, unit);
      return 0;
    }
    default:
      throw new Malformed(`.debug_info+${reader.position}: the form 0x${form.toString(16)} is not known`);
  }
}

/** The text at an offset of a section of texts. */
export function textIn(section: Uint8Array, name: string, offset: number): AttributeValue {
  return { kind: "text", text: new ByteReader(section, name, offset).text() };
}

/** DW_FORM_ref_addr was an address in DWARF 2. */
function addressOrOffset({ version, addressBytes, offsetBytes }: FormContext): 4 | 8 {
  if (version > 2) return offsetBytes;
  return addressBytes === 8 ? 8 : 4;
}
