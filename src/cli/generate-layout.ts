import { join } from "node:path";
import { type Diagnostic, hasErrors } from "../core/diagnostic.js";
import type { OutFile } from "../core/out-file.js";
import { checkLayout } from "./checked-layout.js";
import type { LayoutFolder } from "./layout-choice.js";
import type { Terminal } from "./terminal.js";

/** The line of a generated file's head that changes with every document; see src/targets/header.ts. */
const DIGEST_LINE = /sha256 of their sha256sum list: [0-9a-f]{64}/;

export interface GenerateOptions {
  /** The folder that the layouts' output folders are in. */
  readonly out: string;
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  /** Takes what is left to do once the output is written; done at once if absent. */
  readonly later?: (work: () => void) => void;
}

/**
 * A file of the output and what became of it. path: in the output folder. headOnly: of an update that changes nothing
 * but the documents' hash in the file's head.
 */
export interface FileChange {
  readonly path: string;
  readonly kind: "add" | "update" | "remove";
  readonly headOnly?: boolean;
}

/**
 * What generating one layout came to. outcome: stale is --check's; refused: nothing was written. folder: the layout's.
 * files: what the output consists of, unless it is refused or stale.
 */
export interface Generation {
  readonly layout: string;
  readonly folder: string;
  readonly files?: readonly OutFile[];
  readonly output: string;
  readonly outcome: "written" | "unchanged" | "would-write" | "stale" | "refused";
  readonly changes: readonly FileChange[];
  readonly unchanged: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes a layout's output, unless its documents have errors. Everything is made in memory before a file is touched. */
export async function generateLayout(
  layout: LayoutFolder,
  options: GenerateOptions,
  terminal: Terminal,
): Promise<Generation> {
  const { name } = layout;
  terminal.progress(`${name}: reading ${layout.folder}`);
  const { model, diagnostics } = await checkLayout(layout);
  const output = join(options.out, model?.layout.name ?? name);
  const refused = (found: readonly Diagnostic[]): Generation => ({
    layout: model?.layout.name ?? name,
    folder: layout.folder,
    output,
    outcome: "refused",
    changes: [],
    unchanged: 0,
    diagnostics: found,
  });
  if (model === undefined || hasErrors(diagnostics)) return refused(diagnostics);

  terminal.progress(`${name}: generating`);
  const { emitAll } = await import("../targets/emit-all.js");
  const emitted = await emitAll(model);
  const found = [...diagnostics, ...emitted.diagnostics];
  if (!emitted.ok) return refused(found);

  terminal.progress(`${name}: ${options.check === true ? "comparing with" : "writing"} ${output}`);
  const [{ writeTree }, { MANIFEST, printManifest }] = await Promise.all([
    import("../write/write-tree.js"),
    import("../write/manifest.js"),
  ]);
  const { check = false, dryRun = false, force = false, later } = options;
  const written = await writeTree(output, emitted.value, {
    check,
    dryRun,
    force,
    previous: true,
    ...(later === undefined ? {} : { later }),
  });
  const all = [...found, ...written.diagnostics];
  if (!written.ok) return { ...refused(all), outcome: check ? "stale" : "refused" };
  const { unchanged } = written.value;
  const texts = new Map(emitted.value.map(({ path, text }) => [path, text]));
  const changes = written.value.changes
    .filter(({ path }) => path !== MANIFEST)
    .map(({ path, kind, previous }) => ({
      path,
      kind,
      ...(isUpdateOfHead(previous, texts.get(path)) ? { headOnly: true } : {}),
    }));
  const done = dryRun ? "would-write" : "written";
  return {
    layout: model.layout.name,
    folder: layout.folder,
    files: [...emitted.value, { path: MANIFEST, text: printManifest(emitted.value) }],
    output,
    outcome: written.value.changes.length === 0 ? "unchanged" : done,
    changes,
    unchanged,
    diagnostics: all,
  };
}

/** Whether a text differs from the new one in the line of the documents' hash and in nothing else. */
function isUpdateOfHead(previous: string | undefined, text: string | undefined): boolean {
  if (previous === undefined || text === undefined || previous.length !== text.length) return false;
  return withoutDigest(previous) === withoutDigest(text);
}

function withoutDigest(text: string): string {
  return text.replace(DIGEST_LINE, "");
}
