import { constants, PerformanceObserver } from "node:perf_hooks";

const { NODE_PERFORMANCE_GC_MINOR: MINOR, NODE_PERFORMANCE_GC_MAJOR: MAJOR } = constants;

/** What V8's collections take, of which the times of single runs have a part or none by chance. */
export class Collections {
  #next;
  /** When the young generation was empty last, and the runs of which something may be in it. */
  #emptied = 0;
  #open = [];

  /** next: returns the collections since it was asked last, in order, as perf_hooks has them; by default those of this process. */
  constructor(next = observed()) {
    this.#next = next;
  }

  /**
   * Gives runs, { began, ended } in milliseconds, one after another, what collections take of them: { within, young, old }, in milliseconds too.
   * within: those that fall into the run. young, old: what the run causes of those of the young generation and of all others; the last runs get the rest
   * of young with the runs that follow.
   */
  async attribute(runs) {
    for (const run of runs) Object.assign(run, { within: 0, young: 0, old: 0 });
    this.#open.push(...runs);
    for (const collection of await this.#next()) this.#add(collection);
  }

  #add({ startTime: began, duration, detail: { kind } }) {
    const run = this.#open.find((open) => open.began <= began && began < open.ended);
    if (run !== undefined) run.within += duration;
    if (kind === MINOR) this.#spread(began, duration);
    else if (run !== undefined) run.old += duration;
    if (kind !== MINOR && kind !== MAJOR) return;
    this.#emptied = began + duration;
    this.#open = this.#open.filter(({ ended }) => ended > this.#emptied);
  }

  /**
   * A collection of the young generation copies what was allocated since the one before, much of it by earlier runs than that into which it falls: each
   * gets as much of it as it has of the time between the two.
   */
  #spread(began, duration) {
    const parts = this.#open.map((run) =>
      Math.max(0, Math.min(run.ended, began) - Math.max(run.began, this.#emptied)),
    );
    const all = parts.reduce((sum, part) => sum + part, 0);
    if (all === 0) return;
    for (const [i, run] of this.#open.entries()) run.young += (duration * parts[i]) / all;
  }
}

function observed() {
  let entries = [];
  const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
  observer.observe({ entryTypes: ["gc"] });
  return async () => {
    // Entries come by way of the event loop.
    for (let turn = 0; turn < 4; turn++) await new Promise((done) => setImmediate(done));
    const taken = [...entries, ...observer.takeRecords()];
    entries = [];
    return taken;
  };
}
