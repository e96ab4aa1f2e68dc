import { describe, expect, it } from "vitest";
import { Facts } from "../../src/verify/facts.js";
import { Memory } from "../../src/verify/memory.js";
import { LastTime, Recorder } from "../../src/verify/recorder.js";
import { State, stepsOf } from "../../src/verify/state.js";
import { type Term, Terms } from "../../src/verify/term.js";

const terms = new Terms();
const base = terms.symbol("vcpu");

function stateAt(pc: bigint): State {
  const bit = terms.constant(0n);
  return new State(terms, {
    ...{ x: [], v: [], sp: terms.symbol("SP"), flags: { N: bit, Z: bit, C: bit, V: bit } },
    ...{ sysregs: new Map(), memory: new Memory(terms, () => "vcpu"), facts: new Facts(terms), pc },
    origin: () => bit,
  });
}

/** A load of two doublewords into X0 and X1, as a path sees it. */
function load(
  recorder: Recorder,
  state: State,
  last: LastTime,
  [first, second]: readonly [Term, Term],
  at = 0n,
) {
  recorder.begin(last);
  for (const [i, value] of [first, second].entries()) {
    const offset = at + 8n * BigInt(i);
    recorder.access(state, "load", base, offset, 8);
    recorder.read(terms.address(base, offset));
    recorder.wrote(`X${i}`, value);
  }
  recorder.end(state, state.pc);
}

describe("Recorder", () => {
  const [a, b, c] = [terms.symbol("a"), terms.symbol("b"), terms.symbol("c")];

  it("makes a step and events of what an instruction does", () => {
    const state = stateAt(0x40n);
    load(new Recorder(), state, new LastTime(), [a, b]);
    expect(stepsOf(state)).toEqual([
      {
        before: undefined,
        pc: 0x40n,
        reads: [base, terms.address(base, 8n)],
        writes: [
          { place: "X0", value: a },
          { place: "X1", value: b },
        ],
      },
    ]);
    expect(state.events).toEqual([
      { pc: 0x40n, kind: "load", base, offset: 0n, sizeBytes: 8 },
      { pc: 0x40n, kind: "load", base, offset: 8n, sizeBytes: 8 },
    ]);
    expect(state.executed).toBe(1);
  });

  it("has the same objects when the instruction does the same again", () => {
    const [recorder, last, one, other] = [new Recorder(), new LastTime(), stateAt(0x40n), stateAt(0x40n)];
    load(recorder, one, last, [a, b]);
    load(recorder, other, last, [a, b]);
    expect(other.steps?.reads).toBe(one.steps?.reads);
    expect(other.steps?.writes).toBe(one.steps?.writes);
    for (const [i, event] of one.events.entries()) expect(other.events[i]).toBe(event);
  });

  it.each([
    ["another value", [a, c] as const, 0n],
    ["another place", [a, b] as const, 16n],
  ])("has others for %s, and leaves those of before alone", (_, values, at) => {
    const [recorder, last, one, other] = [new Recorder(), new LastTime(), stateAt(0x40n), stateAt(0x40n)];
    load(recorder, one, last, [a, b]);
    const before = structuredClone([one.steps?.writes.map(({ value }) => value.id), one.events.length]);
    load(recorder, other, last, values, at);
    expect(other.steps?.writes.map(({ value }) => value)).toEqual(values);
    expect(other.steps?.reads).toEqual([terms.address(base, at), terms.address(base, at + 8n)]);
    expect(other.events.map((event) => "offset" in event && event.offset)).toEqual([at, at + 8n]);
    expect([one.steps?.writes.map(({ value }) => value.id), one.events.length]).toEqual(before);
    expect(one.events.map((event) => "offset" in event && event.offset)).toEqual([0n, 8n]);
  });

  it("forgets an instruction that was given up", () => {
    const [recorder, state] = [new Recorder(), stateAt(0x40n)];
    recorder.begin(new LastTime());
    recorder.read("X5");
    load(recorder, state, new LastTime(), [a, b]);
    expect(state.steps?.reads).toHaveLength(2);
    recorder.begin(new LastTime());
    recorder.end(state, 0x44n);
    expect(state.steps).toMatchObject({ pc: 0x44n, reads: [], writes: [] });
  });
});

describe("a state", () => {
  it("has an event pending from its beginning or the last ISB on", () => {
    const state = stateAt(0n);
    const isCall = () => state.isPending(({ kind }) => kind === "call");
    const barrier = (name: string) => state.events.push({ pc: 0n, kind: "barrier", barrier: name });
    expect(isCall()).toBe(false);
    state.events.push({ pc: 0n, kind: "call", immediate: terms.constant(0n) });
    barrier("DSB SY");
    expect(isCall()).toBe(true);
    expect(state.fork().isPending(({ kind }) => kind === "call")).toBe(true);
    barrier("ISB");
    expect(isCall()).toBe(false);
  });
});
