import type { ObjectCode } from "../assembler/index.js";
import type { Result } from "../core/result.js";
import type { Model } from "../model/types.js";
import type { Compared, EntrySymbols, VerifyFinding, VerifyReport, Way } from "../verify/index.js";

/** Where the code comes from, and how far to follow it. steps: instructions of one path. */
export interface VerifyRequest {
  readonly out: string;
  readonly object?: string;
  readonly entries: Partial<EntrySymbols>;
  readonly steps?: number;
}

/** Code to prove. output: the folder whose TypeScript is to do the same; absent for code from elsewhere. */
export interface NamedObject {
  readonly name: string;
  readonly result: Result<ObjectCode>;
  readonly output?: string;
}

/** The object of --object, or what the generated assembly assembles to. Throws UsageError: a file cannot be read. */
export async function objectOf(model: Model, { object, out }: VerifyRequest): Promise<NamedObject> {
  if (object !== undefined) {
    const { readObjectFile } = await import("./object-file.js");
    return { name: object, result: readObjectFile(object) };
  }
  const [{ assemble, assemblerNames }, { includeReader, readGenerated }] = await Promise.all([
    import("../assembler/index.js"),
    import("./source-files.js"),
  ]);
  const output = `${out}/${model.layout.name}`;
  const name = `${output}/asm/hyp.S`;
  const result = assemble({
    ...{ file: name, text: readGenerated(name), table: model.a64, sysregs: assemblerNames(model) },
    readInclude: includeReader([]),
  });
  return { name, result, output };
}

/** The object that a model's assembly would have: of a combination of features that is not the generated one. */
export async function objectInMemory(model: Model, name: string): Promise<NamedObject> {
  const { codeOf } = await import("../mutate/index.js");
  return { name, result: await codeOf(model) };
}

/**
 * What verify says of a model and an object; beside an output folder also whether its TypeScript does the same.
 * Errors: those of verify.
 */
export async function proofOf(
  model: Model,
  { name, output, result }: NamedObject,
  { entries, steps }: VerifyRequest,
): Promise<Result<VerifyReport>> {
  if (!result.ok) return result;
  const { DEFAULT_BOUNDS, verify } = await import("../verify/index.js");
  const sequences = output === undefined ? undefined : compareWith(output, model);
  const ways: Way[] = [];
  const further = steps === undefined ? {} : { steps, total: Math.max(steps, DEFAULT_BOUNDS.total) };
  const report = verify(model, result.value, {
    ...{ entries, name, bounds: { ...DEFAULT_BOUNDS, ...further } },
    way: (way) => ways.push(way),
  });
  const compared = await sequences;
  if (!report.ok) return report;
  const diagnostics = [...result.diagnostics, ...report.diagnostics];
  if (compared === undefined) return { ...report, diagnostics };
  return { ...report, diagnostics, value: withSequences(report.value, compared(ways)) };
}

/** Begins to load the generated functions, which takes its time, and gives what compares them. */
async function compareWith(output: string, model: Model): Promise<(ways: readonly Way[]) => Compared> {
  const [{ loadSequences }, { compareSequences }] = await Promise.all([
    import("./generated-sequences.js"),
    import("../verify/index.js"),
  ]);
  const loaded = await loadSequences(output, model);
  if (loaded.ok) return (ways) => compareSequences(ways, loaded.value);
  const findings = loaded.diagnostics.map(
    (found): VerifyFinding => ({
      ...found,
      code: "WS822",
      path: "the generated TypeScript",
      trace: [],
    }),
  );
  return () => ({ file: output, functions: 0, transfers: 0, findings });
}

function withSequences(report: VerifyReport, { findings, ...compared }: Compared): VerifyReport {
  const proved = report.proved && findings.length === 0;
  return { ...report, proved, findings: [...report.findings, ...findings], sequences: compared };
}
