import { oncePer } from "../../core/once-per.js";
import { hex32 } from "../../core/u32.js";
import type { Model } from "../../model/types.js";

/** `export const encodingGroups: readonly EncodingGroupDescription[] = […];`, in the order in which they are tried. */
export function encodingGroupStatements({ a64 }: Model): string[] {
  return statementsOf(a64);
}

const statementsOf = oncePer((a64: Model["a64"]): string[] => {
  const lines = a64.encodingGroups.map(
    ({ name, mask, match }) =>
      `  { name: ${JSON.stringify(name)}, mask: ${hex32(mask)}, match: ${hex32(match)} },`,
  );
  return [
    'import type { EncodingGroupDescription } from "worldswitch/runtime";',
    `
/** The groups of the manual's encoding index; a word belongs to the first that it fits. */
export const encodingGroups: readonly EncodingGroupDescription[] = [\n${lines.join("\n")}\n];`,
  ];
});
