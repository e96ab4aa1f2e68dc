import { expect, test } from "vitest";
import { assemble, assemblerNames } from "../../src/assembler/index.js";
import { loadArchitecture } from "../../src/cli/architecture.js";
import { type EngineOptions, Machine, PhysicalMemory } from "../../src/runtime/index.js";
import fc from "../seeded-check.js";
import { engineBench, putWords, RAM, RAM_BYTES } from "../unit/engine-bench.js";
import { architecture } from "../unit/runtime-architecture.js";

/**
 * Random loops with every way that an access can go wrong, in translated code and on the reference machine: addresses that are
 * misaligned or cross pages that do not lie side by side, Device memory, no memory, memory that is read-only, the page of the code itself;
 * flags that are read, or left behind, wherever the run ends.
 */

const PAGE = 0x1000n;
const [CODE, VECTORS, TABLES] = [0n, 1n, 13n] as const;
/** The pages of data by their virtual number, the one after the other; physical numbers in an order of their own. */
const data = [
  { page: 2n, physical: 6n, attributes: "normal" },
  { page: 3n, physical: 9n, attributes: "normal" },
  { page: 4n, physical: 5n, attributes: "read-only" },
  { page: 5n, physical: 8n, attributes: "normal" },
  { page: 6n, physical: 3n, attributes: "device" },
  { page: 7n, physical: 4n, attributes: "normal" },
  { page: 8n, physical: 7n, attributes: "none" },
  { page: 9n, physical: 2n, attributes: "normal" },
] as const;

const model = loadArchitecture();
const names = assemblerNames(model);

function wordsOf(text: string): readonly number[] {
  const object = assemble({ file: "loop.s", text, table: model.a64, sysregs: names });
  if (!object.ok) throw new Error(JSON.stringify(object.diagnostics));
  const bytes = object.value.sections.find(({ name }) => name === ".text")?.bytes ?? new Uint8Array();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / 4 }, (_, i) => view.getUint32(4 * i, true));
}

/** After a fault the next instruction is executed; X20 counts them. */
const handler = wordsOf("mrs x21, elr_el2\n add x21, x21, #4\n msr elr_el2, x21\n add x20, x20, #1\n eret\n");

const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const pointer = pick("x1", "x2", "x3", "x4");
const value = pick("6", "7", "8", "9", "10");
const distance = pick(0, 1, 2, 4, 7, 8, 16, 24, -8, -3);
const access = fc
  .tuple(pick("ldur", "stur"), pick("x", "w"), value, pointer, distance)
  .map(([name, size, n, base, at]) => `${name} ${size}${n}, [${base}, #${at}]`);
const narrow = fc
  .tuple(pick("ldrb", "strb", "ldrh", "strh", "ldrsh"), value, pointer, pick("#1", "#2", "#-4", "#3"))
  .map(([name, n, base, step]) => `${name} w${n}, [${base}], ${step}`);
const pair = fc
  .tuple(pick("ldp", "stp"), pointer, pick(0, 8, 16, -16))
  .map(([name, base, at]) => `${name} x6, x7, [${base}, #${at}]`);
const ordered = fc
  .tuple(pick("ldar", "stlr"), value, pointer)
  .map(([name, n, base]) => `${name} x${n}, [${base}]`);
const move = fc
  .tuple(pick("add", "sub"), pointer, pick(1, 8, 40, 64, 4088))
  .map(([name, base, by]) => `${name} ${base}, ${base}, #${by}`);
const flagged = fc
  .tuple(pick("adds", "subs", "ands", "adcs", "sbcs"), pick("x", "w"), value, value, value)
  .map(([name, r, d, n, m]) => `${name} ${r}${d}, ${r}${n}, ${r}${m}`);
const compare = fc
  .tuple(pick("cmp", "cmn", "tst"), pick("x", "w"), value, value)
  .map(([name, r, n, m]) => `${name} ${r}${n}, ${r}${m}`);
const condition = pick("eq", "ne", "hs", "lo", "mi", "pl", "vs", "vc", "hi", "ls", "ge", "lt", "gt", "le");
const conditional = fc
  .tuple(pick("ccmp", "csel", "cset", "adc", "mrs", "skip"), pick("x", "w"), value, value, condition)
  .map(([name, r, n, m, when]) => {
    if (name === "ccmp") return `ccmp ${r}${n}, ${r}${m}, #9, ${when}`;
    if (name === "csel") return `csinc ${r}${n}, ${r}${m}, ${r}${n}, ${when}`;
    if (name === "cset") return `cset ${r}${n}, ${when}`;
    if (name === "adc") return `adc ${r}${n}, ${r}${n}, ${r}${m}`;
    return name === "mrs" ? `mrs x${n}, nzcv` : `b.${when} .+8`;
  });
