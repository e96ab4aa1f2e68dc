import type { Diagnostic } from "../core/diagnostic.js";
import type { Struct } from "../model/types.js";
import { checkMember, structInPlace } from "./check-member.js";
import type { CompiledLayout, CompiledStruct } from "./compiled.js";
import { finding, ORACLE, type OracleOptions, placeIn } from "./findings.js";
import { type FlatMember, flatten } from "./flatten.js";

/** What differs, and how many members both sides have. */
interface MemberCheck {
  readonly diagnostics: readonly Diagnostic[];
  readonly members: number;
}

/** definitions: the object's, one for each struct that both sides have. */
export interface StructCheck extends MemberCheck {
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
  const checks = structs.map((struct): MemberCheck => {
    const candidates = (object.structs.get(struct.name) ?? []).map((compiled) => ({
      compiled,
      ...checkStruct(struct, compiled, around),
    }));
    const [first, ...others] = candidates;
    if (first !== undefined) {
      const best = others.reduce((best, other) => (weight(other) < weight(best) ? other : best), first);
      definitions.set(struct.name, best.compiled);
      return best;
    }
    const message = `${object.file} defines no struct ${struct.name}`;
    return { diagnostics: [finding(ORACLE.notInObject, struct.at, message, {}, options)], members: 0 };
  });
  return {
    diagnostics: checks.flatMap(({ diagnostics }) => diagnostics),
    members: checks.reduce((sum, check) => sum + check.members, 0),
    definitions,
  };
}

function weight({ diagnostics }: MemberCheck): number {
  return diagnostics.reduce((sum, { severity }) => sum + WEIGHTS[severity], 0);
}

const WEIGHTS = { error: 10_000, warning: 100, note: 1 } as const;

function checkStruct(struct: Struct, compiled: CompiledStruct, around: Surroundings): MemberCheck {
  const { file } = around;
  const found: Diagnostic[] = [];
  if (compiled.sizeBytes !== struct.sizeBytes) {
    const message = `struct ${struct.name} has ${struct.sizeBytes} bytes in the layout, and ${compiled.sizeBytes} in ${file}`;
    found.push(finding(ORACLE.structSize, struct.at, message, { related: placeIn(file, compiled.where) }));
  }
  const inside = checkMembers(struct, struct.name, flatten(compiled.members), 0, around);
  return { diagnostics: [...found, ...inside.diagnostics], members: inside.members };
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
    const inPlace = structInPlace(member, compiled, structs);
    if (inPlace === undefined || compiled.type.kind !== "record") continue;
    const inner = flatten(compiled.type.members ?? [], compiled.offsetBits);
    const check = checkMembers(inPlace, name, inner, compiled.offsetBits, around);
    found.push(...check.diagnostics);
    members += check.members;
  }
  return {
    diagnostics: [...found, ...unknownMembers(struct, path, flat, baseBits, around)],
    members,
  };
}

/** The object's members that the layout neither names nor covers by an opaque one. */
function unknownMembers(
  struct: Struct,
  path: string,
  flat: readonly FlatMember[],
  baseBits: number,
  { file, options }: Surroundings,
): Diagnostic[] {
  const names = new Set(struct.members.map(({ name }) => name));
  const opaque = struct.members.filter(({ type }) => type.kind === "opaque");
  return flat
    .filter(({ name, offsetBits }) => {
      const bytes = (offsetBits - baseBits) / 8;
      return (
        !names.has(name) &&
        !opaque.some(({ offsetBytes, sizeBytes }) => bytes >= offsetBytes && bytes < offsetBytes + sizeBytes)
      );
    })
    .map(({ name, offsetBits, where }) => {
      const offset = Math.floor((offsetBits - baseBits) / 8);
      const message = `${file} has a member ${path}.${name} at byte ${offset}, which the layout does not have`;
      return finding(ORACLE.notInLayout, struct.at, message, { related: placeIn(file, where) }, options);
    });
}
