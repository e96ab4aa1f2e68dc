import { createHash } from "node:crypto";
import { join } from "node:path";
import { findLayouts } from "../model/layouts.js";
import { cacheFolder } from "./cache-folder.js";
import { SCHEMA_FOLDER } from "./folders.js";
import { isFresh, readStamp } from "./stamp.js";
import type { Terminal } from "./terminal.js";

/** Options under which a run does more than to say what it found; short ones may stand together. */
const MORE = /^(-[a-z]*[hw]|--watch|--help)/;

/**
 * Where the stamp of a `generate` is kept: one for each working directory and command line, of this very build of the
 * command. Undefined for other commands, and when there is no cache.
 */
export function stampFile(
  args: readonly string[],
  buildId: string,
  { colour }: Terminal,
): string | undefined {
  const cache = cacheFolder();
  if (args[0] !== "generate" || cache === undefined || args.some((argument) => MORE.test(argument)))
    return undefined;
  const key = JSON.stringify([buildId, process.cwd(), args, colour.out, colour.err]);
  return join(cache, "generate", `${createHash("sha256").update(key).digest("hex")}.json`);
}

/** Says what an earlier run found, when all is as it was then. False: nothing was said, and there is something to do. */
export function tellUpToDate(file: string): boolean {
  const stamp = readStamp(file);
  if (stamp === undefined || !isFresh(stamp, findLayouts(SCHEMA_FOLDER))) return false;
  process.stderr.write(stamp.stderr);
  process.stdout.write(stamp.stdout);
  return true;
}
