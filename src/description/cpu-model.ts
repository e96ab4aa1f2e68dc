import type { Diagnostic } from "../core/diagnostic.js";
import { type Result, resultOf } from "../core/result.js";
import { findSysreg } from "../model/scope.js";
import type { Sysreg } from "../model/types.js";
import { parseJson } from "../read/json.js";
import { nodeAt, placeOf } from "../read/json-node.js";
import type { SourceText } from "../read/sources.js";
import type { Selection } from "../runtime/index.js";
import { validateDocument } from "../validate/document.js";
import type { CpuDocument } from "../validate/generated/documents.js";

/**
 * A CPU that the runtime can be. has: whether it has a register of the catalogue.
 * resets: values after reset where they differ from the catalogue's, by register. selections: what registers show that
 * another one selects.
 */
export interface CpuModel {
  readonly name: string;
  readonly title: string;
  readonly resets: ReadonlyMap<string, bigint>;
  readonly selections: ReadonlyMap<string, Selection>;
  /** Condition flags after reset; those that are not there are 0. */
  readonly flags: Partial<Record<"N" | "Z" | "C" | "V", number>>;
  has(register: Pick<Sysreg, "name" | "feature">): boolean;
}

/**
 * The CPU model of a document under schema/arm64/cpus.
 * Errors: WS0xx and WS1xx; WS205 a register that the catalogue does not have.
 */
export function readCpuModel(
  { file, text }: SourceText,
  sysregs: ReadonlyMap<string, Sysreg>,
): Result<CpuModel> {
  const parsed = parseJson(file, text);
  const valid = parsed.ok ? validateDocument("cpu", parsed.value) : parsed;
  if (!valid.ok) return valid;
  const { value, node } = valid.value;
  const found: Diagnostic[] = [];
  value.registers.forEach(({ register, selected }, i) => {
    findSysreg({ sysregs, found }, register, placeOf(nodeAt(node, "registers", i, "register")));
    if (selected !== undefined)
      findSysreg({ sysregs, found }, selected.by, placeOf(nodeAt(node, "registers", i, "selected", "by")));
  });
  value.absent?.forEach(({ registers }, i) => {
    registers.forEach((register, j) => {
      findSysreg({ sysregs, found }, register, placeOf(nodeAt(node, "absent", i, "registers", j)));
    });
  });
  return resultOf(found, () => modelOf(value));
}

function modelOf({ cpu, title, features, registers, flags, absent }: CpuDocument): CpuModel {
  const missing = new Set(absent?.flatMap((group) => group.registers));
  const implemented = new Set(features);
  return {
    name: cpu,
    title,
    resets: new Map(
      registers.flatMap(({ register, reset }) => (reset === undefined ? [] : [[register, BigInt(reset)]])),
    ),
    selections: new Map(
      registers.flatMap(({ register, selected }) =>
        selected === undefined ? [] : [[register, { by: selected.by, values: selected.values.map(BigInt) }]],
      ),
    ),
    flags: flags ?? {},
    has: ({ name, feature }) => !missing.has(name) && (feature === undefined || implemented.has(feature)),
  };
}
