import { Collections } from "./collections.mjs";
import { mean, median } from "./median.mjs";

/** As much as V8's young generation holds. */
const YOUNG_BYTES = 16 * 2 ** 20;

/** What layouts of several sizes take more than the one without items. */
export class PairedTimes {
  #run;
  #none;
  #sizes;
  #pairs = 0;
  #collections = new Collections();
  #fixed = [];
  /** By size, of each pair of runs: the difference without collections, and that of the collections. */
  #own;
  #collecting;

  /**
   * run: what is timed of a layout; what it returns stays alive until the next. none, sizes: layouts, each twice, the second time with other texts that
   * say the same: a layout right after itself would be one whose documents are parsed already.
   */
  constructor(run, none, sizes) {
    this.#run = run;
    this.#none = none;
    this.#sizes = sizes;
    this.#own = sizes.map(() => []);
    this.#collecting = sizes.map(() => []);
  }

  /**
   * Each first in every other pair, and after garbage of any amount. Always in turn, and each making about as much as the other, the same one would meet
   * V8's collections for a whole process, and what follows it what they leave.
   */
  async measure(i, pairs) {
    const spans = [];
    const before = this.#pairs;
    for (let pair = 0; pair < pairs; pair++) {
      const twin = this.#pairs++ % 2;
      const layouts = [this.#none[twin], this.#sizes[i][twin]];
      makeGarbage(Math.random() * YOUNG_BYTES);
      for (const layout of twin === 0 ? layouts : layouts.toReversed()) spans.push(await this.#time(layout));
    }
    const collecting = await this.#collections.within(spans);
    const own = spans.map(({ began, ended }, at) => ended - began - collecting[at]);
    for (let pair = 0; pair < pairs; pair++) {
      const first = 2 * pair;
      const [none, size] = (before + pair) % 2 === 0 ? [first, first + 1] : [first + 1, first];
      this.#fixed.push(spans[none].ended - spans[none].began);
      this.#own[i].push(own[size] - own[none]);
      this.#collecting[i].push(collecting[size] - collecting[none]);
    }
  }

  async #time(layout) {
    const began = performance.now();
    globalThis.alive = await this.#run(layout);
    return { began, ended: performance.now() };
  }

  /** Milliseconds. A median of what the step itself takes; of collections, which fall into some runs only, a mean. */
  beyond(i) {
    return median(this.#own[i]) + mean(this.#collecting[i]);
  }

  fixed() {
    return median(this.#fixed);
  }

  /** The size whose time is known worst; undefined when all are known to such a share of them. */
  leastCertain(share) {
    const doubts = this.#sizes.map((_, i) => this.#uncertainty(i));
    const worst = Math.max(...doubts);
    return worst > share ? doubts.indexOf(worst) : undefined;
  }

  /** The standard error of a time, as a share of it. That of a median is 1.25 times a mean's, its deviation taken from the middle half. */
  #uncertainty(i) {
    const own = [...this.#own[i]].sort((a, b) => a - b);
    const quartile = (share) => own[Math.round((own.length - 1) * share)];
    const ofMedian = (1.25 * (quartile(0.75) - quartile(0.25))) / 1.35;
    const collecting = this.#collecting[i];
    const middle = mean(collecting);
    const ofMean = Math.sqrt(mean(collecting.map((value) => (value - middle) ** 2)));
    return Math.hypot(ofMedian, ofMean) / Math.sqrt(own.length) / Math.abs(this.beyond(i));
  }
}

/** So many bytes of small objects that nobody keeps. */
function makeGarbage(bytes) {
  for (let left = bytes; left > 0; left -= 1024) globalThis.garbage = new Array(126);
}
