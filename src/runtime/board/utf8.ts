/** What of the Encoding standard is used: Node and browsers have it, plain ECMAScript's types have not. */
interface EncodingInterface {
  readonly TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };
  readonly TextDecoder: new () => { decode(bytes: Uint8Array): string };
}

const { TextEncoder, TextDecoder } = globalThis as unknown as EncodingInterface;

/** The text in UTF-8. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** The text that bytes are in UTF-8; what is none becomes U+FFFD. */
export function textOfUtf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
