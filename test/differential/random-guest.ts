import {
  type Architecture,
  encodingKey,
  type InstructionDescription,
  type Machine,
} from "../../src/runtime/index.js";
import { randomSource } from "./machine-bare-metal.js";

/**
 * Random programs for machines that are to agree: code at all levels, translation on or off in every combination,
 * pages of all rights, traps and masks at random, system instructions among the others, code that writes itself.
 * X20 … X26 stay pointers into data, X27 one into code; the handlers step over what raised an exception.
 */

export const RAM = 0x40000000n;
export const RAM_BYTES = 0x200000n;
const CODE_BYTES = 0x8000n;
const VECTORS_EL1 = RAM + 0x8000n;
const VECTORS_EL2 = RAM + 0x9000n;
const DATA = RAM + 0x10000n;
const DATA_BYTES = 0x20000n;
const TABLES = RAM + 0x100000n;

type Random = ReturnType<typeof randomSource>;

const pick = <T>(random: Random, list: readonly T[]): T => list[random.below(list.length)]!;

/** Writes a random program and a random state into RAM and registers. */
export class RandomGuest {
  readonly #random: Random;
  readonly #byName: ReadonlyMap<string, InstructionDescription>;
  readonly #memoryLines: readonly InstructionDescription[];
  readonly #plainLines: readonly InstructionDescription[];
  readonly #branchLines: readonly InstructionDescription[];

