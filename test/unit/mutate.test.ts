import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { ObjectCode } from "../../src/assembler/index.js";
import { loadSources } from "../../src/model/load.js";
import { resolveModel } from "../../src/model/resolve.js";
import type { Model } from "../../src/model/types.js";
import { documentMutants } from "../../src/mutate/document-mutants.js";
import {
  codeOf,
  type Judged,
  judgeCode,
  judgeDocuments,
  type Mutated,
  scoreOf,
} from "../../src/mutate/index.js";
import { sameSwitch } from "../../src/mutate/unused-by-switch.js";
import { parseJson } from "../../src/read/json.js";
import type { LayoutSources } from "../../src/read/sources.js";

/** A sample by a prime, so that every kind and every document is in it; `worldswitch mutate` takes all. */
const EVERY = 23;

function textsOf(text: string): string[] {
  const parsed = parseJson("a.json", text);
  if (!parsed.ok) throw new Error("no JSON");
  return documentMutants(parsed.value).map(
    (mutant) => `${mutant.kind} ${text.slice(0, mutant.start)}${mutant.text}${text.slice(mutant.end)}`,
  );
}

describe("the mutants of a document", () => {
  it("drop and swap items, wherever they stand", () => {
    expect(textsOf('[{"a":1}, {"b":2}]')).toEqual([
      'drop [{"b":2}]',
      'swap [{"b":2}, {"a":1}]',
      'drop [{"a":1}]',
      'drop [{}, {"b":2}]',
      'shift [{"a":2}, {"b":2}]',
      'drop [{"a":1}, {}]',
      'shift [{"a":1}, {"b":3}]',
    ]);
  });

  it("shift indices and numbers, narrow types and widths, flip flags", () => {
    expect(textsOf('{"member":"r[9]"}')).toContain('shift {"member":"r[10]"}');
    expect(textsOf('{"value":"0xff"}')).toContain('shift {"value":"0x100"}');
    expect(textsOf('{"type":"u64"}')).toContain('narrow {"type":"u32"}');
    expect(textsOf('{"width":64}')).toContain('narrow {"width":32}');
    expect(textsOf('{"pairs":false}')).toContain('flip {"pairs":true}');
    expect(textsOf('{"temporaries":"x4-x7"}')).toEqual([
      "drop {}",
      'shift {"temporaries":"x5-x7"}',
      'narrow {"temporaries":"x4-x6"}',
    ]);
  });

  it("exchange names for others of the same kind, and leave prose alone", () => {
    expect(textsOf('[{"save":"a"},{"save":"b"}]')).toContain('retarget [{"save":"b"},{"save":"b"}]');
    expect(textsOf('{"doc":"a text","because":"why"}')).toEqual([]);
  });
});

describe("a mutant that lint and verify accept", () => {
  const built = async () => {
    const loaded = loadSources("schema/kvm-arm64-v3");
    if (!loaded.ok) throw new Error("the layout cannot be read");
    const model = resolveModel(loaded.value);
    const object = model.ok ? await codeOf(model.value) : model;
    if (!model.ok || !object.ok) throw new Error("the layout has no code");
    return { sources: loaded.value, model: model.value, object: object.value };
  };
  const judgedAs = async (document: string, line: RegExp, mutant: RegExp): Promise<Judged> => {
    const { sources, model, object } = await built();
    const wanted = (found: Mutated): boolean => {
      const text = found.at.file.endsWith(document) ? readFileSync(found.at.file, "utf8") : "";
      return (
        line.test(text.split("\n")[found.at.line - 1] ?? "") && mutant.test(`${found.kind} ${found.what}`)
      );
    };
    for await (const judged of judgeDocuments(sources, model, object, 1, wanted)) return judged;
    throw new Error("no such mutant");
  };

  it.each([
    ["vcpu-context.json", /"vgic_hcr"/, /^narrow type: "u32"/],
    ["asm-offsets.json", /"VGIC_CPU_VMCR"/, /^drop \{ "symbol"/],
    ["constants.json", /"PAGE_SHIFT"/, /^shift value/],
  ])("is equivalent when the switch uses none of it, which is compared: %s", async (document, line, mutant) => {
    const { because, caught } = await judgedAs(document, line, mutant);
    expect(caught).toBeUndefined();
    expect(because).toMatch(/^the switch uses none of it: .* \(WS3\d\d\)$/);
  });

  it.each([
    ["vcpu-context.json", /"esr_el2"/, /^narrow type: "u32"/, "resolve", "WS241"],
  ])("is none when the switch's object or its members differ: %s", async (document, line, mutant, by, code) => {
    expect((await judgedAs(document, line, mutant)).caught).toEqual({ by, code });
  });

  it.each([
    [2, true],
    [1, true],
    [0.5, false],
  ])("is as good a switch when its sections are aligned to %f times as much: %s", async (times, same) => {
    const { model, object } = await built();
    const sections = object.sections.map((s) => ({ ...s, alignmentBytes: s.alignmentBytes * times }));
    expect(sameSwitch({ model, object }, { model, object: { ...object, sections } })).toBe(same);
  });
});

describe.each(["kvm-arm64-v3", "kvm-arm64"])("mutants of %s", (name) => {
  let sources: LayoutSources;
  let model: Model;
  let object: ObjectCode;

  beforeAll(async () => {
    const loaded = loadSources(`schema/${name}`);
    if (!loaded.ok) throw new Error("the layout cannot be read");
    sources = loaded.value;
    const resolved = resolveModel(sources);
    if (!resolved.ok) throw new Error("the layout has errors");
    model = resolved.value;
    const generated = await codeOf(model);
    if (!generated.ok) throw new Error("the layout has no code");
    object = generated.value;
  });

  it("of its documents are caught by a check, or proved to change nothing", async () => {
    const judged: Judged[] = [];
    for await (const mutant of judgeDocuments(sources, model, object, name === "kvm-arm64-v3" ? EVERY : 3))
      judged.push(mutant);
    const score = scoreOf(judged);
    expect(judged.length).toBeGreaterThan(5);
    expect(judged.filter((m) => m.caught === undefined && m.because === undefined)).toEqual([]);
    expect(score.caught / score.mutants).toBeGreaterThan(0.7);
  }, 120_000);

  it("of its code are caught by verify, or do the same on every path", () => {
    const judged = [...judgeCode(model, object, 10 * EVERY)];
    expect(judged.length).toBeGreaterThan(5);
    expect(judged.filter((m) => m.caught === undefined && m.because === undefined)).toEqual([]);
    expect(scoreOf(judged).byCheck.verify).toBeGreaterThan(judged.length / 2);
  }, 120_000);
});

describe("the score of mutants", () => {
  const at = { file: "a.json", line: 1, column: 1 };
  const mutant = (rest: Partial<Judged>): Judged => ({ kind: "drop", what: "x", at, ...rest });

  it("counts those that nobody explains against the checks, and equivalent ones for nothing", () => {
    const caught = { by: "lint", code: "WS301" } as const;
    const score = scoreOf([mutant({ caught }), mutant({ because: "same" }), mutant({})]);
    expect(score).toMatchObject({ mutants: 3, caught: 1, explained: 1, unexplained: 1, score: 0.5 });
    expect(score.byCode).toEqual({ WS301: 1 });
    expect(score.reasons).toEqual({ same: 1 });
  });
});
