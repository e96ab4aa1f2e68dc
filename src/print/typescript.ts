import type { Project, SourceFileStructure } from "ts-morph";

/** The names of ts-morph's kinds of structures; handed to builders, so that they need not load ts-morph. */
export type StructureKinds = typeof import("ts-morph").StructureKind;

/** A whole source file: all that ts-morph's structure of one may hold. */
export type FileStructure = Omit<SourceFileStructure, "kind">;

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
  const text = (
    isText(structure) ? joinText(structure.statements) : await printStructure(structure)
  ).replaceAll(/\n{3,}/g, "\n\n");
  return `${header.map((line) => `// ${line}`.trimEnd()).join("\n")}\n\n${text}`;
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

/** Statements as ts-morph prints them: each on lines of its own, no empty line at the beginning. */
function joinText(statements: readonly string[]): string {
  const lines = statements.map((statement) => (statement.endsWith("\n") ? statement : `${statement}\n`));
  return lines.join("").replace(/^\n+/, "");
}

async function printStructure(
  structure: FileStructure | ((kinds: StructureKinds) => FileStructure),
): Promise<string> {
  const { StructureKind } = await import("ts-morph");
  project ??= openProject();
  const opened = await project;
  const whole = typeof structure === "function" ? structure(StructureKind) : structure;
  const file = opened.createSourceFile("generated.ts", whole, { overwrite: true });
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
