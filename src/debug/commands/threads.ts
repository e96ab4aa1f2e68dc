import { replies } from "../conversation.js";
import { hexOfBytes } from "../hex-bytes.js";
import { asciiBytes } from "../packet.js";
import { stopReply, threadId } from "../stop.js";
import type { Command } from "./command.js";

/** `HOP THREAD`: which thread later commands are about; 0 and -1 are any and all, and choose none. */
export const select: Command = (conversation, argument) => {
  const match = /^[a-zA-Z](-1|[0-9a-fA-F]+)$/.exec(argument);
  const id = match?.[1];
  if (id === undefined) return replies.malformed;
  if (id === "0" || id === "-1") return replies.ok;
  const core = conversation.coreOfThread(id);
  if (core === undefined) return replies.malformed;
  conversation.selected = core;
  return replies.ok;
};

/** `TTHREAD`: whether a thread is alive. */
export const isAlive: Command = (conversation, argument) =>
  conversation.coreOfThread(argument) === undefined ? replies.malformed : replies.ok;

/** `qfThreadInfo`: all threads. */
export const firstThreads: Command = ({ target }) => `m${target.cores.map((_, i) => threadId(i)).join(",")}`;

/** `qsThreadInfo`: there are no more. */
export const moreThreads: Command = () => "l";

/** `qC`: the selected thread. */
export const currentThread: Command = ({ selected }) => `QC${threadId(selected)}`;

/** `qThreadExtraInfo,THREAD`: what GDB shows beside it. */
export const threadName: Command = (conversation, argument) => {
  const core = conversation.coreOfThread(argument.replace(/^,/, ""));
  return core === undefined ? replies.malformed : hexOfBytes(asciiBytes(`PE ${core}`));
};

/** `?`: why the target stands. */
export const whyStopped: Command = (conversation) => {
  const { lastStop, target, breakpointReasons } = conversation;
  const core = target.cores[lastStop.core];
  if (core === undefined) return replies.malformed;
  conversation.selected = lastStop.core;
  return stopReply(lastStop, core, breakpointReasons);
};
