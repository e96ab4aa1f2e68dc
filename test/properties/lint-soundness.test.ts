import { describe, expect, it } from "vitest";
import { hasErrors } from "../../src/core/diagnostic.js";
import fc from "../seeded-check.js";
import { inconsistencies } from "./consistency.js";
import { check, faithful, withText } from "./layout-edits.js";

/** How many layouts with mistakes in their switch. */
const RUNS = Number(process.env.WORLDSWITCH_FUZZ_RUNS ?? 2_000);
const SEED = Number(process.env.WORLDSWITCH_FUZZ_SEED ?? 0x5eed);

type Step = Record<string, string>;
interface Group {
  temporaries?: string;
  base?: string;
  pairs?: boolean;
  transfers?: { register: string; member: string }[];
}
interface Switch {
  registers: Record<string, string>;
  groups: Group[];
  routines: { steps: Step[] }[];
  switch: { entry: Step[]; exit: Step[] };
}

type Mistake = (worldSwitch: Switch) => void;

const KINDS = ["anchor", "save", "restore", "store", "load", "push", "pop", "unstack"];
const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const pick = <T>(list: readonly T[], where: number): T => list[Math.floor(where * list.length)]!;

/** The lists of steps that can be mistaken without a change of form: those that have a step to spare. */
const stepLists = (worldSwitch: Switch): Step[][] => [
  worldSwitch.switch.entry,
  worldSwitch.switch.exit,
  ...worldSwitch.routines.map((routine) => routine.steps).filter((steps) => steps.length > 1),
];

const steps = fc.tuple(fraction, fraction, fraction, fc.constantFrom("remove", "double", "swap", "move")).map(
  ([which, from, to, how]): Mistake =>
    (worldSwitch) => {
      const list = pick(stepLists(worldSwitch), which);
      const [i, j] = [Math.floor(from * list.length), Math.floor(to * list.length)];
      const step = list[i]!;
      if (how === "swap") [list[i], list[j]] = [list[j]!, step];
      if (how === "double") list.splice(j, 0, { ...step });
      if (how === "remove" || how === "move") list.splice(i, 1);
      if (how === "move") list.splice(j, 0, step);
    },
);

const stepKind = fc.tuple(fraction, fraction, fc.constantFrom(...KINDS)).map(
  ([which, where, kind]): Mistake =>
    (worldSwitch) => {
      const list = pick(stepLists(worldSwitch).slice(2), which);
      const step = pick(list, where);
      const [old = "", name = ""] = Object.entries(step)[0]!;
      if (!KINDS.includes(old)) return;
      delete step[old];
      step[kind] = name;
    },
);

const stepName = fc.tuple(fraction, fraction, fraction).map(
  ([which, where, from]): Mistake =>
    (worldSwitch) => {
      const step = pick(pick(stepLists(worldSwitch), which), where);
      const key = Object.keys(step)[0]!;
      const names = stepLists(worldSwitch).flatMap((list) =>
        list.flatMap((s) => (s[key] === undefined ? [] : [s[key]])),
      );
      step[key] = pick(names, from);
    },
);

const transfers = fc
  .tuple(fraction, fraction, fraction, fc.constantFrom("remove", "swap", "swap slots", "swap groups"))
  .map(
    ([which, from, to, how]): Mistake =>
      (worldSwitch) => {
        const lists = worldSwitch.groups.flatMap((group) =>
          group.transfers === undefined ? [] : [group.transfers],
        );
        const list = pick(lists, which);
        const other = how === "swap groups" ? pick(lists, to) : list;
        const [i, j] = [Math.floor(from * list.length), Math.floor(to * other.length)];
        const [a, b] = [list[i]!, other[j]!];
        if (how === "remove" && list.length > 1) list.splice(i, 1);
        if (how === "swap" || how === "swap groups") [list[i], other[j]] = [b, a];
        if (how === "swap slots") [a.member, b.member] = [b.member, a.member];
      },
  );

const temporaries = fc.tuple(fraction, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })).map(
  ([which, a, b]): Mistake =>
    (worldSwitch) => {
      const groups = worldSwitch.groups.filter((group) => group.temporaries !== undefined);
      pick(groups, which).temporaries = `x${Math.min(a, b)}-x${Math.max(a, b)}`;
    },
);

const settings = fc.tuple(fraction, fc.constantFrom("scratch", "context"), fc.boolean()).map(
  ([which, base, pairs]): Mistake =>
    ({ groups }) => {
      const group = pick(groups, which);
      [group.base, group.pairs] = [base, pairs];
    },
);

const roles = fc
  .tuple(fc.constantFrom("vcpu", "exitCode", "context", "scratch", "link"), fc.integer({ min: 0, max: 30 }))
  .map(
    ([role, number]): Mistake =>
      ({ registers }) => {
        registers[role] = `x${number}`;
      },
  );

const mistake = fc.oneof(
  { weight: 6, arbitrary: steps },
  { weight: 3, arbitrary: stepKind },
  { weight: 3, arbitrary: stepName },
  { weight: 3, arbitrary: transfers },
  { weight: 3, arbitrary: temporaries },
  { weight: 1, arbitrary: settings },
  { weight: 1, arbitrary: roles },
);

describe("a switch that the rules accept keeps every register of host and guest", () => {
  it(`${RUNS} switches with one to three mistakes`, { timeout: 300_000 }, () => {
    const counts = {
      accepted: 0,
      "refused by a rule, and it fails": 0,
      "refused by a rule": 0,
      "refused before": 0,
    };
    /** Failures that one rule alone found, by its code. */
    const alone = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(mistake, { minLength: 1, maxLength: 3 }), (mistakes) => {
        const worldSwitch: Switch = JSON.parse(faithful.documents["world-switch.json"].text);
        for (const make of mistakes) make(worldSwitch);
        const text = `${JSON.stringify(worldSwitch, undefined, 1)}\n`;
        const { model, diagnostics } = check(withText(faithful, "world-switch.json", text));
        if (model === undefined) {
          counts["refused before"] += 1;
          return;
        }
        const problems = inconsistencies(model, (name) =>
          name === "world-switch.json" ? text : faithful.documents[name].text,
        );
        if (!hasErrors(diagnostics)) {
          counts.accepted += 1;
          expect(problems).toEqual([]);
          return;
        }
        const errors = new Set(diagnostics.filter((d) => d.severity === "error").map((d) => d.code));
        const [code = ""] = errors;
        if (problems.length > 0 && errors.size === 1) alone.set(code, (alone.get(code) ?? 0) + 1);
        counts[problems.length > 0 ? "refused by a rule, and it fails" : "refused by a rule"] += 1;
      }),
      { numRuns: RUNS, seed: SEED },
    );
    console.log(counts, "found by one rule alone:", Object.fromEntries([...alone].sort()));
    // Each of these is needed: without it, a switch that fails would have been accepted.
    expect([...alone.keys()]).toEqual(expect.arrayContaining(["WS306", "WS307", "WS308", "WS310", "WS328"]));
    expect(counts.accepted).toBeGreaterThan(RUNS / 20);
    expect(counts["refused by a rule, and it fails"]).toBeGreaterThan(RUNS / 4);
  });
});
