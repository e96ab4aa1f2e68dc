import { type Conversation, replies } from "../conversation.js";
import { numberOfHex } from "../hex-bytes.js";
import type { Command } from "./command.js";

/** `ZTYPE,ADDRESS,KIND`: a breakpoint or watchpoint is wanted. */
export const insert: Command = (conversation, argument) => change(conversation, argument, "insert");

/** `zTYPE,ADDRESS,KIND`: it is no longer wanted. */
export const remove: Command = (conversation, argument) => change(conversation, argument, "remove");

/** Conditions and commands, which would follow a semicolon, are the client's own: qSupported offers neither. */
function change({ breakpoints }: Conversation, argument: string, how: "insert" | "remove"): string {
  const match = /^(\d),([^,;]+),([^,;]+)$/.exec(argument);
  if (match === null) return /^[5-9]/.test(argument) ? replies.unknown : replies.malformed;
  const [, type = "", first = "", second = ""] = match;
  const address = numberOfHex(first);
  const kind = numberOfHex(second);
  if (address === undefined || kind === undefined) return replies.malformed;
  if (Number(type) > 4) return replies.unknown;
  return breakpoints[how](Number(type), address, kind) ? replies.ok : replies.malformed;
}
