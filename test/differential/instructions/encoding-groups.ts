/**
 * The groups of DDI0487 C4.1, "A64 instruction set encoding", by the bits that select them. Random words of each meet encodings
 * that no instruction has.
 */
export interface EncodingGroup {
  readonly name: string;
  readonly mask: number;
  readonly match: number;
}

/** Bits from 31 down; spaces do not count, what is missing at the end is free. */
const diagrams: readonly (readonly [name: string, bits: string])[] = [
  ["Reserved", "0xx 0000 000000000"],
  ["Reserved, other than UDF", "xxx 0000"],
  ["Unallocated, op0 0001", "xxx 0001"],
  ["SVE", "xxx 0010"],
  ["Unallocated, op0 0011", "xxx 0011"],
  ["PC-relative addressing", "xxx 10000"],
  ["Add/subtract (immediate)", "xxx 100010"],
  ["Add/subtract (immediate, with tags)", "xxx 100011"],
  ["Logical (immediate)", "xxx 100100"],
  ["Move wide (immediate)", "xxx 100101"],
  ["Bitfield", "xxx 100110"],
  ["Extract", "xxx 100111"],
  ["Conditional branch (immediate)", "010 1010"],
  ["Miscellaneous branch (immediate)", "010 1011"],
  ["Exception generation", "110 10100"],
  ["System instructions with register argument", "110 10101000000110001"],
  ["Hints", "110 10101000000110010"],
  ["Barriers", "110 10101000000110011"],
  ["PSTATE", "110 10101000 00xxx0100"],
  ["System instructions", "110 1010100 x01"],
  ["System register move", "110 1010100 x1"],
  ["System, rest", "110 1010100"],
  ["Unconditional branch (register)", "110 1011"],
  ["Unconditional branch (immediate)", "x00 101"],
  ["Compare and branch (immediate)", "x01 1010"],
  ["Test and branch (immediate)", "x01 1011"],
  ["Load/store exclusive", "xx 001000"],
  ["Compare and swap pair", "0x 0010000x1"],
  ["Load register (literal)", "xx 011x00"],
  ["LDAPR/STLR (unscaled immediate)", "xx 011001xx0xxxxxxxxx00"],
  ["Load/store memory tags", "11 011001xx1"],
  ["Load/store no-allocate pair (offset)", "xx 101x000"],
  ["Load/store register pair (post-indexed)", "xx 101x001"],
  ["Load/store register pair (offset)", "xx 101x010"],
  ["Load/store register pair (pre-indexed)", "xx 101x011"],
  ["Load/store register (unscaled immediate)", "xx 111x00xx0xxxxxxxxx00"],
  ["Load/store register (immediate post-indexed)", "xx 111x00xx0xxxxxxxxx01"],
  ["Load/store register (unprivileged)", "xx 111x00xx0xxxxxxxxx10"],
  ["Load/store register (immediate pre-indexed)", "xx 111x00xx0xxxxxxxxx11"],
  ["Atomic memory operations", "xx 111x00xx1xxxxxxxxx00"],
  ["Load/store register (register offset)", "xx 111x00xx1xxxxxxxxx10"],
  ["Load/store register (pac)", "xx 111x00xx1xxxxxxxxxx1"],
  ["Load/store register (unsigned immediate)", "xx 111x01"],
  ["Load/store, rest", "xxx x1x0"],
  ["Advanced SIMD load/store multiple structures", "0x 0011000x000000"],
  ["Advanced SIMD load/store multiple structures (post-indexed)", "0x 0011001x0"],
  ["Advanced SIMD load/store single structure", "0x 0011010xx00000"],
  ["Advanced SIMD load/store single structure (post-indexed)", "0x 0011011"],
  ["Data-processing (2 source)", "x0 x11010110"],
  ["Data-processing (1 source)", "x1 x11010110"],
  ["Logical (shifted register)", "xxx 01010"],
  ["Add/subtract (shifted register)", "xxx 01011xx0"],
  ["Add/subtract (extended register)", "xxx 01011xx1"],
  ["Add/subtract (with carry)", "xxx 11010000xxxxx000000"],
  ["Rotate right into flags, evaluate into flags", "xxx 11010000"],
  ["Conditional compare (register)", "xxx 11010010xxxxxxxxx0"],
  ["Conditional compare (immediate)", "xxx 11010010xxxxxxxxx1"],
  ["Conditional select", "xxx 11010100"],
  ["Data-processing (3 source)", "xxx 11011"],
  ["Data-processing (register), rest", "xxx x101"],
  ["Cryptographic AES", "01001110xx10100xxxxx10"],
  ["Cryptographic three-register SHA", "01011110xx0xxxxx0xxx00"],
  ["Cryptographic two-register SHA", "01011110xx10100xxxxx10"],
  ["Advanced SIMD scalar copy", "01x11110000xxxxx0xxxx1"],
  ["Advanced SIMD scalar, rest", "01x1111"],
  ["Advanced SIMD table lookup", "0x001110xx0xxxxx0xxx00"],
  ["Advanced SIMD permute", "0x001110xx0xxxxx0xxx10"],
  ["Advanced SIMD extract", "0x101110xx0xxxxx0xxxx0"],
  ["Advanced SIMD copy", "0xx01110000xxxxx0xxxx1"],
  ["Advanced SIMD modified immediate", "0xx0111100000xxxxxxxx1"],
  ["Advanced SIMD vector, rest", "0xx0111"],
  ["Conversion between floating-point and integer", "x0x11110xx1xxxxx000000"],
  ["Floating-point immediate", "x0x11110xx1xxxxxxxx100"],
  ["Floating-point, rest", "x0x1111"],
];

function groupOf([name, bits]: readonly [string, string]): EncodingGroup {
  const digits = bits.replaceAll(" ", "").padEnd(32, "x");
  const number = (one: string, zero: string) =>
    Number.parseInt(
      digits.replaceAll("x", "-").replaceAll("1", one).replaceAll("0", zero).replaceAll("-", "0"),
      2,
    );
  if (digits.length !== 32) throw new Error(`${name}: ${digits.length} bits`);
  return { name, mask: number("1", "1"), match: number("1", "0") };
}

export const encodingGroups: readonly EncodingGroup[] = diagrams.map(groupOf);

/** The group of a word: the first that it fits. word: u32. */
export function encodingGroup(word: number): string {
  return encodingGroups.find(({ mask, match }) => (word & mask) >>> 0 === match)?.name ?? "Unallocated";
}
