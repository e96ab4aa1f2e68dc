import { type JsonNode, memberValue, nodeAt, placeOf, stringAt } from "../read/json-node.js";
import type { ValidDocument } from "../validate/document.js";
import type { WorldSwitchDocument } from "../validate/generated/documents.js";
import { listNames } from "../validate/name-list.js";
import { nearestHint } from "../validate/nearest.js";
import type { A64Table } from "./a64/index.js";
import { evaluateExpression, fieldHint } from "./expression.js";
import { errorAt } from "./finding.js";
import { resolvePath } from "./place.js";
import { eachOf, findSysreg, present, type Scope } from "./scope.js";
import type {
  Clobber,
  Expression,
  FaultTransfer,
  Place,
  Struct,
  Sysreg,
  Trap,
  TrapSetting,
  WorldSwitch,
} from "./types.js";
import { resolveWaivers } from "./waivers.js";

type Document = ValidDocument<WorldSwitchDocument>;
const REGISTER_BYTES = 8;

/** An expression of the document with its value; undefined after a diagnostic. Errors: those of expressions. */
export function resolveExpression(scope: Scope, node: JsonNode | undefined): Expression | undefined {
  if (node?.kind !== "string") return undefined;
  const result = evaluateExpression(
    node,
    {
      sysregs: scope.sysregs,
      constant: (name) => scope.constants.get(name),
      constantNames: () => scope.constants.keys(),
    },
    scope.found,
  );
  return result && { text: result.text, value: result.value };
}

/** A member of a struct that holds a whole register. Errors: those of member paths; WS241 not 8 bytes wide. */
export function resolveRegisterMember(scope: Scope, struct: Struct, node: JsonNode): Place | undefined {
  if (node.kind !== "string") return undefined;
  const place = resolvePath(scope, struct, node);
  if (place === undefined || place.widthBytes === REGISTER_BYTES) return place;
  const message = `a register is loaded from here, so ${node.value} needs ${REGISTER_BYTES} bytes; it has ${place.widthBytes}`;
  const related = [{ at: place.member.at, message: `${place.member.name} is declared here` }];
  scope.found.push(errorAt("WS241", placeOf(node), message, { related }));
  return undefined;
}

/** Trap registers in document order. Errors: WS205 unknown register; those of members and expressions. */
export function resolveTraps({ value, node }: Document, vcpu: Struct, scope: Scope): readonly Trap[] {
  return present(
    eachOf(value.traps, nodeAt(node, "traps"), (trap, trapNode): Trap | undefined => {
      const at = placeOf(stringAt(trapNode, "register"));
      const register = findSysreg(scope, trap.register, at);
      const activate = resolveSetting(nodeAt(trapNode, "activate"), vcpu, scope);
      const deactivate = resolveSetting(nodeAt(trapNode, "deactivate"), vcpu, scope);
      const waivers = resolveWaivers(memberValue(trapNode, "waive"));
      return register && { register, activate, deactivate, ...(waivers.length === 0 ? {} : { waivers }), at };
    }),
  );
}

function resolveSetting(node: JsonNode, vcpu: Struct, scope: Scope): TrapSetting {
  const list = memberValue(node, "members");
  const members =
    list?.kind === "array" ? list.items.map((item) => resolveRegisterMember(scope, vcpu, item)) : [];
  const keep = resolveExpression(scope, memberValue(node, "keep"));
  const value = resolveExpression(scope, memberValue(node, "value"));
  const literal = memberValue(node, "literal");
  return {
    members: present(members),
    ...(keep === undefined ? {} : { keep }),
    ...(value === undefined ? {} : { value }),
    literal: literal?.kind === "boolean" && literal.value,
  };
}

