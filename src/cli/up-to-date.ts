import { writeSync } from "node:fs";
import { join } from "node:path";
import { findLayouts } from "../model/layouts.js";
import { cacheFolder } from "./cache-folder.js";
import { SCHEMA_FOLDER } from "./folders.js";
import { isFileOrPipe } from "./output-stream.js";
import { freshStamp } from "./stamp.js";
import { wantsColour } from "./style.js";

/** Options under which a run does more than to say what it found; short ones may stand together. */
const MORE = /^(-[a-z]*[hw]|--watch|--help)/;

/** Where a stamp is kept, and what it is for; two keys may share a file, which is then the later one's. */
export interface StampPlace {
  readonly file: string;
  readonly key: string;
}

/**
 * Where the stamp of a `generate` is kept: one for each working directory and command line, of this very build of the
 * command. Undefined for other commands, and when there is no cache.
 */
export function stampPlace(args: readonly string[], buildId: string): StampPlace | undefined {
  if (args[0] !== "generate" || args.some((argument) => MORE.test(argument))) return undefined;
  const cache = cacheFolder();
  if (cache === undefined) return undefined;
  const colours = ([1, 2] as const).map((stream) => wantsColour({ isTTY: isTerminal(stream) }, process.env));
  const key = JSON.stringify([buildId, process.cwd(), args, colours]);
  return { file: join(cache, "generate", `${checksum(key)}.stamp`), key };
}

/**
 * Says what an earlier run found, when all is as it was then. False: there is something to do, or nobody could be told,
 * and a whole run says why.
 */
export function tellUpToDate({ file, key }: StampPlace): boolean {
  const stamp = freshStamp(file, key, findLayouts(SCHEMA_FOLDER));
  return stamp !== undefined && write(2, stamp.stderr) && write(1, stamp.stdout);
}

/** node:tty takes a while to load, and is asked where the answer is not plain. */
function isTerminal(stream: 1 | 2): boolean {
  if (isFileOrPipe(stream)) return false;
  const tty = process.getBuiltinModule?.("node:tty");
  return tty?.isatty(stream) ?? (stream === 1 ? process.stdout : process.stderr).isTTY === true;
}

/** FNV-1a of a text's UTF-16 code units, twice, from two starts: 16 digits. */
function checksum(text: string): string {
  return [0x811c_9dc5, 0x0100_0193]
    .map((start) => {
      let hash = start;
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x0100_0193);
      return (hash >>> 0).toString(16).padStart(8, "0");
    })
    .join("");
}

/** Writes at once, without Node's streams, which take longer to load than all the rest. */
function write(stream: number, text: string): boolean {
  if (text === "") return true;
  try {
    return writeSync(stream, text) > 0;
  } catch {
    return false;
  }
}
