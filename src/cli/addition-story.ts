import { formatSourceRef } from "../core/source-ref.js";
import type { Change } from "../edit/consequences.js";
import { diffLines } from "../edit/line-diff.js";
import type { SysregSlot } from "../model/types.js";
import type { Addition } from "./add-sysreg.js";
import { countOf } from "./findings.js";
import type { Style } from "./style.js";

/** Changes of one kind that are listed one by one; of more, the first ones. */
const LISTED = 6;

/**
 * The lines that tell an addition: the edit, where the register goes, what else changes by it, which waivers it makes
 * needless and what to do next.
 */
export function tellAddition(addition: Addition, dryRun: boolean, style: Style): string[] {
  const { name, file, model, findings } = addition;
  const slot = model.sysregOrder.slots.find((candidate) => candidate.name === name);
  if (slot === undefined) throw new Error(`${name} was added and is not there`);
  const next = dryRun
    ? "Nothing was written (--dry-run)."
    : `Written. Next: ${style.bold("worldswitch generate")} makes the code follow.`;
  return [
    style.bold(file),
    ...diffOf(addition, style),
    "",
    `${style.bold(name)} (${slot.sysreg.title})`,
    ...placeOf(slot, addition),
    "",
    ...movesOf(addition),
    ...findings.flatMap(({ code, severity, message, at, hint }) => [
      "",
      `${style.yellow(`${severity} ${code}`)} ${formatSourceRef(at)}: ${message}`,
      ...(hint === undefined ? [] : [`  ${style.cyan("hint:")} ${hint}`]),
    ]),
    "",
    next,
  ];
}

function diffOf({ before, after }: Addition, { green, red, dim }: Style): string[] {
  return diffLines(before, after, 1).map(({ kind, line, text }) => {
    const number = String(line).padStart(4);
    if (kind === "same") return dim(`${number}   ${text}`);
    return kind === "added" ? green(`${number} + ${text}`) : red(`${number} - ${text}`);
  });
}

function placeOf(slot: SysregSlot, { model }: Addition): string[] {
  const { storageStruct, storageMember } = model.sysregOrder;
  const { op0, op1, CRn, CRm, op2 } = slot.via.encoding;
  const via = slot.via.name === slot.name ? "" : `${slot.via.name}, `;
  return [
    `  index    ${slot.index} of ${storageMember}`,
    `  slot     byte ${slot.offsetBytes} of struct ${storageStruct}`,
    `  moved by MRS and MSR of ${via}S${op0}_${op1}_C${CRn}_C${CRm}_${op2}`,
    `  groups   ${slot.groups.join(", ")}`,
  ];
}

function movesOf({ consequences }: Addition): string[] {
  const { indexes, constants, structSizes, members, symbols } = consequences;
  const lines = [
    ...list("index in the order", indexes),
    ...list("constant", constants),
    ...list("size of struct", structSizes),
    ...list("offset of member", members),
    ...list("asm-offsets symbol", symbols),
  ];
  const stays = [
    ...(indexes.length === 0 ? ["index"] : []),
    ...(members.length === 0 && symbols.length === 0 ? ["offset"] : []),
    ...(structSizes.length === 0 ? ["size"] : []),
  ];
  if (stays.length > 0) lines.push(`  no other ${stays.join(", ").replace(/, (\w+)$/, " or $1")} changes`);
  const renumbered =
    indexes.length === 0
      ? []
      : [
          `  ${countOf(indexes.length, "register")} ${indexes.length === 1 ? "gets" : "get"} a new index: saved vcpu states and code that keeps an index by number no longer fit`,
        ];
  return ["What changes:", ...lines, ...renumbered];
}

function list(what: string, changes: readonly Change[]): string[] {
  const shown = changes
    .slice(0, LISTED)
    .map((change) => `  ${what} ${change.what}: ${change.from} -> ${change.to}`);
  const rest = changes.length - shown.length;
  return rest > 0 ? [...shown, `  and ${rest} more`] : shown;
}
