import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compileArchitecture } from "../../src/model/architecture.js";
import { builtFromOf, packArchitecture, unpackArchitecture } from "../../src/model/packed-architecture.js";
import { readArchitecture } from "../../src/read/layout-folder.js";

const schema = fileURLToPath(new URL("../../schema", import.meta.url));
const read = readArchitecture(schema, "schema");
if (!read.ok) throw new Error("schema/arm64 cannot be read");
const sources = read.value;
const compiled = compileArchitecture(sources);
if (!compiled.ok) throw new Error("schema/arm64 has errors");
const builtFrom = "sysregs/a.json 100";
const packed = packArchitecture(sources, compiled.value, builtFrom);
const filesOf = ({ sysregs, a64 }: typeof sources): string[] => [...sysregs, ...a64].map(({ file }) => file);
const unpack = (from = sources) => unpackArchitecture(packed.catalogue, () => packed.a64, filesOf(from));

describe("a packed architecture", () => {
  it("gives back every register and instruction as they were compiled", () => {
    const unpacked = unpack();
    expect(new Map(unpacked.sysregs)).toEqual(compiled.value.sysregs);
    const { mnemonics, instructions, aliases, names, systemOperations, encodingGroups } = unpacked.a64;
    const a64 = { mnemonics, instructions, aliases, names, systemOperations, encodingGroups };
    expect(a64).toEqual(compiled.value.a64);
  });

  it("names its places as the sources are named now", () => {
    const elsewhere = readArchitecture(schema, "/elsewhere");
    if (!elsewhere.ok) throw new Error("schema/arm64 cannot be read");
    const unpacked = unpack(elsewhere.value);
    expect(unpacked.sysregs.get("SCTLR_EL1")?.at.file).toMatch(/^\/elsewhere\/arm64\/sysregs\//);
    expect(unpacked.a64.instructions[0]?.at.file).toMatch(/^\/elsewhere\/arm64\/a64\//);
  });

  it("says what it was built from", () => {
    expect(builtFromOf(packed.catalogue)).toEqual(builtFrom);
  });

  it("reads the instructions when they are asked for, once", () => {
    let read = 0;
    const readA64 = (): string => {
      read++;
      return packed.a64;
    };
    const { a64 } = unpackArchitecture(packed.catalogue, readA64, filesOf(sources));
    expect(a64.mnemonics.has("ldp")).toBe(true);
    expect(read).toBe(0);
    expect(a64.instructions[0]).toBe(a64.instructions[0]);
    expect(a64.names.size).toBeGreaterThan(0);
    expect(read).toBe(1);
  });
});

describe("the map of a packed architecture's registers", () => {
  it("has the keys in the catalogue's order, and one value for each", () => {
    const registers = unpack().sysregs;
    expect([...registers.keys()]).toEqual([...compiled.value.sysregs.keys()]);
    expect(registers.size).toBe(compiled.value.sysregs.size);
    expect(registers.get("TCR_EL1")).toBe(registers.get("TCR_EL1"));
    expect(registers.has("NO_EL1")).toBe(false);
    expect(registers.get("NO_EL1")).toBeUndefined();
    expect([...registers.values()].map(({ name }) => name)).toEqual([...registers.keys()]);
  });
});
