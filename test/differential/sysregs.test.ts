import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { requireTool } from "../oracles/tools.js";
import { type CatalogueRegister, encodingName, readCatalogue } from "../unit/sysreg-catalogue.js";

/** GNU as of the version that the catalogue is complete for; other versions know other names. */
const CATALOGUED_VERSION = "2.40";
/** Every -march that the catalogue covers, least first. */
const ARCHITECTURES = ["armv8-a", ...[1, 2, 3, 4, 5, 6].map((minor) => `armv8.${minor}-a`)];
/** The extensions that belong to those and that no plain -march among them turns on. */
const EXTENSIONS = ["sve", "memtag", "profile", "rng"];
const EVERYTHING = ["armv8.6-a", ...EXTENSIONS].join("+");
/** op1 of the registers that only EL3 uses. */
const EL3 = 6;

const as = requireTool("aarch64-linux-gnu-as");
const objdump = requireTool("aarch64-linux-gnu-objdump");
const objcopy = requireTool("aarch64-linux-gnu-objcopy");

const folder = mkdtempSync(join(tmpdir(), "sysregs-"));
afterAll(() => rmSync(folder, { recursive: true }));

const catalogue = readCatalogue().flatMap(({ registers }) => registers);
const catalogueNames = catalogue.map(({ name }) => name.toLowerCase()).sort();

const mrs = (name: string): string => `mrs x0, ${name}`;
const msr = (name: string): string => `msr ${name}, x0`;
type Form = typeof mrs;

