import { commentText } from "../core/comment-text.js";
import { success } from "../core/result.js";
import type { AsmOffset, OffsetMacro } from "../model/types.js";
import { printTypeScript } from "../print/typescript.js";
import { headerLines } from "./header.js";
import type { Target } from "./target.js";
import { bindingName, uniqueNames } from "./ts-names.js";

/**
 * ts/offsets.ts: `export const VCPU_CONTEXT = 256;` per asm-offsets symbol, and a function per macro.
 */
export const target: Target = {
  name: "ts-offsets",
  directory: "ts",
  async emit(model) {
    const wanted = [
      ...model.asmOffsets.map((offset) => offset.symbol),
      ...model.offsetMacros.map((macro) => macro.macro),
    ];
    const names = uniqueNames(wanted.map(bindingName));
    const bindings = new Map(wanted.map((want, i) => [want, names[i] ?? want]));
    const text = await printTypeScript(headerLines(model, "The offsets that assembly uses, in bytes."), [
      ...model.asmOffsets.map((offset) => constant(offset, bindings)),
      ...model.offsetMacros.map((macro) => macroFunction(macro, bindings)),
    ]);
    return success([{ path: "ts/offsets.ts", text }]);
  },
};

function constant(offset: AsmOffset, bindings: ReadonlyMap<string, string>): string {
  const doc = `/** struct ${offset.struct}, ${commentText(offset.member)} */`;
  return `${doc}\nexport const ${bindings.get(offset.symbol)} = ${offset.place.offsetBytes};`;
}

/** The macro as a function of the element's index, over the same symbols. */
function macroFunction(macro: OffsetMacro, bindings: ReadonlyMap<string, string>): string {
  const rest = macro.restBytes === 0 ? [] : [String(macro.restBytes)];
  const terms = [...macro.symbols.map((symbol) => bindings.get(symbol) ?? symbol), ...rest];
  const about = commentText(macro.doc ?? `struct ${macro.struct}, ${macro.member}`);
  return [
    "",
    `/** Offset of element x of ${commentText(macro.member)} in struct ${macro.struct}: ${about}. */`,
    `export function ${bindings.get(macro.macro)}(x: number): number {`,
    `  return ${[...terms, `${macro.elementBytes} * x`].join(" + ")};`,
    "}",
    "",
  ].join("\n");
}
