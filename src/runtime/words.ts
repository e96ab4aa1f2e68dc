/**
 * The aligned 64-bit words of a view, as an array: V8 reads and writes an element of a BigUint64Array in place, where up to
 * version 12 a DataView's BigInt methods are calls that go byte by byte. An element that is not there (no words, or a buffer
 * that was detached or has shrunk since) is left to the DataView, which does what is right.
 */

const NONE = /* @__PURE__ */ new BigUint64Array(0);

/** Whether the host has the least significant byte first, as the structs do. */
const IS_LITTLE_ENDIAN = /* @__PURE__ */ new Uint8Array(/* @__PURE__ */ Uint16Array.of(1).buffer)[0] === 1;

/**
 * The words of exactly the view's bytes: word i is what the view has at byte 8 i, little-endian. None where the view does not
 * start at a multiple of 8 bytes of its buffer, where it has 4 GiB or more, so that some offsets are wider than 32 bits, or where
 * the host is big-endian.
 */
export function wordsOf(view: DataView): BigUint64Array {
  const { buffer, byteOffset, byteLength } = view;
  return IS_LITTLE_ENDIAN && byteOffset % 8 === 0 && byteLength < 2 ** 32
    ? new BigUint64Array(buffer, byteOffset, byteLength >>> 3)
    : NONE;
}
