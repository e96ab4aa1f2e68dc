/** Two lower-case hexadecimal digits a byte. */
export function hexOfBytes(bytes: Iterable<number>): string {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}

/** The bytes of hexadecimal digits; undefined where the digits are no pairs, or no digits. */
export function bytesOfHex(digits: string): Uint8Array | undefined {
  if (digits.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(digits)) return undefined;
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) =>
    Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  );
}

/** A number of up to sixteen hexadecimal digits, as addresses and lengths are written; undefined for other text. */
export function numberOfHex(digits: string): bigint | undefined {
  return /^[0-9a-fA-F]{1,16}$/.test(digits) ? BigInt(`0x${digits}`) : undefined;
}

/** sizeBytes bytes of a value, the lowest first: target byte order. */
export function littleEndian(value: bigint, sizeBytes: number): Uint8Array {
  return Uint8Array.from({ length: sizeBytes }, (_, i) => Number((value >> BigInt(8 * i)) & 0xffn));
}

/** The value of bytes, the lowest first. */
export function valueOfBytes(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}
