import { writeFileSync } from "node:fs";
import { assemble, assemblerNames, type ObjectCode, writeElf64 } from "../assembler/index.js";
import { reason } from "../read/text-file.js";
import { loadArchitecture } from "./architecture.js";
import { type ExitStatus, exitStatus } from "./exit-status.js";
import { countOf, renderFindings, statusOf } from "./findings.js";
import { listing } from "./listing.js";
import { includeReader, readSourceFile } from "./source-files.js";
import type { Terminal } from "./terminal.js";
import { UsageError } from "./usage-error.js";

export interface AssembleRequest {
  readonly output?: string;
  readonly include: readonly string[];
  readonly define: readonly string[];
  readonly listing?: boolean;
  readonly json?: boolean;
}

/**
 * Assembles a file; writes the object only when there is no error.
 * Throws UsageError: the file cannot be read, the object cannot be written, a malformed -D.
 */
export async function assembleFile(
  file: string,
  request: AssembleRequest,
  terminal: Terminal,
): Promise<ExitStatus> {
  const architecture = loadArchitecture();
  const object = assemble({
    file,
    text: readSourceFile(file),
    table: architecture.a64,
    sysregs: assemblerNames(architecture),
    readInclude: includeReader(request.include),
    defines: new Map(request.define.map(definition)),
  });
  const findings = await renderFindings(object.diagnostics, terminal.colour.err);
  if (findings !== undefined) terminal.err(findings);
  if (!object.ok) return statusOf(object.diagnostics);
  if (request.output !== undefined) writeObject(request.output, writeElf64(object.value));
  tell(file, object.value, request, terminal);
  return exitStatus.ok;
}

function tell(
  file: string,
  object: ObjectCode,
  { output, listing: wanted, json }: AssembleRequest,
  terminal: Terminal,
): void {
  if (json === true) {
    terminal.json(summaryOf(file, object, output));
    return;
  }
  if (wanted === true) for (const line of listing(object, readSourceFile)) terminal.out(line);
  else {
    const sections = object.sections.filter(({ bytes }) => bytes.length > 0);
    const sizes = sections.map(({ name, bytes }) => `${name} ${countOf(bytes.length, "byte")}`).join(", ");
    terminal.out(
      `${output ?? file}: ${sizes === "" ? "no bytes" : sizes}, ${countOf(object.relocations.length, "relocation")}`,
    );
  }
}

function summaryOf(file: string, object: ObjectCode, output: string | undefined): unknown {
  return {
    file,
    ...(output === undefined ? {} : { output }),
    sections: object.sections.map(({ name, alignmentBytes, bytes }) => ({
      name,
      alignmentBytes,
      sizeBytes: bytes.length,
      bytes: Buffer.from(bytes).toString("hex"),
    })),
    symbols: object.symbols,
    relocations: object.relocations,
  };
}

function definition(text: string): [string, string] {
  const [, name, value] = /^([A-Za-z_]\w*)(?:=(.*))?$/s.exec(text) ?? [];
  if (name === undefined) throw new UsageError(`-D ${text}: expected NAME or NAME=VALUE`);
  return [name, value ?? "1"];
}

function writeObject(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    throw new UsageError(`cannot write ${file}: ${reason(error)}`);
  }
}
