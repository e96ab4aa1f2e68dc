import type { SourceRef } from "../core/source-ref.js";

/**
 * What is there to catch a mutant, in the order in which they are asked. diff: it is another sound layout, and breaks
 * what was compiled or saved with the one before.
 */
export const CHECKS = ["schema", "resolve", "lint", "generate", "assemble", "verify", "diff"] as const;

export type Check = (typeof CHECKS)[number];

/**
 * A mutant and what came of it. kind: drop, swap, shift, narrow, retarget, flip, or the field of an instruction.
 * caught: the first check that found it, and its code. because: why a survivor changes nothing that they are to see;
 * absent with caught, and where nobody knows why.
 */
export interface Judged {
  readonly kind: string;
  readonly what: string;
  readonly at: SourceRef;
  readonly caught?: { readonly by: Check; readonly code: string };
  readonly because?: string;
}

/** Counts of judged mutants. score: of those that change something, the part that is caught, 0 … 1. */
export interface Score {
  readonly mutants: number;
  readonly caught: number;
  readonly explained: number;
  readonly unexplained: number;
  readonly score: number;
  readonly byCheck: Readonly<Record<string, number>>;
  readonly byCode: Readonly<Record<string, number>>;
  readonly byKind: Readonly<Record<string, { readonly mutants: number; readonly caught: number }>>;
  readonly reasons: Readonly<Record<string, number>>;
}

/** The counts of mutants; checks in their order, codes, kinds and reasons by code unit. */
export function scoreOf(judged: readonly Judged[]): Score {
  const caught = judged.filter((mutant) => mutant.caught !== undefined);
  const survivors = judged.filter((mutant) => mutant.caught === undefined);
  const explained = survivors.filter(({ because }) => because !== undefined);
  const changing = judged.length - explained.length;
  const kinds = [...new Set(judged.map(({ kind }) => kind))].sort();
  return {
    mutants: judged.length,
    caught: caught.length,
    explained: explained.length,
    unexplained: survivors.length - explained.length,
    score: changing === 0 ? 1 : caught.length / changing,
    byCheck: Object.fromEntries(
      CHECKS.map((check) => [check, caught.filter((mutant) => mutant.caught?.by === check).length]),
    ),
    byCode: countsOf(caught.map((mutant) => mutant.caught?.code ?? "")),
    byKind: Object.fromEntries(
      kinds.map((kind) => [
        kind,
        {
          mutants: judged.filter((mutant) => mutant.kind === kind).length,
          caught: caught.filter((mutant) => mutant.kind === kind).length,
        },
      ]),
    ),
    reasons: countsOf(explained.map(({ because }) => because ?? "")),
  };
}

function countsOf(names: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
