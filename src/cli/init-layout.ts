import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { hasErrors } from "../core/diagnostic.js";
import { packageSchemaFolder } from "../model/schema-folder.js";
import { printTemplate } from "../print/template.js";
import { LAYOUT_DOCUMENTS } from "../read/sources.js";
import { checkLayout } from "./checked-layout.js";
import { type ExitStatus, exitStatus } from "./exit-status.js";
import type { Terminal } from "./terminal.js";
import { UsageError } from "./usage-error.js";

const NAME = /^[a-z0-9][a-z0-9._-]*$/;
/** Where the schemas of the language are to be had when the package is not near the layout. */
const PUBLISHED_LANGUAGE = "https://worldswitch.dev/schema/language";

/**
 * Makes a layout folder from templates/layout: written beside, then renamed, so that there is a whole layout or none.
 * Throws UsageError: a bad name, or the folder has something in it.
 */
export async function initLayout(
  folder: string,
  givenName: string | undefined,
  terminal: Terminal,
): Promise<ExitStatus> {
  const target = resolve(folder);
  const name = givenName ?? basename(target);
  if (!NAME.test(name))
    throw new UsageError(
      `${JSON.stringify(name)} is no name for a layout: lower-case letters, digits, ".", "_" and "-" are`,
      "--name NAME gives it another than its folder's",
    );
  if (!isFree(target)) throw new UsageError(`${folder} is there already and not empty`);

  const staged = join(dirname(target), `.${basename(target)}.${process.pid}`);
  try {
    mkdirSync(staged, { recursive: true });
    const view = { name, language: languageFrom(target) };
    for (const document of Object.keys(LAYOUT_DOCUMENTS))
      writeFileSync(join(staged, document), await printTemplate(`layout/${document}`, view));
    rmSync(target, { recursive: true, force: true });
    renameSync(staged, target);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new UsageError(`cannot make ${folder}: ${error.message}`);
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }

  const { diagnostics } = await checkLayout({ name, folder });
  if (hasErrors(diagnostics)) throw new Error(`the new layout has errors, first ${diagnostics[0]?.message}`);
  tell(folder, name, terminal);
  return exitStatus.ok;
}

function tell(folder: string, name: string, { out, outStyle }: Terminal): void {
  const { bold, dim } = outStyle;
  const what: Readonly<Record<keyof typeof LAYOUT_DOCUMENTS, string>> = {
    "layout.json": "name, title, and which structs are the vcpu and its context",
    "constants.json": "numbers by name",
    "vcpu-context.json": "structs",
    "sysreg-order.json": "the system registers that are switched, in order",
    "asm-offsets.json": "offsets that the assembly needs by name",
    "world-switch.json": "the sequences, the traps, the vectors",
  };
  out(`${bold(folder)}: a new layout, ${bold(name)}`);
  for (const [document, says] of Object.entries(what)) out(`  ${document.padEnd(19)}${dim(says)}`);
  const layout = folder.startsWith("schema/") ? "" : ` --layout ${folder}`;
  out("");
  out("Next:");
  out(`  worldswitch lint${layout}`);
  out(`  worldswitch generate${layout}`);
  out(`  worldswitch run${layout}`);
}

function isFree(folder: string): boolean {
  const status = statSync(folder, { throwIfNoEntry: false });
  return status === undefined || (status.isDirectory() && readdirSync(folder).length === 0);
}

/** The language's schemas as seen from a layout folder: by relative path when they are in the same project. */
function languageFrom(folder: string): string {
  const near = relative(folder, join(packageSchemaFolder(), "language")).split(sep).join("/");
  const project = relative(process.cwd(), packageSchemaFolder());
  return project.startsWith("..") ? PUBLISHED_LANGUAGE : near;
}