const line = fc.oneof({ weight: 4, arbitrary: access }, narrow, pair, ordered, move, flagged, compare, {
  weight: 2,
  arbitrary: conditional,
});

const program = fc.record({
  body: fc.array(line, { minLength: 2, maxLength: 12 }),
  rounds: pick(40n, 150n, 400n),
  /** Where X1 to X4 point: a page of data, or the code's own, and an offset in it. */
  pointers: fc.array(
    fc.tuple(pick(0n, 2n, 3n, 4n, 4n, 4n, 5n, 6n, 7n, 9n), fc.bigInt({ min: 0x400n, max: 0xfffn })),
    {
      minLength: 4,
      maxLength: 4,
    },
  ),
  values: fc.array(fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }), { minLength: 5, maxLength: 5 }),
  limits: fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 2, maxLength: 4 }),
  checksAlignment: fc.boolean(),
});

type Program = typeof program extends fc.Arbitrary<infer T> ? T : never;

function prepare(machine: Machine, memory: PhysicalMemory, words: readonly number[], given: Program): void {
  putWords(memory, RAM + CODE * PAGE, words);
  putWords(memory, RAM + VECTORS * PAGE + 0x200n, handler);
  const tables = RAM + TABLES * PAGE;
  const [second, third] = [tables + PAGE, tables + 2n * PAGE];
  memory.write(tables + 8n, 8, second | 3n);
  memory.write(second, 8, third | 3n);
  const map = (page: bigint, physical: bigint, bits: bigint) =>
    memory.write(third + 8n * page, 8, (RAM + physical * PAGE) | 0x703n | bits);
  for (const page of [CODE, VECTORS, TABLES, TABLES + 1n, TABLES + 2n]) map(page, page, 0n);
  for (const { page, physical, attributes } of data) {
    if (attributes === "none") continue;
    map(page, physical, attributes === "device" ? 4n : attributes === "read-only" ? 0x80n : 0n);
  }
  const { registers } = machine;
  registers.set("MAIR_EL2", 0x00ffn);
  registers.set("TCR_EL2", 0x8080_0020n);
  registers.set("TTBR0_EL2", tables);
  registers.set("VBAR_EL2", RAM + VECTORS * PAGE);
  registers.set("SCTLR_EL2", registers.get("SCTLR_EL2") | 1n | (given.checksAlignment ? 2n : 0n));
  for (const [i, [page, offset]] of given.pointers.entries()) machine.x[1 + i] = RAM + page * PAGE + offset;
  machine.x.set(given.values, 6);
  machine.x[5] = given.rounds;
  machine.pc = RAM + CODE * PAGE;
}

function stateOf(machine: Machine, memory: PhysicalMemory): unknown {
  const { registers, pstate } = machine;
  const { N, Z, C, V } = pstate;
  const bytes = memory.window(RAM, Number(RAM_BYTES));
  return {
    x: [...machine.x],
    pc: machine.pc,
    flags: [N, Z, C, V],
    fault: ["ESR_EL2", "FAR_EL2", "ELR_EL2"].map((name) => registers.get(name)),
    memory: Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, Number(RAM_BYTES)).toString("base64"),
  };
}

const ways: readonly (readonly [string, EngineOptions])[] = [
  ["translated code", { hot: 0 }],
  ["translated code that counts exactly", { hot: 0, exact: true }],
];

test.each(ways)("%s goes round random loops as the reference machine does", (_name, options) => {
  let [fast, translated, faults] = [0, 0, 0n];
  fc.assert(
    fc.property(program, (given) => {
      const words = wordsOf(`loop: ${given.body.join("\n ")}\n sub x5, x5, #1\n cbnz x5, loop\n hlt #0\n`);
      const { machine, memory, engine } = engineBench(words, {
        ...options,
        warmUp: 16,
        missing: 1,
        margin: 0,
      });
      const other = new PhysicalMemory();
      other.addRam(RAM, RAM_BYTES);
      const reference = new Machine(architecture, { memory: other, onHalt: () => true });
      prepare(machine, memory, words, given);
      prepare(reference, other, words, given);
      for (const maxInstructions of [...given.limits, 100_000]) {
        const run = engine.run({ maxInstructions });
        reference.run({ maxInstructions: run.instructions });
        expect(stateOf(machine, memory)).toEqual(stateOf(reference, other));
        if (run.reason === "halt") break;
      }
      fast += engine.counts.fast;
      translated += engine.counts.translated;
      faults += machine.x[20] ?? 0n;
    }),
    { numRuns: 120 },
  );
  expect(translated).toBeGreaterThan(fast / 2);
  expect(faults).toBeGreaterThan(1000n);
});
