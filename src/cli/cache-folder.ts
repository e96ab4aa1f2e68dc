import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";

/** How many entries of one kind are kept unless said; the oldest go first. */
const KEPT = 200;

/**
 * The folder for what can be made again at any time: WORLDSWITCH_CACHE, else worldswitch/ in the user's cache folder.
 * Undefined when there is to be none: WORLDSWITCH_CACHE is empty or relative, or there is no home. It must be the
 * user's own, since code is run from it.
 */
export function cacheFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const { WORLDSWITCH_CACHE: own, XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = environment;
  if (own !== undefined) return isAbsolute(own) ? own : undefined;
  const named = [xdg, local].find((folder) => folder !== undefined && isAbsolute(folder));
  if (named !== undefined) return join(named, "worldswitch");
  const home = environment.HOME ?? homedirOrNothing();
  return isAbsolute(home) ? join(home, ".cache/worldswitch") : undefined;
}

/**
 * Writes a file of the cache, all or nothing, and clears away the oldest of its folder when there are more than kept. Where that
 * cannot be, nothing is written: no command fails for its cache.
 */
export function writeCache(file: string, content: string | Uint8Array, kept = KEPT): void {
  const folder = dirname(file);
  const temporary = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(temporary, content, { mode: 0o600 });
    renameSync(temporary, file);
    clearOldest(folder, kept);
  } catch {
    removeQuietly(temporary);
  }
}

function clearOldest(folder: string, kept: number): void {
  const names = readdirSync(folder);
  if (names.length <= kept) return;
  const entries = names.flatMap((name) => {
    const file = join(folder, name);
    const stat = statSync(file, { throwIfNoEntry: false });
    return stat === undefined ? [] : [{ file, modified: stat.mtimeMs }];
  });
  entries.sort((a, b) => b.modified - a.modified);
  for (const { file } of entries.slice(kept / 2)) removeQuietly(file);
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It stays until the next attempt.
  }
}

/** node:os takes a while to load, and most environments name the home themselves. Before Node 20.16 there is none but theirs. */
function homedirOrNothing(): string {
  try {
    return process.getBuiltinModule("node:os").homedir();
  } catch {
    return "";
  }
}
