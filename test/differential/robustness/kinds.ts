import { architecture } from "../../../generated/kvm-arm64/ts/emulator/machine.js";
import { isPstateField, pstateFields } from "../../../src/runtime/index.js";
import { type Bench, bench } from "./bench.js";
import type { RandomWords } from "./random-words.js";

/** Prepares a bench for a run. */
type Preparation = (bench: Bench, random: RandomWords) => void;

/** A kind of run: its name in the report, and what it is about. */
export interface RunKind {
  readonly name: string;
  readonly about: string;
  readonly prepare: Preparation;
}

const writable = architecture.registers.filter(
  (r) =>
    r.writeEl !== undefined &&
    r.aliasOf === undefined &&
    !r.effects.includes("pstate") &&
    !r.effects.includes("constant"),
);
const named = architecture.registers.filter((r) => r.aliasOf === undefined);
const translationRegisters = writable.filter((r) => r.effects.includes("translation"));
const systemMoves = architecture.instructions.filter((line) => "op1" in line.fields && "CRn" in line.fields);

/** Every run: random general and vector registers, a random level, vectors that lead into the code's page. */
function ground({ machine }: Bench, random: RandomWords): void {
  for (let i = 0; i < 31; i++) {
    machine.x[i] = random.below(2) === 0 ? random.value() : bench.data + BigInt(8 * random.below(0x800));
  }
  for (let i = 0; i < 4; i++)
    machine.state.writeV(random.below(32), { low: random.value(), high: random.value() });
  const { registers } = machine;
  registers.set("VBAR_EL1", bench.vectors[random.below(3)] ?? 0n);
  registers.set("VBAR_EL2", bench.vectors[random.below(3)] ?? 0n);
  for (const name of ["SP_EL0", "SP_EL1", "ELR_EL1", "ELR_EL2"]) registers.set(name, random.value());
  registers.write("CPACR_EL1", random.below(2) === 0 ? 0x30_0000n : 0n);
  registers.write("HCR_EL2", 1n << 31n);
  const EL = random.pick([0, 1, 1, 2, 2]);
  Object.assign(machine.pstate, { EL, SP: EL === 0 ? 0 : random.below(2) });
  for (const mask of ["D", "A", "I", "F"] as const) machine.pstate[mask] = random.below(2);
  for (const flag of ["N", "Z", "C", "V"] as const) machine.pstate[flag] = random.below(2);
  machine.pc = bench.code + BigInt(4 * random.below(bench.codeBytes / 4));
  for (const kind of ["irq", "fiq", "serror"] as const) {
    if (random.below(16) === 0) machine.interrupts.set(kind, true);
  }
}

/** A word of an instruction: what the line fixes, and random bits for the rest. */
function lineWord(random: RandomWords, lines: typeof architecture.instructions): number {
  const { mask, match } = random.pick(lines);
  return ((random.word() & ~mask) | match) >>> 0;
}

/** MRS X30, ELR_ELx; ADD X30, X30, #4; MSR ELR_ELx, X30; ERET: what goes on behind the instruction that failed. */
const handlers: Readonly<Record<1 | 2, readonly number[]>> = {
  1: [0xd538403e, 0x910013de, 0xd518403e, 0xd69f03e0],
  2: [0xd53c403e, 0x910013de, 0xd51c403e, 0xd69f03e0],
};

/** Vectors that return, so that more is executed than the first failing instruction; X30 is the price. */
function returningVectors({ machine, ram }: Bench): void {
  for (const el of [1, 2] as const) {
    const vectors = bench.vectors[el] ?? 0n;
    machine.registers.set(`VBAR_EL${el}`, vectors);
    const start = Number(vectors - bench.ram) / 4;
    for (let i = 0; i < 512; i += 32) ram.words.set(handlers[el], start + i);
  }
}

/** MSR (or once in a while MRS) of a register that exists, from or to X0 … X31. */
function registerMove(random: RandomWords): number {
  const { op0, op1, CRn, CRm, op2 } = random.pick(named);
  const read = random.below(4) === 0 ? 1 : 0;
  const encoding = (op0 << 19) | (op1 << 16) | (CRn << 12) | (CRm << 8) | (op2 << 5);
  return (0xd5000000 | (read << 21) | encoding | random.below(32)) >>> 0;
}

function fillCode({ ram }: Bench, word: () => number): void {
  for (let i = 0; i < bench.codeBytes / 4; i++) ram.words[i] = word();
  for (const vectors of bench.vectors) {
    const start = Number(vectors - bench.ram) / 4;
    for (let i = 0; i < 512; i += 32) for (let j = 0; j < 4; j++) ram.words[start + i + j] = word();
  }
}

