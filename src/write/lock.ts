import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { hasCode } from "./finding.js";

/** A held lock, and whether others had to be waited for; or who holds it. */
export type Lock =
  | { readonly held: true; readonly waited: boolean; release(): void }
  | { readonly held: false; readonly pid: number };

const POLL_MS = 10;
/** When this process started, once it was asked for. */
let ownStart: string | undefined;

/**
 * The lock of a folder of entries, one per process that wants it: whoever registers and then sees nobody else alive
 * has it. Of two that see each other the later name withdraws, so that one of them gets on. An entry names its
 * process by id and start time; a killed process's entry counts for nothing and is cleared away, so that no one ever
 * takes a lock away from the living. Gives up after waitMs.
 */
export async function takeLock(folder: string, waitMs: number): Promise<Lock> {
  ownStart ??= startTime(process.pid) ?? "";
  const mine = `${process.pid}-${ownStart}-${randomUUID()}`;
  const deadline = Date.now() + waitMs;
  for (let attempt = 0; ; attempt++) {
    register(folder, mine);
    const others = living(folder, mine);
    if (others.length === 0)
      return { held: true, waited: attempt > 0, release: () => withdraw(folder, mine) };
    const late = Date.now() >= deadline;
    if (late || others.some((other) => other < mine)) withdraw(folder, mine);
    if (late) return { held: false, pid: Number.parseInt(others[0] ?? "", 10) };
    await sleep(POLL_MS * (1 + Math.random()));
  }
}

/** Makes the entry; the folder may vanish at any moment, since the last to leave removes it. */
function register(folder: string, mine: string): void {
  for (let attempt = 0; ; attempt++) {
    mkdirSync(folder, { recursive: true });
    try {
      writeFileSync(join(folder, mine), "");
      return;
    } catch (error) {
      if (attempt === 100 || !hasCode(error, "ENOENT")) throw error;
    }
  }
}

function withdraw(folder: string, mine: string): void {
  rmSync(join(folder, mine), { force: true });
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!hasCode(error, "ENOTEMPTY") && !hasCode(error, "ENOENT") && !hasCode(error, "EEXIST")) throw error;
  }
}

/** The other entries whose processes live, by name; those of the dead are removed. */
function living(folder: string, mine: string): string[] {
  const others = readdirSync(folder).filter((entry) => entry !== mine);
  const dead = others.filter((entry) => !lives(entry));
  for (const entry of dead) rmSync(join(folder, entry), { force: true });
  return others.filter((entry) => !dead.includes(entry)).sort();
}

function lives(entry: string): boolean {
  const [pid, start] = entry.split("-");
  const id = Number(pid);
  if (!Number.isInteger(id) || id <= 0) return false;
  try {
    process.kill(id, 0);
  } catch (error) {
    if (!hasCode(error, "EPERM")) return false;
  }
  const now = startTime(id);
  return now === undefined || start === "" || now === start;
}

/** When a process started, in the kernel's ticks, where /proc tells: process ids are used again. */
function startTime(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}
