import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/verify/evaluate.js";
import { Facts } from "../../src/verify/facts.js";
import { formatTerm } from "../../src/verify/format-term.js";
import { Memory } from "../../src/verify/memory.js";
import { ALL, type Term, Terms } from "../../src/verify/term.js";
import fc from "../seeded-check.js";

const u64 = fc.bigInt({ min: 0n, max: ALL });
const edge = fc.constantFrom(0n, 1n, 2n, 0xffn, 0x8000_0000_0000_0000n, ALL, 0xffff_0000n);
const value = fc.oneof(u64, edge);

/** A term made by the operations, beside the value that the operations give for a = first, b = second. */
interface Both {
  readonly term: Term;
  readonly value: bigint;
}

type Build = (terms: Terms, a: Both, b: Both) => Both;

const wrap = (x: bigint): bigint => BigInt.asUintN(64, x);

const { build } = fc.letrec<{ build: Build }>((tie) => {
  const two = (
    make: (terms: Terms, x: Term, y: Term) => Term,
    compute: (x: bigint, y: bigint) => bigint,
  ): fc.Arbitrary<Build> =>
    fc.tuple(tie("build"), tie("build")).map(
      ([left, right]): Build =>
        (terms, a, b) => {
          const x = left(terms, a, b);
          const y = right(terms, a, b);
          return { term: make(terms, x.term, y.term), value: compute(x.value, y.value) };
        },
    );
  const leaf = fc.oneof(
    fc.constant<Build>((_terms, a) => a),
    fc.constant<Build>((_terms, _a, b) => b),
    value.map(
      (v): Build =>
        (terms) => ({ term: terms.constant(v), value: v }),
    ),
  );
  const shifted = fc.tuple(tie("build"), fc.integer({ min: -63, max: 63 }), value).map(
    ([inner, shift, mask]): Build =>
      (terms, a, b) => {
        const x = inner(terms, a, b);
        const moved = shift >= 0 ? wrap(x.value << BigInt(shift)) : x.value >> BigInt(-shift);
        return { term: terms.bits(x.term, shift, mask), value: moved & mask };
      },
  );
  return {
    build: fc.oneof(
      { maxDepth: 6 },
      leaf,
      shifted,
      two(
        (t, x, y) => t.add(x, y),
        (x, y) => wrap(x + y),
      ),
      two(
        (t, x, y) => t.subtract(x, y),
        (x, y) => wrap(x - y),
      ),
      two(
        (t, x, y) => t.and(x, y),
        (x, y) => x & y,
      ),
      two(
        (t, x, y) => t.or(x, y),
        (x, y) => x | y,
      ),
      two(
        (t, x, y) => t.exclusiveOr(x, y),
        (x, y) => x ^ y,
      ),
      two(
        (t, x, y) => t.equal(x, y),
        (x, y) => (x === y ? 1n : 0n),
      ),
      two(
        (t, x) => t.not(x),
        (x) => wrap(~x),
      ),
    ),
  };
});

describe("terms", () => {
  it("have the value that the operations give, however they were simplified", () => {
    fc.assert(
      fc.property(build, value, value, (make, first, second) => {
        const terms = new Terms();
        const made = make(
          terms,
          { term: terms.symbol("a"), value: first },
          { term: terms.symbol("b"), value: second },
        );
        const symbols = new Map([
          ["a", first],
          ["b", second],
        ]);
        expect(evaluate(made.term, symbols), formatTerm(made.term)).toBe(made.value);
        expect(made.value & made.term.zeros).toBe(0n);
      }),
      { numRuns: 3000 },
    );
  });

  it("are one object when they are equal by offsets, masks or order", () => {
    const terms = new Terms();
    const [a, b] = [terms.symbol("a"), terms.symbol("b")];
    const four = terms.constant(4n);
    expect(terms.add(terms.add(a, four), b)).toBe(terms.add(four, terms.add(b, a)));
    expect(terms.subtract(terms.add(a, four), four)).toBe(a);
    expect(terms.or(terms.bits(a, 0, 0xff00n), terms.bits(a, 0, 0xffn))).toBe(terms.bits(a, 0, 0xffffn));
    expect(terms.bits(terms.bits(a, 8, ALL), -8, ALL)).toBe(terms.bits(a, 0, ALL >> 8n));
    expect(terms.equal(terms.add(a, four), a)).toBe(terms.constant(0n));
  });

  it("have no more bits than their symbol", () => {
    const terms = new Terms();
    const narrow = terms.symbol("narrow", 0xffffn);
    expect(terms.bits(narrow, 0, 0xffff_ffffn)).toBe(narrow);
    expect(terms.equal(narrow, terms.constant(0x1_0000n))).toBe(terms.constant(0n));
  });
});

