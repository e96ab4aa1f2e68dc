import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compileArchitecture } from "../../src/model/architecture.js";
import { packArchitecture, unpackArchitecture } from "../../src/model/packed-architecture.js";
import { readArchitecture } from "../../src/read/layout-folder.js";

const schema = fileURLToPath(new URL("../../schema", import.meta.url));
const read = readArchitecture(schema, "schema");
if (!read.ok) throw new Error("schema/arm64 cannot be read");
const sources = read.value;
const compiled = compileArchitecture(sources);
if (!compiled.ok) throw new Error("schema/arm64 has errors");
const text = packArchitecture(sources, compiled.value);

describe("a packed architecture", () => {
  it("gives back every register and instruction as they were compiled", () => {
    const unpacked = unpackArchitecture(text, sources);
    expect(new Map(unpacked?.sysregs)).toEqual(compiled.value.sysregs);
    expect(unpacked?.a64).toEqual(compiled.value.a64);
  });

  it("names its places as the sources are named now", () => {
    const elsewhere = readArchitecture(schema, "/elsewhere");
    if (!elsewhere.ok) throw new Error("schema/arm64 cannot be read");
    const unpacked = unpackArchitecture(text, elsewhere.value);
    expect(unpacked?.sysregs.get("SCTLR_EL1")?.at.file).toMatch(/^\/elsewhere\/arm64\/sysregs\//);
    expect(unpacked?.a64.instructions[0]?.at.file).toMatch(/^\/elsewhere\/arm64\/a64\//);
  });

  it("is not taken for that of other documents", () => {
    const [first, ...others] = sources.sysregs;
    const edited = { ...sources, sysregs: [{ file: first!.file, text: `${first!.text} ` }, ...others] };
    expect(unpackArchitecture(text, edited)).toBeUndefined();
    expect(unpackArchitecture(text, { ...sources, sysregs: others })).toBeUndefined();
  });
});

describe("the map of a packed architecture's registers", () => {
  it("has the keys in the catalogue's order, and one value for each", () => {
    const registers = unpackArchitecture(text, sources)?.sysregs;
    expect([...registers!.keys()]).toEqual([...compiled.value.sysregs.keys()]);
    expect(registers!.size).toBe(compiled.value.sysregs.size);
    expect(registers!.get("TCR_EL1")).toBe(registers!.get("TCR_EL1"));
    expect(registers!.has("NO_EL1")).toBe(false);
    expect(registers!.get("NO_EL1")).toBeUndefined();
    expect([...registers!.values()].map(({ name }) => name)).toEqual([...registers!.keys()]);
  });
});
