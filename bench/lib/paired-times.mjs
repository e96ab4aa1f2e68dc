import { Collections } from "./collections.mjs";
import { mean, median } from "./median.mjs";

/** What layouts of several sizes take more than the one without items. */
export class PairedTimes {
  #run;
  #none;
  #sizes;
  #collections = new Collections();
  #fixed = [];
  /** By size, of each pair of runs: the difference without collections, and that of the collections. */
  #own;
  #collecting;

  /** run: what is timed of a layout; what it returns stays alive until the next. */
  constructor(run, none, sizes) {
    this.#run = run;
    this.#none = none;
    this.#sizes = sizes;
    this.#own = sizes.map(() => []);
    this.#collecting = sizes.map(() => []);
  }

  /** Always in turn: a layout right after itself is one whose documents are parsed already. */
  async measure(i, pairs) {
    const spans = [];
    for (let pair = 0; pair < pairs; pair++)
      for (const layout of [this.#none, this.#sizes[i]]) spans.push(await this.#time(layout));
    const collecting = await this.#collections.within(spans);
    const own = spans.map(({ began, ended }, at) => ended - began - collecting[at]);
    for (let at = 0; at < spans.length; at += 2) {
      this.#fixed.push(spans[at].ended - spans[at].began);
      this.#own[i].push(own[at + 1] - own[at]);
      this.#collecting[i].push(collecting[at + 1] - collecting[at]);
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
