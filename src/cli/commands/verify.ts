import { type Command, Option } from "commander";
import type { ObjectCode } from "../../assembler/index.js";
import { hasErrors } from "../../core/diagnostic.js";
import type { Result } from "../../core/result.js";
import type { Model } from "../../model/types.js";
import type { EntrySymbols, VerifyReport } from "../../verify/index.js";
import { type ExitStatus, exitStatus } from "../exit-status.js";
import type { Host } from "../host.js";
import type { Terminal } from "../terminal.js";
import { UsageError } from "../usage-error.js";

const FORMATS = ["text", "markdown", "svg", "json"] as const;

interface Options {
  readonly layout?: string;
  readonly out: string;
  readonly object?: string;
  readonly entry: readonly string[];
  readonly steps?: string;
  readonly format: (typeof FORMATS)[number];
  readonly json?: boolean;
  readonly infer?: boolean;
}

const EXAMPLES = `
Examples:
  $ worldswitch verify                                   the generated assembly of the only layout
  $ worldswitch verify --object hyp.o                    an object from elsewhere against the layout
  $ worldswitch verify --entry run=__guest_enter --entry vectors=__hyp_vectors --object hyp.o
  $ worldswitch verify --format markdown > switch.md
  $ worldswitch verify --infer --object hyp.o            what an object switches, as a draft of a layout

Exit status: 0 proved (what the layout waives counts as proved), 1 not proved, 2 unreadable input.`;

/** `worldswitch verify`: the switch, shown for all values, or a counterexample. */
export function addVerify(program: Command, { terminal, finish }: Host): void {
  const collect = (value: string, all: readonly string[]): readonly string[] => [...all, value];
  program
    .command("verify")
    .description("prove the world switch against its layout, for all register values at once")
    .option("-l, --layout <layout>", "a layout under ./schema, or a layout's folder (default: the only one)")
    .option("-o, --out <dir>", "where generate put its output", "generated")
    .option("--object <file>", "an AArch64 ELF64 relocatable instead of the generated assembly")
    .option("--entry <role=symbol>", "the symbol of run or of vectors (repeatable)", collect, [])
    .option("--steps <number>", "instructions to follow on one path before giving up (default: 20000)")
    .addOption(
      new Option("-f, --format <format>", "how to print the report").choices(FORMATS).default("text"),
    )
    .option("--json", "the same as --format json")
    .option("--infer", "print the order and the groups that the object has, as JSON, instead of proving it")
    .addHelpText("after", EXAMPLES)
    .action(async (options: Options) => finish(await verifyLayout(options, terminal)));
}

async function verifyLayout(options: Options, terminal: Terminal): Promise<ExitStatus> {
  const entries = entriesOf(options.entry);
  const steps = stepsOf(options.steps);
  if (options.infer === true) return inferDraft(options, entries, terminal);
  const [{ chooseLayout }, { loadModel }, { renderFindings, statusOf }, { DEFAULT_BOUNDS, verify }] =
    await Promise.all([
      import("../layout-choice.js"),
      import("../../model/load.js"),
      import("../findings.js"),
      import("../../verify/index.js"),
    ]);
  const loaded = loadModel((await chooseLayout(options.layout)).folder);
  const object = loaded.ok ? await objectOf(loaded.value, options) : undefined;
  const report =
    loaded.ok && object?.result.ok
      ? verify(loaded.value, object.result.value, {
          ...{ entries, name: object.name },
          bounds: {
            ...DEFAULT_BOUNDS,
            ...(steps === undefined ? {} : { steps, total: Math.max(steps, DEFAULT_BOUNDS.total) }),
          },
        })
      : undefined;
  const diagnostics = [loaded, object?.result, report].flatMap((result) => result?.diagnostics ?? []);
  const findings = await renderFindings(diagnostics, terminal.colour.err);
  if (findings !== undefined) terminal.err(findings);
  if (report === undefined || !report.ok || hasErrors(diagnostics)) return statusOf(diagnostics);
  await print(report.value, options.json === true ? "json" : options.format, terminal);
  return report.value.proved ? exitStatus.ok : exitStatus.findings;
}

/** What the object switches, as far as its own code says. */
async function inferDraft(
  options: Options,
  entries: Partial<EntrySymbols>,
  terminal: Terminal,
): Promise<ExitStatus> {
  const [{ chooseLayout }, { loadModel }, { renderFindings, statusOf }, { infer }] = await Promise.all([
    import("../layout-choice.js"),
    import("../../model/load.js"),
    import("../findings.js"),
    import("../../verify/index.js"),
  ]);
  const loaded = loadModel((await chooseLayout(options.layout)).folder);
  const object = loaded.ok ? await objectOf(loaded.value, options) : undefined;
  const draft =
    loaded.ok && object?.result.ok ? infer(loaded.value, object.result.value, entries) : undefined;
  const diagnostics = [loaded, object?.result, draft].flatMap((result) => result?.diagnostics ?? []);
  const findings = await renderFindings(diagnostics, terminal.colour.err);
  if (findings !== undefined) terminal.err(findings);
  if (draft?.ok !== true || hasErrors(diagnostics)) return statusOf(diagnostics);
  terminal.json(draft.value);
  return exitStatus.ok;
}

function stepsOf(option: string | undefined): number | undefined {
  if (option === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(option))
    throw new UsageError(`--steps ${option}: expected a number from 1 to 999999999`);
  return Number(option);
}

function entriesOf(options: readonly string[]): Partial<EntrySymbols> {
  const entries: { run?: string; vectors?: string } = {};
  for (const option of options) {
    const [role, symbol] = option.split("=", 2);
    if ((role !== "run" && role !== "vectors") || symbol === undefined || symbol === "")
      throw new UsageError(`--entry ${option}: expected run=SYMBOL or vectors=SYMBOL`);
    entries[role] = symbol;
  }
  return entries;
}

async function objectOf(
  model: Model,
  { object, out }: Options,
): Promise<{ readonly name: string; readonly result: Result<ObjectCode> }> {
  const [{ assemble, readElf64 }, { includeReader, readBytes, readSourceFile }, { assemblerNames }] =
    await Promise.all([
      import("../../assembler/index.js"),
      import("../source-files.js"),
      import("../architecture.js"),
    ]);
  if (object !== undefined) return { name: object, result: readElf64(readBytes(object), object) };
  const file = `${out}/${model.layout.name}/asm/hyp.S`;
  const result = assemble({
    ...{ file, text: readSourceFile(file), table: model.a64, sysregs: assemblerNames(model) },
    readInclude: includeReader([]),
  });
  return { name: file, result };
}

async function print(
  report: VerifyReport,
  format: Options["format"],
  { out, json, outStyle }: Terminal,
): Promise<void> {
  const { printMarkdown, printSvg, printText } = await import("../../verify/index.js");
  const { green, red, yellow, dim } = outStyle;
  if (format === "json") json(report);
  else if (format === "markdown") out(printMarkdown(report).trimEnd());
  else if (format === "svg") out(printSvg(report).trimEnd());
  else out(printText(report, { good: green, bad: red, waived: yellow, faint: dim }));
}
