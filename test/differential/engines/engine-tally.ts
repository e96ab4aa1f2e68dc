import type { FastEngine } from "../../../src/runtime/index.js";
import type { FastEngineName } from "./engine-machine.js";

/** Instructions of an engine, by what has executed them, and what came of its cases. */
export class EngineTally {
  cases = 0;
  /** Cases after which the state or memory was not that of the reference machine. */
  differences = 0;
  interpreted = 0;
  translated = 0;
  reference = 0;
  modules = 0;
  regions = 0;
  /** The first cases that differ, for people. */
  readonly failures: string[] = [];

  constructor(readonly engine: FastEngineName) {}

  /** Counts a case. difference: what differs, or nothing. */
  add(difference: string | undefined): void {
    this.cases++;
    if (difference === undefined) return;
    this.differences++;
    if (this.failures.length < MOST_FAILURES) this.failures.push(`${this.engine}: ${difference}`);
  }

  /** One line, for people. */
  text(): string {
    const { engine, cases, differences, interpreted, translated, reference, modules, regions } = this;
    const executed = `${interpreted} interpreted, ${translated} translated, ${reference} by the reference machine`;
    return `${engine}: ${cases} cases, ${differences} differences; ${executed}; ${modules} modules, ${regions} regions`;
  }

  /** Adds what an engine that is used no more has executed. own: steps among them that are no part of the cases. */
  addCounts({ fast, translated, reference, modules, regions }: FastEngine["counts"], own: number): void {
    this.interpreted += fast - translated;
    this.translated += translated;
    this.reference += reference - own;
    this.modules += modules;
    this.regions += regions;
  }
}

const MOST_FAILURES = 20;

/** The section of a campaign's page about the fast engines: Markdown; nothing when none took part. */
export function enginesSection(tallies: readonly EngineTally[]): string {
  if (tallies.length === 0) return "";
  const n = (value: number) => value.toLocaleString("en-US");
  const rows = tallies.map(({ engine, cases, differences, interpreted, translated, reference }) => {
    const all = interpreted + translated + reference;
    const share = `${((100 * (interpreted + translated)) / all).toFixed(1)} %`;
    return `| ${engine} | ${n(cases)} | ${n(all)} | ${n(interpreted)} | ${n(translated)} | ${n(reference)} | ${share} | ${differences} |`;
  });
  return `## The fast engines

The same cases, executed by the engines that emit WebAssembly while nobody watches: code that is met for the first time, decoded,
interpreted, and translated at once. After each case the whole state (general, vector and system registers, PSTATE, exclusive
marks, the number of instructions) and the memory that it has written are compared with the reference machine's, whose results are those
above. What a module does not do itself it leaves to a step of the reference machine, which shows nothing about the engine: faults,
traps and other exceptions but SVC and HVC, of which each case has one at least; TLBIs and their like; words that are too rare for a
case of their own yet.

| engine | cases | instructions | by the interpreter's module | by translated code | by steps of the reference machine | by the engine | differences |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join("\n")}
`;
}
