import type { SourceRef } from "../core/source-ref.js";

/** A symbol as a compiler or a header gives it. value: undefined when its text is no number. */
export interface CompiledSymbol {
  readonly name: string;
  readonly text: string;
  readonly value?: bigint;
  readonly at: SourceRef;
}

/** kbuild's line in a compiled asm-offsets.c: `.ascii "->VCPU_CONTEXT #256 offsetof(…)"`. */
const KBUILD_LINE = /^\s*\.ascii\s+"->([A-Za-z_]\w*)\s+[$#]?(\S+?)(?:\s.*)?"\s*$/;
/** A line of the header that kbuild makes of it: `#define VCPU_CONTEXT 256`. */
const DEFINE_LINE = /^\s*#\s*define\s+([A-Za-z_]\w*)[ \t]+([^\s/]\S*)\s*(?:\/[*/].*)?$/;
const NUMBER = /^(-?)\(?(0[xX][0-9a-fA-F]+|\d+)[uUlL]*\)?$/;

/**
 * The symbols of kbuild's asm-offsets.s, or of a header of `#define`s, in order. Other lines, function-like macros
 * and definitions that are no single word are left out.
 * file: its name in places.
 */
export function readAsmOffsets(text: string, file: string): CompiledSymbol[] {
  return text.split(/\r?\n/).flatMap((line, i) => {
    const match = KBUILD_LINE.exec(line) ?? DEFINE_LINE.exec(line);
    const [, name, word] = match ?? [];
    if (name === undefined || word === undefined) return [];
    const value = numberOf(word);
    const at = { file, line: i + 1, column: line.indexOf(name) + 1, length: name.length };
    return [{ name, text: word, at, ...(value === undefined ? {} : { value }) }];
  });
}

function numberOf(word: string): bigint | undefined {
  const [, sign, digits] = NUMBER.exec(word) ?? [];
  if (digits === undefined) return undefined;
  const value = BigInt(digits);
  return sign === "-" ? -value : value;
}
