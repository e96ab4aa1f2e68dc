import { commentText } from "../core/comment-text.js";
import type { OutFile } from "../core/out-file.js";
import { type Result, success } from "../core/result.js";
import type { Model } from "../model/types.js";
import { printTemplate } from "../print/template.js";
import { cHeader } from "./header.js";
import type { Target } from "./target.js";

/** `asm/asm-offsets.h`: `#define VCPU_CONTEXT 256` per symbol, and the macros that index arrays. */
export const target: Target = { name: "asm-offsets", directory: "asm", emit };

async function emit(model: Model): Promise<Result<readonly OutFile[]>> {
  const width = Math.max(0, ...model.asmOffsets.map((o) => o.symbol.length));
  const view = {
    header: cHeader(model, "Offsets of struct members for assembly, from asm-offsets.json."),
    guard: "WORLDSWITCH_ASM_OFFSETS_H",
    symbols: model.asmOffsets.map((o) => ({
      name: o.symbol.padEnd(width),
      value: `${o.place.offsetBytes}`.padEnd(5),
      comment: `struct ${o.struct}: ${o.member}`,
    })),
    macros: model.offsetMacros.map((m) => ({
      name: m.macro,
      sum: [
        ...m.symbols,
        ...(m.restBytes === 0 && m.symbols.length > 0 ? [] : [`${m.restBytes}`]),
        `${m.elementBytes} * (x)`,
      ].join(" + "),
      comment: commentText(m.doc ?? `struct ${m.struct}: ${m.member}[x]`),
    })),
  };
  return success([{ path: "asm/asm-offsets.h", text: await printTemplate("asm/asm-offsets.h", view) }]);
}
