import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ObjectCode } from "../../src/assembler/index.js";
import { assemble, assemblerNames, readElf64 } from "../../src/assembler/index.js";
import type { OutFile } from "../../src/core/out-file.js";
import { loadModel } from "../../src/model/load.js";
import type { Model } from "../../src/model/types.js";
import { target as constants } from "../../src/targets/asm-constants.js";
import { target as hyp } from "../../src/targets/asm-hyp.js";
import { target as offsets } from "../../src/targets/asm-offsets.js";
import { requireTool } from "../oracles/tools.js";

/** Digest of .hyp.text as GNU as 2.40 makes it from the hyp.S that was posted, completed by the posting's own headers. */
const SECTION_SHA256 = "abde0ae7ebb4f4e634503849049e678612a357cc6ce17b3f1d3ec9c3dc4eaafd";
const SECTION_BYTES = 3972;

interface SymbolFact {
  readonly symbol: string;
  readonly offset: number;
  readonly codeBytes: number;
  readonly sha256: string;
}

const symbolFacts: readonly SymbolFact[] = readFileSync(new URL("seed/symbols.tsv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [symbol = "", offset = "", , codeBytes = "", sha256 = ""] = line.split("\t");
    return { symbol, offset: Number(offset), codeBytes: Number(codeBytes), sha256 };
  });

const gcc = requireTool("aarch64-linux-gnu-gcc");

async function emitAssembly(model: Model): Promise<Map<string, string>> {
  const files: OutFile[] = [];
  for (const target of [hyp, offsets, constants]) {
    const result = await target.emit(model);
    if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
    files.push(...result.value);
  }
  return new Map(files.map((file) => [file.path.replace(/^asm\//, ""), file.text]));
}

function ownObject(model: Model, files: ReadonlyMap<string, string>): ObjectCode {
  const result = assemble({
    file: "hyp.S",
    text: files.get("hyp.S") ?? "",
    table: model.a64,
    sysregs: assemblerNames(model),
    readInclude: (name) => {
      const text = files.get(name);
      return text === undefined ? undefined : { file: name, text };
    },
  });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics.slice(0, 5), null, 1));
  return result.value;
}

function gnuObject(compiler: string, files: ReadonlyMap<string, string>, folder: string): ObjectCode {
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  execFileSync(compiler, ["-c", "hyp.S", "-o", "hyp.o"], { cwd: folder });
  const result = readElf64(readFileSync(join(folder, "hyp.o")));
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.value;
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

function section(object: ObjectCode): Uint8Array {
  const found = object.sections.find((s) => s.name === ".hyp.text");
  if (found === undefined) throw new Error("no section .hyp.text");
  return found.bytes;
}

function checkAgainstSeed(object: ObjectCode): void {
  const bytes = section(object);
  for (const fact of symbolFacts) {
    const symbol = object.symbols.find((s) => s.name === fact.symbol);
    expect(symbol?.value, fact.symbol).toBe(BigInt(fact.offset));
    expect(sha256(bytes.subarray(fact.offset, fact.offset + fact.codeBytes)), fact.symbol).toBe(fact.sha256);
  }
  expect(bytes.length).toBe(SECTION_BYTES);
  expect(sha256(bytes)).toBe(SECTION_SHA256);
  expect(object.relocations.filter((r) => r.section === ".hyp.text")).toMatchObject([
    { offset: 0x5f8, type: "R_AARCH64_ABS64", symbol: "panic" },
  ]);
}

describe("the generated hyp.S of kvm-arm64-v3", () => {
  const folder = mkdtempSync(join(tmpdir(), "worldswitch-hyp-"));
  let model: Model;
  let files: Map<string, string>;

  beforeAll(async () => {
    const loaded = loadModel("schema/kvm-arm64-v3");
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
    model = loaded.value;
    files = await emitAssembly(model);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("has the posted file's bytes and symbols when our assembler reads it", () => {
    checkAgainstSeed(ownObject(model, files));
  });

  it.runIf(gcc)("has the posted file's bytes and symbols when GNU as reads it", () => {
    checkAgainstSeed(gnuObject(gcc ?? "", files, folder));
  });

  it("has the posted file's asm-offsets", () => {
    const facts = readFileSync(new URL("seed/asm-offsets.tsv", import.meta.url), "utf8")
      .trim()
      .split("\n")
      .slice(1);
    const printed = model.asmOffsets.map((o) => `${o.symbol}\t${o.place.offsetBytes}`);
    expect(printed).toEqual(facts);
  });
});
