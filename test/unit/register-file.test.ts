import { expect, test } from "vitest";
import { type RegisterDescription, RegisterFile } from "../../src/runtime/index.js";

/** A register of op0 3, op1 0, CRn 1, CRm 0, op2 0 unless said. */
function register(name: string, rest: Partial<RegisterDescription> = {}): RegisterDescription {
  return {
    name,
    op0: 3,
    op1: 0,
    CRn: 1,
    CRm: 0,
    op2: 0,
    widthBits: 64,
    readEl: 1,
    writeEl: 1,
    effects: [],
    res0: 0n,
    res1: 0n,
    fields: {},
    ...rest,
  };
}

const encoding = { op0: 3, op1: 0, CRn: 1, CRm: 0, op2: 0 };

function reached(registers: readonly RegisterDescription[], direction: "read" | "write"): string | undefined {
  return new RegisterFile({ registers }).encoded(encoding, direction)?.description.name;
}

test("of registers that share an encoding the first that is no alias is reached", () => {
  const alias = register("ALIAS", { aliasOf: "FIRST" });
  const [first, second] = [register("FIRST"), register("SECOND")];
  for (const registers of [
    [first, second],
    [alias, first, second],
    [first, alias, second],
    [alias, first],
  ])
    for (const direction of ["read", "write"] as const) expect(reached(registers, direction)).toBe("FIRST");
  expect(reached([alias], "read")).toBe("ALIAS");
});

test("directions have registers of their own, and one that a register lacks reaches none", () => {
  const { writeEl: _, ...readable } = register("READABLE");
  const { readEl: __, ...writable } = register("WRITABLE");
  expect(reached([readable, writable], "read")).toBe("READABLE");
  expect(reached([readable, writable], "write")).toBe("WRITABLE");
  expect(reached([readable], "write")).toBeUndefined();
  expect(
    new RegisterFile({ registers: [readable] }).encoded({ ...encoding, op2: 1 }, "read"),
  ).toBeUndefined();
});

test("a reset gives each register its reset value, and 0 to one that has none", () => {
  const file = new RegisterFile({ registers: [register("A", { reset: 5n }), register("B", { op2: 1 })] });
  expect([file.get("A"), file.get("B")]).toEqual([5n, 0n]);
  file.set("A", 7n);
  file.set("B", 8n);
  file.reset();
  expect([...file.all()].map(({ value }) => value)).toEqual([5n, 0n]);
});

test("registers are the same ones each time, and a name that is none is told", () => {
  const file = new RegisterFile({ registers: [register("A"), register("B", { op2: 1 })] });
  expect(file.named("B")).toBe(file.find("B"));
  expect(file.encoded({ ...encoding, op2: 1 }, "read")).toBe(file.named("B"));
  expect([...file.all()]).toEqual([file.named("A"), file.named("B")]);
  expect(file.find("C")).toBeUndefined();
  expect(() => file.named("C")).toThrow("no register C");
});
