import { describe, expect, it } from "vitest";
import { Report } from "../../src/assembler/report.js";
import { type Origin, type Origins, OriginsBuilder } from "../../src/assembler/text/origins.js";
import { splitLines } from "../../src/assembler/text/split-lines.js";
import fc from "../seeded-check.js";

const STEPS = [0, 1] as const;

/** The places one by one, which Origins keeps as runs. */
function listOf(origins: Origins): (Origin | undefined)[] {
  return Array.from({ length: origins.length }, (_, index) => origins.at(index));
}

const run = fc.record({
  count: fc.integer({ min: 0, max: 6 }),
  line: fc.integer({ min: 1, max: 3 }),
  column: fc.integer({ min: 1, max: 4 }),
  step: fc.constantFrom(...STEPS),
});
const index = fc.integer({ min: -2, max: 20 });
const change = fc.record({ start: index, length: fc.nat(8), count: fc.nat(4), slice: fc.boolean() });

describe("origins", () => {
  it("are what a list with the place of each character would be, however it is cut and put together", () => {
    fc.assert(
      fc.property(
        fc.array(run, { minLength: 1, maxLength: 6 }),
        fc.array(change, { maxLength: 6 }),
        (runs, changes) => {
          const builder = new OriginsBuilder();
          let list: Origin[] = [];
          for (const { count, line, column, step } of runs) {
            builder.add(count, line, column, step);
            for (let i = 0; i < count; i++) list.push({ line, column: column + i * step });
          }
          fc.pre(list.length > 0);
          let origins = builder.take();
          for (const { start, length, count, slice } of changes) {
            const from = Math.max(0, Math.min(start, list.length));
            const to = Math.min(list.length, from + length);
            const here = { line: 9, column: start + 5 };
            if (slice) {
              origins = origins.slice(from, to);
              list = list.slice(from, to);
            } else {
              origins = origins.replaced(from, to, count, here);
              list.splice(from, to - from, ...Array<Origin>(count).fill(here));
            }
            expect(listOf(origins)).toEqual(list);
            expect([origins.at(-1), origins.at(list.length)]).toEqual([undefined, undefined]);
            const last = list.at(-1);
            if (last !== undefined) expect(origins.end).toEqual({ line: last.line, column: last.column + 1 });
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("of no characters are where the characters would be", () => {
    const builder = new OriginsBuilder();
    builder.add(4, 7, 3, 1);
    const origins = builder.take();
    expect(origins.slice(2, 2).end).toEqual({ line: 7, column: 5 });
    expect(origins.slice(4, 4).end).toEqual({ line: 7, column: 7 });
    expect(origins.slice(4, 4).slice(0, 0).end).toEqual({ line: 7, column: 7 });
    expect(origins.replaced(0, 4, 0, { line: 8, column: 2 }).end).toEqual({ line: 8, column: 2 });
  });
});

describe("the lines of a text", () => {
  const piece = fc.constantFrom(
    "a",
    "b",
    " ",
    "\n",
    "\\",
    "\\\n",
    '"',
    "'",
    "/",
    "*",
    "//",
    "/*",
    "*/",
    "\r\n",
  );

  it("know of each character where it is written, a comment's blank where the comment begins", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        const rows = text.replace(/\r\n?/g, "\n").split("\n");
        for (const line of splitLines("x.S", text, new Report())) {
          for (const [at, char] of [...line.text].entries()) {
            const place = line.at(at);
            const written = rows[place.line - 1]?.slice(place.column - 1) ?? "";
            const isComment = char === " " && written.startsWith("/*");
            const isLineEnd = char === "\n" && written === "";
            expect(isComment || isLineEnd || written.startsWith(char)).toBe(true);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});