/** Code that is filled in once in a while: 10,000 random words cost more than the run that reads forty of them. */
const pools = new Map<string, Uint32Array>();
const POOL_WORDS = 1 << 18;

function pooledCode(name: string, one: (random: RandomWords) => number): Preparation {
  return (where, random) => {
    let pool = pools.get(name);
    if (pool === undefined) {
      const source = poolSource();
      pool = Uint32Array.from({ length: POOL_WORDS }, () => one(source));
      pools.set(name, pool);
    }
    const words = pool;
    let at = random.below(POOL_WORDS);
    fillCode(where, () => {
      at = (at + 1) % POOL_WORDS;
      return words[at] ?? 0;
    });
    if (random.below(4) > 0) returningVectors(where);
  };
}

function poolSource(): RandomWords {
  let state = 0x12345678;
  const word = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    return (mixed ^ (mixed >>> 13)) >>> 0;
  };
  const below = (limit: number) => Math.floor((word() / 0x1_0000_0000) * limit);
  return {
    word,
    below,
    value: () => BigInt(word()),
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
  };
}

const bytes = pooledCode("bytes", (random) => random.word());
const lines = pooledCode("lines", (random) => lineWord(random, architecture.instructions));
const moves = pooledCode("moves", (random) => {
  if (random.below(3) === 0) return lineWord(random, architecture.instructions);
  return random.below(4) === 0 ? lineWord(random, systemMoves) : registerMove(random);
});

/** A descriptor: invalid, reserved, a table (perhaps the one it is in), a block or page, here or nowhere. */
function descriptor(random: RandomWords): bigint {
  const attributes = BigInt(random.word() & 0xffc) | (BigInt(random.word() >>> 20) << 52n);
  const kind = random.below(8);
  if (kind === 0) return BigInt(random.word()) << 2n;
  if (kind === 1) return random.value();
  const inside = bench.ram + BigInt(random.below(16)) * 0x1000n;
  const address = kind === 2 ? BigInt(random.word()) << 16n : kind === 3 ? bench.ram : inside;
  const table = bench.tables + BigInt(random.below(bench.tablePages)) * 0x1000n;
  const accessed = random.below(8) > 0 ? 1n << 10n : 0n;
  if (kind >= 6) return (table & 0xffff_ffff_f000n) | 3n | (attributes & (0xfffn << 52n));
  return (address & 0xffff_ffff_f000n) | (attributes & ~0x3n) | accessed | (random.below(2) === 0 ? 1n : 3n);
}

function tables(where: Bench, random: RandomWords): void {
  const { machine, ram } = where;
  const view = new DataView(ram.buffer, ram.bytes.byteOffset);
  const start = Number(bench.tables - bench.ram);
  for (let i = 0; i < 96; i++) {
    view.setBigUint64(start + 8 * random.below((bench.tablePages * 0x1000) / 8), descriptor(random), true);
  }
  for (let page = 0; page < bench.tablePages; page++) {
    for (const index of [0, 1, 2, 256, 511]) {
      view.setBigUint64(start + page * 0x1000 + 8 * index, descriptor(random), true);
    }
  }
  for (const { name } of translationRegisters) machine.registers.write(name, random.value());
  const table = () => bench.tables + BigInt(random.below(bench.tablePages)) * 0x1000n;
  for (const name of ["TTBR0_EL1", "TTBR1_EL1", "TTBR0_EL2", "VTTBR_EL2"]) {
    if (random.below(8) > 0) machine.registers.write(name, table() | (BigInt(random.word() & 0xffff) << 48n));
  }
  for (const name of ["TCR_EL1", "TCR_EL2", "VTCR_EL2"]) {
    if (random.below(4) === 0) continue;
    const size = BigInt(16 + random.below(24));
    machine.registers.write(
      name,
      BigInt(random.word()) | (size << 16n) | size | (BigInt(random.below(8)) << 32n),
    );
  }
  for (const name of ["SCTLR_EL1", "SCTLR_EL2"]) {
    machine.registers.write(name, random.value() | BigInt(random.below(2)));
  }
  machine.registers.write("HCR_EL2", (1n << 31n) | (random.below(2) === 0 ? 0n : 1n) | random.value());
  const [mapped, astray] = [random.below(2) === 0, random.below(2) === 0];
  if (mapped) identity(where, random);
  else if (astray) machine.pc = random.value() & ~3n;
}

