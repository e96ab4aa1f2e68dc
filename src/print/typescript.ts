import type { Project, SourceFileStructure } from "ts-morph";
import { flattenText } from "../core/flat-text.js";
import { longText } from "../core/long-text.js";

/** The names of ts-morph's kinds of structures; handed to builders, so that they need not load ts-morph. */
export type StructureKinds = typeof import("ts-morph").StructureKind;

type Statement = Extract<SourceFileStructure["statements"], unknown[]>[number];

/**
 * Statements that ts-morph prints, once for all that have their key: in watch mode most of a file is as it was.
 * key: says all that they follow from. statements: makes them where the key is new.
 */
export interface KeyedStatements {
  readonly key: string;
  statements(kinds: StructureKinds): Statement[];
}

/**
 * The text of a whole TypeScript file. header: comment lines without their `//`, printed above it. statements: texts and structures, which
 * may be made one by one, so that those of a large file are never there at once.
 * Texts are on lines of their own, and get an empty line around them by a newline at their ends; there are never two.
 * ts-morph is loaded where there is a structure that was not printed before.
 */
export async function printTypeScript(
  header: readonly string[],
  statements: Iterable<string | KeyedStatements>,
): Promise<string> {
  const head = `${header.map((line) => `// ${line}`.trimEnd()).join("\n")}\n\n`;
  const texts: string[] = [];
  for (const statement of statements)
    texts.push(typeof statement === "string" ? statement : await printOnce(statement));
  return joinText(head, texts);
}

/**
 * Statements behind a head that ends with an empty line, as ts-morph prints them: each on lines of its own, no two empty lines, none
 * at the end.
 */
function joinText(head: string, statements: readonly string[]): string {
  const text = longText(parts(head, statements));
  flattenText(text);
  return text;
}

function* parts(head: string, statements: readonly string[]): Generator<string> {
  yield head;
  let isFirst = true;
  let newlines = 0;
  for (const statement of statements) {
    const start = firstNot(NEWLINE, statement);
    const end = endOfLastNot(NEWLINE, statement);
    if (start >= end) {
      newlines += Math.max(1, statement.length);
      continue;
    }
    if (!isFirst) yield NEWLINES[Math.min(2, newlines + start)] ?? "";
    isFirst = false;
    yield withoutGaps(statement.slice(start, end));
    newlines = Math.max(1, statement.length - end);
  }
  if (!isFirst) yield "\n";
}

const NEWLINES = ["", "\n", "\n\n"];
const NEWLINE = 0x0a;

function firstNot(unit: number, text: string): number {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) === unit) at++;
  return at;
}

function endOfLastNot(unit: number, text: string): number {
  let at = text.length;
  while (at > 0 && text.charCodeAt(at - 1) === unit) at--;
  return at;
}

function withoutGaps(text: string): string {
  return text.includes("\n\n\n") ? text.replaceAll(/\n{3,}/g, "\n\n") : text;
}

/** What was printed before, by its key. */
const printed = new Map<string, string>();
const REMEMBERED = 10_000;

/** The text of statements with an empty line around it. */
async function printOnce({ key, statements }: KeyedStatements): Promise<string> {
  const known = printed.get(key);
  if (known !== undefined) return known;
  const { StructureKind } = await import("ts-morph");
  project ??= openProject();
  const text = `\n${printStatements(await project, statements(StructureKind))}\n`;
  if (printed.size >= REMEMBERED) printed.clear();
  printed.set(key, text);
  return text;
}

let project: Promise<Project> | undefined;

function printStatements(opened: Project, statements: Statement[]): string {
  const file = opened.createSourceFile("generated.ts", { statements }, { overwrite: true });
  const text = file.getFullText();
  opened.removeSourceFile(file);
  return text;
}

async function openProject(): Promise<Project> {
  const { IndentationText, NewLineKind, Project, QuoteKind } = await import("ts-morph");
  return new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    manipulationSettings: {
      indentationText: IndentationText.TwoSpaces,
      newLineKind: NewLineKind.LineFeed,
      quoteKind: QuoteKind.Double,
      useTrailingCommas: true,
    },
  });
}
