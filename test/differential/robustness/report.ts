import { type EngineTally, enginesSection } from "../engines/engine-tally.js";
import type { KindResult } from "./runs.js";

/** Exception classes in words. Source: DDI0487, ESR_EL1.EC. */
const className: Readonly<Record<number, string>> = {
  0: "unknown reason",
  1: "trapped WFI or WFE",
  7: "trapped SIMD and floating point",
  14: "illegal execution state",
  21: "SVC",
  22: "HVC",
  23: "SMC",
  24: "trapped MSR, MRS or SYS",
  32: "instruction abort, lower level",
  33: "instruction abort, same level",
  34: "PC alignment",
  36: "data abort, lower level",
  37: "data abort, same level",
  38: "SP alignment",
  47: "SError",
  60: "BRK",
};

/** What a report is about. */
export interface ReportInput {
  readonly seed: number;
  readonly command: string;
  readonly results: readonly KindResult[];
  readonly violations: number;
  readonly engines: readonly EngineTally[];
}

/** The table of docs/reference/fidelity-robustness.md. */
export function robustnessReport({ seed, command, results, violations, engines }: ReportInput): string {
  const sum = (of: (result: KindResult) => number) => results.reduce((all, result) => all + of(result), 0);
  const rows = results.map(
    (r) =>
      `| ${r.kind.name} | ${r.kind.about} | ${n(r.runs)} | ${n(r.steps)} | ${n(count(r))} | ${n(r.interrupts)} | ${n(r.returns)} | ${n(r.waits)} | ${n(r.repeated)} |`,
  );
  const classes = new Map<number, number>();
  for (const result of results) {
    for (const [ec, times] of result.classes) classes.set(ec, (classes.get(ec) ?? 0) + times);
  }
  const classRows = [...classes]
    .sort(([a], [b]) => a - b)
    .map(([ec, times]) => `| 0x${ec.toString(16).padStart(2, "0")} | ${className[ec] ?? ""} | ${n(times)} |`);
  return `# Robustness: random code, tables and registers

\`${command}\` puts random things into a machine and executes them. No oracle says what must come out;
after each step and each run it is checked that nothing came out that no architecture allows. ${n(sum((r) => r.runs))} runs of
seed ${seed}, ${n(sum((r) => r.steps))} steps: **${violations === 0 ? "no violation" : `${n(violations)} violations`}**.

| kind | what is random | runs | steps | synchronous exceptions and SErrors | interrupts taken | returns | waits | made twice |
|---|---|--:|--:|--:|--:|--:|--:|--:|
${rows.join("\n")}

| EC | exceptions | times |
|---|---|--:|
${classRows.join("\n")}

What is checked:

- no step throws, and each one is what it says: executed, an exception, an interrupt, a wait or a halt, with exactly the
  events that belong to it; the level changes by an exception or a return alone;
- PSTATE: a level from 0 to 2, EL0 with SP_EL0, single bits, nothing that the machine does not implement;
- an exception goes to the vector that VBAR, the levels, SPSel and its kind say, never to a lower level; ELR, SPSR and ESR hold
  what was reported, and the class is one of the manual's for that pair of levels;
- MSR leaves RES0 bits 0 and RES1 bits 1, and writes no register that is read only or of a higher level;
- register 31 is zero; values have as many bits as what holds them;
- accesses reach RAM or the device, with 1 to 8 bytes; the bytes beside RAM and beside the machine's state stay as they are;
- a step adds no more entries to the TLB than its translations can;
- the same run made twice leaves the same state and memory.

Each run is a few hundred steps at most, from a random level, with IRQ, FIQ or SError asserted in some of them.

${enginesSection(engines)}`;
}

function count({ classes }: KindResult): number {
  return [...classes.values()].reduce((sum, times) => sum + times, 0);
}

function n(value: number): string {
  return value.toLocaleString("en-US");
}
