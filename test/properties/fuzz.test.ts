import { describe, expect, it } from "vitest";
import { hasErrors } from "../../src/core/diagnostic.js";
import type { LayoutDocumentName } from "../../src/read/sources.js";
import fc from "../seeded-check.js";
import { inconsistencies } from "./consistency.js";
import { check, documentNames, faithful, type Outcome, withText } from "./layout-edits.js";

/**
 * 10,000 damaged layouts: whatever is done to a document's text, the answer is an error with a place in the text, or a model;
 * and a model without findings is a switch that works when it is run.
 * The seed of a failure is printed; WORLDSWITCH_FUZZ_SEED runs it again, WORLDSWITCH_FUZZ_RUNS asks for more.
 */
const RUNS = Number(process.env.WORLDSWITCH_FUZZ_RUNS ?? 10_000);
const SEED = Number(process.env.WORLDSWITCH_FUZZ_SEED ?? 0x5eed);

type Damage = (text: string) => string;

const JSON_TOKENS = [
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  '"',
  "null",
  "true",
  "0",
  "-1",
  "\\",
  "//",
  "\u0000",
  "\ufeff",
  "\ud800",
];

const VALUES = [
  "null",
  "true",
  "false",
  "0",
  "-1",
  "1e999",
  "9007199254740993",
  "18446744073709551616",
  "-0",
  "1.5",
  "[]",
  "{}",
  '""',
  '"x"',
  '"__proto__"',
  '"constructor"',
  '"toString"',
  '"../../etc/passwd"',
  '"0xffffffffffffffffff"',
  '"(1 << 64)"',
  '"1 / 0"',
  '"((((((((((1"',
  '"mask(HCR_EL2.RW"',
  '"\u202e"',
  '"\ud83d\ude00"',
  `"${"a".repeat(5000)}"`,
  "[".repeat(300),
  "[".repeat(150) + "]".repeat(150),
  '{"__proto__":{"name":"x"}}',
  '[[[["sysregs"]]]]',
  '"x99"',
  '"X31"',
  '"SCTLR_EL1"',
  '"kvm_vcpu"',
  '"struct kvm_vcpu"',
  '"regs[4294967296]"',
  '"gp_regs.regs.regs[31]"',
  "16777217",
];

const KEYS = [
  '"__proto__"',
  '"constructor"',
  '"hasOwnProperty"',
  '"$schema"',
  '"name"',
  '"waive"',
  '""',
  '"\u0000"',
  '"length"',
];

/** A place in the text by fraction, so that shrinking keeps it. */
const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const at = (text: string, where: number): number => Math.floor(where * (text.length + 1));

const flip = fc.tuple(fraction, fc.integer({ min: 0, max: 0xffff })).map(
  ([where, unit]): Damage =>
    (text) => {
      const i = at(text, where);
      return text.slice(0, i) + String.fromCharCode(unit) + text.slice(i + 1);
    },
);

const flipBit = fc.tuple(fraction, fc.integer({ min: 0, max: 6 })).map(
  ([where, bit]): Damage =>
    (text) => {
      const i = Math.min(at(text, where), Math.max(0, text.length - 1));
      return (
        text.slice(0, i) + String.fromCharCode((text.charCodeAt(i) || 0) ^ (1 << bit)) + text.slice(i + 1)
      );
    },
);

const cut = fc.tuple(fraction, fc.integer({ min: 1, max: 400 })).map(
  ([where, length]): Damage =>
    (text) => {
      const i = at(text, where);
      return text.slice(0, i) + text.slice(i + length);
    },
);

const insert = fc
  .tuple(fraction, fc.oneof(fc.constantFrom(...JSON_TOKENS), fc.string({ maxLength: 8, unit: "binary" })))
  .map(
    ([where, token]): Damage =>
      (text) => {
        const i = at(text, where);
        return text.slice(0, i) + token + text.slice(i);
      },
  );

