import type { Model, OffsetMacro, Place } from "../types.js";

/**
 * A place's offset as the assembly writes it: `CPU_XREG_OFFSET(19)`, `CPU_GP_REGS + CPU_SP_EL1`, or a number
 * where no symbol of asm-offsets leads there. Always evaluates to place.offsetBytes.
 */
export function offsetText(model: Model, place: Place): string {
  const macro = macroText(model, place);
  if (macro !== undefined) return macro;
  const terms = symbolTerms(model, place.struct, place.path);
  const known = terms.reduce((sum, term) => sum + term.offsetBytes, 0);
  const names = terms.map((term) => term.symbol);
  if (names.length === 0) return `${place.offsetBytes}`;
  const rest = place.offsetBytes - known;
  return rest === 0 ? names.join(" + ") : `${names.join(" + ")} + ${rest}`;
}

/** The symbol that is exactly this place, such as `VCPU_HCR_EL2`. */
export function symbolOf(model: Model, struct: string, path: string): string | undefined {
  return model.asmOffsets.find((o) => o.struct === struct && o.member === path)?.symbol;
}

function macroText(model: Model, place: Place): string | undefined {
  for (const macro of model.offsetMacros) {
    if (macro.struct !== place.struct) continue;
    const index = indexInto(macro, place.path);
    if (index !== undefined) return `${macro.macro}(${argumentText(model, macro, index)})`;
  }
  return undefined;
}

function indexInto(macro: OffsetMacro, path: string): string | undefined {
  if (!path.startsWith(`${macro.member}[`) || !path.endsWith("]")) return undefined;
  const index = path.slice(macro.member.length + 1, -1);
  return /^\w+$/.test(index) ? index : undefined;
}

/** System register slots read best by name, X registers by number, and the rest as the document has them. */
function argumentText(model: Model, macro: OffsetMacro, index: string): string {
  const kind = macro.place.member.index;
  if (kind === "gpr") return index.replace(/^[xX]/, "");
  if (kind !== "sysreg" || !/^\d+$/.test(index)) return index;
  return model.sysregOrder.slots.find((slot) => `${slot.index}` === index)?.name ?? index;
}

interface Term {
  readonly symbol: string;
  readonly offsetBytes: number;
}

/** The longest symbol from struct along path, then from the struct that it leads to, and so on. */
function symbolTerms(model: Model, struct: string, path: string): Term[] {
  const candidates = model.asmOffsets.filter((o) => o.struct === struct && isPrefix(o.member, path));
  const best = candidates.reduce<(typeof candidates)[number] | undefined>(
    (longest, o) => (longest === undefined || o.member.length > longest.member.length ? o : longest),
    undefined,
  );
  if (best === undefined) return [];
  const term = { symbol: best.symbol, offsetBytes: best.place.offsetBytes };
  const type = best.place.member.type;
  const rest = path.slice(best.member.length).replace(/^\./, "");
  return rest === "" || type.kind !== "struct" ? [term] : [term, ...symbolTerms(model, type.struct, rest)];
}

function isPrefix(member: string, path: string): boolean {
  return path === member || path.startsWith(`${member}.`) || path.startsWith(`${member}[`);
}
