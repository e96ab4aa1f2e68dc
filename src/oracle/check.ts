import { type Diagnostic, sortDiagnostics } from "../core/diagnostic.js";
import type { Result } from "../core/result.js";
import type { Model } from "../model/types.js";
import { readAsmOffsets } from "./asm-offsets.js";
import { readBtf } from "./btf/read-btf.js";
import { checkStructs } from "./check-structs.js";
import { checkEnumerators, checkSymbolPaths, checkSymbolValues, namedValues } from "./check-symbols.js";
import type { CompiledLayout, Wanted } from "./compiled.js";
import { readDwarf } from "./dwarf/read-dwarf.js";
import { type Compared, finding, ORACLE, type OracleOptions, type OracleReport } from "./findings.js";
import { reading } from "./malformed.js";

/** A layout's structs, symbols, indices and constants against the DWARF of an object. Codes: WS34x, those of readDwarf. */
export function checkDwarf(
  model: Model,
  bytes: Uint8Array,
  file: string,
  options: OracleOptions = {},
): OracleReport {
  return checkObject(model, readDwarf(bytes, file, wantedOf(model)), file, options);
}

/** A layout's structs, symbols, indices and constants against BTF. Codes: WS34x, those of readBtf. */
export function checkBtf(
  model: Model,
  bytes: Uint8Array,
  file: string,
  options: OracleOptions = {},
): OracleReport {
  return checkObject(model, readBtf(bytes, file, wantedOf(model)), file, options);
}

/** A layout's symbols, indices and constants against kbuild's asm-offsets.s or a header made of it. Codes: WS344 to WS348. */
export function checkAsmOffsets(
  model: Model,
  text: string,
  file: string,
  options: OracleOptions = {},
): OracleReport {
  const { symbols, values } = checkSymbolValues(model, readAsmOffsets(text, file), file, options);
  const compared = { structs: 0, members: 0, symbols: symbols.count, values: values.count };
  const diagnostics = [...symbols.diagnostics, ...values.diagnostics];
  return reportOf(
    model,
    file,
    compared,
    diagnostics,
    `symbols (.ascii "->NAME value" or #define NAME value)`,
  );
}

function checkObject(
  model: Model,
  object: Result<CompiledLayout>,
  file: string,
  options: OracleOptions,
): OracleReport {
  if (!object.ok) return { file, diagnostics: object.diagnostics };
  const checked = reading(file, () => {
    const structs = checkStructs(model.structs, object.value, options);
    return { structs, symbols: checkSymbolPaths(model, structs.definitions, file) };
  });
  if (!checked.ok) return { file, diagnostics: checked.diagnostics };
  const { structs, symbols } = checked.value;
  const values = checkEnumerators(model, object.value);
  const compared = {
    structs: structs.definitions.size,
    members: structs.members,
    symbols: symbols.count,
    values: values.count,
  };
  const diagnostics = [...structs.diagnostics, ...symbols.diagnostics, ...values.diagnostics];
  return reportOf(model, file, compared, diagnostics, "structs");
}

/** An object that has nothing of the layout would agree with everything: WS348 says that it shows nothing. */
function reportOf(
  model: Model,
  file: string,
  compared: Compared,
  diagnostics: readonly Diagnostic[],
  what: string,
): OracleReport {
  if (compared.structs + compared.symbols > 0)
    return { file, diagnostics: sortDiagnostics(diagnostics), compared };
  const message = `${file} has none of the layout's ${what}, so it shows nothing about it`;
  return { file, diagnostics: [finding(ORACLE.nothingCompared, model.layout.at, message)], compared };
}

function wantedOf(model: Model): Wanted {
  return {
    structs: new Set(model.structs.map(({ name }) => name)),
    enumerators: new Set(namedValues(model).map(({ name }) => name)),
  };
}
