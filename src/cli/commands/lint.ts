import { type Command, Option } from "commander";
import type { Diagnostic } from "../../core/diagnostic.js";
import { formatSourceRef } from "../../core/source-ref.js";
import type { CheckedLayout } from "../checked-layout.js";
import { type ExitStatus, exitStatus, worse } from "../exit-status.js";
import type { FeatureOptions } from "../feature-choice.js";
import { countOf, renderFindings, statusOf } from "../findings.js";
import type { Host } from "../host.js";
import type { LayoutFolder } from "../layout-choice.js";
import type { Terminal } from "../terminal.js";
import { UsageError } from "../usage-error.js";

const FORMATS = ["text", "json", "sarif", "github"] as const;

interface Options extends FeatureOptions {
  readonly layout?: string;
  readonly format: (typeof FORMATS)[number];
  readonly json?: boolean;
  readonly notes?: boolean;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly fix?: boolean;
  readonly btf?: readonly string[];
  readonly dwarf?: readonly string[];
  readonly asmOffsets?: readonly string[];
  readonly strict?: boolean;
}

const EXAMPLES = `
Examples:
  $ worldswitch lint                              every layout under ./schema
  $ worldswitch lint --layout kvm-arm64-v3
  $ worldswitch lint --format sarif > lint.sarif  for code scanning
  $ worldswitch lint --format github              as annotations of a GitHub job
  $ worldswitch lint --sweep                      under every combination of the layout's features
  $ worldswitch lint --features sve,pauth         with exactly these features
  $ worldswitch lint --fix                        mend what has one certain mend, and report the rest
  $ worldswitch lint --baseline lint-baseline.json --update-baseline
                                                  accept what there is; from then on, report only what is new:
  $ worldswitch lint --baseline lint-baseline.json
  $ worldswitch lint --dwarf kvm.o --asm-offsets arch/arm64/kernel/asm-offsets.s
                                                  hold the layout to what a compiler made

The findings are the result and go to stdout. Exit status: 0 no error, 1 errors, 2 unreadable input.`;

/** `worldswitch lint`: everything that is wrong with the layouts, at its place. */
export function addLint(program: Command, { terminal, finish }: Host): void {
  const collect = (value: string, all: readonly string[] = []): readonly string[] => [...all, value];
  program
    .command("lint")
    .description("say what is wrong with the layouts, at its line")
    .option("-l, --layout <layout>", "a layout under ./schema, or a layout's folder (default: all)")
    .addOption(
      new Option("-f, --format <format>", "how to print the findings").choices(FORMATS).default("text"),
    )
    .option("--json", "the same as --format json")
    .option("--features <names>", "all, none, or exactly these features, with commas (default: the layout's)")
    .option("--sweep", "every combination of features, in one report")
    .option("--sweep-limit <n>", "look at so many combinations at most (default: 256)")
    .option("--notes", "print notes too")
    .option("--baseline <file>", "report no finding that the file knows, and what it knows in vain")
    .option("--update-baseline", "write the findings to the file of --baseline")
    .option("--fix", "edit the documents where a finding has one certain mend")
    .option("--btf <file>", "compare with BTF: a blob, or a file with a .BTF section (repeatable)", collect)
    .option("--dwarf <file>", "compare with the debug information of an object (repeatable)", collect)
    .option("--asm-offsets <file>", "compare with kbuild's asm-offsets.s or .h (repeatable)", collect)
    .option("--strict", "what only the layout or only the compared file has is an error")
    .addHelpText("after", EXAMPLES)
    .action(async (options: Options) => finish(await lintLayouts(options, terminal)));
}

async function lintLayouts(options: Options, terminal: Terminal): Promise<ExitStatus> {
  const [{ chooseLayouts }, { checkFeatureOptions }] = await Promise.all([
    import("../layout-choice.js"),
    import("../feature-choice.js"),
  ]);
  checkFeatureOptions(options);
  checkTogether(options);
  const checked: CheckedLayout[] = [];
  const compared: string[] = [];
  for (const layout of await chooseLayouts(options.layout)) {
    terminal.progress(`reading ${layout.folder}`);
    if (options.fix === true) await mend(layout, terminal);
    checked.push(await againstOracles(await look(layout, options, compared), options, compared));
  }
  terminal.progress("");
  const reported = await againstBaseline(checked, options, terminal);
  const format = options.json === true ? "json" : options.format;
  await print(reported, format, terminal);
  if (format === "text") for (const line of compared) terminal.out(line);
  return reported.map(({ diagnostics }) => statusOf(diagnostics)).reduce(worse, exitStatus.ok);
}