describe("facts", () => {
  const terms = new Terms();
  const a = terms.symbol("a");
  const field = (mask: bigint, is: bigint): Term => terms.equal(terms.bits(a, 0, mask), terms.constant(is));

  it("decide a field by what is known of its bits", () => {
    const facts = new Facts(terms);
    expect(facts.assume(field(0xf0n, 0x50n), true)).toBe(true);
    expect(facts.decide(field(0xf0n, 0x50n))).toBe(true);
    expect(facts.decide(field(0xf0n, 0x60n))).toBe(false);
    expect(facts.decide(field(0x30n, 0x10n))).toBe(true);
    expect(facts.decide(field(0xf1n, 0x51n))).not.toBeTypeOf("boolean");
  });

  it("refuse what contradicts them", () => {
    const facts = new Facts(terms);
    expect(facts.assume(field(0xf0n, 0x50n), false)).toBe(true);
    expect(facts.decide(field(0xf0n, 0x50n))).toBe(false);
    expect(facts.assume(field(0xf0n, 0x50n), true)).toBe(false);
    expect(facts.assume(field(0xf0n, 0x60n), true)).toBe(true);
  });

  it("never decide otherwise than the values that agree with them", () => {
    const small = fc.bigInt({ min: 0n, max: 15n });
    const claim = fc.record({ mask: small, is: small, holds: fc.boolean() });
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 5 }), small, small, (claims, mask, is) => {
        const facts = new Facts(terms);
        const possible = claims.every((c) => facts.assume(field(c.mask, c.is & c.mask), c.holds));
        const agreeing = Array.from({ length: 16 }, (_, i) => BigInt(i)).filter((v) =>
          claims.every((c) => ((v & c.mask) === (c.is & c.mask)) === c.holds),
        );
        if (!possible) expect(agreeing).toEqual([]);
        const decided = facts.decide(field(mask, is & mask));
        if (!possible || typeof decided !== "boolean") return;
        for (const v of agreeing) expect((v & mask) === (is & mask)).toBe(decided);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("memory", () => {
  it("gives back what a byte array would", () => {
    const size = fc.constantFrom(1, 2, 4, 8);
    const access = fc.record({ offset: fc.integer({ min: 0, max: 24 }), size, value, store: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(access, { maxLength: 30 }),
        fc.array(value, { minLength: 5, maxLength: 5 }),
        (accesses, start) => {
          const terms = new Terms();
          const memory = new Memory(terms, () => "m");
          const base = terms.symbol("base");
          const symbols = new Map(start.map((v, i) => [`m+0x${(8 * i).toString(16)}`, v]));
          const bytes = new DataView(new ArrayBuffer(40));
          for (const [i, v] of start.entries()) bytes.setBigUint64(8 * i, v, true);
          for (const { offset, size, value, store } of accesses) {
            if (store) {
              memory.store(base, BigInt(offset), size, terms.constant(value));
              for (let i = 0; i < size; i++)
                bytes.setUint8(offset + i, Number((value >> BigInt(8 * i)) & 0xffn));
            } else {
              let expected = 0n;
              for (let i = 0; i < size; i++) expected |= BigInt(bytes.getUint8(offset + i)) << BigInt(8 * i);
              expect(evaluate(memory.load(base, BigInt(offset), size), symbols)).toBe(expected);
            }
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("keeps a fork's stores from the original", () => {
    const terms = new Terms();
    const memory = new Memory(terms, () => "m");
    const base = terms.symbol("base");
    const fork = memory.fork();
    fork.store(base, 0n, 4, terms.constant(1n));
    expect(formatTerm(memory.load(base, 0n, 8))).toBe("m+0x0");
    expect(formatTerm(fork.load(base, 0n, 8))).toBe("(0x1 | m+0x0[63:32] << 32)");
  });

  it("is, with its forks, what as many maps would be, whoever is forked and written in whatever order", () => {
    const action = fc.record({ who: fc.nat(9), fork: fc.boolean(), base: fc.nat(1), cell: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        const terms = new Terms();
        const bases = [terms.symbol("p"), terms.symbol("q")];
        const memories = [new Memory(terms, formatTerm)];
        const maps = [new Map<string, string>()];
        for (const [i, { who, fork, base, cell }] of actions.entries()) {
          const memory = memories[who % memories.length];
          const map = maps[who % maps.length];
          const region = bases[base];
          if (memory === undefined || map === undefined || region === undefined) return;
          if (fork) {
            memories.push(memory.fork());
            maps.push(new Map(map));
          } else {
            memory.store(region, BigInt(8 * cell), 8, terms.constant(BigInt(i)));
            map.set(`${formatTerm(region)}+0x${(8 * cell).toString(16)}`, `0x${i.toString(16)}`);
          }
          for (const [m, one] of memories.entries())
            for (const from of bases)
              for (let at = 0; at < 4; at++) {
                const name = `${formatTerm(from)}+0x${(8 * at).toString(16)}`;
                expect(formatTerm(one.load(from, BigInt(8 * at), 8))).toBe(maps[m]?.get(name) ?? name);
              }
        }
      }),
      { numRuns: 200 },
    );
  });
});
