import { beforeAll, describe, expect, it } from "vitest";
import { Disassembler } from "../../src/assembler/index.js";
import { and } from "../../src/core/u32.js";
import { type A64Instruction, decisionTree, encodingGroup, find } from "../../src/model/a64/index.js";
import { requireTool } from "../oracles/tools.js";
import { a64Table } from "../unit/a64-documents.js";
import { refusals, shapeOf, spaceWords } from "./a64-space.js";
import { catalogueSysregs, objdumpTexts, randomStream } from "./a64-words.js";

/**
 * Whether a word is an instruction: our decoder against objdump, which knows every extension, and GNU as, which says
 * of each text whether Armv8.0-A has it. WORLDSWITCH_A64_WALK=full walks all 2^22 values of bits 31:10.
 */

const as = requireTool("aarch64-linux-gnu-as");
const objdump = requireTool("aarch64-linux-gnu-objdump");

const STEP = process.env.WORLDSWITCH_A64_WALK === "full" ? 1 : 17;
const CHUNK = 500_000;
/** Every so many words that both know are compared by their mnemonics. */
const COMPARED = 8;
const BASE = "armv8-a+crc+nofp";
const WITH_VECTORS = "armv8-a+crc";

const table = a64Table();
const tree = decisionTree(table.instructions);
const disassembler = new Disassembler(table, catalogueSysregs());

interface Judged {
  readonly word: number;
  readonly theirs: string;
  readonly instruction: A64Instruction | undefined;
}

/** What objdump names and GNU as takes for Armv8.0-A, and yet is no instruction. */
const NO_INSTRUCTIONS: readonly { readonly why: string; readonly text: RegExp }[] = [
  { why: "UDF is permanently UNDEFINED (DDI0487 C6.2 UDF)", text: /^udf\t/ },
  { why: "op0 = 0 is unallocated (DDI0487 C4, System register move)", text: /^(msr\ts0_|mrs\tx\w+, s0_)/ },
];

/** Texts of objdump that GNU as refuses for another reason than the architecture, and whose they are. */
const OTHER_REFUSALS: readonly { readonly why: string; readonly text: RegExp }[] = [
  { why: "BC.cond of FEAT_HBC (Armv8.8)", text: /^bc\./ },
  { why: "LD64B and its like of FEAT_LS64 (Armv8.7)", text: /^(ld64b|st64bv?0?)\t/ },
];

function fieldOf({ instruction, word }: Judged, name: string): number {
  const field = instruction!.fields.find((f) => f.name === name)!;
  return (word >>> field.lsb) & (2 ** (field.msb - field.lsb + 1) - 1);
}

/** What we take for an instruction and objdump does not. */
const STRICTER_OBJDUMP: readonly { readonly why: string; readonly applies: (judged: Judged) => boolean }[] = [
  {
    why: "should-be-one bits that are 0 are CONSTRAINED UNPREDICTABLE (DDI0487 K1), here as if they were 1",
    applies: ({ instruction, word }) => and(word, instruction!.should.mask) !== instruction!.should.match,
  },
  {
    why: "LDPSW of one register twice, or into its base, is CONSTRAINED UNPREDICTABLE (DDI0487 C6.2 LDPSW)",
    applies: (judged) => {
      if (!judged.instruction!.name.startsWith("LDPSW")) return false;
      const [Rt, Rt2, Rn] = ["Rt", "Rt2", "Rn"].map((name) => fieldOf(judged, name));
      const writesBack = judged.instruction!.name !== "LDPSW_offset";
      return Rt === Rt2 || (writesBack && (Rt === Rn || Rt2 === Rn));
    },
  },
];