/** Syndrome registers in document order. Errors: WS205 unknown register; those of member paths; WS241. */
export function resolveFault(
  { value, node }: Document,
  vcpu: Struct,
  scope: Scope,
): readonly FaultTransfer[] {
  return present(
    eachOf(value.fault, nodeAt(node, "fault"), (fault, faultNode): FaultTransfer | undefined => {
      const at = placeOf(stringAt(faultNode, "register"));
      const register = findSysreg(scope, fault.register, at);
      const place = resolveKept(scope, vcpu, stringAt(faultNode, "member"));
      const waivers = resolveWaivers(memberValue(faultNode, "waive"));
      return register && place && { register, place, widthBits: fault.width, waivers, at };
    }),
  );
}

/** A member that STR of a W or an X register can fill. Errors: those of member paths; WS241 neither 4 nor 8 bytes wide. */
function resolveKept(scope: Scope, vcpu: Struct, node: JsonNode): Place | undefined {
  if (node.kind !== "string") return undefined;
  const place = resolvePath(scope, vcpu, node);
  if (place === undefined || place.widthBytes === 4 || place.widthBytes === REGISTER_BYTES) return place;
  const message = `a register is stored here, so ${node.value} needs 4 or 8 bytes; it has ${place.widthBytes}`;
  const related = [{ at: place.member.at, message: `${place.member.name} is declared here` }];
  scope.found.push(errorAt("WS241", placeOf(node), message, { related }));
  return undefined;
}

/** Errors: WS205, WS206 unknown register or field; WS262 unknown AT operation; WS266 field of several bits. */
export function resolveAbort(
  document: Document,
  a64: A64Table,
  scope: Scope,
): WorldSwitch["abort"] | undefined {
  const { abort } = document.value;
  const node = nodeAt(document.node, "abort");
  const at = placeOf(stringAt(node, "operation"));
  const operations = a64.systemOperations
    .filter((operation) => operation.class === "AT")
    .map(({ name }) => name);
  if (!operations.includes(abort.operation)) {
    const hint = nearestHint(abort.operation, operations) ?? `there are ${listNames(operations)}`;
    scope.found.push(errorAt("WS262", at, `no AT operation is called ${abort.operation}`, { hint }));
  }
  const result = findSysreg(scope, abort.result, placeOf(stringAt(node, "result")));
  const fieldNode = stringAt(node, "failed", "field");
  if (result !== undefined && !result.fields.some(({ name }) => name === fieldNode.value)) {
    const hint = fieldHint(result, fieldNode.value);
    scope.found.push(
      errorAt("WS206", placeOf(fieldNode), `${result.name} has no field ${fieldNode.value}`, { hint }),
    );
  }
  const clobbers = eachOf(
    abort.clobbers,
    nodeAt(node, "clobbers"),
    (clobber, clobberNode): Clobber | undefined => {
      const place = placeOf(stringAt(clobberNode, "register"));
      const register = findSysreg(scope, clobber.register, place);
      return register && { register, waivers: resolveWaivers(memberValue(clobberNode, "waive")), at: place };
    },
  );
  const failed = resolveFailed(abort.failed, nodeAt(node, "failed"), result, scope);
  return result && failed && { operation: abort.operation, result, failed, clobbers: present(clobbers), at };
}

/** The bit that is tested: the one that is written, else the field's own. undefined after WS266. */
function resolveFailed(
  { field: name, bit }: WorldSwitchDocument["abort"]["failed"],
  node: JsonNode,
  result: Sysreg | undefined,
  scope: Scope,
): WorldSwitch["abort"]["failed"] | undefined {
  const waivers = resolveWaivers(memberValue(node, "waive"));
  if (bit !== undefined) return { field: name, bit, waivers, at: placeOf(nodeAt(node, "bit")) };
  const at = placeOf(stringAt(node, "field"));
  const field = result?.fields.find((candidate) => candidate.name === name);
  if (field === undefined || result === undefined) return undefined;
  if (field.msb === field.lsb) return { field: name, bit: field.lsb, waivers, at };
  const message = `${result.name}.${name} is bits ${field.msb}:${field.lsb}, and the switch tests one bit`;
  scope.found.push(errorAt("WS266", at, message, { hint: 'name a field of one bit, or say which "bit"' }));
  return undefined;
}
