import { existsSync, readdirSync, watch } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { edit, project, seed, start, texts, tree, worldswitch } from "./command.js";

/** Kills of acceptance g, shared by two projects so that both processors of a small machine are used. */
const KILLS = 200;
const LANES = 2;
const constants = `schema/${seed}/constants.json`;
const versions = ['"doc": "log2 of the page size"', '"doc": "log2 of the size of a page"'] as const;

interface Lane {
  readonly cwd: string;
  /** The whole output for each version of the documents. */
  readonly outputs: readonly [Map<string, string>, Map<string, string>];
  readonly millisecondsPerRun: number;
}

function openLane(): Lane {
  const cwd = project();
  const generated = (): Map<string, string> => {
    expect(worldswitch(["generate"], { cwd }).status).toBe(0);
    return texts(tree(join(cwd, "generated", seed)));
  };
  const first = generated();
  edit(cwd, constants, versions[0], versions[1]);
  const began = Date.now();
  const second = generated();
  expect(second).not.toEqual(first);
  return { cwd, outputs: [first, second], millisecondsPerRun: Date.now() - began };
}

/** Starts generate and kills it: at any moment, or, every second time, soon after it began to write. */
async function killOne({ cwd, millisecondsPerRun }: Lane, atWriting: boolean): Promise<"killed" | "ended"> {
  const parent = join(cwd, "generated");
  const process = start(["generate"], cwd);
  const ended = new Promise<"killed" | "ended">((resolve) =>
    process.once("close", (_, signal) => resolve(signal === "SIGKILL" ? "killed" : "ended")),
  );
  if (atWriting) {
    await new Promise<void>((resolve) => {
      const watcher = watch(parent, () => done());
      const done = (): void => {
        watcher.close();
        resolve();
      };
      void ended.then(done);
    });
    await sleep(Math.random() * 150);
  } else await sleep(Math.random() * millisecondsPerRun);
  process.kill("SIGKILL");
  return ended;
}

/** The version that the tree is of, as a reader finds it; fails for a mixture. */
function versionOf({ cwd, outputs }: Lane): 0 | 1 {
  const folder = join(cwd, "generated", seed);
  const standsIn = join(cwd, "generated", `.${seed}.next`);
  const found = texts(tree(existsSync(folder) ? folder : standsIn));
  const version = outputs[0].get("asm/hyp.S") === found.get("asm/hyp.S") ? 0 : 1;
  expect(found).toEqual(outputs[version]);
  return version;
}

async function killMany(lane: Lane, kills: number): Promise<Record<string, number>> {
  const counts: Record<string, number> = { killed: 0, ended: 0, old: 0, new: 0 };
  let stored: 0 | 1 = versionOf(lane);
  let written: 0 | 1 = stored;
  const count = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  while ((counts.killed ?? 0) < kills) {
    const wanted = stored === 0 ? 1 : 0;
    if (written !== wanted) edit(lane.cwd, constants, versions[written], versions[wanted]);
    written = wanted;
    count(await killOne(lane, (counts.killed ?? 0) % 2 === 1));
    const now = versionOf(lane);
    count(now === stored ? "old" : "new");
    stored = now;
  }
  return counts;
}

describe("generate, killed with SIGKILL", () => {
  it(
    `leaves the old tree or the new one, ${KILLS} times, and goes on from there`,
    { timeout: 900_000 },
    async () => {
      const lanes = Array.from({ length: LANES }, openLane);
      const counts = await Promise.all(lanes.map((lane) => killMany(lane, KILLS / LANES)));
      console.log("killed during generate:", JSON.stringify(counts));
      for (const [i, { cwd }] of lanes.entries()) {
        expect(counts[i]?.old).toBeGreaterThan(0);
        expect(counts[i]?.new).toBeGreaterThan(0);
        expect(worldswitch(["generate"], { cwd }).status).toBe(0);
        expect(worldswitch(["generate", "--check"], { cwd }).status).toBe(0);
        expect(readdirSync(join(cwd, "generated"))).toEqual([seed]);
      }
    },
  );
});