  constructor(
    readonly architecture: Architecture,
    seed: bigint,
    /** Code that loops and calls, and goes on: X17 counts, X30 links, and neither is written by other instructions. */
    readonly loops = false,
  ) {
    this.#random = randomSource(seed);
    const lines = architecture.instructions;
    this.#byName = new Map(lines.map((line) => [line.name, line]));
    const branch = /^(B|BL|BR|BLR|RET|B_cond|CBN?Z|TBN?Z)$/;
    const system = /^(SVC|HVC|SMC|BRK|HLT|DCPS\d|DRPS|ERET|HINT|CLREX|DSB|DMB|ISB|MSR_\w+|SYSL?|MRS)$/;
    this.#memoryLines = lines.filter(({ name }) => /^(ST|LD|PRFU?M)/.test(name));
    this.#branchLines = lines.filter(({ name }) => branch.test(name));
    this.#plainLines = lines.filter(
      (line) => !branch.test(line.name) && !system.test(line.name) && !this.#memoryLines.includes(line),
    );
  }

  /** Some words of the program, at random places of its code. */
  mutate(write: (address: bigint, word: number) => void): void {
    for (let i = 0; i < 3; i++) {
      write(RAM + 4n * BigInt(this.#random.below(Number(CODE_BYTES / 4n))), this.word());
    }
  }

  /** A random choice for who drives the machine. */
  below(limit: number): number {
    return this.#random.below(limit);
  }

  /** Fills a machine's RAM and registers. */
  fill(machine: Machine): void {
    const random = this.#random;
    const { memory } = machine;
    if (this.loops) this.#writeLoops(machine);
    else for (let at = 0n; at < CODE_BYTES; at += 4n) memory.write(RAM + at, 4, BigInt(this.word()));
    this.#vectors(machine, VECTORS_EL1, 1);
    this.#vectors(machine, VECTORS_EL2, 2);
    for (let at = 0n; at < DATA_BYTES; at += 512n) memory.write(DATA + at, 8, random.bits(64));
    this.#tables(machine);
    this.#registers(machine);
  }

  /** Loops around random instructions, with forward branches and calls of a function before them; then again. */
  #writeLoops({ memory }: Machine): void {
    const random = this.#random;
    let at = 0;
    const emit = (...words: number[]) => {
      for (const word of words) memory.write(RAM + BigInt(4 * at++), 4, BigInt(word >>> 0));
    };
    const body = (count: number, callee: number | undefined) => {
      for (let i = 0; i < count; i++) {
        const left = count - i;
        const choice = random.below(12);
        if (choice === 0 && left > 2) emit(this.#forward(1 + random.below(Math.min(left - 1, 6))));
        else if (choice === 1 && callee !== undefined) emit(0x94000000 | ((callee - at) & 0x3ffffff));
        else if (choice < 6) emit(this.#memoryWord());
        else emit(this.#encode(pick(random, this.#plainLines), {}));
      }
    };
    while (at < Number(CODE_BYTES) / 4 - 200) {
      const callee = at + 1;
      const length = random.below(12);
      emit(0x14000000 | (length + 2));
      body(length, undefined);
      emit(0xd65f03c0);
      emit(0xd2800011 | (random.below(40) << 5));
      const start = at;
      body(4 + random.below(30), random.below(2) === 0 ? callee : undefined);
      if (random.below(4) === 0) emit(this.#systemWord());
      emit(0xd1000631, 0xb5000000 | (((start - at - 1) & 0x7ffff) << 5) | 17);
    }
    emit(0x14000000 | (-at & 0x3ffffff));
    while (at < Number(CODE_BYTES) / 4) emit(0xd503201f);
  }

  /** A conditional branch forwards. */
  #forward(words: number): number {
    const line = pick(
      this.#random,
      this.#branchLines.filter(({ name }) => /^(B_cond|CBN?Z|TBN?Z)$/.test(name)),
    );
    const offset = BigInt(words + 1);
    return this.#encode(line, { imm19: offset, imm14: offset });
  }

  /** A random instruction word. */
  word(): number {
    const choice = this.#random.below(100);
    if (choice < 40) return this.#encode(pick(this.#random, this.#plainLines), {});
    if (choice < 70) return this.#memoryWord();
    if (choice < 82) return this.#branchWord();
    if (choice < 98) return this.#systemWord();
    return Number(this.#random.bits(32));
  }

  /** Registers that a program may write: none of those that lead to its data. */
  #destination(): bigint {
    const free = this.loops ? [...Array(17).keys(), 18, 31] : [...Array(19).keys(), 28, 30, 31];
    return BigInt(pick(this.#random, free));
  }

  #memoryWord(): number {
    const random = this.#random;
    const Rn = random.below(12) === 0 ? 31n : random.below(25) === 0 ? 27n : 20n + BigInt(random.below(7));
    return this.#encode(pick(random, this.#memoryLines), { Rn, Rm: BigInt(random.below(3)) });
  }

  #branchWord(): number {
    const random = this.#random;
    const near = BigInt(random.below(24) - 8);
    const far = BigInt(random.below(2000) - 1000);
    const offset = random.below(8) === 0 ? far : near;
    return this.#encode(pick(random, this.#branchLines), {
      imm26: BigInt.asUintN(26, offset),
      imm19: BigInt.asUintN(19, offset),
      imm14: BigInt.asUintN(14, offset),
      Rn: random.below(3) === 0 ? 30n : 27n,
    });
  }

  #systemWord(): number {
    const random = this.#random;
    switch (random.below(12)) {
      case 0:
        return this.#encode(this.#line("HVC"), {});
      case 1:
        return this.#encode(this.#line("SVC"), {});
      case 2:
        return 0xd69f03e0;
      case 3:
        return this.#encode(this.#line("MSR_immediate"), {});
      case 4:
        return this.#encode(this.#line("HINT"), { CRm: 0n, op2: random.bits(3) });
      case 5:
        return this.#encode(this.#line(pick(random, ["ISB", "DSB", "DMB", "CLREX"])), {});
      case 6: {
        const { op1, CRn, CRm, op2 } = pick(random, this.architecture.systemOperations);
        return this.#encode(
          this.#line("SYS"),
          systemFields({ op0: 1, op1, CRn, CRm, op2 }, 20n + random.bits(2)),
        );
      }
      default:
        return this.#sysregWord();
    }
  }

  #sysregWord(): number {
    const random = this.#random;
    const steering = random.below(3) === 0;
    const named = steering
      ? this.architecture.registers.find(({ name }) => name === pick(random, steeringRegisters))
      : undefined;
    const register = named ?? pick(random, this.architecture.registers);
    const write = random.below(steering ? 6 : 2) === 0;
    const t = write ? BigInt(random.below(32)) : this.#destination();
    return this.#encode(this.#line(write ? "MSR_register" : "MRS"), systemFields(register, t));
  }

  #line(name: string): InstructionDescription {
    return this.#byName.get(name)!;
  }

  #encode(line: InstructionDescription, fixed: Readonly<Record<string, bigint>>): number {
    const random = this.#random;
    let word = BigInt(line.match);
    for (const [name, [lsb, width]] of Object.entries(line.fields)) {
      const written = /^R[dts]2?$/.test(name);
      const source = /^R[a-z]2?$/.test(name);
      const other = written ? this.#destination() : source ? BigInt(random.below(32)) : random.bits(width);
      const mask = ((1n << BigInt(width)) - 1n) << BigInt(lsb);
      const free = mask & ~BigInt(line.mask);
      word = (word & ~free) | (((fixed[name] ?? other) << BigInt(lsb)) & free);
    }
    return Number(word);
  }

  /** Each vector: X28 = ELR + 4 into ELR and ERET, or code at random. */
  #vectors({ memory }: Machine, base: bigint, el: 1 | 2): void {
    const op1 = el === 1 ? 0 : 4;
    const elr = encodingKey({ op0: 3, op1, CRn: 4, CRm: 0, op2: 1 }) << 5;
    const handler = [
      0xd5300000 | (elr & 0xfffe0) | 28,
      0x9100139c,
      0xd5100000 | (elr & 0xfffe0) | 28,
      0xd69f03e0,
    ];
    for (let vector = 0n; vector < 16n; vector++) {
      for (const [i, word] of handler.entries()) {
        const random = this.#random.below(12) === 0 ? this.word() : word;
        memory.write(base + vector * 128n + BigInt(4 * i), 4, BigInt(random >>> 0));
      }
    }
  }

  /** Tables of one level 1, one level 2 and one level 3 table each: RAM is mapped on itself, page by page. */
  #tables({ memory }: Machine): void {
    const random = this.#random;
    const leaf = (stage: 1 | 2, page: bigint): bigint => {
      const isCode = page < DATA;
      if (random.below(40) === 0) return random.below(2) === 0 ? 0n : page | (random.bits(8) << 4n) | 3n;
      if (stage === 2)
        return (
          page |
          0x7c3n |
          (random.below(6) === 0 ? random.bits(2) << 6n : 0n) |
          (random.below(15) === 0 ? 0n : 0x3cn)
        );
      const rights = isCode ? pick(random, [0n, 3n, 3n]) : random.bits(2);
      const index = random.below(8) === 0 ? 0n : 1n;
      const nonGlobal = random.bits(1) << 11n;
      const never = isCode ? 0n : random.bits(2) << 53n;
      return page | 0x703n | (rights << 6n) | (index << 2n) | nonGlobal | never;
    };
    for (const [i, stage] of ([1, 1, 2] as const).entries()) {
      const base = TABLES + BigInt(i) * 0x4000n;
      memory.write(base + 8n, 8, (base + 0x1000n) | 3n);
      memory.write(base + 0x1000n, 8, (base + 0x2000n) | 3n);
      for (let page = 0n; page < RAM_BYTES / 4096n; page++) {
        memory.write(base + 0x2000n + page * 8n, 8, leaf(stage, RAM + page * 4096n));
      }
    }
  }

  #registers(machine: Machine): void {
    const random = this.#random;
    const { registers } = machine;
    const chance = (of: number, value: bigint) => (random.below(of) === 0 ? value : 0n);
    machine.x.forEach((_, i) => {
      machine.x[i] = random.below(3) === 0 ? random.bits(64) : random.bits(9);
    });
    for (let i = 20; i < 27; i++) {
      const misaligned = chance(5, random.bits(3));
      machine.x[i] =
        DATA +
        (random.bits(16) & ~15n) +
        0x1000n +
        misaligned +
        chance(6, random.bits(20)) +
        chance(9, 0xff0n);
    }
    machine.x[27] = RAM + 4n * BigInt(random.below(4000));
    for (let i = 0; i < 32; i++) machine.state.writeV(i, { low: random.bits(64), high: random.bits(64) });
    registers.reset();
    const wild = () => chance(4, random.bits(64) & random.bits(64) & random.bits(64));
    const set = (name: string, value: bigint) => registers.write(name, value);
    const tcr =
      0x3500n | 25n | (25n << 16n) | (2n << 32n) | (1n << 30n) | chance(3, 1n << 37n) | chance(3, 1n << 22n);
    set("TCR_EL1", tcr);
    set("TTBR0_EL1", TABLES | (random.bits(2) << 48n));
    set("TTBR1_EL1", TABLES | (random.bits(2) << 48n));
    set("MAIR_EL1", 0xff00n);
    set("TCR_EL2", 0x80803500n | 25n | (2n << 16n) | chance(3, 1n << 20n));
    set("TTBR0_EL2", TABLES + 0x4000n);
    set("MAIR_EL2", 0xff00n);
    set("VTCR_EL2", 0x80003540n | 25n | (2n << 16n));
    set("VTTBR_EL2", (TABLES + 0x8000n) | (random.bits(1) << 48n));
    const sctlr = () => chance(2, 1n) | chance(4, 2n) | chance(3, 8n) | chance(3, 16n) | chance(6, 1n << 19n);
    set("SCTLR_EL1", 0x4000400n | sctlr() | wild());
    set("SCTLR_EL2", sctlr());
    set("HCR_EL2", (1n << 31n) | random.bits(1) | chance(3, 0x38n) | (wild() & ~(1n << 34n)));
    set("CPACR_EL1", pick(random, [3n, 3n, 1n, 0n]) << 20n);
    set("CPTR_EL2", chance(6, 1n << 10n));
    set("CNTHCTL_EL2", 3n);
    set("VBAR_EL1", VECTORS_EL1);
    set("VBAR_EL2", VECTORS_EL2);
    set("ELR_EL1", RAM + 4n * BigInt(random.below(4000)));
    set("ELR_EL2", RAM + 4n * BigInt(random.below(4000)));
    set("SPSR_EL1", pick(random, [0n, 4n, 5n]) | (random.bits(4) << 28n));
    set("SPSR_EL2", pick(random, [0n, 4n, 5n, 8n, 9n]) | (random.bits(4) << 28n));
    const stack = () => DATA + 0x8000n + (random.bits(12) & ~15n) + chance(8, 4n);
    set("SP_EL0", stack());
    set("SP_EL1", stack());
    machine.spEl2 = stack();
    const EL = random.below(3);
    Object.assign(machine.pstate, {
      EL,
      SP: EL === 0 ? 0 : random.below(2),
      IL: 0,
      PAN: random.below(2),
      SS: 0,
      UAO: 0,
    });
    for (const field of ["N", "Z", "C", "V", "D", "A", "I", "F"] as const)
      machine.pstate[field] = random.below(2);
    machine.tlb.clear();
    machine.state.exclusive = undefined;
    machine.state.eventRegister = random.below(2) === 1;
    machine.counter = 0n;
    machine.pc = this.loops ? RAM : RAM + 4n * BigInt(random.below(4000));
  }
}

const steeringRegisters = [
  "SCTLR_EL1",
  "HCR_EL2",
  "VTTBR_EL2",
  "TTBR0_EL1",
  "TCR_EL1",
  "CPACR_EL1",
  "SP_EL0",
  "ELR_EL1",
  "SPSR_EL1",
  "SPSR_EL2",
  "ESR_EL1",
  "TPIDR_EL0",
  "TPIDR_EL1",
  "DAIF",
  "NZCV",
  "CurrentEL",
  "CNTVCT_EL0",
  "CNTHCTL_EL2",
  "MDCR_EL2",
  "CPTR_EL2",
];

function systemFields(
  e: {
    readonly op0: number;
    readonly op1: number;
    readonly CRn: number;
    readonly CRm: number;
    readonly op2: number;
  },
  Rt: bigint,
): Record<string, bigint> {
  const fields = { o0: e.op0 & 1, op1: e.op1, CRn: e.CRn, CRm: e.CRm, op2: e.op2 };
  return { ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, BigInt(value)])), Rt };
}
