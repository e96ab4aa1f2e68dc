import { expect, test } from "vitest";
import { contextEl1, contextEl2, permitsEl1, permitsEl2 } from "../../src/runtime/fast/context-parts.js";
import { type KeyPart, pushPackedKey } from "../../src/runtime/fast/packed-key.js";
import { EngineMemory, Machine, PhysicalMemory } from "../../src/runtime/index.js";
import { FunctionCode } from "../../src/runtime/wasm/function-code.js";
import { webAssembly } from "../../src/runtime/wasm/host.js";
import { ModuleWriter } from "../../src/runtime/wasm/module-writer.js";
import { valueType } from "../../src/runtime/wasm/opcode.js";
import fc from "../seeded-check.js";
import { architecture } from "./runtime-architecture.js";

/** A machine, and the key of parts of its present state as code of an engine computes it. */
function keyOf(parts: readonly KeyPart[]) {
  const space = new EngineMemory(architecture.registers.length, 0x1000n);
  const machine = new Machine(architecture, { memory: new PhysicalMemory(), storage: space.state });
  const code = new FunctionCode([], [valueType.i64]);
  pushPackedKey(code, machine.registers, parts);
  const module = new ModuleWriter();
  module.add(code, "key");
  const { exports } = new webAssembly.Instance(new webAssembly.Module(module.bytes()), {
    env: { memory: space.memory },
  });
  const key = exports["key"] as () => bigint;
  return { machine, key };
}

test.each<[string, readonly KeyPart[]]>([
  ["translation at EL1 and EL0", contextEl1],
  ["translation at EL2", contextEl2],
  ["permits at EL1 and EL0", ["EL", "SP", ...permitsEl1]],
  ["permits at EL2", ["EL", "SP", ...permitsEl2]],
])("a key is another one when any bit of a part is: %s", (_name, parts) => {
  const { machine, key } = keyOf(parts);
  const { registers } = machine;
  const bits = parts.flatMap((part) => {
    if (typeof part === "string") return [];
    const [name, field] = part;
    const [lsb, widthBits] = registers.find(name)?.description.fields[field] ?? [0, 0];
    return Array.from({ length: widthBits }, (_, i) => [name, BigInt(lsb + i)] as const);
  });
  expect(bits.length).toBeGreaterThan(1);
  const names = [...new Set(bits.map(([name]) => name))];
  fc.assert(
    fc.property(
      fc.array(fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }), {
        minLength: names.length,
        maxLength: names.length,
      }),
      (values) => {
        for (const [i, name] of names.entries()) registers.set(name, values[i] ?? 0n);
        const before = key();
        for (const [name, bit] of bits) {
          registers.set(name, registers.get(name) ^ (1n << bit));
          expect([name, bit, key() === before]).toEqual([name, bit, false]);
          registers.set(name, registers.get(name) ^ (1n << bit));
        }
        const others = bits.reduce(
          (masks, [name, bit]) => masks.set(name, (masks.get(name) ?? 0n) | (1n << bit)),
          new Map<string, bigint>(),
        );
        for (const [name, mask] of others) registers.set(name, registers.get(name) ^ ~mask);
        expect(key()).toBe(before);
      },
    ),
    { numRuns: 20 },
  );
});

test.each(["EL", "SP"] as const)("a key of permits is another one when PSTATE.%s is", (field) => {
  const { machine, key } = keyOf(["EL", "SP", ...permitsEl1]);
  const before = key();
  machine.pstate[field] = machine.pstate[field] === 1 ? 0 : 1;
  expect(key()).not.toBe(before);
});

test("parts that take more bits than there are are refused", () => {
  expect(() => keyOf([...contextEl1, ...permitsEl1, ...contextEl1])).toThrow(/bits does not fit/);
});