/** Blocks at level 1 of 39-bit addresses that lead the code's addresses to the code, in all stages and regimes. */
function identity({ machine, ram }: Bench, random: RandomWords): void {
  const view = new DataView(ram.buffer, ram.bytes.byteOffset);
  const attributes = random.pick([
    0x741n,
    0x7c1n,
    0x701n,
    0x7fdn,
    0x741n | (1n << 54n),
    0x741n | (1n << 53n),
  ]);
  view.setBigUint64(Number(bench.tables - bench.ram) + 8, bench.ram | attributes, true);
  for (const name of ["TTBR0_EL1", "TTBR0_EL2", "VTTBR_EL2"]) machine.registers.write(name, bench.tables);
  machine.registers.write("TCR_EL1", 0x3519n | (2n << 30n) | (25n << 16n) | (4n << 32n));
  machine.registers.write("TCR_EL2", 0x3519n | (4n << 16n));
  machine.registers.write("VTCR_EL2", 0x3559n | (4n << 16n));
  machine.registers.write("MAIR_EL1", random.pick([0xffn, 0x44ffn, 0n]));
}

/** Every writable register a random value, among them the controls of translation, traps and vectors. */
function registers({ machine }: Bench, random: RandomWords): void {
  for (const { name } of writable) machine.registers.write(name, random.value());
  if (random.below(4) > 0) stage1Off(machine.registers);
  if (random.below(4) > 0) {
    for (const el of [1, 2]) machine.registers.set(`VBAR_EL${el}`, bench.vectors[el] ?? 0n);
  }
}

/** Addresses are physical again, so that code goes on being executed. */
function stage1Off(file: Bench["machine"]["registers"]): void {
  for (const name of ["SCTLR_EL1", "SCTLR_EL2", "HCR_EL2"]) file.write(name, file.get(name) & ~1n);
  file.write("HCR_EL2", file.get("HCR_EL2") & ~(1n << 12n));
}

function pstate({ machine }: Bench, random: RandomWords): void {
  for (const name of ["SPSR_EL1", "SPSR_EL2"]) {
    const legal = random.pick([0n, 4n, 5n, 8n, 9n]) | (BigInt(random.word()) & 0xffff_ffe0n);
    machine.registers.set(name, random.below(3) === 0 ? BigInt(random.word()) : legal);
  }
  for (const name of ["ELR_EL1", "ELR_EL2"]) {
    machine.registers.set(name, bench.code + BigInt(random.below(bench.codeBytes)));
  }
  for (const field of pstateFields) {
    if (isPstateField(field) && field === "IL") machine.pstate[field] = random.below(4) === 0 ? 1 : 0;
  }
}

const ERET = 0xd69f03e0;
const WFI = 0xd503207f;
const WFE = 0xd503205f;
const returns = pooledCode("returns", (random) =>
  random.below(3) === 0 ? ERET : lineWord(random, architecture.instructions),
);
const waits = pooledCode("waits", (random) =>
  random.below(2) === 0 ? WFI : random.below(2) === 0 ? WFE : lineWord(random, systemMoves),
);

const kinds: readonly RunKind[] = [
  { name: "bytes", about: "random bytes as code", prepare: bytes },
  { name: "instructions", about: "words of every instruction of the table", prepare: lines },
  {
    name: "tables",
    about:
      "random page tables: loops, reserved descriptors, tables in themselves and nowhere; random translation controls",
    prepare: (where, random) => {
      lines(where, random);
      tables(where, random);
    },
  },
  {
    name: "registers",
    about: "a random value in every writable system register, and MSR, MRS and SYS in the code",
    prepare: (where, random) => {
      moves(where, random);
      registers(where, random);
    },
  },
  {
    name: "returns",
    about: "random SPSRs and PSTATE.IL, and ERETs in the code",
    prepare: (where, random) => {
      returns(where, random);
      pstate(where, random);
    },
  },
  {
    name: "vectors",
    about: "vectors where there is nothing: exceptions without end",
    prepare: (where, random) => {
      bytes(where, random);
      where.machine.registers.set("VBAR_EL1", random.below(2) === 0 ? bench.nowhere : random.value());
      where.machine.registers.set("VBAR_EL2", random.below(2) === 0 ? bench.nowhere : random.value());
    },
  },
  {
    name: "waits",
    about: "WFI and WFE that nothing ends, under random traps",
    prepare: (where, random) => {
      waits(where, random);
      for (const name of ["HCR_EL2", "SCTLR_EL1", "CNTHCTL_EL2"])
        where.machine.registers.write(name, random.value());
    },
  },
  {
    name: "everything",
    about: "all of this at once",
    prepare: (where, random) => {
      moves(where, random);
      registers(where, random);
      tables(where, random);
      pstate(where, random);
    },
  },
];

/** Every kind of run, each on the same ground. */
export const runKinds: readonly RunKind[] = kinds.map((kind) => ({
  ...kind,
  prepare: (where: Bench, random: RandomWords) => {
    ground(where, random);
    kind.prepare(where, random);
  },
}));
