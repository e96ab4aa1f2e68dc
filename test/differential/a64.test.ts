import { describe, expect, it } from "vitest";
import { assemble, type DisassembledLine, disassemble } from "../../src/assembler/index.js";
import { requireTool } from "../oracles/tools.js";
import { a64Table } from "../unit/a64-documents.js";
import { catalogueSysregs, gnuText, objdumpTexts, randomStream, randomWord } from "./a64-words.js";

const as = requireTool("aarch64-linux-gnu-as");
const objdump = requireTool("aarch64-linux-gnu-objdump");

const table = a64Table();
const sysregs = catalogueSysregs();

const WORDS_PER_LINE = 100;
const random = randomStream(20260101);
const words = table.instructions.flatMap((i) =>
  Array.from({ length: WORDS_PER_LINE }, () => randomWord(i, random)),
);
const lines = disassemble(new Uint8Array(Uint32Array.from(words).buffer), 0n, table, sysregs);

/** Text that assembles at any place: a target as its distance from here. */
function relocatable(line: DisassembledLine): string {
  const operands =
    line.target === undefined
      ? line.operands
      : line.operands.replace(/0x[0-9a-f]+$/, `.+(${BigInt.asIntN(64, line.target - line.address)})`);
  return `${line.mnemonic} ${operands}`;
}

const isPage = (line: DisassembledLine): boolean => line.mnemonic === "adrp";

const text = (list: readonly string[]): string => `${list.join("\n")}\n`;

function ownWords(source: string): number[] {
  const result = assemble({ file: "words.S", text: source, table, sysregs });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics.slice(0, 8), undefined, 1));
  const bytes = result.value.sections.find((s) => s.name === ".text")!.bytes;
  return [...new Uint32Array(bytes.buffer, 0, bytes.length / 4)];
}

function differences(got: readonly number[], wanted: readonly number[], texts: readonly string[]): string[] {
  return wanted.flatMap((word, i) =>
    got[i] === word ? [] : [`${texts[i]}: 0x${word.toString(16)} became 0x${got[i]?.toString(16)}`],
  );
}

/** Where objdump 2.40 says something else on purpose, and why we do not follow. */
const EXCEPTIONS: readonly {
  readonly why: string;
  readonly applies: (ours: string, theirs: string) => boolean;
}[] = [
  {
    why: "a PSTATE field that nobody names, which is UNDEFINED",
    applies: (ours) => /^\.inst\t0xd50.4/.test(ours),
  },
  { why: "a register of EL3, which the catalogue leaves out", applies: (ours) => /\bs[23]_6_/.test(ours) },
  { why: "ALLINT, a register of Armv8.8", applies: (_ours, theirs) => /\ballint\b/.test(theirs) },
  { why: "a hint that a later extension names", applies: (ours) => /^hint\t#0x/.test(ours) },
  {
    why: "BFC, an alias of Armv8.2",
    applies: (ours, theirs) => /^bfi\t.*, [wx]zr, /.test(ours) && theirs.startsWith("bfc"),
  },
  {
    why: "objdump takes LDPSW with equal registers, which is constrained unpredictable, for unallocated",
    applies: (ours, theirs) => ours.startsWith("ldpsw") && theirs.startsWith(".inst"),
  },
];

describe.skipIf(as === undefined || objdump === undefined)("random words of every line of the table", () => {
  it("are at least 20,000", () => {
    expect(words.length).toBeGreaterThanOrEqual(20_000);
  });

  it("come back from our text through GNU as", () => {
    const own = lines.filter((line) => !isPage(line));
    const texts = own.map(relocatable);
    const bytes = gnuText(as!, text(texts), "armv8.6-a+rng");
    const got = [...new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)];
    expect(
      differences(
        got,
        own.map((l) => l.word),
        texts,
      ),
    ).toEqual([]);
  });

  it("come back from our text through our assembler", () => {
    const own = lines.filter((line) => !isPage(line));
    const texts = own.map(relocatable);
    expect(
      differences(
        ownWords(text(texts)),
        own.map((l) => l.word),
        texts,
      ),
    ).toEqual([]);
  });

  it("come back from objdump's text through our assembler", () => {
    const theirs = objdumpTexts(objdump!, words);
    const known = lines.flatMap((line, i) => {
      const theirText = theirs[i] ?? "";
      const ours = `${line.mnemonic}\t${line.operands}`;
      if (isPage(line) || EXCEPTIONS.some((e) => e.applies(ours, theirText))) return [];
      return [
        {
          word: line.word,
          text:
            line.target === undefined
              ? theirText
              : relocatable({ ...line, operands: theirText.replace(/^\S+\s+/, "") }),
        },
      ];
    });
    const texts = known.map((k) => k.text);
    expect(
      differences(
        ownWords(text(texts)),
        known.map((k) => k.word),
        texts,
      ),
    ).toEqual([]);
  });

  it("have the text that objdump gives them", () => {
    const theirs = objdumpTexts(objdump!, words);
    const different = lines.flatMap((line, i) => {
      const ours = `${line.mnemonic}${line.operands === "" ? "" : `\t${line.operands}`}`;
      const other = theirs[i] ?? "";
      return ours === other || EXCEPTIONS.some((e) => e.applies(ours, other))
        ? []
        : [`${ours}   objdump: ${other}`];
    });
    expect(theirs.length).toBe(words.length);
    expect(different).toEqual([]);
  });
});
