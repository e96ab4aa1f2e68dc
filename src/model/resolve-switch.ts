import { nodeAt, placeOf, stringAt } from "../read/json-node.js";
import type { ValidDocument } from "../validate/document.js";
import type { LayoutDocument, WorldSwitchDocument } from "../validate/generated/documents.js";
import { nearestHint } from "../validate/nearest.js";
import type { A64Table } from "./a64/index.js";
import { errorAt } from "./finding.js";
import { resolvePath } from "./place.js";
import { resolveBarriers } from "./resolve-barriers.js";
import { resolveFlush } from "./resolve-flush.js";
import { resolveGroups } from "./resolve-groups.js";
import { resolveProcedures, resolveRoutines, resolveWay } from "./resolve-routines.js";
import {
  resolveAbort,
  resolveExpression,
  resolveFault,
  resolveRegisterMember,
  resolveTraps,
} from "./resolve-traps.js";
import { resolveVectors } from "./resolve-vectors.js";
import { eachOf, findSysreg, present, type Scope } from "./scope.js";
import type { Expression, Place, Struct, SysregOrder, WorldSwitch } from "./types.js";

type Document = ValidDocument<WorldSwitchDocument>;

const ROLES = ["vcpu", "exitCode", "context", "scratch", "link"] as const;
/** An object file's section is aligned to a power of two; 64 KiB is the largest page. */
const LARGEST_ALIGN_LOG2 = 16n;
const LARGEST_PSTATE = 0xffff_ffffn;

/** The structs that paths start in, and what the world switch needs besides them. */
export interface SwitchContext {
  readonly layout: LayoutDocument;
  readonly vcpu: Struct | undefined;
  readonly context: Struct | undefined;
  readonly order: SysregOrder | undefined;
  readonly a64: A64Table;
}

/**
 * The world switch with every name resolved; undefined after diagnostics.
 * Errors: those of its parts; WS260 context of the wrong type; WS261 pointer to no struct of the layout; WS263 value
 * out of range; WS264 a register with two roles.
 */
export function resolveSwitch(
  document: Document,
  switchContext: SwitchContext,
  scope: Scope,
): WorldSwitch | undefined {
  const { vcpu, context: struct, order, a64 } = switchContext;
  const groups = resolveGroups(document, { scope, struct, order });
  const alignLog2 = boundedExpression(document, ["section", "alignLog2"], LARGEST_ALIGN_LOG2, scope);
  const parts = {
    registers: resolveRoles(document, scope),
    groups,
    routines: resolveRoutines(document, groups, scope),
    procedures: resolveProcedures(document, scope),
    entry: resolveWay(document, "entry", scope),
    exit: resolveWay(document, "exit", scope),
    vectors: resolveVectors(document, scope.found),
    ...resolveBarriers(document, scope),
  };
  const panic = resolvePanic(document, scope);
  const abort = resolveAbort(document, a64, scope);
  const flush = resolveFlush(document, a64, scope);
  if (vcpu === undefined) return undefined;
  const contexts = resolveContexts(document, vcpu, switchContext.layout, scope);
  const vm = resolveVm(document, vcpu, scope);
  const traps = resolveTraps(document, vcpu, scope);
  const fault = resolveFault(document, vcpu, scope);
  if (
    alignLog2 === undefined ||
    panic === undefined ||
    abort === undefined ||
    flush === undefined ||
    contexts === undefined ||
    vm === undefined
  )
    return undefined;
  const section = { name: document.value.section.name, alignLog2 };
  return { section, ...parts, contexts, traps, vm, fault, abort, flush, panic };
}

function boundedExpression(
  { node }: Document,
  way: readonly string[],
  largest: bigint,
  scope: Scope,
): Expression | undefined {
  const at = nodeAt(node, ...way);
  const expression = resolveExpression(scope, at);
  if (expression === undefined || expression.value <= largest) return expression;
  scope.found.push(
    errorAt("WS263", placeOf(at), `${way.join(".")} is ${expression.value}, expected 0 to ${largest}`),
  );
  return undefined;
}

