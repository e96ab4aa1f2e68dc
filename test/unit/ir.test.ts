import { describe, expect, test } from "vitest";
import { ConcreteOps } from "../../src/runtime/concrete-ops.js";
import { type Access, type InstructionDescription, type Ops, semantics } from "../../src/runtime/index.js";
import { binaryOperations, extendValue } from "../../src/runtime/ir/arithmetic.js";
import { irOfVariant, irOfWord, operandValue } from "../../src/runtime/ir/instruction-ir.js";
import type { Effect, Ir, Node } from "../../src/runtime/ir/node.js";
import { variantValues } from "../../src/runtime/ir/variant.js";
import { WordOperands } from "../../src/runtime/operands.js";
import { randomSource } from "../differential/machine-bare-metal.js";
import { architecture } from "./runtime-architecture.js";

/**
 * What an instruction asks of Ops, as its semantics ask it directly and as its IR does: the same questions with the same
 * arguments in the same order, whatever the answers are.
 */

const random = randomSource(0x1234n);
type Log = [name: string, ...values: unknown[]][];

/** Reads give values that depend on what was asked; everything else is written down. */
class Recorder {
  readonly log: Log = [];

  constructor(readonly seed: bigint) {}

  ask(name: string, args: unknown[], widths: readonly number[]): bigint[] {
    this.log.push([name, ...args]);
    return widths.map((width, i) => {
      const mixed = (this.seed + BigInt(this.log.length * 7 + i)) * 0x9e3779b97f4a7c15n;
      return BigInt.asUintN(width, (mixed >> 64n) ^ mixed ^ (mixed >> 32n));
    });
  }

  /** Ops whose computations are those of the machine. */
  ops(): Ops<bigint> {
    const own: Record<string, (...args: never[]) => unknown> = {
      readPC: () => 0x4000_1238n,
      readFlags: () => {
        const [N, Z, C, V] = this.ask("readFlags", [], [1, 1, 1, 1]);
        return { N, Z, C, V };
      },
      conditionHolds: (code: bigint) => {
        if (code >= 14n) return 1n;
        const [N, Z, C, V] = this.ask("readFlags", [], [1, 1, 1, 1]).map(Number);
        const state = { pstate: { N, Z, C, V } };
        return ConcreteOps.prototype.conditionHolds.call(
          { parts: { state } } as unknown as ConcreteOps,
          code,
        );
      },
      readVector: (register: bigint) => {
        const [low, high] = this.ask("readVector", [register], [64, 64]);
        return { low, high };
      },
      load: (address: bigint, access: Access<bigint>) => this.#load("load", address, access),
      loadExclusive: (address: bigint, access: Access<bigint>) =>
        this.#load("loadExclusive", address, access),
      storeExclusive: (address: bigint, access: Access<bigint>, values: readonly bigint[]) =>
        this.ask("storeExclusive", [address, access.sizeBytes, ...values], [1])[0],
      store: (address: bigint, access: Access<bigint>, values: readonly bigint[]) =>
        this.ask("store", [address, access.sizeBytes, ...values], []),
      readX: (register: bigint) => (register === 31n ? 0n : this.ask("readX", [register], [64])[0]),
    };
    const reads = new Set(["readXOrSP", "readBase", "readSysreg", "systemOperationResult"]);
    return new Proxy({} as Ops<bigint>, {
      get: (_, name: string) => {
        if (own[name] !== undefined) return own[name];
        if (computed.has(name)) return ConcreteOps.prototype[name as "add"];
        return (...args: unknown[]) => this.ask(name, args, reads.has(name) ? [64] : [])[0];
      },
    });
  }

  #load(name: string, address: bigint, { sizeBytes, count }: Access<bigint>): bigint[] {
    return this.ask(name, [address, sizeBytes], Array<number>(count).fill(sizeBytes * 8));
  }
}

const computed: ReadonlySet<string> = new Set([
  ...Object.keys(binaryOperations),
  "constant",
  "not",
  "zeroExtend",
  "signExtend",
  "countLeadingZeros",
  "crc32",
  "select",
]);

/** Asks what an IR asks. */
function replay(ir: Ir, ops: Ops<bigint>, operands: WordOperands): void {
  const results = new Map<string, bigint>();
  const value = (node: Node): bigint => {
    switch (node.kind) {
      case "constant":
        return node.value;
      case "operand":
        return operandValue(operands, ir.operands[node.operand]!);
      case "pc":
        return ops.readPC();
      case "result":
        return results.get(`${node.effect}.${node.index}`)!;
      case "binary":
        return binaryOperations[node.operation](value(node.a), value(node.b));
      case "extend":
        return extendValue(value(node.a), node.fromBits, node.signed);
      case "countLeadingZeros":
        return ops.countLeadingZeros(value(node.a));
      case "crc32":
        return ops.crc32(value(node.a), value(node.b), node.sizeBits, node.polynomial);
      case "select":
        return value(node.condition) === 1n ? value(node.a) : value(node.b);
    }
  };
  const keep = (at: number, values: readonly bigint[]) => {
    for (const [i, each] of values.entries()) results.set(`${at}.${i}`, each);
  };
  for (const [at, effect] of ir.effects.entries()) keep(at, perform(effect, ops, value));
}

