import { insert, remove } from "./breakpoints.js";
import type { Command } from "./command.js";
import { readBinary, readHex, writeBinary, writeHex } from "./memory.js";
import { monitor } from "./monitor.js";
import {
  attached,
  detach,
  features,
  kill,
  killProcess,
  offsets,
  stopAcknowledging,
  supported,
  symbols,
} from "./queries.js";
import { readAll, readOne, writeAll, writeOne } from "./registers.js";
import { actionsKnown, resume, resumeEach, resumeWithSignal, step, stepWithSignal } from "./resume.js";
import {
  currentThread,
  firstThreads,
  isAlive,
  moreThreads,
  select,
  threadName,
  whyStopped,
} from "./threads.js";

/** Commands of one letter: the argument follows at once. */
const letters: Readonly<Record<string, Command>> = {
  "?": whyStopped,
  g: readAll,
  G: writeAll,
  p: readOne,
  P: writeOne,
  m: readHex,
  M: writeHex,
  x: readBinary,
  X: writeBinary,
  Z: insert,
  z: remove,
  c: resume,
  C: resumeWithSignal,
  s: step,
  S: stepWithSignal,
  H: select,
  T: isAlive,
  D: detach,
  k: kill,
};

/** Commands with names of letters; what follows the name is the argument. */
const words: Readonly<Record<string, Command>> = {
  "vCont?": actionsKnown,
  "vCont;": resumeEach,
  vKill: killProcess,
  qSupported: supported,
  QStartNoAckMode: stopAcknowledging,
  "qXfer:features": features,
  qfThreadInfo: firstThreads,
  qsThreadInfo: moreThreads,
  qThreadExtraInfo: threadName,
  qC: currentThread,
  qAttached: attached,
  qOffsets: offsets,
  qSymbol: symbols,
  qRcmd: monitor,
};

/** The command of a packet and what follows its name; undefined for a packet that nobody knows. */
export function commandOf(
  payload: string,
): { readonly command: Command; readonly argument: string } | undefined {
  const first = payload.slice(0, 1);
  if (/[vqQ]/.test(first)) {
    const name = /^[A-Za-z]+(?::features|[?;])?/.exec(payload)?.[0] ?? "";
    const word = [name, name.replace(/[?;]$/, ""), name.replace(/:features$/, "")].find((known) =>
      Object.hasOwn(words, known),
    );
    const command = word === undefined ? undefined : words[word];
    return command && word !== undefined ? { command, argument: payload.slice(word.length) } : undefined;
  }
  const command = Object.hasOwn(letters, first) ? letters[first] : undefined;
  return command && { command, argument: payload.slice(1) };
}