/** Throws UsageError for options that make no sense together. */
function checkTogether(options: Options): void {
  const { updateBaseline, baseline, sweep, fix, btf, dwarf, asmOffsets } = options;
  if (updateBaseline === true && baseline === undefined)
    throw new UsageError("--update-baseline needs --baseline FILE");
  if (sweep !== true) return;
  if (fix === true) throw new UsageError("--fix mends one combination of features, not a --sweep");
  if (btf !== undefined || dwarf !== undefined || asmOffsets !== undefined)
    throw new UsageError(
      "what a compiler made is of one combination of features, not of a --sweep",
      "say with --features which one it is",
    );
}

/** The layout linted, under one combination of features or under all of them; adds to said how many there were. */
async function look(layout: LayoutFolder, options: Options, said: string[]): Promise<CheckedLayout> {
  const notes = options.notes === true;
  if (options.sweep !== true) {
    const { checkLayout } = await import("../checked-layout.js");
    return checkLayout(layout, notes, options.features);
  }
  const { sweepLayout } = await import("../swept-layout.js");
  const limit = options.sweepLimit === undefined ? undefined : Number(options.sweepLimit);
  const swept = sweepLayout(layout, notes, limit);
  if (swept.story !== "") said.push(`${layout.name}: ${swept.story}`);
  return swept.layout;
}

/** The layout held to what compilers made; adds to compared what that was. */
async function againstOracles(
  checked: CheckedLayout,
  options: Options,
  compared: string[],
): Promise<CheckedLayout> {
  const { btf, dwarf, asmOffsets } = options;
  if (btf === undefined && dwarf === undefined && asmOffsets === undefined) return checked;
  const { withOracles } = await import("../lint-oracles.js");
  const held = withOracles(checked, options);
  compared.push(...held.compared);
  return held.layout;
}

async function mend(layout: LayoutFolder, terminal: Terminal): Promise<void> {
  const { mendLayout } = await import("../mend-layout.js");
  for (const { at, code, message } of await mendLayout(layout))
    terminal.err(`mended ${formatSourceRef(at)}: ${code}: ${message}`);
}

/** What is left of the findings; with --update-baseline nothing that a baseline covers. */
async function againstBaseline(
  checked: readonly CheckedLayout[],
  { baseline, updateBaseline }: Options,
  terminal: Terminal,
): Promise<readonly CheckedLayout[]> {
  if (baseline === undefined) return checked;
  const { withBaseline, writeBaseline } = await import("../lint-baseline.js");
  if (updateBaseline === true) {
    const written = writeBaseline(baseline, checked);
    terminal.err(`${baseline}: ${countOf(written, "finding")}`);
  }
  return withBaseline(baseline, checked);
}

async function print(
  checked: readonly CheckedLayout[],
  format: Options["format"],
  terminal: Terminal,
): Promise<void> {
  const diagnostics = checked.flatMap((layout) => layout.diagnostics);
  if (format === "text") {
    for (const layout of checked) await printText(layout, terminal);
    return;
  }
  const text = await renderAs(format, diagnostics);
  if (text !== "") terminal.out(text.trimEnd());
}

async function renderAs(
  format: Exclude<Options["format"], "text">,
  diagnostics: readonly Diagnostic[],
): Promise<string> {
  switch (format) {
    case "json":
      return (await import("../../report/json.js")).renderJson(diagnostics);
    case "sarif":
      return (await import("../../report/sarif.js")).renderSarif(diagnostics);
    case "github":
      return (await import("../../report/github.js")).renderGitHub(diagnostics);
  }
}

async function printText({ name, model, diagnostics }: CheckedLayout, terminal: Terminal): Promise<void> {
  const { green, yellow, red } = terminal.outStyle;
  const findings = await renderFindings(diagnostics, terminal.colour.out);
  if (findings !== undefined) terminal.out(`${findings}\n`);
  if (findings !== undefined) {
    const paint = diagnostics.some((d) => d.severity === "error") ? red : yellow;
    const { summarize } = await import("../../report/text.js");
    terminal.out(`${name}: ${paint(summarize(diagnostics))}`);
  } else if (model !== undefined) {
    const { allWaivers } = await import("../../lint/waivers.js");
    const waived = allWaivers(model).length;
    const accepted = waived === 0 ? "" : `, ${countOf(waived, "finding")} waived with a reason`;
    terminal.out(
      `${name}: ${green("clean")} (${model.structs.length} structs, ${model.sysregOrder.slots.length} system registers${accepted})`,
    );
  }
}
