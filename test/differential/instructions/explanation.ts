import { codeWord, levelOf } from "./batch.js";
import type { SlotDifference } from "./comparison.js";
import { explanations } from "./explanations.js";
import { type Ending, endingOf, endingWord, type Outcome } from "./outcome.js";

/**
 * What an explanation may look at. level: that the case starts at. words: of the case, the one that ended it, and those that it
 * executed elsewhere.
 * ending: the word that raised the exception on our side, 0 outside the code. qemu, ours: how the case ended.
 */
export interface Scene {
  readonly level: number;
  readonly words: readonly number[];
  readonly state: BigUint64Array;
  readonly endingWord: number;
  readonly qemuEndingWord: number;
  readonly qemu: Ending;
  readonly ours: Ending;
}

/**
 * A known difference between QEMU 7.2 and the manual, or a choice that the manual leaves.
 * section: of DDI0487, by its name. explains: whether it accounts for a doubleword; it asks for everything that the
 * difference depends on. everywhere: it accounts for bits of nearly every case, which is then not counted as explained.
 */
export interface Explanation {
  readonly name: string;
  readonly section: string;
  readonly because: string;
  readonly everywhere?: boolean;
  readonly explains: (scene: Scene, difference: SlotDifference) => boolean;
}

/** What is left of a case's differences, and the explanations that account for the others. */
export function explain(
  differences: readonly SlotDifference[],
  outcome: Outcome,
): { readonly unexplained: readonly SlotDifference[]; readonly used: ReadonlySet<Explanation> } {
  const used = new Set<Explanation>();
  if (differences.length === 0) return { unexplained: differences, used };
  const scene = sceneOf(outcome);
  const unexplained = differences.filter((difference) => {
    const found = explanations.find(({ explains }) => explains(scene, difference));
    if (found !== undefined) used.add(found);
    return found === undefined;
  });
  return { unexplained, used };
}

function sceneOf({ batch, one, elsewhere, qemu, ours }: Outcome): Scene {
  const [theirs, mine] = [endingOf(qemu), endingOf(ours)];
  return {
    level: levelOf(one.state),
    words: [...one.words, codeWord(batch, mine.elr) ?? 0, ...elsewhere],
    state: one.state,
    endingWord: endingWord(batch, mine),
    qemuEndingWord: endingWord(batch, theirs),
    qemu: theirs,
    ours: mine,
  };
}
