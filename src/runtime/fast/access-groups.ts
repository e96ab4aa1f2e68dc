import type { Effect, Ir, Node } from "../ir/node.js";

/**
 * Accesses of a block through one base register that nothing writes in between, all loads or all stores: where the
 * first of them finds its page, so do the others. firstBytes: the lowest distance from the base; bytes: from there on.
 */
export interface AccessGroup {
  readonly base: number;
  readonly write: boolean;
  readonly firstBytes: number;
  readonly bytes: number;
  readonly alignmentBytes: number;
}

/** An instruction's part in a group. offsetBytes: from the group's first byte. opens: it is the group's first. */
export interface GroupMember {
  readonly group: AccessGroup;
  readonly offsetBytes: number;
  readonly opens: boolean;
}

interface Access {
  readonly index: number;
  readonly base: number;
  readonly write: boolean;
  readonly distance: number;
  readonly bytes: number;
  readonly alignmentBytes: number;
}

/** A group that spans more than this leaves its page too often. */
const MOST_BYTES = 1024;

/** The groups of at least two accesses among the instructions of a block, by the instruction's place. */
export function accessGroups(block: readonly Ir[]): ReadonlyMap<number, GroupMember> {
  const open = new Map<string, Access[]>();
  const closed: Access[][] = [];
  for (const [index, ir] of block.entries()) {
    const access = accessOf(ir, index);
    if (access !== undefined) {
      const key = keyOf(access);
      const others = open.get(key) ?? [];
      if (!fits(access, others)) closed.push(others.splice(0));
      open.set(key, [...others, access]);
    }
    for (const register of writtenBy(ir)) {
      for (const write of [false, true]) {
        const key = keyOf({ base: register, write });
        closed.push(open.get(key) ?? []);
        open.delete(key);
      }
    }
  }
  return new Map([...closed, ...open.values()].filter(({ length }) => length > 1).flatMap(membersOf));
}

function keyOf({ base, write }: Pick<Access, "base" | "write">): string {
  return `${base}${write ? "w" : "r"}`;
}

/** Whether an access may share the page that others found: near enough, and aligned when they are. */
function fits(access: Access, others: readonly Access[]): boolean {
  const all = [...others, access];
  const { firstBytes, bytes, alignmentBytes } = spanOf(all);
  if (bytes > MOST_BYTES) return false;
  return all.every(
    (one) => (one.distance - firstBytes) % one.alignmentBytes === 0 && alignmentBytes <= bytes,
  );
}

function spanOf(accesses: readonly Access[]): Pick<AccessGroup, "firstBytes" | "bytes" | "alignmentBytes"> {
  const firstBytes = Math.min(...accesses.map(({ distance }) => distance));
  const end = Math.max(...accesses.map(({ distance, bytes }) => distance + bytes));
  const alignmentBytes = Math.max(...accesses.map((access) => access.alignmentBytes));
  const bytes = Math.ceil((end - firstBytes) / alignmentBytes) * alignmentBytes;
  return { firstBytes, bytes, alignmentBytes };
}

function membersOf(accesses: readonly Access[]): [number, GroupMember][] {
  const [first] = accesses;
  if (first === undefined) return [];
  const group = { base: first.base, write: first.write, ...spanOf(accesses) };
  return accesses.map((access) => [
    access.index,
    { group, offsetBytes: access.distance - group.firstBytes, opens: access === first },
  ]);
}

/** The only access of an instruction, when it is a plain one at a known distance from a register. */
function accessOf(ir: Ir, index: number): Access | undefined {
  const accesses = ir.effects.filter(isAccess);
  const [effect] = accesses;
  if (effect === undefined || accesses.length > 1) return undefined;
  const { sizeBytes, count, alignmentBytes, alignedAlways } = effect.access;
  const place = placeOf(ir, effect.address);
  if (place === undefined || alignedAlways || effect.exclusive) return undefined;
  return { index, ...place, write: effect.kind === "store", bytes: sizeBytes * count, alignmentBytes };
}

function isAccess(effect: Effect): effect is Extract<Effect, { kind: "load" | "store" }> {
  return effect.kind === "load" || effect.kind === "store";
}

function placeOf(ir: Ir, address: Node): Pick<Access, "base" | "distance"> | undefined {
  if (address.kind === "result") {
    const read = ir.effects[address.effect];
    if (read?.kind !== "readX" || read.register.kind !== "constant") return undefined;
    return { base: Number(read.register.value), distance: 0 };
  }
  if (address.kind !== "binary" || address.b.kind !== "constant") return undefined;
  const sign = { add: 1, subtract: -1 }[address.operation as string];
  const from = address.a.kind === "result" ? placeOf(ir, address.a) : undefined;
  if (sign === undefined || from === undefined) return undefined;
  return { base: from.base, distance: sign * Number(BigInt.asIntN(64, address.b.value)) };
}

/** The register that an address is computed from, the first of several, 31 being SP; undefined for none that is known. */
export function baseRegister(ir: Ir, address: Node): number | undefined {
  if (address.kind === "binary") return baseRegister(ir, address.a) ?? baseRegister(ir, address.b);
  return placeOf(ir, address)?.base;
}

/** The registers that an instruction writes, 31 being SP. */
function writtenBy(ir: Ir): readonly number[] {
  return ir.effects.flatMap((effect) =>
    effect.kind === "writeX" && effect.register.kind === "constant" ? [Number(effect.register.value)] : [],
  );
}