function resolveRoles({ value, node }: Document, scope: Scope): WorldSwitch["registers"] {
  const taken = new Map<string, (typeof ROLES)[number]>();
  for (const role of ROLES) {
    const name = value.registers[role];
    const first = taken.get(name);
    if (first === undefined) taken.set(name, role);
    else
      scope.found.push(
        errorAt(
          "WS264",
          placeOf(stringAt(node, "registers", role)),
          `${name} has two roles, ${first} and ${role}`,
          {
            related: [{ at: placeOf(stringAt(node, "registers", first)), message: `${first} is given here` }],
          },
        ),
      );
  }
  const number = (role: (typeof ROLES)[number]): number => Number(value.registers[role].slice(1));
  return {
    vcpu: number("vcpu"),
    exitCode: number("exitCode"),
    context: number("context"),
    scratch: number("scratch"),
    link: number("link"),
  };
}

function resolveContexts(
  { node }: Document,
  vcpu: Struct,
  layout: LayoutDocument,
  scope: Scope,
): WorldSwitch["contexts"] | undefined {
  const guestNode = stringAt(node, "contexts", "guest");
  const hostNode = stringAt(node, "contexts", "host");
  const guest = resolvePath(scope, vcpu, guestNode);
  const host = resolvePath(scope, vcpu, hostNode);
  if (guest !== undefined && !isSingle(guest, "struct", layout.context))
    scope.found.push(wrongContext(guest, guestNode, `struct ${layout.context}`));
  if (host !== undefined && !isSingle(host, "pointer", `struct ${layout.context}`))
    scope.found.push(wrongContext(host, hostNode, `a pointer to struct ${layout.context}`));
  return guest && host && { guest, host };
}

function isSingle({ member, path }: Place, kind: "struct" | "pointer", name: string): boolean {
  const { type } = member;
  if (member.count !== undefined && !path.endsWith("]")) return false;
  return type.kind === "struct"
    ? kind === "struct" && type.struct === name
    : type.kind === "pointer" && kind === "pointer" && type.to === name;
}

function wrongContext(place: Place, node: ReturnType<typeof stringAt>, wanted: string) {
  const related = [{ at: place.member.at, message: `${place.member.name} is declared here` }];
  return errorAt("WS260", placeOf(node), `${node.value} is ${describe(place)}, expected ${wanted}`, {
    related,
  });
}

function describe({ member }: Place): string {
  const { type } = member;
  const array = member.count === undefined ? "" : ` in an array of ${member.count}`;
  if (type.kind === "scalar") return `a ${type.scalar}${array}`;
  if (type.kind === "struct") return `struct ${type.struct}${array}`;
  return type.kind === "pointer" ? `a pointer to ${type.to ?? "void"}${array}` : `opaque${array}`;
}

function resolveVm({ value, node }: Document, vcpu: Struct, scope: Scope): WorldSwitch["vm"] | undefined {
  const at = placeOf(stringAt(node, "vm", "register"));
  const register = findSysreg(scope, value.vm.register, at);
  const pointerNode = stringAt(node, "vm", "pointer");
  const pointer = resolvePath(scope, vcpu, pointerNode);
  if (pointer === undefined) return undefined;
  const { type } = pointer.member;
  const target = type.kind === "pointer" ? /^struct (\w+)$/.exec(type.to ?? "")?.[1] : undefined;
  const struct = target === undefined ? undefined : scope.structs.get(target);
  if (struct === undefined) {
    const related = [{ at: pointer.member.at, message: `${pointer.member.name} is declared here` }];
    const hint = target === undefined ? undefined : nearestHint(target, scope.structs.keys());
    const message = `${pointerNode.value} is ${describe(pointer)}, expected a pointer to a struct of vcpu-context.json`;
    scope.found.push(errorAt("WS261", placeOf(pointerNode), message, { related, hint }));
    return undefined;
  }
  if (struct === "broken") return undefined;
  const place = resolveRegisterMember(scope, struct, stringAt(node, "vm", "member"));
  return register && place && { register, pointer, place, at };
}

function resolvePanic(document: Document, scope: Scope): WorldSwitch["panic"] | undefined {
  const { panic } = document.value;
  const node = nodeAt(document.node, "panic");
  const registers = eachOf(panic.registers, nodeAt(node, "registers"), (name, nameNode) =>
    findSysreg(scope, name, placeOf(nameNode)),
  );
  const pstate = boundedExpression(document, ["panic", "pstate"], LARGEST_PSTATE, scope);
  const at = placeOf(stringAt(node, "function"));
  return (
    pstate && { function: panic.function, message: panic.message, registers: present(registers), pstate, at }
  );
}
