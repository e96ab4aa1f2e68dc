import type { Hole, Member, Model, Struct } from "../model/types.js";

/**
 * A stretch of bytes of the mapped struct that holds one thing. path: from the mapped struct. owner: the struct whose
 * member it is. offsetBytes: from the start of the mapped struct. type: as in C, or "hole", "padding".
 */
export interface Leaf {
  readonly path: string;
  readonly label: string;
  readonly owner: string;
  readonly offsetBytes: number;
  readonly sizeBytes: number;
  readonly kind: "value" | "opaque" | "hole";
  readonly type: string;
  readonly doc?: string;
}

/** A nested struct: what its bytes are called, and how deep it lies; 1 for a member of the mapped struct. */
export interface Nest {
  readonly path: string;
  readonly label: string;
  readonly struct: string;
  readonly offsetBytes: number;
  readonly sizeBytes: number;
  readonly depth: number;
}

/** Every byte of a struct: leaves in order of offset, without overlap or gap, and the nested structs around them. */
export interface StructMap {
  readonly leaves: readonly Leaf[];
  readonly nests: readonly Nest[];
}

/** The map of a struct. Elements of arrays that registers name are leaves of their own; other arrays are one leaf. */
export function mapStruct(struct: Struct, model: Model): StructMap {
  return walk(struct, { path: "", offsetBytes: 0, depth: 0 }, model);
}

interface Start {
  readonly path: string;
  readonly offsetBytes: number;
  readonly depth: number;
}

function walk(struct: Struct, start: Start, model: Model): StructMap {
  const parts = struct.members.flatMap((member) => [
    mapMember(member, struct, start, model),
    ...struct.holes.filter((hole) => hole.after === member.name).map((hole) => holeMap(hole, struct, start)),
  ]);
  return { leaves: parts.flatMap((part) => part.leaves), nests: parts.flatMap((part) => part.nests) };
}

function mapMember(member: Member, struct: Struct, start: Start, model: Model): StructMap {
  const path = `${start.path}${member.name}`;
  const offsetBytes = start.offsetBytes + member.offsetBytes;
  const { type } = member;
  if (type.kind === "struct") {
    const nested = model.structs.find((candidate) => candidate.name === type.struct);
    const elements = Array.from({ length: nested === undefined ? 0 : (member.count ?? 1) }, (_, i) => {
      const name = member.count === undefined ? member.name : `${member.name}[${i}]`;
      return nestMap(nested, name, offsetBytes + i * member.elementBytes, start, model);
    });
    return { leaves: elements.flatMap((one) => one.leaves), nests: elements.flatMap((one) => one.nests) };
  }
  const leaf = (name: string, at: number, sizeBytes: number, array: string): Leaf => ({
    path: `${start.path}${name}`,
    label: name,
    owner: struct.name,
    offsetBytes: at,
    sizeBytes,
    kind: type.kind === "opaque" ? "opaque" : "value",
    type: `${typeName(member)}${array}`,
    ...(member.doc === undefined ? {} : { doc: member.doc }),
  });
  const count = member.count;
  if (count === undefined || member.index === undefined) {
    const array = count === undefined ? "" : `[${count}]`;
    return {
      leaves: [{ ...leaf(`${member.name}${array}`, offsetBytes, member.sizeBytes, array), path }],
      nests: [],
    };
  }
  const leaves = Array.from({ length: count }, (_, i) => {
    const name = elementName(member, i, model);
    const element = leaf(
      `${member.name}[${name}]`,
      offsetBytes + i * member.elementBytes,
      member.elementBytes,
      "",
    );
    return { ...element, label: name };
  });
  return { leaves, nests: [] };
}

function nestMap(
  nested: Struct | undefined,
  name: string,
  offsetBytes: number,
  start: Start,
  model: Model,
): StructMap {
  if (nested === undefined) return { leaves: [], nests: [] };
  const path = `${start.path}${name}`;
  const depth = start.depth + 1;
  const inner = walk(nested, { path: `${path}.`, offsetBytes, depth }, model);
  const nest: Nest = {
    path,
    label: name,
    struct: nested.name,
    offsetBytes,
    sizeBytes: nested.sizeBytes,
    depth,
  };
  return { leaves: inner.leaves, nests: [nest, ...inner.nests] };
}

function holeMap(hole: Hole, struct: Struct, start: Start): StructMap {
  const type = hole.offsetBytes + hole.sizeBytes === struct.sizeBytes ? "padding" : "hole";
  const leaf: Leaf = {
    path: `${start.path}${hole.after}`,
    label: "",
    owner: struct.name,
    offsetBytes: start.offsetBytes + hole.offsetBytes,
    sizeBytes: hole.sizeBytes,
    kind: "hole",
    type,
  };
  return { leaves: [leaf], nests: [] };
}

/** `X19`, `Q0`, `SCTLR_EL1`; the sentinel's own name at index 0. */
function elementName(member: Member, index: number, model: Model): string {
  if (member.index === "gpr") return `X${index}`;
  if (member.index === "fpr") return `Q${index}`;
  const { sentinel, slots } = model.sysregOrder;
  return index === 0 ? sentinel.name : (slots[index - 1]?.name ?? String(index));
}

/** The member's type in the layout's words: `u64`, `pointer to struct kvm`, `opaque`. */
export function typeName(member: Member): string {
  switch (member.type.kind) {
    case "scalar":
      return member.type.scalar;
    case "struct":
      return `struct ${member.type.struct}`;
    case "pointer":
      return member.type.to === undefined ? "pointer" : `pointer to ${member.type.to}`;
    case "opaque":
      return "opaque";
  }
}
