import { ModuleWriter } from "../wasm/module-writer.js";
import { valueType } from "../wasm/opcode.js";
import { slowAccessParameters } from "./access-code.js";
import { RegionFunction, type RegionImports } from "./region-function.js";
import type { RegionSource } from "./region-source.js";

const { i32, i64 } = valueType;

/** Functions that a region's module imports from the interpreter's. */
export const regionImports = [
  "slowAccess",
  "checkPermit",
  "multiplyHighUnsigned",
  "multiplyHighSigned",
  "divideUnsigned",
  "divideSigned",
  "crc32",
] as const;

/**
 * A module that exports region(limit, entry, pcBase) -> exit code or CONTINUE: it executes the region from an entry
 * on, pcBase being its page's address, until limit instructions are done and a branch goes back, or it is left.
 */
export function regionModule(source: RegionSource): Uint8Array<ArrayBuffer> {
  const module = new ModuleWriter();
  const imports = importFunctions(module);
  // Written twice: once to learn which registers and pages it uses, once to load and spill just them.
  const trial = new RegionFunction(source, imports);
  trial.writeBody();
  const final = new RegionFunction(source, imports);
  final.writeAll(trial);
  module.add(final.frame.code, "region");
  return module.bytes();
}

function importFunctions(module: ModuleWriter): RegionImports {
  const binary = () => [[i64, i64], [i64]] as const;
  const index = (name: string, [parameters, results]: ReturnType<typeof binary>) =>
    module.importFunction(name, parameters, results);
  return {
    slowAccess: module.importFunction("slowAccess", slowAccessParameters, [i32]),
    checkPermit: module.importFunction("checkPermit", [i32], [i32]),
    multiplyHighUnsigned: index("multiplyHighUnsigned", binary()),
    multiplyHighSigned: index("multiplyHighSigned", binary()),
    divideUnsigned: index("divideUnsigned", binary()),
    divideSigned: index("divideSigned", binary()),
    crc32: module.importFunction("crc32", [i64, i64, i32, i32], [i64]),
  };
}
