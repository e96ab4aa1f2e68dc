import { commentText } from "../core/comment-text.js";
import { success } from "../core/result.js";
import type { Hole, Member, Model, ScalarType, Struct } from "../model/types.js";
import { printTemplate } from "../print/template.js";
import { cComment, includeGuard } from "./c-names.js";
import { alignColumns } from "./columns.js";
import { cHeader } from "./header.js";
import type { Target } from "./target.js";

/**
 * c/structs.h: every struct as C with offset and size behind each member, and the compiler's proof of each offset,
 * size and alignment.
 */
export const target: Target = {
  name: "c-structs",
  directory: "c",
  async emit(model) {
    const text = await printTemplate("c/structs.h", {
      header: cHeader(model, "The layout's structs under AAPCS64."),
      guard: includeGuard(model, "structs.h"),
      hasU128: model.structs.some((struct) => struct.members.some(isU128)),
      forwards: forwardDeclarations(model).map((name) => `struct ${name};`),
      structs: structViews(model),
    });
    return success([{ path: "c/structs.h", text }]);
  },
};

const C_TYPES: Readonly<Record<ScalarType, string>> = {
  u8: "uint8_t",
  u16: "uint16_t",
  u32: "uint32_t",
  u64: "uint64_t",
  u128: "worldswitch_u128",
  s8: "int8_t",
  s16: "int16_t",
  s32: "int32_t",
  s64: "int64_t",
  bool: "bool",
};

/** Name and type of a member as C declares it: `uint64_t` and `sys_regs[NR_SYS_REGS]`. */
export function cDeclaration(member: Member): { readonly type: string; readonly declarator: string } {
  const array = member.count === undefined ? "" : `[${member.countName ?? member.count}]`;
  switch (member.type.kind) {
    case "scalar":
      return { type: C_TYPES[member.type.scalar], declarator: `${member.name}${array}` };
    case "struct":
      return { type: `struct ${member.type.struct}`, declarator: `${member.name}${array}` };
    case "pointer":
      return { type: pointedStruct(member) ?? "void", declarator: `*${member.name}${array}` };
    case "opaque":
      return {
        type: `_Alignas(${member.alignBytes}) unsigned char`,
        declarator: `${member.name}${array}[${member.elementBytes}]`,
      };
  }
}

/** One by one, as the template comes to them, so that those of all structs are never there at once. */
function* structViews(model: Model) {
  for (const struct of model.structs) yield structView(struct);
}

function structView(struct: Struct) {
  const size = `${struct.sizeBytes} bytes, aligned to ${struct.alignBytes}.`;
  return {
    comment: cComment(struct.doc === undefined ? [size] : [struct.doc, size]),
    name: struct.name,
    sizeBytes: struct.sizeBytes,
    alignBytes: struct.alignBytes,
    lines: bodyLines(struct),
    proofs: proofLines(struct),
  };
}

function proofLines({ name, members }: Struct): string[] {
  return alignColumns(
    members.map((member) => [
      `WORLDSWITCH_PROVE_MEMBER(struct ${name}, ${member.name},`,
      `${member.offsetBytes},`,
      `${member.sizeBytes});`,
    ]),
    [1],
  );
}

/** Declarations with `offset size` comments, and a line for each hole where it is. */
function bodyLines(struct: Struct): string[] {
  const digits = String(struct.sizeBytes).length;
  const place = (offset: number, size: number, doc: string | undefined): string => {
    const numbers = `${String(offset).padStart(digits)} ${String(size).padStart(digits)}`;
    return `/* ${numbers}${doc === undefined ? "" : `  ${commentText(doc)}`} */`;
  };
  const rows = struct.members.flatMap((member) => {
    const { type, declarator } = cDeclaration(member);
    const row = [type, `${declarator};`, place(member.offsetBytes, member.sizeBytes, member.doc)];
    const hole = struct.holes.find((candidate) => candidate.after === member.name);
    return hole === undefined
      ? [row]
      : [row, ["", "", place(hole.offsetBytes, hole.sizeBytes, holeName(hole, struct))]];
  });
  return alignColumns(rows);
}

function holeName(hole: Hole, struct: Struct): string {
  return hole.offsetBytes + hole.sizeBytes === struct.sizeBytes ? "padding" : "hole";
}

function isU128(member: Member): boolean {
  return member.type.kind === "scalar" && member.type.scalar === "u128";
}

/** `struct kvm` when that is what the member points to. */
function pointedStruct(member: Member): string | undefined {
  if (member.type.kind !== "pointer" || member.type.to === undefined) return undefined;
  return /^struct [A-Za-z_]\w*$/.test(member.type.to) ? member.type.to : undefined;
}

/** The structs that pointers lead to, each once, in the order in which they are met. */
function forwardDeclarations(model: Model): string[] {
  const names = model.structs.flatMap((struct) =>
    struct.members.flatMap((member) => pointedStruct(member) ?? []),
  );
  return [...new Set(names)].map((name) => name.slice("struct ".length));
}
