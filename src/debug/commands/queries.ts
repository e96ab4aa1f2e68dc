import { replies } from "../conversation.js";
import { numberOfHex } from "../hex-bytes.js";
import { MOST_PAYLOAD } from "../packet.js";
import type { Command } from "./command.js";

/** `qSupported:FEATURE;…`: what either side can do. */
export const supported: Command = (conversation, argument) => {
  const theirs = argument.replace(/^:/, "").split(";");
  conversation.breakpointReasons = theirs.includes("swbreak+") && theirs.includes("hwbreak+");
  return [
    `PacketSize=${MOST_PAYLOAD.toString(16)}`,
    "qXfer:features:read+",
    "QStartNoAckMode+",
    "swbreak+",
    "hwbreak+",
    "vContSupported+",
    "multiprocess-",
  ].join(";");
};

/** `QStartNoAckMode`: the connection loses nothing. */
export const stopAcknowledging: Command = (conversation) => {
  conversation.acknowledges = false;
  return replies.ok;
};

/** `qXfer:features:read:target.xml:OFFSET,LENGTH`: a part of the target description, `l` being the last one. */
export const features: Command = (conversation, argument) => {
  const match = /^:read:target\.xml:([^,]+),([^,]+)$/.exec(argument);
  if (match === null) return argument.startsWith(":read:") ? "E00" : replies.unknown;
  const [offset, length] = [numberOfHex(match[1] ?? ""), numberOfHex(match[2] ?? "")].map(Number);
  if (offset === undefined || length === undefined || Number.isNaN(offset + length)) return replies.malformed;
  const text = conversation.description;
  const part = text.slice(offset, offset + Math.min(length, MOST_PAYLOAD / 2));
  return `${offset + part.length < text.length ? "m" : "l"}${part}`;
};

/** `qAttached`: the machine was there before the client. */
export const attached: Command = () => "1";

/** `qOffsets`: symbols are where the image says. */
export const offsets: Command = () => "Text=0;Data=0;Bss=0";

/** `qSymbol`: no symbol is needed. */
export const symbols: Command = () => replies.ok;

/** `D`: the client leaves and the machine goes on. */
export const detach: Command = (conversation) => {
  conversation.end("detached");
  return replies.ok;
};

/** `k`: the machine's run ends; nobody waits for a reply. */
export const kill: Command = (conversation) => {
  conversation.end("killed");
  return undefined;
};

/** `vKill;PROCESS`. */
export const killProcess: Command = (conversation) => {
  conversation.end("killed");
  return replies.ok;
};