/** What GNU as says about each of the names in the form, in order; no text for a name that it takes silently. */
function diagnose(march: string, form: Form, names: readonly string[]): string[] {
  const input = names.map((name) => `${form(name)}\n`).join("");
  const { stderr } = spawnSync(as!, [`-march=${march}`, "-o", join(folder, "diagnosed.o"), "-"], {
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  const found = names.map(() => "");
  for (const [, line, text] of stderr.matchAll(/^\{standard input\}:(\d+): ((?:Error|Warning): .*)$/gm))
    found[Number(line) - 1] += `${text}\n`;
  return found;
}

/** The names that GNU as takes for the architecture. */
function accepted(march: string, names: readonly string[]): string[] {
  const reads = diagnose(march, mrs, names);
  const writes = diagnose(march, msr, names);
  return names.filter((_, i) => !/^Error: /m.test(reads[i]!) || !/^Error: /m.test(writes[i]!));
}

/** The words that GNU as makes of the form for each of the names, in order. */
function words(form: Form, names: readonly string[]): number[] {
  const object = join(folder, "words.o");
  const binary = join(folder, "words.bin");
  const input = names.map((name) => `${form(name)}\n`).join("");
  execFileSync(as!, [`-march=${EVERYTHING}`, "-o", object, "-"], {
    input,
    stdio: ["pipe", "pipe", "ignore"],
  });
  execFileSync(objcopy!, ["-O", "binary", object, binary]);
  const bytes = readFileSync(binary);
  return names.map((_, i) => bytes.readUInt32LE(4 * i));
}

/** `S3_0_C1_C0_0` for the system register that an MRS or MSR word names. */
function nameOfWord(word: number): string {
  const [op0, op1, crn, crm, op2] = [
    2 + ((word >>> 19) & 1),
    (word >>> 16) & 7,
    (word >>> 12) & 15,
    (word >>> 8) & 15,
    (word >>> 5) & 7,
  ];
  return `S${op0}_${op1}_C${crn}_C${crm}_${op2}`;
}

/** Every name that objdump prints for an MRS or MSR word of any encoding with op0 2 or 3. */
function namesFromDisassembly(): string[] {
  const operands = 2 ** 15;
  const bytes = Buffer.alloc(2 * operands * 4);
  for (let operand = 0; operand < operands; operand++) {
    bytes.writeUInt32LE((0xd5300000 + operand * 32) >>> 0, 4 * operand);
    bytes.writeUInt32LE((0xd5100000 + operand * 32) >>> 0, 4 * (operands + operand));
  }
  const file = join(folder, "all.bin");
  writeFileSync(file, bytes);
  const text = execFileSync(objdump!, ["-D", "-z", "-b", "binary", "-m", "aarch64", file], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  const found = [...text.matchAll(/\t(?:mrs\tx0, (\w+)|msr\t(\w+), x0)/g)].map(
    ([, read, write]) => read ?? write!,
  );
  expect(found).toHaveLength(2 * operands);
  return found.filter((name) => !/^s\d_\d_c\d+_c\d+_\d$/.test(name));
}

/** Every string in GNU as and its opcode library that could be a register's name, with the tails that linkers merge. */
function namesFromStrings(): string[] {
  const libraries = execFileSync("ldd", [as!], { encoding: "utf8" }).matchAll(/=> (\S*opcodes\S*)/g);
  const found = new Set<string>();
  for (const file of [as!, ...[...libraries].map(([, path]) => path!)])
    for (const [text] of readFileSync(file, "latin1").matchAll(/[A-Za-z]\w{1,30}(?=\0)/g))
      for (let start = 0; start < text.length - 1; start++)
        if (/[a-z]/i.test(text[start]!)) found.add(text.slice(start).toLowerCase());
  return [...found];
}

describe.skipIf(as === undefined || objdump === undefined || objcopy === undefined)(
  "the register catalogue and GNU as",
  () => {
    const version = as === undefined ? "" : execFileSync(as, ["--version"], { encoding: "utf8" });
    const catalogued = new RegExp(`^GNU assembler .*\\b${CATALOGUED_VERSION.replace(".", "\\.")}\\b`).test(
      version,
    );
    /** Registers that this version of GNU as knows: all of them, where it is the catalogued one. */
    const known = (): CatalogueRegister[] => {
      if (catalogued) return catalogue;
      const names = new Set(accepted(EVERYTHING, catalogueNames));
      return catalogue.filter(({ name }) => names.has(name.toLowerCase()));
    };

    test("agree on the encoding of every register, in MRS and in MSR", () => {
      const registers = known();
      const names = registers.map(({ name }) => name);
      expect(words(mrs, names).map(nameOfWord)).toEqual(registers.map(encodingName));
      expect(words(msr, names).map(nameOfWord)).toEqual(registers.map(encodingName));
      expect(registers.length).toBeGreaterThan(850);
    });

    test("agree on which registers MRS reads and MSR writes", () => {
      const registers = known();
      const names = registers.map(({ name }) => name);
      const unread = diagnose(EVERYTHING, mrs, names).map((text) => text.includes("cannot be read from"));
      const unwritten = diagnose(EVERYTHING, msr, names).map((text) => text.includes("cannot be written to"));
      const directions = (read: boolean, write: boolean, name: string): string =>
        `${name} ${read ? "r" : "-"}${write ? "w" : "-"}`;
      expect(
        registers.map(({ name, read, write }) => directions(read !== undefined, write !== undefined, name)),
      ).toEqual(names.map((name, i) => directions(!unread[i], !unwritten[i], name)));
    });

    test.runIf(catalogued)(
      "know the same names of EL0 to EL2 registers, none missing and none beyond",
      () => {
        const candidates = [...new Set([...namesFromDisassembly(), ...namesFromStrings()])];
        expect(candidates.length).toBeGreaterThan(10_000);
        const names = accepted(EVERYTHING, candidates);
        const encodings = words(mrs, names).map(nameOfWord);
        const covered = names.filter((_, i) => !encodings[i]!.startsWith(`S3_${EL3}_`));
        expect(covered.length).toBeLessThan(names.length);
        expect(covered.sort()).toEqual(catalogueNames);
      },
    );

    test.runIf(catalogued)("agree on the least architecture, and on the extension, of every register", () => {
      const least = new Map<string, string>();
      for (const march of [
        ...ARCHITECTURES,
        ...EXTENSIONS.flatMap((extension) => ARCHITECTURES.map((base) => `${base}+${extension}`)),
      ])
        for (const name of accepted(march, catalogueNames)) if (!least.has(name)) least.set(name, march);
      const claimed = catalogue.map(({ name, since, extension }) => [
        name.toLowerCase(),
        extension === undefined ? since : `${since}+${extension}`,
      ]);
      expect(Object.fromEntries(claimed)).toEqual(Object.fromEntries(least));
    });
  },
);
