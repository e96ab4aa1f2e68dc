import { type JsonNode, memberValue, nodeAt, placeOf, stringAt } from "../read/json-node.js";
import type { ValidDocument } from "../validate/document.js";
import type {
  LayoutDocument,
  SysregOrderDocument,
  SysregOrderRegister,
} from "../validate/generated/documents.js";
import { listNames } from "../validate/name-list.js";
import { nearestHint } from "../validate/nearest.js";
import { resolveConstraints } from "./constraints.js";
import { errorAt } from "./finding.js";
import { eachOf, findStruct, findSysreg, present, type Scope } from "./scope.js";
import type { Member, SysregOrder, SysregSlot } from "./types.js";
import { resolveWaivers } from "./waivers.js";

const SLOT_BYTES = 8;

/** Index of each register by name: its position, counted from 1. */
export function orderIndices({ value }: ValidDocument<SysregOrderDocument>): ReadonlyMap<string, number> {
  return new Map(value.registers.map(({ name }, position) => [name, position + 1]));
}

/**
 * The layout's system registers with their slots.
 * Errors: WS205 unknown register; WS210 unknown struct; WS221 unknown member; WS230 storage that is not in the
 * context struct; WS231 storage that is no u64 array of the order's count; WS232 via with another width.
 */
export function resolveOrder(
  document: ValidDocument<SysregOrderDocument>,
  layout: LayoutDocument,
  scope: Scope,
): SysregOrder | undefined {
  const { value, node } = document;
  const storage = findStorage(document, layout, scope);
  const slots = eachOf(value.registers, nodeAt(node, "registers"), (register, registerNode, position) =>
    resolveSlot(register, registerNode, position + 1, storage, scope),
  );
  if (storage === undefined) return undefined;
  return {
    storageStruct: value.storage.struct,
    storageMember: value.storage.member,
    sentinel: value.sentinel,
    countName: value.count,
    slots: present(slots),
    at: placeOf(stringAt(node, "storage", "member")),
  };
}

function resolveSlot(
  register: SysregOrderRegister,
  node: JsonNode,
  index: number,
  storage: Member | undefined,
  scope: Scope,
): SysregSlot | undefined {
  const at = placeOf(stringAt(node, "name"));
  const sysreg = findSysreg(scope, register.name, at);
  const via =
    register.via === undefined ? sysreg : findSysreg(scope, register.via, placeOf(stringAt(node, "via")));
  if (sysreg === undefined || via === undefined || storage === undefined) return undefined;
  if (via.widthBits !== sysreg.widthBits) {
    const message = `${sysreg.name} has ${sysreg.widthBits} bits, but ${via.name}, which it is moved through, has ${via.widthBits}`;
    scope.found.push(errorAt("WS232", placeOf(stringAt(node, "via")), message));
  }
  return {
    name: register.name,
    index,
    offsetBytes: storage.offsetBytes + SLOT_BYTES * index,
    sysreg,
    via,
    groups: register.groups,
    ...resolveConstraints(node),
    waivers: resolveWaivers(memberValue(node, "waive")),
    at,
  };
}

function findStorage(
  { value, node }: ValidDocument<SysregOrderDocument>,
  layout: LayoutDocument,
  scope: Scope,
): Member | undefined {
  const { struct: structName, member: memberName } = value.storage;
  const structNode = stringAt(node, "storage", "struct");
  const memberNode = stringAt(node, "storage", "member");
  const struct = findStruct(scope, structName, placeOf(structNode));
  if (struct === undefined) return undefined;
  if (structName !== layout.context) {
    const message = `the registers are kept in struct ${structName}, but the layout's context is struct ${layout.context}`;
    scope.found.push(errorAt("WS230", placeOf(structNode), message));
    return undefined;
  }
  const member = struct.members.find(({ name }) => name === memberName);
  if (member === undefined) {
    const names = struct.members.map(({ name }) => name);
    const message = `struct ${structName} has no member ${memberName}`;
    scope.found.push(
      errorAt("WS221", placeOf(memberNode), message, {
        hint: nearestHint(memberName, names) ?? `its members are ${listNames(names)}`,
      }),
    );
    return undefined;
  }
  const slots = value.registers.length + 1;
  const isU64 = member.type.kind === "scalar" && member.type.scalar === "u64";
  if (!isU64 || member.index !== "sysreg" || member.count !== slots) {
    const found = `${isU64 ? "u64" : member.type.kind}${member.count === undefined ? "" : ` [${member.count}]`}`;
    const index = member.index === undefined ? "no index" : `index "${member.index}"`;
    const message = `${structName}.${memberName} is ${found} with ${index}, but the registers need u64 [${slots}] with index "sysreg"`;
    const related = [{ at: member.at, message: `${memberName} is declared here` }];
    const hint = `declare it as { "name": "${memberName}", "type": "u64", "count": "${value.count}", "index": "sysreg" }`;
    scope.found.push(errorAt("WS231", placeOf(memberNode), message, { related, hint }));
    return undefined;
  }
  return member;
}
