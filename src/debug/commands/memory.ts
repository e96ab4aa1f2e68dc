import { replies } from "../conversation.js";
import { bytesOfHex, hexOfBytes, numberOfHex } from "../hex-bytes.js";
import { asciiBytes, MOST_PAYLOAD } from "../packet.js";
import type { Command } from "./command.js";

/** `mADDRESS,LENGTH` in hexadecimal: the bytes from there on, fewer where memory ends. */
export const readHex: Command = ({ core }, argument) => {
  const range = rangeOf(argument);
  if (range === undefined) return replies.malformed;
  const bytes = core.readMemory(range.address, Math.min(range.lengthBytes, MOST_PAYLOAD / 2));
  return bytes.length === 0 && range.lengthBytes > 0 ? replies.fault : hexOfBytes(bytes);
};

/** `xADDRESS,LENGTH`: the same as `b` and the bytes themselves. */
export const readBinary: Command = ({ core }, argument) => {
  const range = rangeOf(argument);
  if (range === undefined) return replies.malformed;
  const bytes = core.readMemory(range.address, Math.min(range.lengthBytes, MOST_PAYLOAD / 2));
  if (bytes.length === 0 && range.lengthBytes > 0) return replies.fault;
  return `b${Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")}`;
};

/** `MADDRESS,LENGTH:…`: bytes in hexadecimal to memory. */
export const writeHex: Command = ({ core }, argument) =>
  write(core.writeMemory.bind(core), argument, bytesOfHex);

/** `XADDRESS,LENGTH:…`: bytes as they are to memory. No bytes: whether the client may ask like that. */
export const writeBinary: Command = ({ core }, argument) =>
  write(core.writeMemory.bind(core), argument, asciiBytes);

function write(
  writeMemory: (address: bigint, bytes: Uint8Array) => boolean,
  argument: string,
  decode: (text: string) => Uint8Array | undefined,
): string {
  const colon = argument.indexOf(":");
  const range = rangeOf(argument.slice(0, Math.max(colon, 0)));
  const bytes = decode(argument.slice(colon + 1));
  if (range === undefined || bytes?.length !== range.lengthBytes) return replies.malformed;
  return writeMemory(range.address, bytes) ? replies.ok : replies.fault;
}

function rangeOf(text: string): { readonly address: bigint; readonly lengthBytes: number } | undefined {
  const [first = "", second = "", ...more] = text.split(",");
  const address = numberOfHex(first);
  const lengthBytes = numberOfHex(second);
  if (address === undefined || lengthBytes === undefined || more.length > 0) return undefined;
  return { address, lengthBytes: Number(lengthBytes) };
}