/** Replaces the nth match of a pattern. */
const replaceNth = (pattern: RegExp, where: number, by: string, text: string): string => {
  const matches = [...text.matchAll(pattern)];
  const match = matches[Math.floor(where * matches.length)];
  return match === undefined
    ? text
    : text.slice(0, match.index) + by + text.slice(match.index + match[0].length);
};

const value = fc.tuple(fraction, fc.oneof(fc.constantFrom(...VALUES), fc.json({ maxDepth: 3 }))).map(
  ([where, by]): Damage =>
    (text) =>
      replaceNth(/(?<=": )("(?:[^"\\]|\\.)*"|\d+|true|false|\[[^[\]]*\])/g, where, by, text),
);

const key = fc.tuple(fraction, fc.constantFrom(...KEYS)).map(
  ([where, by]): Damage =>
    (text) =>
      replaceNth(/"\w+"(?=: )/g, where, by, text),
);

/** A value of the document in the place of another: of the right form, seldom of the right meaning. */
const transplant = fc.tuple(fraction, fraction).map(
  ([from, to]): Damage =>
    (text) => {
      const values = text.match(/(?<=": )"(?:[^"\\]|\\.)*"/g) ?? ['""'];
      const donor = values[Math.floor(from * values.length)] ?? '""';
      return replaceNth(/(?<=": )"(?:[^"\\]|\\.)*"/g, to, donor, text);
    },
);

const name = fc.tuple(fraction, fc.constantFrom("", "x", "_", "0", "$", " ", "\\", ".")).map(
  ([where, by]): Damage =>
    (text) =>
      replaceNth(/(?<=\w)(?=\w+")/g, where, by, text),
);

const lines = fc.tuple(fraction, fraction, fc.constantFrom("remove", "double", "move", "join")).map(
  ([from, to, how]): Damage =>
    (text) => {
      const all = text.split("\n");
      const [i, j] = [Math.floor(from * all.length), Math.floor(to * all.length)];
      const [line = ""] = how === "double" ? [all[i]] : all.splice(i, 1);
      if (how === "double" || how === "move") all.splice(j, 0, line);
      if (how === "join") all[j] = (all[j] ?? "") + line;
      return all.join("\n");
    },
);

const whole = fc
  .oneof(fc.json(), fc.constantFrom(...VALUES, "", " ", "\n\n"), fc.string({ unit: "binary" }))
  .map(
    (text): Damage =>
      () =>
        text,
  );

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every list of a document. */
function listsIn(json: Json): Json[][] {
  if (Array.isArray(json)) return [json, ...json.flatMap(listsIn)];
  return json === null || typeof json !== "object" ? [] : Object.values(json).flatMap(listsIn);
}

/** Every object of a document. */
function objectsIn(json: Json): { [key: string]: Json }[] {
  if (Array.isArray(json)) return json.flatMap(objectsIn);
  return json === null || typeof json !== "object" ? [] : [json, ...Object.values(json).flatMap(objectsIn)];
}

function reshaped(text: string, change: (json: Json) => void): string {
  try {
    const json: Json = JSON.parse(text);
    change(json);
    return `${JSON.stringify(json, undefined, 1)}\n`;
  } catch {
    return text;
  }
}

/** An item of a list removed, doubled, or moved in its list or to another: a document of the right form. */
const item = fc
  .tuple(fraction, fraction, fraction, fc.constantFrom("remove", "double", "swap", "move", "elsewhere"))
  .map(
    ([which, from, to, how]): Damage =>
      (text) =>
        reshaped(text, (json) => {
          const lists = listsIn(json).filter((list) => list.length > 0);
          const list = lists[Math.floor(which * lists.length)] ?? [];
          const [i, j] = [Math.floor(from * list.length), Math.floor(to * list.length)];
          const taken = list[i] ?? null;
          if (how === "swap") [list[i], list[j]] = [list[j] ?? null, taken];
          if (how === "double") list.splice(j, 0, taken);
          if (how === "remove" || how === "move" || how === "elsewhere") list.splice(i, 1);
          if (how === "move") list.splice(j, 0, taken);
          if (how === "elsewhere") lists[Math.floor(to * lists.length)]?.push(taken);
        }),
  );

/** A property's value given to the same property of another object. */
const sameKey = fc.tuple(fraction, fraction, fraction).map(
  ([whose, which, donor]): Damage =>
    (text) =>
      reshaped(text, (json) => {
        const objects = objectsIn(json);
        const object = objects[Math.floor(whose * objects.length)] ?? {};
        const keys = Object.keys(object);
        const chosen = keys[Math.floor(which * keys.length)] ?? "";
        const donors = objects.filter((o) => Object.hasOwn(o, chosen));
        const value = donors[Math.floor(donor * donors.length)]?.[chosen];
        if (value !== undefined) object[chosen] = value;
      }),
);

const damage = fc.oneof(
  { weight: 14, arbitrary: item },
  { weight: 8, arbitrary: sameKey },
  { weight: 2, arbitrary: flip },
  { weight: 2, arbitrary: flipBit },
  { weight: 2, arbitrary: cut },
  { weight: 3, arbitrary: insert },
  { weight: 6, arbitrary: value },
  { weight: 2, arbitrary: key },
  { weight: 6, arbitrary: transplant },
  { weight: 3, arbitrary: name },
  { weight: 4, arbitrary: lines },
  { weight: 1, arbitrary: whole },
);

const damagedLayout = fc.array(fc.tuple(fc.constantFrom(...documentNames), damage), {
  minLength: 1,
  maxLength: 3,
});

/** Why a diagnostic's place is not in the text that was read; undefined when it is. */
function misplaced(outcome: Outcome): string | undefined {
  for (const { at: place, code, message, related = [] } of outcome.diagnostics) {
    for (const where of [place, ...related.map((r) => r.at)]) {
      const text = outcome.readSource(where.file);
      if (text === undefined) return `${code} is in ${where.file}, which was not read`;
      const line = text.split("\n")[where.line - 1];
      const inside = Number.isInteger(where.line) && Number.isInteger(where.column) && line !== undefined;
      if (!inside || where.column < 1 || where.column > line.length + 1) {
        return `${code} is at ${where.line}:${where.column}, outside of the text: ${message}`;
      }
    }
    if (message === "" || /undefined|\[object|NaN/.test(message)) return `${code} says ${message}`;
  }
  return undefined;
}

describe("a damaged layout gives an error at a place in its text, or a switch that works", () => {
  it(`${RUNS} times`, { timeout: 300_000 }, () => {
    const counts = { models: 0, refused: 0, "models with findings": 0 };
    fc.assert(
      fc.property(damagedLayout, (damages) => {
        const texts = new Map<LayoutDocumentName, string>();
        for (const [document, change] of damages) {
          texts.set(document, change(texts.get(document) ?? faithful.documents[document].text));
        }
        const outcome = check(
          [...texts].reduce((sources, [document, text]) => withText(sources, document, text), faithful),
          true,
        );
        expect(misplaced(outcome)).toBeUndefined();
        expect(outcome.model !== undefined || hasErrors(outcome.diagnostics)).toBe(true);
        if (outcome.model === undefined) counts.refused += 1;
        else {
          counts[hasErrors(outcome.diagnostics) ? "models with findings" : "models"] += 1;
          if (!hasErrors(outcome.diagnostics)) {
            const textOf = (name: LayoutDocumentName): string =>
              texts.get(name) ?? faithful.documents[name].text;
            expect(inconsistencies(outcome.model, textOf)).toEqual([]);
          }
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
    console.log(counts);
    expect(counts.refused).toBeGreaterThan(RUNS / 4);
    expect(counts.models).toBeGreaterThan(RUNS / 100);
  });
});
