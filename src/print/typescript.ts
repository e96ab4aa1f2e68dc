import type { Project, SourceFileStructure } from "ts-morph";

/** The names of ts-morph's kinds of structures; handed to builders, so that they need not load ts-morph. */
export type StructureKinds = typeof import("ts-morph").StructureKind;

type Statements = SourceFileStructure["statements"];
type Statement = Exclude<Extract<Statements, readonly unknown[]>[number], string>;

/**
 * A whole source file: all that ts-morph's structure of one may hold. statements: may also be made one by one, so that those of a large
 * file are never there at once.
 */
export type FileStructure = Omit<SourceFileStructure, "kind" | "statements"> & {
  readonly statements?: Statements | Iterable<string | Statement>;
};

let project: Promise<Project> | undefined;

/**
 * The text of a whole TypeScript file. header: comment lines without their `//`, printed above it. structure: the whole file,
 * or what makes it from the kinds of structures.
 * Statements that are strings get an empty line around them by a newline at their ends; there are never two.
 * ts-morph is loaded where there is a structure to print: statements that are all strings are text already.
 */
export async function printTypeScript(
  header: readonly string[],
  structure: FileStructure | ((kinds: StructureKinds) => FileStructure),
): Promise<string> {
  const head = `${header.map((line) => `// ${line}`.trimEnd()).join("\n")}\n\n`;
  return joinText(head, isText(structure) ? structure.statements : await printStructure(structure));
}

function isText(
  structure: FileStructure | ((kinds: StructureKinds) => FileStructure),
): structure is { statements: string[] } {
  if (typeof structure === "function") return false;
  const { statements, ...others } = structure;
  return (
    Array.isArray(statements) &&
    statements.every((statement) => typeof statement === "string") &&
    Object.keys(others).length === 0
  );
}

/**
 * Statements behind a head that ends with an empty line, as ts-morph prints them: each on lines of its own, no two empty lines, none
 * at the end. They become one text at once, since each copy of a long one is new memory.
 */
function joinText(head: string, statements: readonly string[]): string {
  const parts = [head];
  let newlines = 0;
  for (const statement of statements) {
    const start = firstNot(NEWLINE, statement);
    const end = endOfLastNot(NEWLINE, statement);
    if (start >= end) {
      newlines += Math.max(1, statement.length);
      continue;
    }
    if (parts.length > 1) parts.push("\n".repeat(Math.min(2, newlines + start)));
    parts.push(withoutGaps(statement.slice(start, end)));
    newlines = Math.max(1, statement.length - end);
  }
  if (parts.length > 1) parts.push("\n");
  return parts.join("");
}

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

/** What was printed of a structure before: in watch mode most of a file is as it was. */
const printed = new Map<string, string>();
const REMEMBERED = 10_000;

/** The statements of a file of structures, printed one at a time, so that those that were printed before need not be again. */
async function printStructure(
  structure: FileStructure | ((kinds: StructureKinds) => FileStructure),
): Promise<readonly string[]> {
  const { StructureKind } = await import("ts-morph");
  project ??= openProject();
  const opened = await project;
  const whole = typeof structure === "function" ? structure(StructureKind) : structure;
  const { statements, ...others } = whole;
  if (!isList(statements))
    return [printFile(opened, statements === undefined ? others : { ...others, statements })];
  if (Object.keys(others).length > 0) return [printFile(opened, { ...others, statements: [...statements] })];
  const texts: string[] = [];
  for (const statement of statements)
    texts.push(typeof statement === "string" ? statement : printOnce(opened, statement));
  return texts;
}

function isList(statements: FileStructure["statements"]): statements is Iterable<string | Statement> {
  return typeof statements === "object" && Symbol.iterator in statements;
}

/** A statement with an empty line around it. */
function printOnce(opened: Project, statement: Statement): string {
  if (typeof statement === "function") return printFile(opened, { statements: [statement] });
  const key = JSON.stringify(statement);
  const known = printed.get(key);
  if (known !== undefined) return known;
  const text = `\n${printFile(opened, { statements: [statement] })}\n`;
  if (printed.size >= REMEMBERED) printed.clear();
  printed.set(key, text);
  return text;
}

function printFile(opened: Project, structure: Omit<SourceFileStructure, "kind">): string {
  const file = opened.createSourceFile("generated.ts", structure, { overwrite: true });
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
