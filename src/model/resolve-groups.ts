import { type JsonNode, memberValue, nodeAt, placeOf, stringAt } from "../read/json-node.js";
import type { ValidDocument } from "../validate/document.js";
import type {
  SysregOrderDocument,
  WorldSwitchDocument,
  WorldSwitchGroup,
  WorldSwitchTransfer,
} from "../validate/generated/documents.js";
import { gapFor } from "../validate/missing.js";
import { nearestHint } from "../validate/nearest.js";
import { resolveConstraints } from "./constraints.js";
import { errorAt } from "./finding.js";
import { resolvePath } from "./place.js";
import { eachOf, present, type Scope } from "./scope.js";
import type { Group, Place, Struct, Sysreg, SysregOrder, Transfer } from "./types.js";
import { resolveWaivers } from "./waivers.js";

type Bank = Pick<Transfer, "kind" | "number" | "sysreg">;

interface Context {
  readonly scope: Scope;
  /** The context struct, undefined when it is broken. */
  readonly struct: Struct | undefined;
  readonly order: SysregOrder | undefined;
}

/**
 * The groups of the world switch, those with `order` filled from the sysreg order.
 * Errors: WS205 unknown register; those of member paths; WS241 slot of another width than its register; WS242
 * temporaries missing or in descending order; WS243 ordered group without registers; WS244 advanceAt outside the group.
 */
export function resolveGroups(
  document: ValidDocument<WorldSwitchDocument>,
  context: Context,
): readonly Group[] {
  return present(
    eachOf(document.value.groups, nodeAt(document.node, "groups"), (group, node) =>
      resolveGroup(group, node, context),
    ),
  );
}

/** WS233 and WS234 for every group that a register of the order names and that is none, or has registers of its own. */
export function checkOrderGroups(
  order: ValidDocument<SysregOrderDocument>,
  worldSwitch: ValidDocument<WorldSwitchDocument>,
  found: Scope["found"],
): void {
  const groups = new Map(
    worldSwitch.value.groups.map((group, position) => [group.name, { group, position }]),
  );
  eachOf(order.value.registers, nodeAt(order.node, "registers"), (register, node) => {
    eachOf(register.groups, nodeAt(node, "groups"), (name, nameNode) => {
      const named = groups.get(name);
      if (named === undefined) {
        const hint = nearestHint(name, groups.keys());
        found.push(
          errorAt("WS233", placeOf(nameNode), `no group of world-switch.json is called ${name}`, { hint }),
        );
      } else if (named.group.order !== true) {
        const at = placeOf(stringAt(worldSwitch.node, "groups", named.position, "name"));
        const message = `group ${name} lists its registers itself, and would not move ${register.name}`;
        const hint = `give the group "order": true, or list ${register.name} among its transfers`;
        found.push(
          errorAt("WS234", placeOf(nameNode), message, { related: [{ at, message: "the group" }], hint }),
        );
      }
    });
  });
}

function resolveGroup(group: WorldSwitchGroup, node: JsonNode, context: Context): Group | undefined {
  const { found } = context.scope;
  const at = placeOf(stringAt(node, "name"));
  const transfers =
    group.order === true ? orderedTransfers(group, node, context) : listedTransfers(group, node, context);
  const temporaries =
    group.temporaries === undefined ? [] : resolveTemporaries(group.temporaries, node, found);
  const moved = transfers.find(({ kind }) => kind === "sysreg");
  if (moved !== undefined && group.temporaries === undefined) {
    const gap = gapFor(node, ["name", "doc", "temporaries"], "temporaries");
    const message = `group ${group.name} moves ${moved.register}, a system register, and has no temporaries for it`;
    found.push(errorAt("WS242", gap.at, message, { hint: 'add "temporaries", such as "x4-x7"' }));
  }
  checkAdvance(group, node, found);
  const waivers = resolveWaivers(memberValue(node, "waive"));
  return {
    name: group.name,
    doc: group.doc,
    temporaries,
    base: group.base ?? "scratch",
    pairs: group.pairs ?? true,
    ...(group.advanceAt === undefined ? {} : { advanceAt: group.advanceAt }),
    transfers,
    ...(waivers.length === 0 ? {} : { waivers }),
    at,
  };
}

function checkAdvance(group: WorldSwitchGroup, node: JsonNode, found: Scope["found"]): void {
  if (group.advanceAt === undefined || group.order === true) return;
  const names = (group.transfers ?? []).map(({ register }) => register);
  if (names.includes(group.advanceAt)) return;
  const hint = nearestHint(group.advanceAt, names);
  const at = placeOf(stringAt(node, "advanceAt"));
  found.push(
    errorAt("WS244", at, `group ${group.name} has no register ${group.advanceAt} to advance at`, { hint }),
  );
}

