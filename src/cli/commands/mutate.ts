import type { Command } from "commander";
import type { Model } from "../../model/types.js";
import type { Judged, Score } from "../../mutate/index.js";
import type { LayoutSources } from "../../read/sources.js";
import { type ExitStatus, exitStatus } from "../exit-status.js";
import type { Host } from "../host.js";
import type { Terminal } from "../terminal.js";
import { UsageError } from "../usage-error.js";

interface Options {
  readonly layout?: string;
  readonly every: string;
  readonly documents?: boolean;
  readonly code?: boolean;
  readonly list?: boolean;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  $ worldswitch mutate                   every mutant of the documents and of the code: some minutes
  $ worldswitch mutate --every 20        one of 20, to see how it goes
  $ worldswitch mutate --documents       the documents alone
  $ worldswitch mutate --list            with the equivalent mutants, each below its reason
  $ worldswitch mutate --json > mutants.json

A mutant is caught by the first check that minds it: schema, resolve, lint, generate, assemble, verify, and diff where it
is another sound layout with another switch. The others are equivalent, with the reason. Exit status: 0 each
mutant is caught or explained, 1 one is neither, 2 unreadable input.`;

/** `worldswitch mutate`: what the checks miss of a layout's and its code's single-point mutants. */
export function addMutate(program: Command, { terminal, finish }: Host): void {
  program
    .command("mutate")
    .description("change one point at a time, and say which check minds it")
    .option(
      "-l, --layout <layout>",
      "a layout under ./schema, or a layout's folder (default: the only one that extends no other)",
    )
    .option("--documents", "mutants of the documents only")
    .option("--code", "mutants of the assembled code only")
    .option("--every <n>", "take one mutant of n", "1")
    .option("--list", "name the equivalent mutants below their reason")
    .option("--json", "print every mutant and the scores as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (options: Options) => finish(await mutate(options, terminal)));
}

async function mutate(options: Options, terminal: Terminal): Promise<ExitStatus> {
  const every = Number(options.every);
  if (!Number.isSafeInteger(every) || every < 1) throw new UsageError(`--every ${options.every}: no count`);
  const [{ chooseLayout }, { loadSources }, { resolveModel }, { codeOf, scoreOf }] = await Promise.all([
    import("../layout-choice.js"),
    import("../../model/load.js"),
    import("../../model/resolve.js"),
    import("../../mutate/index.js"),
  ]);
  const sources = loadSources((await chooseLayout(options.layout)).folder);
  if (!sources.ok) return refuse(sources.diagnostics, terminal);
  const model = resolveModel(sources.value);
  if (!model.ok) return refuse(model.diagnostics, terminal);
  const object = await codeOf(model.value);
  if (!object.ok) return refuse(object.diagnostics, terminal);

  const judged = await judgeAll(options, every, sources.value, model.value, object.value, terminal);
  const parts = judged.map(({ of, mutants }) => ({ of, ...scoreOf(mutants), list: mutants }));
  if (options.json === true) terminal.json({ layout: model.value.layout.name, parts });
  else for (const part of parts) tell(part.of, part, part.list, options.list === true, terminal);
  return parts.every(({ unexplained }) => unexplained === 0) ? exitStatus.ok : exitStatus.findings;
}

async function judgeAll(
  { documents, code }: Options,
  every: number,
  sources: LayoutSources,
  model: Model,
  object: Parameters<typeof import("../../mutate/index.js").judgeCode>[1],
  terminal: Terminal,
): Promise<readonly { readonly of: string; readonly mutants: readonly Judged[] }[]> {
  const { judgeCode, judgeDocuments } = await import("../../mutate/index.js");
  const both = documents !== true && code !== true;
  const collect = async (of: string, from: AsyncIterable<Judged> | Iterable<Judged>) => {
    const mutants: Judged[] = [];
    for await (const mutant of from) {
      mutants.push(mutant);
      if (mutants.length % 20 === 0) terminal.progress(`${of}: ${mutants.length} mutants`);
    }
    terminal.progress("");
    return { of, mutants };
  };
  return [
    ...(both || documents === true
      ? [await collect("documents", judgeDocuments(sources, model, object, every))]
      : []),
    ...(both || code === true ? [await collect("code", judgeCode(model, object, every))] : []),
  ];
}

async function refuse(
  diagnostics: Parameters<typeof import("../findings.js").statusOf>[0],
  terminal: Terminal,
): Promise<ExitStatus> {
  const { renderFindings, statusOf } = await import("../findings.js");
  const findings = await renderFindings(diagnostics, terminal.colour.err);
  if (findings !== undefined) terminal.err(findings);
  return statusOf(diagnostics);
}

function tell(
  of: string,
  score: Score,
  mutants: readonly Judged[],
  listed: boolean,
  { out, outStyle }: Terminal,
): void {
  const { green, red, bold } = outStyle;
  const paint = score.unexplained === 0 ? green : red;
  const changing = score.mutants - score.explained;
  out(
    `${bold(of)}: ${score.mutants} mutants, ${paint(`${score.caught} of ${changing} that change something caught (${(100 * score.score).toFixed(1)} %)`)}`,
  );
  for (const [check, count] of Object.entries(score.byCheck))
    if (count > 0) out(`${String(count).padStart(6)}  caught by ${check}: ${codesOf(check, mutants)}`);
  for (const { kind, what, at } of mutants.filter((m) => m.caught?.by === "diff"))
    out(`        only diff minds ${at.file}:${at.line}: ${kind} ${what}`);
  for (const [because, count] of Object.entries(score.reasons)) {
    out(`${String(count).padStart(6)}  equivalent: ${because}`);
    for (const { kind, what, at } of mutants.filter((m) => listed && m.because === because))
      out(`        ${at.file}:${at.line}: ${kind} ${what}`);
  }
  for (const { kind, what, at } of mutants.filter((m) => m.caught === undefined && m.because === undefined))
    out(`  ${red("missed")} ${at.file}:${at.line}: ${kind} ${what}`);
}

/** `WS301 80, WS306 61`: most frequent first. */
function codesOf(check: string, mutants: readonly Judged[]): string {
  const counts = new Map<string, number>();
  for (const { caught } of mutants)
    if (caught?.by === check) counts.set(caught.code, (counts.get(caught.code) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([code, count]) => `${code} ${count}`)
    .join(", ");
}
