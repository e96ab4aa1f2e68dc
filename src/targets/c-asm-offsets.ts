import { success } from "../core/result.js";
import type { AsmOffset, Model } from "../model/types.js";
import { printTemplate } from "../print/template.js";
import { alignColumns } from "./columns.js";
import { cHeader } from "./header.js";
import type { Target } from "./target.js";

/**
 * c/asm-offsets.c: `DEFINE(VCPU_CONTEXT, offsetof(struct kvm_vcpu, arch.ctxt));` per symbol, for kbuild, with the
 * compiler's proof that the symbols of the layout have the same values.
 */
export const target: Target = {
  name: "c-asm-offsets",
  directory: "c",
  async emit(model) {
    const text = await printTemplate("c/asm-offsets.c", {
      header: cHeader(model, "Offsets for assembly, in the way of the kernel's asm-offsets.c."),
      proofs: alignColumns(
        model.asmOffsets.map((symbol) => [
          `_Static_assert(${offsetOf(symbol)}`,
          `== ${symbol.place.offsetBytes},`,
          `"${symbol.symbol}");`,
        ]),
      ),
      groups: definesByStruct(model).map((lines) => ({ lines })),
    });
    return success([{ path: "c/asm-offsets.c", text }]);
  },
};

/** The DEFINE lines in document order, a new group where the struct changes. */
function definesByStruct(model: Model): string[][] {
  const lines = alignColumns(
    model.asmOffsets.map((symbol) => [`DEFINE(${symbol.symbol},`, `${offsetOf(symbol)});`]),
  );
  const groups: string[][] = [];
  model.asmOffsets.forEach((symbol, i) => {
    if (groups.length === 0 || model.asmOffsets[i - 1]?.struct !== symbol.struct) groups.push([]);
    groups.at(-1)?.push(lines[i] ?? "");
  });
  return groups;
}

function offsetOf(symbol: AsmOffset): string {
  return `offsetof(struct ${symbol.struct}, ${symbol.member})`;
}
