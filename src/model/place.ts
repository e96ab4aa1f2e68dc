import { type JsonString, placeInString } from "../read/json-node.js";
import { listNames } from "../validate/name-list.js";
import { nearestHint } from "../validate/nearest.js";
import { errorAt } from "./finding.js";
import type { Scope } from "./scope.js";
import type { IndexKind, Member, Place, Struct } from "./types.js";

const PART = /([A-Za-z_]\w*)(?:\[(\w+)\])?/g;

interface Part {
  readonly name: string;
  readonly nameStart: number;
  readonly index: string | undefined;
  readonly indexStart: number;
}

/**
 * Where a member path that stands in a document's string leads from a struct.
 * `gp_regs.regs.regs[19]`, `gp_regs.spsr[KVM_SPSR_EL1]`, `sys_regs[TTBR0_EL1]`.
 * Undefined with a diagnostic: WS221 unknown member; WS222 index out of range; WS223 index where there is no array,
 * none where there is one, or a member of what is no struct; WS224 unknown name as index. Without one when a struct
 * or constant on the way is broken itself.
 */
export function resolvePath(scope: Scope, struct: Struct, node: JsonString): Place | undefined {
  const parts = [...node.value.matchAll(PART)].map(toPart);
  let here = struct;
  let offsetBytes = 0;
  for (const [position, part] of parts.entries()) {
    const member = findMember(scope, here, part, node);
    if (member === undefined) return undefined;
    offsetBytes += member.offsetBytes;
    if (part.index !== undefined) {
      const index = indexOf(scope, member, here, part, node);
      if (index === undefined) return undefined;
      offsetBytes += index * member.elementBytes;
    }
    if (position === parts.length - 1) {
      const widthBytes = part.index === undefined ? member.sizeBytes : member.elementBytes;
      return { struct: struct.name, path: node.value, offsetBytes, widthBytes, member };
    }
    const next = enter(scope, member, here, part, node);
    if (next === undefined) return undefined;
    here = next;
  }
  throw new Error(`a member path without members: ${node.value}`);
}

function toPart(match: RegExpExecArray): Part {
  const [, name = "", index] = match;
  return { name, nameStart: match.index, index, indexStart: match.index + name.length + 1 };
}

function findMember(scope: Scope, struct: Struct, part: Part, node: JsonString): Member | undefined {
  const member = struct.members.find(({ name }) => name === part.name);
  if (member === undefined) {
    const at = placeInString(node, part.nameStart, part.name.length);
    const names = struct.members.map(({ name }) => name);
    const hint = nearestHint(part.name, names) ?? `its members are ${listNames(names)}`;
    const related = [{ at: struct.at, message: `struct ${struct.name} is declared here` }];
    scope.found.push(
      errorAt("WS221", at, `struct ${struct.name} has no member ${part.name}`, { hint, related }),
    );
  }
  return member;
}

function indexOf(
  scope: Scope,
  member: Member,
  struct: Struct,
  part: Part,
  node: JsonString,
): number | undefined {
  const text = part.index ?? "";
  const at = placeInString(node, part.indexStart, text.length);
  const what = `${struct.name}.${member.name}`;
  if (member.count === undefined) {
    scope.found.push(
      errorAt("WS223", at, `${what} is no array`, { hint: `write ${member.name} without [${text}]` }),
    );
    return undefined;
  }
  const value = indexValue(scope, member.index, text);
  if (value === "broken") return undefined;
  if (value === undefined) {
    const hint = nearestHint(text, [...indexNames(scope, member.index), ...scope.constants.keys()]);
    scope.found.push(
      errorAt("WS224", at, `no constant${indexWords(member.index)} is called ${text}`, { hint }),
    );
    return undefined;
  }
  if (value < BigInt(member.count)) return Number(value);
  const meaning = /^\d+$/.test(text) ? `index ${text}` : `index ${text}, which is ${value},`;
  const related = [{ at: member.at, message: `${member.name} is declared here` }];
  scope.found.push(
    errorAt("WS222", at, `${meaning} is outside ${what}, whose elements are 0 to ${member.count - 1}`, {
      related,
    }),
  );
  return undefined;
}

function indexValue(scope: Scope, kind: IndexKind | undefined, text: string): bigint | "broken" | undefined {
  if (/^(0|[1-9]\d*)$/.test(text)) return BigInt(text);
  if (kind === "sysreg") {
    const index = scope.order.get(text);
    if (index !== undefined) return BigInt(index);
  } else if (kind !== undefined) {
    const position = indexNames(scope, kind).indexOf(text);
    if (position >= 0) return BigInt(position);
  }
  return scope.constants.get(text);
}

function indexNames(scope: Scope, kind: IndexKind | undefined): readonly string[] {
  if (kind === "sysreg") return [...scope.order.keys()];
  if (kind === undefined) return [];
  return kind === "gpr" ? namesFrom("X", 31) : namesFrom("Q", 32);
}

function namesFrom(letter: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, number) => `${letter}${number}`);
}

function indexWords(kind: IndexKind | undefined): string {
  if (kind === undefined) return "";
  return kind === "sysreg" ? " or register of sysreg-order.json" : " or register";
}

function enter(
  scope: Scope,
  member: Member,
  struct: Struct,
  part: Part,
  node: JsonString,
): Struct | undefined {
  const at = placeInString(node, part.nameStart, part.name.length);
  const what = `${struct.name}.${member.name}`;
  if (member.type.kind !== "struct") {
    const kind =
      member.type.kind === "pointer" ? "a pointer: what it leads to has no offset here" : "no struct";
    scope.found.push(errorAt("WS223", at, `${what} is ${kind}`));
    return undefined;
  }
  if (member.count !== undefined && part.index === undefined) {
    const hint = `write ${member.name}[0] for its first element`;
    scope.found.push(
      errorAt("WS223", at, `${what} is an array of ${member.count}: an index is missing`, { hint }),
    );
    return undefined;
  }
  const next = scope.structs.get(member.type.struct);
  return next === "broken" ? undefined : next;
}
