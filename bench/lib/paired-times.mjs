import { Collections } from "./collections.mjs";
import { mean, median } from "./median.mjs";

/** What layouts of several sizes take more than the one without items. */
export class PairedTimes {
  #run;
  #none;
  #sizes;
  #pairs = 0;
  #collections = new Collections();
  /** By size and by which of the two was first: pairs of runs. */
  #measured;
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
    this.#measured = sizes.map(() => [[], []]);
    this.#halves = sizes.map(() => undefined);
  }

  /**
   * The two of a pair in either order, by chance, as often in the one as in the other: always in turn, and each making about as much as the other, the
   * same one would meet V8's collections for a whole process, and what follows it what they leave.
   */
  async measure(i, pairs) {
    const runs = [];
    for (let made = 0; made < pairs; made++) {
      const twin = this.#pairs++ % 2;
      const layouts = [this.#none[twin], this.#sizes[i][twin]];
      const order = this.#order(i);
      const [first, second] = order === 0 ? layouts : layouts.toReversed();
      const pair = [await this.#time(first), await this.#time(second)];
      runs.push(...pair);
      const [none, size] = order === 0 ? pair : pair.toReversed();
      this.#measured[i][order].push({ none, size });
    }
    await this.#collections.attribute(runs);
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
   * Milliseconds. Of what the step itself takes and of collections of the young generation a median, of each order by itself: to be the second of two
   * costs as much as some items. Of other collections, which fall into few runs only, a mean.
   */
  beyond(i) {
    return mean(this.#differences(i).map(median)) + mean(this.#oldDifferences(i));
  }

  fixed() {
    return median(this.#measured.flat(2).map(({ none }) => none.ended - none.began));
  }

  /** The size whose time is known worst; undefined when all are known to such a share of them. */
  leastCertain(share) {
    const doubts = this.#sizes.map((_, i) => this.#uncertainty(i));
    const worst = Math.max(...doubts);
    return worst > share ? doubts.indexOf(worst) : undefined;
  }

  /** The standard error of a time, as a share of it. */
  #uncertainty(i) {
    const ofMedians = Math.hypot(...this.#differences(i).map(errorOfMedian)) / 2;
    return Math.hypot(ofMedians, errorOfMean(this.#oldDifferences(i))) / Math.abs(this.beyond(i));
  }

  /** What the one with items takes more than the other, but for the collections that are not of the young generation: by order, of each pair. */
  #differences(i) {
    return this.#measured[i].map((pairs) => pairs.map(({ none, size }) => ownTime(size) - ownTime(none)));
  }

  /** What it takes more of those collections: of each pair, in any order. */
  #oldDifferences(i) {
    return this.#measured[i].flat().map(({ none, size }) => size.old - none.old);
  }
}

function ownTime({ began, ended, within, young }) {
  return ended - began - within + young;
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
