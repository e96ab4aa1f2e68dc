import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { OutFile } from "../../src/core/out-file.js";
import { loadModel } from "../../src/model/load.js";
import type { Model } from "../../src/model/types.js";
import { targets } from "../../src/targets/index.js";
import { goldenModel } from "../golden/model.js";
import { compile, compilers, sectionWords, valuesOf, withFiles } from "./c-compile.js";

const loaded = loadModel("schema/kvm-arm64-v3");
if (!loaded.ok) throw new Error("the layout does not load");
const layouts: [string, Model][] = [
  ["the layout of three registers", goldenModel],
  ["kvm-arm64-v3", loaded.value],
];
const oracles = compilers();
const cases = layouts.flatMap(([name, model]) =>
  oracles.map((compiler) => ({ name, compiler: compiler.name, model, with: compiler })),
);

async function headers(model: Model): Promise<OutFile[]> {
  const emitted = await Promise.all(targets.filter((t) => t.directory === "c").map((t) => t.emit(model)));
  return emitted.flatMap((result) => (result.ok ? result.value : []));
}

describe.skipIf(oracles.length === 0).each(cases)("C of $name in $compiler", ({ model, with: compiler }) => {
  let files: OutFile[];
  beforeAll(async () => {
    files = await headers(model);
  });

  it.each(["constants.h", "sysregs.h", "structs.h"])("%s compiles alone, and twice in one file", (header) => {
    withFiles(files, (folder) => {
      writeFileSync(join(folder, "one.c"), `#include "${header}"\n#include "${header}"\n`);
      compile(compiler, folder, "-I", "c", "-c", "one.c");
    });
  });

  it("has each struct's size and alignment and each member's offset and size as the Model", () => {
    const expected = model.structs.flatMap((struct): [string, number][] => [
      [`sizeof(struct ${struct.name})`, struct.sizeBytes],
      [`_Alignof(struct ${struct.name})`, struct.alignBytes],
      ...struct.members.flatMap((member): [string, number][] => [
        [`offsetof(struct ${struct.name}, ${member.name})`, member.offsetBytes],
        [`sizeof(((struct ${struct.name} *)0)->${member.name})`, member.sizeBytes],
      ]),
    ]);
    const values = withFiles(files, (folder) =>
      valuesOf(
        compiler,
        folder,
        ["structs.h"],
        expected.map(([text]) => text),
      ),
    );
    expect(expected.length).toBeGreaterThan(20);
    expect(expected.map(([text], i) => [text, Number(values[i])])).toEqual(expected);
  });

  it("has each constant and each index as the Model", () => {
    const { sentinel, slots, countName } = model.sysregOrder;
    const expected = [
      ...model.constants.map((constant) => [constant.name, constant.value]),
      [sentinel.name, 0n],
      ...slots.map((slot) => [slot.name, BigInt(slot.index)]),
      [countName, BigInt(slots.length + 1)],
    ] as [string, bigint][];
    const names = expected.map(([name]) => name);
    const values = withFiles(files, (folder) =>
      valuesOf(compiler, folder, ["constants.h", "sysregs.h"], names),
    );
    expect(names.map((name, i) => [name, values[i]])).toEqual(expected);
  });

  it("lists each register with the encoding that it is moved through", () => {
    const packed =
      "#define PACK(n, i, op0, op1, CRn, CRm, op2, via) (op0 << 14 | op1 << 11 | CRn << 7 | CRm << 3 | op2),";
    const values = withFiles(files, (folder) => {
      writeFileSync(
        join(folder, "list.c"),
        `#include "sysregs.h"\n${packed}\n__attribute__((section("probe"))) const unsigned long list[] = { WORLDSWITCH_SYSREGS(PACK) };\n`,
      );
      compile(compiler, folder, "-I", "c", "-c", "list.c");
      return sectionWords(folder, "probe");
    });
    const expected = model.sysregOrder.slots.map(({ via: { encoding: e } }) =>
      BigInt((e.op0 << 14) | (e.op1 << 11) | (e.CRn << 7) | (e.CRm << 3) | e.op2),
    );
    expect(values).toEqual(expected);
  });

  it("gives assembly the same constants and indices", () => {
    const names = [
      ...model.constants.map((constant) => constant.name),
      ...model.sysregOrder.slots.map((slot) => slot.name),
    ];
    const expected = [
      ...model.constants.map((constant) => constant.value),
      ...model.sysregOrder.slots.map((slot) => BigInt(slot.index)),
    ];
    const values = withFiles(files, (folder) => {
      const quads = names.map((name) => `\t.quad ${name}`).join("\n");
      writeFileSync(
        join(folder, "use.S"),
        `#include "constants.h"\n#include "sysregs.h"\n\t.section probe, "a"\n${quads}\n`,
      );
      const assembler = { ...compiler, flags: compiler.flags.filter((flag) => flag.startsWith("--target")) };
      compile(assembler, folder, "-I", "c", "-c", "use.S");
      return sectionWords(folder, "probe");
    });
    expect(names.map((name, i) => [name, values[i]])).toEqual(names.map((name, i) => [name, expected[i]]));
  });

  it("makes asm-offsets as kbuild reads them", () => {
    const text = withFiles(files, (folder) => {
      compile(compiler, folder, "-S", "c/asm-offsets.c");
      return readFileSync(join(folder, "out"), "utf8");
    });
    const defines = [...text.matchAll(/^\s*\.ascii\s+"->(\w+) [$#]*(-?\d+) (.*)"$/gm)];
    expect(defines.map((match) => [match[1], Number(match[2])])).toEqual(
      model.asmOffsets.map((offset) => [offset.symbol, offset.place.offsetBytes]),
    );
  });

  it("fails to compile when an offset in the header is wrong", () => {
    const wrong = files.map((file) =>
      file.path === "c/structs.h"
        ? { ...file, text: file.text.replace(/(PROVE_MEMBER\(struct \w+, \w+,\s+)0,/, "$11,") }
        : file,
    );
    expect(wrong).not.toEqual(files);
    expect(() => withFiles(wrong, (folder) => compile(compiler, folder, "-S", "c/asm-offsets.c"))).toThrow(
      /offset of/,
    );
  });
});

describe.skipIf(oracles.length === 0)("the header of generated files", () => {
  it("holds the hash that sha256sum gives for the documents", async () => {
    const files = await headers(loaded.value);
    const names = loaded.value.documents.map((document) => document.file);
    const hash = execFileSync("sh", ["-c", `sha256sum ${names.join(" ")} | sha256sum`], {
      cwd: "schema/kvm-arm64-v3",
      encoding: "utf8",
    }).slice(0, 64);
    expect(files.every((file) => file.text.includes(hash))).toBe(true);
  });
});
