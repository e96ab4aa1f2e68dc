import { Collections } from "./collections.mjs";
import { mean, median } from "./median.mjs";

/** What layouts of several sizes take more than the one without items. */
export class PairedTimes {
  #run;
  #none;
  #sizes;
  #pairs = 0;
  #collections = new Collections();
  #fixed = [];
  /** By size, of each pair of runs: the difference without collections, by which of the two was first, and that of the collections. */
  #own;
  #collecting;
  /** By size: the order of a pair whose counterpart is still to come. */
  #halves;

  /**
   * run: what is timed of a layout; what it returns stays alive until the next. none, sizes: layouts, each twice, the second time with other texts that
   * say the same: a layout right after itself would be one whose documents are parsed already.
   */
  constructor(run, none, sizes) {
    this.#run = run;
    this.#none = none;
    this.#sizes = sizes;
    this.#own = sizes.map(() => [[], []]);
    this.#collecting = sizes.map(() => []);
    this.#halves = sizes.map(() => undefined);
  }

  /**
   * The two of a pair in either order, by chance, as often in the one as in the other: always in turn, and each making about as much as the other, the same one would meet V8's
   * collections for a whole process, and what follows it what they leave.
   */
  async measure(i, pairs) {
    const spans = [];
    const orders = [];
    for (let pair = 0; pair < pairs; pair++) {
      const twin = this.#pairs++ % 2;
      const layouts = [this.#none[twin], this.#sizes[i][twin]];
      orders.push(this.#order(i));
      for (const layout of orders[pair] === 0 ? layouts : layouts.toReversed())
        spans.push(await this.#time(layout));
    }
    const collecting = await this.#collections.within(spans);
    const own = spans.map(({ began, ended }, at) => ended - began - collecting[at]);
    for (let pair = 0; pair < pairs; pair++) {
      const first = 2 * pair;
      const order = orders[pair];
      const [none, size] = [first + order, first + 1 - order];
      this.#fixed.push(spans[none].ended - spans[none].began);
      this.#own[i][order].push(own[size] - own[none]);
      this.#collecting[i].push(collecting[size] - collecting[none]);
    }
  }

  /** 0 for the layout without items first, 1 for the one with them: any, and then the other. */
  #order(i) {
    const other = this.#halves[i];
    const order = other === undefined ? Math.round(Math.random()) : 1 - other;
    this.#halves[i] = other === undefined ? order : undefined;
    return order;
  }

  async #time(layout) {
    const began = performance.now();
    globalThis.alive = await this.#run(layout);
    return { began, ended: performance.now() };
  }

  /**
   * Milliseconds. Of what the step itself takes a median, of each order by itself: to be the second of two costs as much as some items. Of
   * collections, which fall into some runs only, a mean.
   */
  beyond(i) {
    return mean(this.#own[i].map(median)) + mean(this.#collecting[i]);
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

  /** The standard error of a time, as a share of it. */
  #uncertainty(i) {
    const ofMedians = Math.hypot(...this.#own[i].map(errorOfMedian)) / this.#own[i].length;
    return Math.hypot(ofMedians, errorOfMean(this.#collecting[i])) / Math.abs(this.beyond(i));
  }
}

/** That of a median is 1.25 times a mean's, the deviation taken from the middle half. */
function errorOfMedian(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const quartile = (share) => sorted[Math.round((sorted.length - 1) * share)];
  return (1.25 * (quartile(0.75) - quartile(0.25))) / 1.35 / Math.sqrt(values.length);
}

function errorOfMean(values) {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)) / values.length);
}
