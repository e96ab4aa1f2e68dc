import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  assemble,
  link,
  type ObjectCode,
  type ObjectSymbol,
  readElf64,
  writeElf64,
} from "../../src/assembler/index.js";
import { requireTool } from "../oracles/tools.js";
import { a64Table } from "../unit/a64-documents.js";
import { catalogueSysregs, inFolder } from "./a64-words.js";
import { programs } from "./assembler-programs.js";

const gcc = requireTool("aarch64-linux-gnu-gcc");
const objdump = requireTool("aarch64-linux-gnu-objdump");
const ld = requireTool("aarch64-linux-gnu-ld");

const table = a64Table();
const sysregs = catalogueSysregs();

function own(text: string): ObjectCode {
  const result = assemble({ file: "program.S", text, table, sysregs });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics.slice(0, 5), undefined, 1));
  return result.value;
}

function gnu(text: string, folder: string): Uint8Array {
  const source = join(folder, "program.S");
  const object = join(folder, "program.o");
  writeFileSync(source, text);
  const options = ["-march=armv8.6-a", "-Wa,-W", "-c", "-o", object, source];
  execFileSync(gcc!, options, { stdio: ["ignore", "ignore", "pipe"] });
  return readFileSync(object);
}

function read(bytes: Uint8Array): ObjectCode {
  const result = readElf64(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.value;
}

/** What two objects must agree in, in an order of its own; sections that hold something. */
function essence(object: ObjectCode): object {
  const symbolText = (s: ObjectSymbol): string =>
    `${s.name} ${s.defined ? (s.section ?? "absolute") : "undefined"}+${s.value} ${s.binding} ${s.type ?? "-"} ${s.sizeBytes || 0n}`;
  return {
    sections: object.sections
      .filter((s) => s.flags.alloc && s.bytes.length > 0)
      .map((s) => [
        s.name,
        JSON.stringify(s.flags),
        s.alignmentBytes,
        Buffer.from(s.bytes).toString("hex").replace(/.{8}/g, "$& "),
      ]),
    symbols: object.symbols
      .filter((s) => !s.name.startsWith(".L"))
      .map(symbolText)
      .sort(),
    relocations: object.relocations
      .map((r) => `${r.section}+0x${r.offset.toString(16)} ${r.type} ${r.symbol}+${r.addend}`)
      .sort(),
  };
}

describe.skipIf(gcc === undefined || objdump === undefined)("our assembler", () => {
  it.each(Object.entries(programs))("makes the object that GNU as makes: %s", (_name, text) => {
    const theirs = inFolder((folder) => read(gnu(text, folder)));
    expect(essence(own(text))).toEqual(essence(theirs));
  });

  it.each(Object.entries(programs))("writes an ELF file that reads back the same: %s", (_name, text) => {
    const object = own(text);
    expect(essence(read(writeElf64(object)))).toEqual(essence(object));
  });

  it.each(
    Object.entries(programs),
  )("writes an ELF file that objdump shows as GNU as's: %s", (_name, text) => {
    inFolder((folder) => {
      const shown = (bytes: Uint8Array): string => {
        const path = join(folder, "shown.o");
        writeFileSync(path, bytes);
        const out = execFileSync(objdump!, ["-s", "-r", path], { encoding: "utf8" });
        return out.replace(/^.*file format.*$/m, "");
      };
      expect(shown(writeElf64(own(text)))).toBe(shown(gnu(text, folder)));
    });
  });
});

describe.skipIf(gcc === undefined || ld === undefined)("our linker", () => {
  const text = `
    .text
    .globl _start
_start: bl helper
    adr x0, message
    adrp x1, value
    add x1, x1, :lo12:value
    ldr x2, [x1, :lo12:value]
    ldrh w2, [x1, :lo12:value + 2]
    ldr q2, [x1, :lo12:aligned]
    cbz x2, external
    tbz x2, #3, external
    b external
    ldr x3, =value + 8
    ldr x4, external
message: .asciz "hello"
    .align 2
helper: ret
    .data
    .globl value
value: .quad _start, value - ., helper
    .word external, external - .
    .hword small
    .align 4
aligned: .quad 1, 2
`;
  const symbols = new Map([
    ["external", 0x4010_0000n - 0x7f00n],
    ["small", 0x1234n],
  ]);
  const addresses = new Map([
    [".text", 0x4010_0000n],
    [".data", 0x4020_0000n],
  ]);

  it("resolves relocations as GNU ld does", () => {
    const linked = link(own(text), { sectionAddresses: addresses, symbols });
    if (!linked.ok) throw new Error(JSON.stringify(linked.diagnostics));
    const theirs = inFolder((folder) => {
      const object = join(folder, "x.o");
      const out = join(folder, "x.elf");
      writeFileSync(object, gnu(text, folder));
      const options = [...symbols].map(([name, value]) => `--defsym=${name}=0x${value.toString(16)}`);
      execFileSync(ld!, [
        "-Ttext=0x40100000",
        "-Tdata=0x40200000",
        "--no-relax",
        ...options,
        "-o",
        out,
        object,
      ]);
      return ["text", "data"].map((name) => {
        const raw = join(folder, name);
        execFileSync("aarch64-linux-gnu-objcopy", ["-O", "binary", "-j", `.${name}`, out, raw]);
        return readFileSync(raw).toString("hex");
      });
    });
    const ours = [".text", ".data"].map((name) =>
      Buffer.from(linked.value.sections.find((s) => s.name === name)!.bytes).toString("hex"),
    );
    expect(ours).toEqual(theirs);
  });
});
