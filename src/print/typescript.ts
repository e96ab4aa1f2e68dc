import type { Project, SourceFileStructure } from "ts-morph";

let project: Promise<Project> | undefined;

/**
 * The text of a whole TypeScript file. header: comment lines without their `//`, printed above it.
 * ts-morph is loaded at the first call (about half a second), so that commands that print nothing never load it.
 */
export async function printTypeScript(
  header: readonly string[],
  structure: Omit<SourceFileStructure, "kind">,
): Promise<string> {
  project ??= openProject();
  const opened = await project;
  const file = opened.createSourceFile("generated.ts", structure, { overwrite: true });
  const text = file.getFullText();
  opened.removeSourceFile(file);
  return `${header.map((line) => `// ${line}`.trimEnd()).join("\n")}\n\n${text}`;
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
