import { sortDiagnostics } from "../core/diagnostic.js";
import type { Model } from "../model/types.js";
import { checkAsmOffsets, checkBtf, checkDwarf, type OracleReport } from "../oracle/index.js";
import type { CheckedLayout } from "./checked-layout.js";
import { countOf } from "./findings.js";
import { readBytes, readSourceFile } from "./source-files.js";

/** What compilers made, to hold a layout to; several files of each kind. */
export interface OracleRequest {
  readonly btf?: readonly string[];
  readonly dwarf?: readonly string[];
  readonly asmOffsets?: readonly string[];
  readonly strict?: boolean;
  readonly notes?: boolean;
}

/**
 * The layout with what the oracles find in it, and a line for each of them that says how much was compared. A layout
 * that does not resolve is left as it is. Throws UsageError: a file cannot be read.
 */
export function withOracles(
  layout: CheckedLayout,
  request: OracleRequest,
): { readonly layout: CheckedLayout; readonly compared: readonly string[] } {
  const { model } = layout;
  if (model === undefined) return { layout, compared: [] };
  const reports = reportsOf(model, request);
  const found = reports
    .flatMap(({ diagnostics }) => diagnostics)
    .filter(({ severity }) => severity !== "note" || request.notes === true);
  return {
    layout: { ...layout, diagnostics: sortDiagnostics([...layout.diagnostics, ...found]) },
    compared: reports.flatMap((report) => comparedLine(layout.name, report) ?? []),
  };
}

function reportsOf(
  model: Model,
  { btf = [], dwarf = [], asmOffsets = [], strict = false }: OracleRequest,
): OracleReport[] {
  return [
    ...btf.map((file) => checkBtf(model, readBytes(file), file, { strict })),
    ...dwarf.map((file) => checkDwarf(model, readBytes(file), file, { strict })),
    ...asmOffsets.map((file) => checkAsmOffsets(model, readSourceFile(file), file, { strict })),
  ];
}

/** `kvm-arm64-v3: compared with vmlinux.btf: 15 structs, 74 members, 30 symbols, 0 values`. */
function comparedLine(name: string, { file, compared }: OracleReport): string | undefined {
  if (compared === undefined) return undefined;
  const { structs, members, symbols, values } = compared;
  const counts = [
    countOf(structs, "struct"),
    countOf(members, "member"),
    countOf(symbols, "symbol"),
    countOf(values, "value"),
  ];
  return `${name}: compared with ${file}: ${counts.join(", ")}`;
}
