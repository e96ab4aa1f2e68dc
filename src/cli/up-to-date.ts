import { createHash } from "node:crypto";
import { writeSync } from "node:fs";
import { join } from "node:path";
import { isatty } from "node:tty";
import { findLayouts } from "../model/layouts.js";
import { cacheFolder } from "./cache-folder.js";
import { SCHEMA_FOLDER } from "./folders.js";
import { isFresh, readStamp } from "./stamp.js";
import { wantsColour } from "./style.js";

/** Options under which a run does more than to say what it found; short ones may stand together. */
const MORE = /^(-[a-z]*[hw]|--watch|--help)/;

/**
 * Where the stamp of a `generate` is kept: one for each working directory and command line, of this very build of the
 * command. Undefined for other commands, and when there is no cache.
 */
export function stampFile(args: readonly string[], buildId: string): string | undefined {
  if (args[0] !== "generate" || args.some((argument) => MORE.test(argument))) return undefined;
  const cache = cacheFolder();
  if (cache === undefined) return undefined;
  const colours = [1, 2].map((stream) => wantsColour({ isTTY: isatty(stream) }, process.env));
  const key = JSON.stringify([buildId, process.cwd(), args, colours]);
  return join(cache, "generate", `${createHash("sha256").update(key).digest("hex")}.json`);
}

/**
 * Says what an earlier run found, when all is as it was then. False: there is something to do, or nobody could be told,
 * and a whole run says why.
 */
export function tellUpToDate(file: string): boolean {
  const stamp = readStamp(file);
  if (stamp === undefined || !isFresh(stamp, findLayouts(SCHEMA_FOLDER))) return false;
  return write(2, stamp.stderr) && write(1, stamp.stdout);
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
