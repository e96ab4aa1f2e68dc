import type { SystemEncoding } from "./architecture.js";
import type { RegisterFile } from "./register-file.js";

type Direction = "read" | "write";
type Control = readonly [register: string, field: string];

/**
 * A rule: accesses from some levels to some encodings trap while every control bit has a value.
 * encodings: op0, op1, CRn, CRm, op2, each a number, a range or *. only: the direction, when just one traps.
 */
interface Rule {
  readonly controls: readonly Control[];
  readonly trapsWhen: 0 | 1;
  readonly from: readonly number[];
  readonly target: "default" | 2;
  readonly only?: Direction;
  readonly encodings: readonly string[];
}

/** A trap to EL1 (EL2 under TGE) of EL0's accesses, while a bit of EL1 is 0. */
function el0(controls: readonly Control[], encodings: readonly string[], only?: Direction): Rule {
  return {
    controls,
    trapsWhen: 0,
    from: [0],
    target: "default",
    encodings,
    ...(only === undefined ? {} : { only }),
  };
}

/** A trap to EL2. */
function toEl2(
  control: Control,
  from: readonly number[],
  encodings: readonly string[],
  only?: Direction,
  trapsWhen: 0 | 1 = 1,
): Rule {
  const rule: Rule = { controls: [control], trapsWhen, from, target: 2, encodings };
  return only === undefined ? rule : { ...rule, only };
}

/** Translation and fault registers: SCTLR, TTBR0, TTBR1, TCR, AFSR0, AFSR1, ESR, FAR, MAIR, AMAIR, CONTEXTIDR. */
const virtualMemory = [
  "3 0 1 0 0",
  "3 0 2 0 0-2",
  "3 0 5 1 0-1",
  "3 0 5 2 0",
  "3 0 6 0 0",
  "3 0 10 2-3 0",
  "3 0 13 0 1",
];
const performanceMonitors = ["3 3 9 12-14 *", "3 0 9 14 *", "3 3 14 8-15 *"];

const debugRom = ["2 0 1 0 0"];
const osLock = ["2 0 1 0-1 4", "2 0 1 3-4 4"];
const otherDebug = ["2 0 0 * *", "2 3 0 * *", "2 4 0 7 0", "2 0 7 * *"];

/** MDCR_EL2.TDE and HCR_EL2.TGE make TDRA, TDOSA and TDA count as 1. */
const debugTraps: readonly Rule[] = [
  ...["TDRA", "TDE"].map((field) => toEl2(["MDCR_EL2", field], [0, 1], debugRom)),
  ...["TDOSA", "TDE"].map((field) => toEl2(["MDCR_EL2", field], [1], osLock)),
  ...["TDA", "TDE"].map((field) => toEl2(["MDCR_EL2", field], [0, 1], otherDebug)),
  toEl2(["HCR_EL2", "TGE"], [0], [...debugRom, ...otherDebug]),
];

/**
 * What traps, in the order of priority: EL1's controls before EL2's. Encodings are those of MRS and MSR
 * (op0 2 and 3) and of SYS (op0 1). Source: DDI0487, SCTLR_EL1, CNTKCTL_EL1, PMUSERENR_EL0, MDSCR_EL1, HCR_EL2,
 * CPTR_EL2, MDCR_EL2, CNTHCTL_EL2, for Armv8.0.
 */