/** `x4-x7` -> 4, 5, 6, 7. */
function resolveTemporaries(written: string, node: JsonNode, found: Scope["found"]): readonly number[] {
  const [first = 0, last = first] = written.split("-").map((name) => Number(name.slice(1)));
  if (last < first) {
    const hint = `write x${last}-x${first}`;
    found.push(
      errorAt("WS242", placeOf(stringAt(node, "temporaries")), `temporaries ${written} descend`, { hint }),
    );
    return [];
  }
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** A register's slot in the order is its place; its value goes through `via`. */
function orderedTransfers(
  group: WorldSwitchGroup,
  node: JsonNode,
  { scope, struct, order }: Context,
): readonly Transfer[] {
  if (struct === undefined || order === undefined) return [];
  const member = struct.members.find(({ name }) => name === order.storageMember);
  if (member === undefined) return [];
  const transfers = order.slots
    .filter(({ groups }) => groups.includes(group.name))
    .map((slot): Transfer => {
      const path = `${order.storageMember}[${slot.name}]`;
      const place: Place = {
        struct: struct.name,
        path,
        offsetBytes: slot.offsetBytes,
        widthBytes: member.elementBytes,
        member,
      };
      const { constraints } = slot;
      const constrained = constraints === undefined ? {} : { constraints };
      return {
        register: slot.name,
        kind: "sysreg",
        sysreg: slot.via,
        place,
        ...constrained,
        at: slot.at,
      };
    });
  if (transfers.length === 0) {
    const message = `no register of sysreg-order.json is in group ${group.name}`;
    const hint = `name the group there: "groups": ["${group.name}"]`;
    scope.found.push(errorAt("WS243", placeOf(stringAt(node, "name")), message, { hint }));
  }
  return transfers;
}

function listedTransfers(group: WorldSwitchGroup, node: JsonNode, context: Context): readonly Transfer[] {
  return present(
    eachOf(group.transfers, memberValue(node, "transfers"), (transfer, transferNode) =>
      resolveTransfer(transfer, transferNode, context),
    ),
  );
}

function resolveTransfer(
  transfer: WorldSwitchTransfer,
  node: JsonNode,
  { scope, struct }: Context,
): Transfer | undefined {
  const at = placeOf(stringAt(node, "register"));
  const memberNode = stringAt(node, "member");
  const bank = findRegister(transfer.register, at, scope);
  const place = struct === undefined ? undefined : resolvePath(scope, struct, memberNode);
  if (bank === undefined || place === undefined) return undefined;
  const widths = slotWidths(bank);
  if (!widths.includes(place.widthBytes)) {
    const message = `${transfer.register} needs a slot of ${widths.join(" or ")} bytes, but ${transfer.member} has ${place.widthBytes}`;
    const related = [{ at: place.member.at, message: `${place.member.name} is declared here` }];
    scope.found.push(errorAt("WS241", placeOf(memberNode), message, { related }));
    return undefined;
  }
  const doc = transfer.doc === undefined ? {} : { doc: transfer.doc };
  return { register: transfer.register, ...bank, place, ...resolveConstraints(node), ...doc, at };
}

function findRegister(name: string, at: Transfer["at"], scope: Scope): Bank | undefined {
  const [, letter, digits] = /^([XQ])(0|[1-9]\d?)$/.exec(name) ?? [];
  const number = Number(digits);
  if (letter === "X" && number <= 30) return { kind: "x", number };
  if (letter === "Q" && number <= 31) return { kind: "q", number };
  const sysreg = scope.sysregs.get(name);
  if (sysreg !== undefined) return { kind: "sysreg", sysreg };
  const general = Array.from({ length: 31 }, (_, n) => `X${n}`);
  const vectors = Array.from({ length: 32 }, (_, n) => `Q${n}`);
  const hint =
    letter === undefined
      ? nearestHint(name, [...scope.sysregs.keys(), ...general, ...vectors])
      : `the last one is ${letter === "X" ? "X30" : "Q31"}`;
  scope.found.push(errorAt("WS205", at, `no register is called ${name}`, { hint }));
  return undefined;
}

/** Widths in bytes of a slot that keeps all of a register. */
function slotWidths({ kind, sysreg }: Bank): readonly number[] {
  if (kind === "q") return [16];
  return kind === "sysreg" && sysreg !== undefined && fitsWord(sysreg) ? [8, 4] : [8];
}

/** Whether bits 63:32 of a register are known to be reserved, so that a word keeps its value. */
function fitsWord(sysreg: Sysreg): boolean {
  if (sysreg.widthBits <= 32) return true;
  return (
    sysreg.fields.length > 0 && sysreg.fields.every(({ msb, reserved }) => msb < 32 || reserved !== undefined)
  );
}
