import type { Conversation } from "../conversation.js";

/**
 * Answers a packet: its payload behind the command's name to the reply's payload; undefined for none, because the
 * target now runs or the client has left.
 */
export type Command = (conversation: Conversation, argument: string) => string | undefined;
