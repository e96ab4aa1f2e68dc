import type { Diagnostic } from "../core/diagnostic.js";
import { formatSourceRef } from "../core/source-ref.js";
import { applyReplacement, replacementFor } from "../edit/mend.js";
import { type Found, findings } from "../lint/index.js";
import { loadModel } from "../model/load.js";
import type { Model } from "../model/types.js";
import { parseJson } from "../read/json.js";
import type { LayoutFolder } from "./layout-choice.js";
import { replaceFile } from "./replace-file.js";
import { readSourceFile } from "./source-files.js";
import { sweepLayout } from "./swept-layout.js";

/** Far more findings than a layout has lines; each round mends one. */
const MOST_ROUNDS = 10_000;

/**
 * Mends a layout's findings that have one certain mend, one after the other, in its own documents; what it extends
 * is left alone, and so is what is found only without some of the layout's features. Returns the findings that are gone. A layout with errors in its documents is left as it is.
 */
export function mendLayout(layout: LayoutFolder): readonly Diagnostic[] {
  const { folder } = layout;
  const mended: Diagnostic[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const loaded = loadModel(folder);
    if (!loaded.ok) return mended;
    const certain = certainIn(layout, loaded.value);
    const all = findings(loaded.value, { notes: true });
    const done = all.find((found) => certain(found.diagnostic) && mendOne(folder, found));
    if (done === undefined) return mended;
    mended.push(done.diagnostic);
  }
  return mended;
}

/** Whether a finding is there under every combination of the layout's features. */
function certainIn(layout: LayoutFolder, { layout: { features } }: Model): (finding: Diagnostic) => boolean {
  if (features === undefined) return () => true;
  const { diagnostics } = sweepLayout(layout, true, undefined).layout;
  const key = ({ code, at, message }: Diagnostic): string => `${code} ${formatSourceRef(at)} ${message}`;
  const everywhere = new Set(diagnostics.filter(({ when }) => when === undefined).map(key));
  return (finding) => everywhere.has(key(finding));
}

function mendOne(folder: string, { diagnostic: { at }, mend }: Found): boolean {
  if (mend === undefined || !at.file.startsWith(`${folder}/`)) return false;
  const text = readSourceFile(at.file);
  const parsed = parseJson(at.file, text);
  const replacement = parsed.ok ? replacementFor(parsed.value, at, mend) : undefined;
  if (replacement === undefined) return false;
  const after = applyReplacement(text, replacement);
  if (after === text) return false;
  replaceFile(at.file, after);
  return true;
}
