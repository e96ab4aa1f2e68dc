import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assemble, Disassembler } from "../../src/assembler/index.js";
import { requireTool } from "../oracles/tools.js";
import { a64Table } from "../unit/a64-documents.js";
import { catalogueSysregs, inFolder } from "./a64-words.js";

const gcc = requireTool("aarch64-linux-gnu-gcc");
const objcopy = requireTool("aarch64-linux-gnu-objcopy");

/** Copies, fills and moves for which gcc takes vector registers, though nothing is computed in them. */
const SOURCE = `
#include <string.h>
struct big { long words[16]; };
struct odd { char bytes[23]; };
struct mixed { float f; double d; int i[5]; };
struct doubles { double d[8]; };
struct node { void *next, *previous; long count, flags; };
void copy(struct big *to, const struct big *from) { *to = *from; }
void exchange(struct big *a, struct big *b) { struct big c = *a; *a = *b; *b = c; }
void copy_odd(struct odd *to, const struct odd *from) { *to = *from; }
void zero(struct big *to) { memset(to, 0, sizeof *to); }
void zero_mixed(struct mixed *to) { *to = (struct mixed){0}; }
void ones(struct big *to) { memset(to, 0xff, sizeof *to); }
void fill(char *to, int with) { memset(to, with, 64); }
void pattern(char *to) { memset(to, 0x5a, 48); }
struct doubles by_value(const struct doubles *from) { return *from; }
void floats(float *to) { to[0] = to[1] = to[2] = to[3] = 1.5f; }
void ints(int *to) { to[0] = to[1] = to[2] = to[3] = 0x1200; }
double one(void) { return 1.0; }
double minus(void) { return -0.125; }
double nought(void) { return 0.0; }
long bits(double from) { long to; memcpy(&to, &from, 8); return to; }
int word(float from) { int to; memcpy(&to, &from, 4); return to; }
double from_bits(long from) { double to; memcpy(&to, &from, 8); return to; }
void link_node(struct node *to, void *next) { *to = (struct node){next, next, 0, -1}; }
void spread(short *to, short with) { for (int i = 0; i < 8; i++) to[i] = with; }
void arguments(const char *format, ...) {
  __builtin_va_list list;
  __builtin_va_start(list, format);
  extern void use(__builtin_va_list);
  use(list);
}
`;

/** The words and the assembly of the source at an optimisation. */
function compiled(...options: string[]): { words: number[]; text: string } {
  return inFolder((folder) => {
    const at = (name: string): string => join(folder, name);
    writeFileSync(at("x.c"), SOURCE);
    const common = ["-ffreestanding", "-fno-asynchronous-unwind-tables", ...options];
    const text = execFileSync(gcc!, [...common, "-S", "-o", "-", at("x.c")], { encoding: "utf8" });
    execFileSync(gcc!, [...common, "-c", "-o", at("x.o"), at("x.c")]);
    execFileSync(objcopy!, ["-O", "binary", "-j", ".text", at("x.o"), at("x.bin")]);
    const bytes = execFileSync("cat", [at("x.bin")]);
    return { words: [...new Uint32Array(new Uint8Array(bytes).buffer)], text };
  });
}

describe.skipIf(gcc === undefined || objcopy === undefined)("copies and fills by gcc", () => {
  const table = a64Table();
  const sysregs = catalogueSysregs();
  const disassembler = new Disassembler(table, sysregs);

  it.each([
    "-O2",
    "-O2 -fno-tree-vectorize",
    "-O1",
    "-Os",
  ])("at %s are instructions of the table", (options) => {
    const { words } = compiled(...options.split(" "));
    const lines = words.map((word, i) => disassembler.line(word, BigInt(4 * i)));
    expect(words.length).toBeGreaterThan(100);
    expect(lines.filter(({ mnemonic }) => mnemonic === ".inst")).toEqual([]);
    const vectors = lines.filter(({ operands }) => /\b[qdsv]\d/.test(operands));
    expect(vectors.length).toBeGreaterThan(10);
  });

  it("in gcc's own assembly become the words that GNU as makes of it", () => {
    const { words, text } = compiled("-O2");
    const lines = text.split("\n").filter((line) => /^\t[a-z]/.test(line));
    const vectors = lines.filter((line) => /\b[qdsv]\d/.test(line) && !/:lo12:/.test(line));
    expect(vectors.length).toBeGreaterThan(20);
    const result = assemble({ file: "x.S", text: `${vectors.join("\n")}\n`, table, sysregs });
    expect(result.diagnostics).toEqual([]);
    const { bytes } = result.ok
      ? result.value.sections.find(({ name }) => name === ".text")!
      : { bytes: new Uint8Array() };
    const own = [...new Uint32Array(bytes.slice().buffer)];
    expect(own.filter((word) => !words.includes(word))).toEqual([]);
    expect(own.length).toBe(vectors.length);
  });
});
