import { beforeAll, describe, expect, it } from "vitest";
import { loadModel } from "../../src/model/load.js";
import { checkBtf, checkDwarf, type OracleReport } from "../../src/oracle/index.js";
import fc from "../seeded-check.js";
import { addBtf, headers, objectOf, pahole, plainCompilers } from "./oracle-objects.js";

const loaded = loadModel("schema/kvm-arm64-v3");
if (!loaded.ok) throw new Error("the layout does not load");
const model = loaded.value;
const CODE = /^WS(34\d|64[0-4])$/;

/** Whatever the bytes are: findings with a place and a known code, and an error where nothing could be compared. */
function expectSound({ diagnostics, compared }: OracleReport): void {
  for (const { code, at, message } of diagnostics) {
    expect(code).toMatch(CODE);
    expect(at.line).toBeGreaterThanOrEqual(1);
    expect(at.column).toBeGreaterThanOrEqual(1);
    expect(message).not.toBe("");
  }
  if (compared === undefined) expect(diagnostics.map(({ severity }) => severity)).toEqual(["error"]);
}

/** Bytes of an object changed at a few places, perhaps cut off. */
function damaged(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const value = fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.integer({ min: 0, max: 255 }));
  const edit = fc.tuple(
    fc.integer({ min: 0, max: bytes.length - 1 }),
    fc.array(value, { minLength: 1, maxLength: 8 }),
  );
  const cut = fc.oneof(
    { weight: 4, arbitrary: fc.constant(bytes.length) },
    fc.integer({ min: 0, max: bytes.length }),
  );
  return fc.tuple(fc.array(edit, { maxLength: 6 }), cut).map(([edits, length]) => {
    const copy = Uint8Array.from(bytes);
    for (const [at, values] of edits) copy.set(values.slice(0, bytes.length - at), at);
    return copy.slice(0, length);
  });
}

const RUNS = { numRuns: 1500 };

describe
  .skipIf(plainCompilers.length === 0)
  .each(plainCompilers.map((compiler) => ({ compiler, name: compiler.name })))(
  "damaged objects of $name",
  ({ compiler }) => {
    let objects: Uint8Array[];
    beforeAll(async () => {
      const files = await headers(model);
      objects = ["-gdwarf-4", "-gdwarf-5"].map((version) => objectOf(compiler, files, ["-c", "-g", version]));
    });

    it("give findings and never throw", () => {
      let refused = 0;
      for (const object of objects)
        fc.assert(
          fc.property(damaged(object), (bytes) => {
            const report = checkDwarf(model, bytes, "damaged.o");
            expectSound(report);
            if (report.compared === undefined) refused++;
          }),
          RUNS,
        );
      expect(refused).toBeGreaterThan(100);
    });

    it("give findings when any one byte of the debug information is changed", () => {
      const [object] = objects;
      if (object === undefined) throw new Error("no object");
      let differing = 0;
      for (let at = 0; at < object.length; at += 3) {
        const bytes = Uint8Array.from(object);
        bytes[at] = 255 - (bytes[at] ?? 0);
        const report = checkDwarf(model, bytes, "damaged.o");
        expectSound(report);
        if (report.diagnostics.length > 0) differing++;
      }
      expect(differing).toBeGreaterThan(object.length / 30);
    });
  },
);

describe.skipIf(pahole === undefined || plainCompilers.length === 0)("damaged BTF", () => {
  it("gives findings and never throws", async () => {
    const [compiler] = plainCompilers;
    if (compiler === undefined) throw new Error("no compiler");
    const object = objectOf(compiler, await headers(model), ["-c", "-g"], undefined, addBtf);
    // The blob alone, so that damage is not spent on what is not read.
    const start = Buffer.from(object).indexOf(Buffer.of(0x9f, 0xeb, 1, 0));
    const blob = Uint8Array.from(
      object.subarray(
        start,
        start +
          24 +
          new DataView(object.buffer, object.byteOffset).getUint32(start + 16, true) +
          new DataView(object.buffer, object.byteOffset).getUint32(start + 20, true),
      ),
    );
    expect(checkBtf(model, blob, "blob", { strict: true }).diagnostics).toEqual([]);
    let refused = 0;
    fc.assert(
      fc.property(damaged(blob), (bytes) => {
        const report = checkBtf(model, bytes, "damaged");
        expectSound(report);
        if (report.compared === undefined) refused++;
      }),
      RUNS,
    );
    expect(refused).toBeGreaterThan(100);
  });
});