function perform(effect: Effect, ops: Ops<bigint>, value: (node: Node) => bigint): readonly bigint[] {
  const named = (of: Readonly<Record<string, Node>>) =>
    Object.fromEntries(Object.entries(of).map(([name, node]) => [name, value(node)])) as never;
  switch (effect.kind) {
    case "readX": {
      const how = { zero: "readX", pointer: "readXOrSP", base: "readBase" } as const;
      return [ops[how[effect.register31]](value(effect.register))];
    }
    case "writeX":
      ops[effect.register31 === "zero" ? "writeX" : "writeXOrSP"](
        value(effect.register),
        value(effect.value),
      );
      return [];
    case "readVector": {
      const { low, high } = ops.readVector(value(effect.register));
      return [low, high];
    }
    case "writeVector":
      ops.writeVector(value(effect.register), named({ ...effect.value }));
      return [];
    case "readFlags": {
      const { N, Z, C, V } = ops.readFlags();
      return [N, Z, C, V];
    }
    case "writeFlags":
      ops.writeFlags(named({ ...effect.flags }));
      return [];
    case "load":
      return ops[effect.exclusive ? "loadExclusive" : "load"](value(effect.address), effect.access as never);
    case "store": {
      const values = effect.values.map(value);
      if (effect.exclusive)
        return [ops.storeExclusive(value(effect.address), effect.access as never, values)];
      ops.store(value(effect.address), effect.access as never, values);
      return [];
    }
    case "branch":
      ops.branch(value(effect.target), effect.how);
      return [];
    case "branchIf":
      ops.branchIf(value(effect.condition), value(effect.target));
      return [];
    case "readSysreg":
      return [ops.readSysreg(named({ ...effect.register }))];
    case "writeSysreg":
      ops.writeSysreg(named({ ...effect.register }), value(effect.value));
      return [];
    case "systemOperation":
      ops.systemOperation(named({ ...effect.operation }), value(effect.value));
      return [];
    case "systemOperationResult":
      return [ops.systemOperationResult(named({ ...effect.operation }))];
    case "writePstate":
      ops.writePstate(effect.op1, effect.op2, value(effect.immediate));
      return [];
    case "raise":
      ops.raise(effect.request, value(effect.immediate));
      return [];
    case "barrier":
      ops.barrier(effect.barrier, value(effect.option));
      return [];
    case "hint":
      ops.hint(effect.number);
      return [];
    default:
      ops[effect.kind]();
      return [];
  }
}

/** Random words that decode to a line. */
function wordsOf(line: InstructionDescription, count: number): number[] {
  const words: number[] = [];
  for (let tries = 0; words.length < count && tries < 4000; tries++) {
    const free = ~line.mask >>> 0;
    const word = ((line.match >>> 0) | (Number(random.bits(32)) & free)) >>> 0;
    if (architecture.instructions[architecture.decode(word)] === line) words.push(word);
  }
  return words;
}

describe("the IR of an instruction asks what its semantics ask", () => {
  test.each(architecture.instructions.map((line) => [line.name, line] as const))("%s", (name, line) => {
    const meaning = semantics[name]!;
    for (const word of wordsOf(line, 8)) {
      const seed = random.bits(64);
      const operands = new WordOperands(line, word);
      const direct = new Recorder(seed);
      meaning(direct.ops(), operands);
      const values = variantValues(line, word);
      const general = irOfVariant(meaning, line, (field) => values[line.variant.indexOf(field)]!);
      for (const ir of [general, irOfWord(meaning, line, word)]) {
        const asked = new Recorder(seed);
        replay(ir, asked.ops(), operands);
        expect(asked.log, `${name} 0x${word.toString(16)}`).toEqual(direct.log);
      }
    }
  });
});

test("the flags of CMP are comparisons in the IR, not sums", () => {
  const line = architecture.instructions.find(({ name }) => name === "SUBS_shifted_register")!;
  for (const word of [0xeb02003f, 0x6b02003f]) {
    const ir = irOfWord(semantics[line.name]!, line, word);
    const flags = ir.effects.find((effect) => effect.kind === "writeFlags");
    const C = flags?.kind === "writeFlags" ? flags.flags.C : undefined;
    expect(C).toMatchObject({ operation: "exclusiveOr", a: { operation: "lessUnsigned" } });
  }
});