const rules: readonly Rule[] = [
  el0([["SCTLR_EL1", "UCT"]], ["3 3 0 0 1"]),
  el0([["SCTLR_EL1", "UMA"]], ["3 3 4 2 1"]),
  el0([["SCTLR_EL1", "DZE"]], ["1 3 7 4 1"]),
  el0([["SCTLR_EL1", "UCI"]], ["1 3 7 5 1", "1 3 7 10-11 1", "1 3 7 14 1"]),
  el0([["CNTKCTL_EL1", "EL0PCTEN"]], ["3 3 14 0 1"]),
  el0([["CNTKCTL_EL1", "EL0VCTEN"]], ["3 3 14 0 2"]),
  el0(
    [
      ["CNTKCTL_EL1", "EL0PCTEN"],
      ["CNTKCTL_EL1", "EL0VCTEN"],
    ],
    ["3 3 14 0 0"],
  ),
  el0([["CNTKCTL_EL1", "EL0PTEN"]], ["3 3 14 2 *"]),
  el0([["CNTKCTL_EL1", "EL0VTEN"]], ["3 3 14 3 *"]),
  el0(
    [["PMUSERENR_EL0", "EN"]],
    ["3 3 9 12 0-3", "3 3 9 12 6-7", "3 3 9 13 1", "3 3 9 14 3", "3 3 14 12-15 *"],
  ),
  el0(
    [
      ["PMUSERENR_EL0", "EN"],
      ["PMUSERENR_EL0", "SW"],
    ],
    ["3 3 9 12 4"],
    "write",
  ),
  el0(
    [
      ["PMUSERENR_EL0", "EN"],
      ["PMUSERENR_EL0", "CR"],
    ],
    ["3 3 9 13 0"],
    "read",
  ),
  el0([["PMUSERENR_EL0", "EN"]], ["3 3 9 13 0", "3 3 9 13 2", "3 3 14 8-11 *"], "write"),
  el0(
    [
      ["PMUSERENR_EL0", "EN"],
      ["PMUSERENR_EL0", "ER"],
    ],
    ["3 3 9 12 5"],
  ),
  el0(
    [
      ["PMUSERENR_EL0", "EN"],
      ["PMUSERENR_EL0", "ER"],
    ],
    ["3 3 9 13 2", "3 3 14 8-11 *"],
    "read",
  ),
  {
    controls: [["MDSCR_EL1", "TDCC"]],
    trapsWhen: 1,
    from: [0],
    target: "default",
    encodings: ["2 3 0 1 0", "2 3 0 4-5 0"],
  },
  toEl2(["HCR_EL2", "TVM"], [1], virtualMemory, "write"),
  toEl2(["HCR_EL2", "TRVM"], [1], virtualMemory, "read"),
  toEl2(["HCR_EL2", "TACR"], [1], ["3 0 1 0 1"]),
  toEl2(["HCR_EL2", "TID1"], [1], ["3 0 0 0 6", "3 1 0 0 7"], "read"),
  toEl2(["HCR_EL2", "TID2"], [0, 1], ["3 3 0 0 1", "3 1 0 0 0-2", "3 2 0 0 0"]),
  toEl2(["HCR_EL2", "TID3"], [1], ["3 0 0 1-7 *"], "read"),
  toEl2(["HCR_EL2", "TIDCP"], [1], ["3 * 11 * *", "3 * 15 * *", "1 * 11 * *", "1 * 15 * *"]),
  toEl2(["HCR_EL2", "TSW"], [1], ["1 0 7 6 2", "1 0 7 10 2", "1 0 7 14 2"]),
  toEl2(["HCR_EL2", "TPCP"], [0, 1], ["1 0 7 6 1", "1 3 7 10 1", "1 3 7 14 1"]),
  toEl2(["HCR_EL2", "TPU"], [0, 1], ["1 0 7 1 0", "1 0 7 5 0", "1 3 7 5 1", "1 3 7 11 1"]),
  toEl2(["HCR_EL2", "TDZ"], [0, 1], ["1 3 7 4 1"]),
  toEl2(["HCR_EL2", "TTLB"], [1], ["1 0 8 * *"]),
  toEl2(["CPTR_EL2", "TCPAC"], [1], ["3 0 1 0 2"]),
  toEl2(["CPTR_EL2", "TTA"], [0, 1, 2], ["2 1 * * *"]),
  toEl2(["MDCR_EL2", "TPM"], [0, 1], performanceMonitors),
  toEl2(["MDCR_EL2", "TPMCR"], [0, 1], ["3 3 9 12 0"]),
  ...debugTraps,
  toEl2(["CNTHCTL_EL2", "EL1PCTEN"], [0, 1], ["3 3 14 0 1"], undefined, 0),
  toEl2(["CNTHCTL_EL2", "EL1PCEN"], [0, 1], ["3 3 14 2 *"], undefined, 0),
];

type Range = readonly [first: number, last: number];

function rangeOf(text: string, last: number): Range {
  if (text === "*") return [0, last];
  const [from = 0, to = from] = text.split("-").map(Number);
  return [from, to];
}

function parse(encoding: string): readonly Range[] {
  const limits = [3, 7, 15, 15, 7];
  return encoding.split(" ").map((part, i) => rangeOf(part, limits[i] ?? 0));
}

/** A trap that applies: where it goes. */
export interface SystemTrap {
  readonly target: "default" | 2;
}

/** A rule with what reads its controls, and the encodings as ranges. */
interface ReadyRule {
  readonly rule: Rule;
  readonly flags: readonly (() => boolean)[];
  readonly patterns: readonly (readonly Range[])[];
}

/** Tells which accesses to registers and which SYS operations trap in the present state of the control registers. */
export class SystemTraps {
  /** Made at the first question: many a program asks none. */
  #rules: readonly ReadyRule[] | undefined;

  constructor(private readonly registers: RegisterFile) {}

  /** The fields that decide what traps from some of the levels, each once. */
  static controlsOf(levels: readonly number[]): readonly Control[] {
    const deciding = rules.filter(({ from }) => from.some((el) => levels.includes(el)));
    const all = new Map(deciding.flatMap(({ controls }) => controls.map((c) => [c.join("."), c])));
    return [...all.values()];
  }

  /** The trap of an access from a level, if one applies. */
  find(encoding: SystemEncoding, direction: Direction, el: number): SystemTrap | undefined {
    const { op0, op1, CRn, CRm, op2 } = encoding;
    const numbers = [op0, op1, CRn, CRm, op2];
    this.#rules ??= this.#ready();
    const found = this.#rules.find(
      ({ rule, flags, patterns }) =>
        rule.from.includes(el) &&
        (rule.only === undefined || rule.only === direction) &&
        patterns.some((ranges) => ranges.every(([first, last], i) => isBetween(numbers[i], first, last))) &&
        flags.every((flag) => flag() === (rule.trapsWhen === 1)),
    );
    return found?.rule;
  }

  #ready(): readonly ReadyRule[] {
    return rules.map((rule) => ({
      rule,
      flags: rule.controls.map(([register, field]) => this.registers.flag(register, field)),
      patterns: rule.encodings.map(parse),
    }));
  }
}

function isBetween(value: number | undefined, first: number, last: number): boolean {
  return value !== undefined && value >= first && value <= last;
}
