import { describe, expect, it } from "vitest";
import type { OutFile } from "../../src/core/out-file.js";
import { loadSources } from "../../src/model/load.js";
import { resolveModel } from "../../src/model/resolve.js";
import type { Model, Struct } from "../../src/model/types.js";
import { targets } from "../../src/targets/index.js";
import fc from "../seeded-check.js";
import { type Compiler, compilers, valuesOf, withFiles } from "./c-compile.js";

const BATCHES = 30;
const STRUCTS = 40;

interface MemberDocument {
  readonly type: string;
  readonly count?: number | string;
  readonly size?: number;
  readonly align?: number;
  readonly to?: string;
}

const scalars = ["u8", "u16", "u32", "u64", "u128", "s8", "s16", "s32", "s64", "bool"] as const;
const count = fc.option(
  fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom("KVM_NR_SPSR", "NR_SYS_REGS", "VGIC_MAX_LRS")),
  { nil: undefined },
);
const opaque = fc
  .record({ times: fc.integer({ min: 1, max: 9 }), align: fc.constantFrom(1, 2, 4, 8, 16) })
  .map(({ times, align }): MemberDocument => ({ type: "opaque", size: times * align, align }));
const pointer = fc
  .option(fc.constantFrom("struct kvm", "struct elsewhere", "void"), { nil: undefined })
  .map((to): MemberDocument => (to === undefined ? { type: "pointer" } : { type: "pointer", to }));

/** A member of a struct that comes after `earlier` others, which it may contain. */
const member = (earlier: number): fc.Arbitrary<MemberDocument> => {
  const plain = fc.oneof(
    fc.constantFrom(...scalars).map((type): MemberDocument => ({ type })),
    pointer,
    opaque,
  );
  const nested = fc
    .integer({ min: 0, max: Math.max(0, earlier - 1) })
    .map((i): MemberDocument => ({ type: `struct random_${i}` }));
  const any =
    earlier === 0 ? plain : fc.oneof({ weight: 5, arbitrary: plain }, { weight: 1, arbitrary: nested });
  return fc
    .tuple(any, count)
    .map(([one, many]) => (many === undefined ? one : { ...one, count: small(one, many) }));
};

/** Arrays of structs stay short: they nest. */
const small = (one: MemberDocument, many: number | string) =>
  one.type.startsWith("struct ") ? (typeof many === "number" ? Math.min(many, 2) : 2) : many;

const structs = fc.tuple(
  ...Array.from({ length: STRUCTS }, (_, i) =>
    fc.array(member(Math.min(i, 6)), { minLength: 1, maxLength: 8 }).map((members) => ({
      name: `random_${i}`,
      members: members.map((one, m) => ({ name: `m${m}`, ...one })),
    })),
  ),
);

const sources = loadSources("schema/kvm-arm64-v3");

/** The layout with these structs behind its own, from the text of the document on. */
function modelWith(added: readonly object[]): Model {
  if (!sources.ok) throw new Error("the layout cannot be read");
  const file = sources.value.documents["vcpu-context.json"];
  const document: { structs: object[] } = JSON.parse(file.text);
  const text = JSON.stringify({ ...document, structs: [...document.structs, ...added] });
  const documents = { ...sources.value.documents, "vcpu-context.json": { ...file, text } };
  const model = resolveModel({ ...sources.value, documents });
  if (!model.ok) throw new Error(JSON.stringify(model.diagnostics[0]));
  return model.value;
}

function compareWith(compiler: Compiler, model: Model, files: readonly OutFile[]): number {
  const probes = model.structs.flatMap((struct) => probesOf(struct));
  const values = withFiles(files, (folder) =>
    valuesOf(
      compiler,
      folder,
      ["structs.h"],
      probes.map(([text]) => text),
    ),
  );
  expect(probes.map(([text], i) => [text, Number(values[i])])).toEqual(probes);
  return probes.length;
}

const probesOf = (struct: Struct): [string, number][] => [
  [`sizeof(struct ${struct.name})`, struct.sizeBytes],
  [`_Alignof(struct ${struct.name})`, struct.alignBytes],
  ...struct.members.map((one): [string, number] => [
    `offsetof(struct ${struct.name}, ${one.name})`,
    one.offsetBytes,
  ]),
];

describe.skipIf(compilers().length === 0)("struct layout", () => {
  it(`agrees with gcc and clang on ${BATCHES * STRUCTS} random structs`, async () => {
    let compared = 0;
    const property = fc.asyncProperty(structs, async (added) => {
      const model = modelWith(added);
      const emitted = await Promise.all(targets.filter((t) => t.directory === "c").map((t) => t.emit(model)));
      const files = emitted.flatMap((result) => (result.ok ? result.value : []));
      for (const compiler of compilers()) compared += compareWith(compiler, model, files);
    });
    await fc.assert(property, { numRuns: BATCHES, endOnFailure: true });
    expect(compared).toBeGreaterThan(BATCHES * STRUCTS * 4);
    console.log(`${compared} offsets, sizes and alignments compared`);
  }, 300_000);
});
