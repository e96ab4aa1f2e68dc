import { PerformanceObserver } from "node:perf_hooks";

/** What V8's collections take, of which the times of single runs have a part or none by chance. */
export class Collections {
  #entries = [];
  #observer = new PerformanceObserver((list) => this.#entries.push(...list.getEntries()));

  constructor() {
    this.#observer.observe({ entryTypes: ["gc"] });
  }

  /** Milliseconds of collections within each of some spans of time, which follow one another: { began, ended }. Forgets what was before. */
  async within(spans) {
    // Entries come by way of the event loop.
    for (let turn = 0; turn < 4; turn++) await new Promise((done) => setImmediate(done));
    const entries = [...this.#entries, ...this.#observer.takeRecords()];
    this.#entries = [];
    let next = 0;
    return spans.map(({ began, ended }) => {
      let taken = 0;
      for (; next < entries.length && entries[next].startTime < ended; next++)
        if (entries[next].startTime >= began) taken += entries[next].duration;
      return taken;
    });
  }
}
