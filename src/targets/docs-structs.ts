import type { OutFile } from "../core/out-file.js";
import { success } from "../core/result.js";
import type { Hole, Member, Model, Struct } from "../model/types.js";
import { printTemplate } from "../print/template.js";
import { xmlHeader } from "./header.js";
import { code, markdownText, table } from "./markdown.js";
import { typeName } from "./struct-map.js";
import type { Target } from "./target.js";

/** docs/structs/<name>.md: offset, size, type and meaning of each member, the holes, and where the struct is used. */
export const target: Target = {
  name: "docs-structs",
  directory: "docs",
  async emit(model) {
    const users = usersByStruct(model);
    const pages: OutFile[] = [];
    // One after the other: what a page is made of is not needed any more when the next is made.
    for (const struct of model.structs) pages.push(await page(struct, users.get(struct.name) ?? [], model));
    return success(pages);
  },
};

async function page(struct: Struct, uses: readonly string[], model: Model): Promise<OutFile> {
  const symbols = model.asmOffsets.filter((offset) => offset.struct === struct.name);
  const text = await printTemplate("docs/struct.md", {
    header: xmlHeader(model, `struct ${struct.name}`),
    name: struct.name,
    doc: markdownText(struct.doc ?? ""),
    hasDoc: struct.doc !== undefined,
    sizeBytes: struct.sizeBytes,
    alignBytes: struct.alignBytes,
    holes: holesText(struct),
    members: table([">Offset", ">Size", "Member", "Type", "Meaning"], rows(struct)),
    hasUses: uses.length > 0,
    uses: uses.join(", "),
    hasSymbols: symbols.length > 0,
    symbols: table(
      ["Symbol", ">Value", "Member"],
      symbols.map((offset) => [code(offset.symbol), String(offset.place.offsetBytes), code(offset.member)]),
    ),
  });
  return { path: `docs/structs/${struct.name}.md`, text };
}

function rows(struct: Struct): string[][] {
  return struct.members.flatMap((member) => [
    [
      String(member.offsetBytes),
      String(member.sizeBytes),
      code(member.name),
      typeCell(member),
      markdownText(member.doc ?? ""),
    ],
    ...struct.holes.filter((hole) => hole.after === member.name).map((hole) => holeRow(hole, struct)),
  ]);
}

function holeRow(hole: Hole, struct: Struct): string[] {
  const name = hole.offsetBytes + hole.sizeBytes === struct.sizeBytes ? "padding" : "hole";
  return [String(hole.offsetBytes), String(hole.sizeBytes), `*${name}*`, "", ""];
}

/** `u64[31], X0 to X30` or a link to a nested struct. */
function typeCell(member: Member): string {
  const array = member.count === undefined ? "" : `[${member.countName ?? member.count}]`;
  if (member.type.kind === "struct") {
    return `[struct ${markdownText(member.type.struct)}](${member.type.struct}.md)${markdownText(array)}`;
  }
  return code(`${typeName(member)}${array}`) + namesText(member);
}

function namesText(member: Member): string {
  if (member.count === undefined || member.index === undefined) return "";
  if (member.index === "sysreg") return ", by [register](../README.md#system-registers)";
  const letter = member.index === "gpr" ? "X" : "Q";
  return `, ${letter}0 to ${letter}${member.count - 1}`;
}

function holesText(struct: Struct): string {
  const bytes = struct.holes.reduce((sum, hole) => sum + hole.sizeBytes, 0);
  if (bytes === 0) return "no holes";
  return `${bytes} ${bytes === 1 ? "byte" : "bytes"} in holes and padding`;
}

/** Links to the members that are of each struct, by its name. */
function usersByStruct(model: Model): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const outer of model.structs)
    for (const { name, type } of outer.members) {
      if (type.kind !== "struct") continue;
      const link = `[${markdownText(`${outer.name}.${name}`)}](${outer.name}.md)`;
      users.set(type.struct, [...(users.get(type.struct) ?? []), link]);
    }
  return users;
}