/** Where objdump has another mnemonic for a word of Armv8.0-A. */
const OTHER_MNEMONICS: readonly { readonly why: string; readonly ours: RegExp; readonly theirs?: RegExp }[] =
  [
    { why: "a PSTATE field that nobody names, which is UNDEFINED", ours: /^\.inst\t0xd50.4/ },
    { why: "a hint that a later extension names, which does nothing here", ours: /^hint\t#0x/ },
    { why: "an operation of EL3, which the table leaves out", ours: /^sys\t#6, / },
    {
      why: "an operation without a register, beside one that objdump leaves out of its text",
      ours: /^sys\t.*, x\d+$/,
      theirs: /^(tlbi|ic)\t\w+$/,
    },
    {
      why: "ORR is preferred where MOVZ could move the value, even to SP (DDI0487 C6.2 MOV (bitmask immediate))",
      ours: /^orr\tw?sp, [wx]zr, #/,
    },
  ];

const isUnknown = ({ theirs }: Judged): boolean => theirs.startsWith(".inst");
const shown = ({ word, theirs, instruction }: Judged): string =>
  `0x${word.toString(16).padStart(8, "0")}: ${instruction?.name ?? "undefined"}, objdump: ${theirs}`;

/** Whether both know the word and give it different mnemonics. */
function differs({ word, theirs }: Judged): boolean {
  const { mnemonic, operands } = disassembler.line(word, 0n);
  const ours = `${mnemonic}\t${operands}`;
  return (
    mnemonic !== theirs.split("\t")[0] &&
    !OTHER_MNEMONICS.some((o) => o.ours.test(ours) && o.theirs?.test(theirs) !== false)
  );
}

/** What a walk finds. missing: one of each shape of what objdump alone knows. extra: what we alone know. */
class Walk {
  readonly counts = { both: 0, neither: 0, ungrouped: 0 };
  readonly missing = new Map<string, Judged>();
  readonly extra: Judged[] = [];
  readonly differing: Judged[] = [];

  add(judged: Judged, isCompared: boolean): void {
    const { counts } = this;
    const known = judged.instruction !== undefined;
    if (isCompared && encodingGroup(table, judged.word) === undefined) counts.ungrouped++;
    if (isUnknown(judged)) {
      if (known) this.extra.push(judged);
      else counts.neither++;
    } else if (!known) {
      const shape = shapeOf(judged.theirs);
      if (!this.missing.has(shape)) this.missing.set(shape, judged);
    } else {
      counts.both++;
      if (isCompared && differs(judged)) this.differing.push(judged);
    }
  }
}

function walkSpace(): Walk {
  const walk = new Walk();
  let words: number[] = [];
  const flush = (): void => {
    const texts = objdumpTexts(objdump!, words);
    words.forEach((word, i) => {
      const judged = { word, theirs: texts[i]!, instruction: table.instructions[find(tree, word)] };
      walk.add(judged, i % COMPARED === 0);
    });
    words = [];
  };
  for (const word of spaceWords(STEP, randomStream(2026))) {
    words.push(word);
    if (words.length >= CHUNK) flush();
  }
  flush();
  return walk;
}

describe.skipIf(as === undefined || objdump === undefined)("words from all over the encoding space", () => {
  let walk = new Walk();
  let missing: readonly Judged[] = [];
  let forBase: readonly (string | undefined)[] = [];
  let forVectors: readonly (string | undefined)[] = [];
  beforeAll(() => {
    walk = walkSpace();
    missing = [...walk.missing.values()];
    const texts = missing.map(({ theirs }) => theirs);
    forBase = refusals(as!, BASE, texts);
    forVectors = refusals(as!, WITH_VECTORS, texts);
  }, 600_000);

  it("are many, of which both know some and neither knows others", () => {
    expect(walk.counts.both).toBeGreaterThan(1_000_000 / STEP);
    expect(walk.counts.neither).toBeGreaterThan(100_000 / STEP);
    expect(missing.length).toBeGreaterThan(2000);
  });

  it("are instructions of ours where the base set of Armv8.0-A has them", () => {
    const found = missing.filter(
      ({ theirs }, i) => forBase[i] === undefined && !NO_INSTRUCTIONS.some(({ text }) => text.test(theirs)),
    );
    expect(found.map(shown)).toEqual([]);
  });

  it("are of a later architecture where GNU as refuses them, and are UNDEFINED", () => {
    const found = missing.filter(
      ({ theirs }, i) =>
        forVectors[i]?.startsWith("selected processor does not support") === false &&
        !OTHER_REFUSALS.some(({ text }) => text.test(theirs)),
    );
    expect(found.map((j) => `${shown(j)} ${forVectors[missing.indexOf(j)]}`)).toEqual([]);
  });

  it("are SIMD&FP computations where only the vectors are missing, in a group that says so", () => {
    const vectorMnemonics = new Set(
      table.instructions
        .filter(({ section }) => section.startsWith("C7.2"))
        .flatMap(({ forms }) => forms.map((form) => form.syntax.mnemonic)),
    );
    const left = missing.filter((_, i) => forVectors[i] === undefined && forBase[i] !== undefined);
    expect(left.length).toBeGreaterThan(500);
    const done = left.filter(({ theirs }) => vectorMnemonics.has(theirs.split("\t")[0]!));
    expect(done.map(shown)).toEqual([]);
    const named = left.filter(({ word }) =>
      /Advanced SIMD|Floating-point|floating-point|Cryptographic/.test(encodingGroup(table, word) ?? ""),
    );
    expect(left.filter((j) => !named.includes(j)).map(shown)).toEqual([]);
  });

  it("are instructions for objdump where they are for us", () => {
    const found = walk.extra.filter((j) => !STRICTER_OBJDUMP.some(({ applies }) => applies(j)));
    expect(found.map(shown)).toEqual([]);
  });

  it("have objdump's mnemonic, or that of a later architecture's alias", () => {
    const reasons = refusals(
      as!,
      WITH_VECTORS,
      walk.differing.map(({ theirs }) => theirs),
    );
    expect(walk.differing.filter((_, i) => reasons[i] === undefined).map(shown)).toEqual([]);
  });

  it("belong to a group each", () => {
    expect(walk.counts.ungrouped).toBe(0);
  });
});
