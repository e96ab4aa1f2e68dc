import { type Diagnostic, sortDiagnostics } from "../../src/core/diagnostic.js";
import { lint } from "../../src/lint/index.js";
import { loadSources } from "../../src/model/load.js";
import { resolveModel } from "../../src/model/resolve.js";
import type { Model } from "../../src/model/types.js";
import type { LayoutDocumentName, LayoutSources, SourceText } from "../../src/read/sources.js";
import { target as asmHyp } from "../../src/targets/asm-hyp.js";
import { target as tsSaveRestore } from "../../src/targets/ts-save-restore.js";

/** The faithful layout, which every edit starts from. */
export const LAYOUT = "schema/kvm-arm64-v3";

/**
 * A change of one document. document: of the layout, or a path under schema/ for the architecture's.
 * replace: exact texts, each of which stands in the document once. text: the whole document instead.
 */
export interface Edit {
  readonly document: string;
  readonly replace?: readonly (readonly [string, string])[];
  readonly text?: string;
}

/** What the targets that can refuse a layout find in it. */
export async function generationFindings(model: Model): Promise<readonly Diagnostic[]> {
  const results = await Promise.all([asmHyp.emit(model), tsSaveRestore.emit(model)]);
  return sortDiagnostics(results.flatMap((result) => result.diagnostics));
}

/** What became of a layout: everything that was found, and the model if it could be made. */
export interface Outcome {
  readonly model: Model | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The text of a file as it was read. */
  readonly readSource: (file: string) => string | undefined;
}

const loaded = loadSources(LAYOUT);
if (!loaded.ok) throw new Error("the layout cannot be read");

/** The texts of the faithful layout. */
export const faithful: LayoutSources = loaded.value;

/** The names of the layout's six documents. */
export const documentNames = Object.keys(faithful.documents) as LayoutDocumentName[];

/** sources with another text for one document of the layout. */
export function withText(sources: LayoutSources, name: LayoutDocumentName, text: string): LayoutSources {
  return {
    ...sources,
    documents: { ...sources.documents, [name]: { ...sources.documents[name], text } },
  };
}

/** The faithful layout with edits. Throws when a text to replace does not stand there once. */
export function edited(edits: readonly Edit[]): LayoutSources {
  return edits.reduce(applyEdit, faithful);
}

/** A layout resolved and linted, as `worldswitch lint` does. notes: whether lint's notes count. */
export function check(sources: LayoutSources, notes = false): Outcome {
  const result = resolveModel(sources);
  const found = result.ok ? lint(result.value, { notes }) : [];
  const texts = [
    ...Object.values(sources.documents),
    ...sources.architecture.sysregs,
    ...sources.architecture.a64,
  ];
  return {
    model: result.ok ? result.value : undefined,
    diagnostics: sortDiagnostics([...result.diagnostics, ...found]),
    readSource: (file) => texts.find((source) => source.file === file)?.text,
  };
}

function applyEdit(sources: LayoutSources, edit: Edit): LayoutSources {
  const name = documentNames.find((n) => n === edit.document);
  if (name !== undefined) return withText(sources, name, newText(sources.documents[name].text, edit));
  const file = `schema/${edit.document}`;
  let found = false;
  const apply = (source: SourceText): SourceText => {
    if (source.file !== file) return source;
    found = true;
    return { file, text: newText(source.text, edit) };
  };
  const { sysregs, a64 } = sources.architecture;
  const architecture = { sysregs: sysregs.map(apply), a64: a64.map(apply) };
  if (!found) throw new Error(`there is no document ${edit.document}`);
  return { ...sources, architecture };
}

function newText(text: string, { document, replace = [], text: whole }: Edit): string {
  return replace.reduce((before, [from, to]) => {
    const count = before.split(from).length - 1;
    if (count !== 1) throw new Error(`${document} has ${count} times ${JSON.stringify(from)}, not once`);
    return before.replace(from, () => to);
  }, whole ?? text);
}
