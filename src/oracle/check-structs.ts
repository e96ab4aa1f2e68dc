import type { Diagnostic } from "../core/diagnostic.js";
import type { Struct } from "../model/types.js";
import { checkMember, structInPlace } from "./check-member.js";
import type { CompiledLayout, CompiledStruct } from "./compiled.js";
import { finding, ORACLE, type OracleOptions, placeIn } from "./findings.js";
import { type FlatMember, flatten } from "./flatten.js";

/** What differs, how many members both sides have, and which structs the object describes in place, without a name. */
interface MemberCheck {
  readonly diagnostics: readonly Diagnostic[];
  readonly members: number;
  readonly inPlace: readonly string[];
}

/** definitions: the object's, one for each struct that both sides have. */
export interface StructCheck {
  readonly diagnostics: readonly Diagnostic[];
  readonly members: number;
  readonly definitions: ReadonlyMap<string, CompiledStruct>;
}

/**
 * The layout's structs against an object's definitions of their names. Where definitions disagree with each other,
 * the one that is nearest to the layout counts.
 */
export function checkStructs(
  structs: readonly Struct[],
  object: CompiledLayout,
  options: OracleOptions,
): StructCheck {
  const definitions = new Map<string, CompiledStruct>();
  const around = { structs, file: object.file, options };
  const checks = structs.flatMap((struct): MemberCheck[] => {
    const candidates = (object.structs.get(struct.name) ?? []).map((compiled) => ({
      compiled,
      ...checkStruct(struct, compiled, around),
    }));
    const [first, ...others] = candidates;
    if (first === undefined) return [];
    const best = others.reduce((best, other) => (weight(other) < weight(best) ? other : best), first);
    definitions.set(struct.name, best.compiled);
    return [best];
  });
  const inPlace = new Set(checks.flatMap((check) => check.inPlace));
  const missing = structs
    .filter(({ name }) => !definitions.has(name) && !inPlace.has(name))
    .map(({ name, at }) =>
      finding(ORACLE.notInObject, at, `${object.file} defines no struct ${name}`, {}, options),
    );
  return {
    diagnostics: [...checks.flatMap(({ diagnostics }) => diagnostics), ...missing],
    members: checks.reduce((sum, check) => sum + check.members, 0),
    definitions,
  };
}

function weight({ diagnostics }: MemberCheck): number {
  return diagnostics.reduce((sum, { severity }) => sum + WEIGHTS[severity], 0);
}

/** Errors count most; then what one side lacks, which tells another struct of the same name. */
const WEIGHTS = { error: 1_000_000, note: 1_000, warning: 1 } as const;

function checkStruct(struct: Struct, compiled: CompiledStruct, around: Surroundings): MemberCheck {
  const { file } = around;
  const found: Diagnostic[] = [];
  if (compiled.sizeBytes !== struct.sizeBytes) {
    const message = `struct ${struct.name} has ${struct.sizeBytes} bytes in the layout, and ${compiled.sizeBytes} in ${file}`;
    found.push(finding(ORACLE.structSize, struct.at, message, { related: placeIn(file, compiled.where) }));
  }
  const inside = checkMembers(struct, struct.name, flatten(compiled.members), 0, around);
  return { ...inside, diagnostics: [...found, ...inside.diagnostics] };
}

interface Surroundings {
  readonly structs: readonly Struct[];
  readonly file: string;
  readonly options: OracleOptions;
}

function checkMembers(
  struct: Struct,
  path: string,
  flat: readonly FlatMember[],
  baseBits: number,
  around: Surroundings,
): MemberCheck {
  const { structs, file, options } = around;
  const found: Diagnostic[] = [];
  const byName = new Map(flat.map((member) => [member.name, member]));
  const inPlace: string[] = [];
  let members = 0;
  for (const member of struct.members) {
    const name = `${path}.${member.name}`;
    const compiled = byName.get(member.name);
    if (compiled === undefined) {
      // What is opaque stands for members that the layout does not go into, and may have a name of its own.
      if (member.type.kind === "opaque") continue;
      const message = `${file} has no member ${name}`;
      found.push(finding(ORACLE.notInObject, member.at, message, {}, options));
      continue;
    }
    members++;
    found.push(...checkMember(name, member, compiled, file, baseBits));
    const inner = structInPlace(member, compiled, structs);
    if (inner === undefined || compiled.type.kind !== "record") continue;
    const innerFlat = flatten(compiled.type.members ?? [], compiled.offsetBits);
    const check = checkMembers(inner, name, innerFlat, compiled.offsetBits, around);
    inPlace.push(inner.name, ...check.inPlace);
    found.push(...check.diagnostics);
    members += check.members;
  }
  const unknown = unknownMembers(struct, path, flat, baseBits, around);
  return { diagnostics: [...found, ...unknown], members, inPlace };
}

/**
 * The object's members that the layout neither names nor covers: by an opaque member, or by one that both have, of
 * which a union gives another view.
 */
function unknownMembers(
  struct: Struct,
  path: string,
  flat: readonly FlatMember[],
  baseBits: number,
  { file, options }: Surroundings,
): Diagnostic[] {
  const names = new Set(struct.members.map(({ name }) => name));
  const there = new Set(flat.map(({ name }) => name));
  const covering = struct.members.filter(({ name, type }) => type.kind === "opaque" || there.has(name));
  return flat
    .map((member) => ({ ...member, offset: Math.floor((member.offsetBits - baseBits) / 8) }))
    .filter(
      ({ name, offset }) =>
        !names.has(name) &&
        !covering.some(
          ({ offsetBytes, sizeBytes }) => offset >= offsetBytes && offset < offsetBytes + sizeBytes,
        ),
    )
    .map(({ name, offset, where }) => {
      const message = `${file} has a member ${path}.${name} at byte ${offset}, which the layout does not have`;
      return finding(ORACLE.notInLayout, struct.at, message, { related: placeIn(file, where) }, options);
    });
}
