import { type Command, Option } from "commander";
import { hasErrors } from "../../core/diagnostic.js";
import type { EntrySymbols } from "../../verify/index.js";
import { type ExitStatus, exitStatus } from "../exit-status.js";
import type { FeatureOptions } from "../feature-choice.js";
import type { Host } from "../host.js";
import type { Terminal } from "../terminal.js";
import { UsageError } from "../usage-error.js";
import { VERIFY_FORMATS, type VerifyFormat } from "../verify-print.js";
import type { VerifyRequest } from "../verify-subject.js";

interface Options extends FeatureOptions {
  readonly layout?: string;
  readonly out: string;
  readonly object?: string;
  readonly entry: readonly string[];
  readonly steps?: string;
  readonly format: VerifyFormat;
  readonly json?: boolean;
  readonly infer?: boolean;
}

const EXAMPLES = `
Examples:
  $ worldswitch verify                                   the generated assembly of the only layout
  $ worldswitch verify --object hyp.o                    an object from elsewhere against the layout
  $ worldswitch verify --entry run=__guest_enter --entry vectors=__hyp_vectors --object hyp.o
  $ worldswitch verify --sweep                           what each combination of the layout's features makes of it
  $ worldswitch verify --features sve,pauth              with exactly these features
  $ worldswitch verify --format markdown > switch.md
  $ worldswitch verify --format sarif > verify.sarif     what is not proved, for code scanning
  $ worldswitch verify --infer --object hyp.o            what an object switches, as a draft of a layout

Exit status: 0 proved (what the layout waives counts as proved), 1 not proved, 2 unreadable input.`;

/** `worldswitch verify`: the switch, shown for all values, or a counterexample. */
export function addVerify(program: Command, { terminal, finish }: Host): void {
  const collect = (value: string, all: readonly string[]): readonly string[] => [...all, value];
  program
    .command("verify")
    .description("prove the world switch against its layout, for all register values at once")
    .option(
      "-l, --layout <layout>",
      "a layout under ./schema, or a layout's folder (default: the only one that extends no other)",
    )
    .option("-o, --out <dir>", "where generate put its output", "generated")
    .option("--object <file>", "an AArch64 ELF64 relocatable instead of the generated assembly")
    .option("--entry <role=symbol>", "the symbol of run or of vectors (repeatable)", collect, [])
    .option("--steps <number>", "instructions to follow on one path before giving up (default: 20000)")
    .addOption(
      new Option("-f, --format <format>", "how to print the report").choices(VERIFY_FORMATS).default("text"),
    )
    .option("--features <names>", "all, none, or exactly these features, with commas (default: the layout's)")
    .option("--sweep", "every combination of features, in one report")
    .option("--sweep-limit <n>", "prove so many combinations at most (default: 256)")
    .option("--json", "the same as --format json")
    .option("--infer", "print the order and the groups that the object has, as JSON, instead of proving it")
    .addHelpText("after", EXAMPLES)
    .action(async (options: Options) => finish(await verifyLayout(options, terminal)));
}

async function verifyLayout(options: Options, terminal: Terminal): Promise<ExitStatus> {
  const [{ checkFeatureOptions }, { chooseLayout }] = await Promise.all([
    import("../feature-choice.js"),
    import("../layout-choice.js"),
  ]);
  checkFeatureOptions(options);
  const entries = entriesOf(options.entry);
  const steps = stepsOf(options.steps);
  const { out, object, sweep, features, sweepLimit } = options;
  const format = options.json === true ? "json" : options.format;
  const request = {
    ...{ out, entries },
    ...(object === undefined ? {} : { object }),
    ...(steps === undefined ? {} : { steps }),
  };
  if (sweep === true) {
    if (object !== undefined || options.infer === true)
      throw new UsageError(
        "an object is of one combination of features, not of a --sweep",
        "say with --features which one it is",
      );
    if (format === "markdown" || format === "svg")
      throw new UsageError(`--format ${format} shows one combination of features, not a --sweep`);
    const { verifySweep } = await import("../verify-sweep.js");
    const limit = sweepLimit === undefined ? {} : { limit: Number(sweepLimit) };
    return verifySweep(await chooseLayout(options.layout), { ...request, ...limit, format }, terminal);
  }
  if (options.infer === true) return inferDraft(options, request, terminal);
  const { verifyOne } = await import("../verify-layout.js");
  const chosen = features === undefined ? {} : { features };
  return verifyOne(await chooseLayout(options.layout), { ...request, ...chosen, format }, terminal);
}

/** What the object switches, as far as its own code says. */
async function inferDraft(options: Options, request: VerifyRequest, terminal: Terminal): Promise<ExitStatus> {
  const [
    { chooseLayout },
    { loadSources },
    { resolveModel },
    { selectFeatures },
    { objectOf },
    { renderFindings, statusOf },
    { infer },
  ] = await Promise.all([
    import("../layout-choice.js"),
    import("../../model/load.js"),
    import("../../model/resolve.js"),
    import("../feature-choice.js"),
    import("../verify-subject.js"),
    import("../findings.js"),
    import("../../verify/index.js"),
  ]);
  const sources = loadSources((await chooseLayout(options.layout)).folder);
  const loaded = sources.ok
    ? resolveModel(sources.value, await selectFeatures(sources.value, options.features))
    : sources;
  const object = loaded.ok ? await objectOf(loaded.value, request) : undefined;
  const draft =
    loaded.ok && object?.result.ok ? infer(loaded.value, object.result.value, request.entries) : undefined;
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
