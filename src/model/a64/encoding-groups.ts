import type { Diagnostic } from "../../core/diagnostic.js";
import type { A64Source } from "./document.js";
import { type BitPattern, isIn, patternOf, witness } from "./pattern.js";
import type { A64EncodingGroup, A64Table } from "./types.js";

/**
 * The groups of the documents, in the order in which they are tried.
 * Errors: WS513 a group of which no word is left by those before it.
 */
export function compileEncodingGroups(
  sources: readonly A64Source[],
  report: (found: Diagnostic) => void,
): A64EncodingGroup[] {
  const before: BitPattern[] = [];
  return sources.flatMap(({ document, at }) => {
    if (!("groups" in document)) return [];
    return document.groups.map(({ name, bits }, i) => {
      const pattern = patternOf(bits);
      if (witness(pattern, before) === undefined) {
        const message = `the groups before it have every word of "${name}"`;
        report({ code: "WS513", severity: "error", at: at(`/groups/${i}/bits`), message });
      }
      before.push(pattern);
      return { name, ...pattern };
    });
  });
}

/** The name of the word's group in the manual's encoding index; undefined when no group has it. */
export function encodingGroup(table: A64Table, word: number): string | undefined {
  return table.encodingGroups.find((group) => isIn(word, group))?.name;
}
