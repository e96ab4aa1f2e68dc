import { type Conversation, type CoreAction, replies } from "../conversation.js";
import { numberOfHex } from "../hex-bytes.js";
import type { Command } from "./command.js";

/** `c [ADDRESS]` and `CSIGNAL[;ADDRESS]`: everything goes on. Signals mean nothing to a machine. */
export const resume: Command = (conversation, argument) => moveOn(conversation, argument, "continue");

/** `s [ADDRESS]` and `SSIGNAL[;ADDRESS]`: the selected core makes a step, the others go on. */
export const step: Command = (conversation, argument) => moveOn(conversation, argument, "step");

/** `CSIGNAL[;ADDRESS]`. */
export const resumeWithSignal: Command = (conversation, argument) =>
  moveOn(conversation, argument.replace(/^[0-9a-fA-F]{2};?/, ""), "continue");

/** `SSIGNAL[;ADDRESS]`. */
export const stepWithSignal: Command = (conversation, argument) =>
  moveOn(conversation, argument.replace(/^[0-9a-fA-F]{2};?/, ""), "step");

function moveOn(conversation: Conversation, address: string, action: CoreAction): string | undefined {
  if (address !== "") {
    const pc = numberOfHex(address);
    const register = conversation.core.registers.find(({ kind }) => kind === "code-address");
    if (pc === undefined || register === undefined) return replies.malformed;
    register.write(pc);
  }
  conversation.actions = conversation.target.cores.map((_, core) =>
    core === conversation.selected ? action : "continue",
  );
  return undefined;
}

/** `vCont?`: which actions there are. */
export const actionsKnown: Command = () => "vCont;c;C;s;S";

/** `vCont;ACTION[:THREAD]…`: the first action that fits a core is its own; a core without one holds. */
export const resumeEach: Command = (conversation, argument) => {
  const actions: (CoreAction | undefined)[] = conversation.target.cores.map(() => undefined);
  for (const part of argument.split(";")) {
    const match = /^(?:(c)|(s)|C[0-9a-fA-F]{2}|(S)[0-9a-fA-F]{2})(?::(-1|[0-9a-fA-F]+))?$/.exec(part);
    if (match === null) return replies.malformed;
    const action = match[2] === undefined && match[3] === undefined ? "continue" : "step";
    const thread = match[4];
    const only = thread === undefined || thread === "-1" ? undefined : conversation.coreOfThread(thread);
    if (thread !== undefined && thread !== "-1" && only === undefined) return replies.malformed;
    for (const core of actions.keys()) {
      if (only === undefined || only === core) actions[core] ??= action;
    }
  }
  if (actions.every((action) => action === undefined)) return replies.malformed;
  conversation.actions = actions.map((action) => action ?? "hold");
  return undefined;
};
