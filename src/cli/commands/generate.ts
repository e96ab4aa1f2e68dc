import type { Command } from "commander";
import { formatSourceRef } from "../../core/source-ref.js";
import { type ExitStatus, exitStatus, worse } from "../exit-status.js";
import type { FileChange, GenerateOptions, Generation } from "../generate-layout.js";
import type { Host } from "../host.js";
import type { LayoutFolder } from "../layout-choice.js";
import type { Terminal } from "../terminal.js";
import type { StampPlace } from "../up-to-date.js";
import { UsageError } from "../usage-error.js";

/** later: as generateLayout has it. rest: does what was left so, once a layout's generation was told. */
interface Options extends GenerateOptions {
  readonly layout?: string;
  readonly watch?: boolean;
  readonly json?: boolean;
  readonly rest?: () => void;
}

const EXAMPLES = `
Examples:
  $ worldswitch generate                      write ./generated/<layout> for each layout under ./schema
  $ worldswitch generate --check              in CI: exit status 1 and the names of files that are stale
  $ worldswitch generate --dry-run            what would be written
  $ worldswitch generate --watch              again at each change of a document
  $ worldswitch generate -l hw/my-switch -o build

The output is replaced all or nothing; files that do not change keep their modification time. Exit status: 0 done or
nothing to do, 1 the layout has errors or the output is stale, 2 unreadable input.`;

/** `worldswitch generate`: every output of the layouts. */
export function addGenerate(program: Command, { terminal, finish, stamp }: Host): void {
  program
    .command("generate")
    .description("write the assembly, C, TypeScript and documentation of the layouts")
    .option("-l, --layout <layout>", "a layout under ./schema, or a layout's folder (default: all)")
    .option("-o, --out <dir>", "the folder to write <dir>/<layout> in", "generated")
    .option("-c, --check", "write nothing; fail when the output is not what would be written")
    .option("-n, --dry-run", "write nothing; say what would be written")
    .option("-w, --watch", "stay, and generate at each change of a document")
    .option("--force", "overwrite files that were edited by hand")
    .option("--json", "print what was done as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (options: Options) => {
      if (options.out === "")
        throw new UsageError("--out needs a folder", "generate --out . writes to ./<layout>");
      const { chooseLayouts } = await import("../layout-choice.js");
      const layouts = await chooseLayouts(options.layout);
      finish(await generateAll(layouts, options, terminal, stamp));
      if (options.watch === true) await keepGenerating(layouts, options, terminal);
    });
}

async function generateAll(
  layouts: readonly LayoutFolder[],
  options: Options,
  terminal: Terminal,
  stamp?: StampPlace,
): Promise<ExitStatus> {
  const [{ generateLayout }, { statusOf }, { lookAtInputs, stampGeneration }] = await Promise.all([
    import("../generate-layout.js"),
    import("../findings.js"),
    import("../stamp-generation.js"),
  ]);
  const inputs = stamp === undefined ? undefined : lookAtInputs(layouts);
  const generations: Generation[] = [];
  for (const layout of layouts) {
    const generation = await generateLayout(layout, options, terminal);
    terminal.progress("");
    generations.push(generation);
    if (options.json !== true) await tell(generation, terminal);
    options.rest?.();
  }
  if (options.json === true) tellJson(generations, terminal);
  if (stamp !== undefined && inputs !== undefined)
    await stampGeneration(stamp, inputs, generations, (all, to) => tellAll(all, options, to), terminal);
  return generations.map(({ diagnostics }) => statusOf(diagnostics)).reduce(worse, exitStatus.ok);
}

async function tellAll(
  generations: readonly Generation[],
  options: Options,
  terminal: Terminal,
): Promise<void> {
  if (options.json === true) tellJson(generations, terminal);
  else for (const generation of generations) await tell(generation, terminal);
}

function tellJson(generations: readonly Generation[], terminal: Terminal): void {
  terminal.json(generations.map(({ folder: _, files: __, ...generation }) => generation));
}

/** The finding of --check about a file as a whole; there may be many, and a line of the file says nothing. */
const STALE = "WS702";
/** Files of one folder that are still named one by one. */
const FEW = 4;
const SIGNS = { add: "+", update: "~", remove: "-" } as const;

async function tell(generation: Generation, terminal: Terminal): Promise<void> {
  const { layout, output, outcome, changes, unchanged, diagnostics } = generation;
  const [{ countOf, renderFindings }, { summarize }] = await Promise.all([
    import("../findings.js"),
    import("../../report/text.js"),
  ]);
  const { bold, green, red, yellow, dim } = terminal.outStyle;
  const stale = diagnostics.filter(({ code }) => code === STALE);
  const others = diagnostics.filter(({ code }) => code !== STALE);
  const findings = await renderFindings(others, terminal.colour.err);
  if (findings !== undefined) terminal.err(findings);
  for (const { at, severity, code, message } of stale)
    terminal.err(`${formatSourceRef(at)}: ${terminal.errStyle.red(`${severity} ${code}:`)} ${message}`);
  const say = (text: string): void => terminal.out(`${bold(layout)}: ${text}`);
  switch (outcome) {
    case "refused":
      return say(`${red("nothing written")}, ${summarize(diagnostics)}`);
    case "stale":
      return say(`${red("stale")}: ${output} is not what the documents give; run worldswitch generate`);
    case "unchanged":
      return say(`${green("up to date")} (${countOf(unchanged, "file")} in ${output})`);
    default: {
      const paint = { add: green, update: yellow, remove: red } as const;
      const done = outcome === "written" ? "wrote" : "would write";
      say(
        `${done} ${countOf(changes.length, "file")} in ${output}${unchanged === 0 ? "" : dim(`, ${unchanged} unchanged`)}`,
      );
      const whole = changes.filter(({ headOnly }) => headOnly !== true);
      for (const { kind, text } of compact(whole)) terminal.out(`  ${paint[kind](SIGNS[kind])} ${text}`);
      const rest = changes.length - whole.length;
      if (rest > 0)
        terminal.out(dim(`  ${countOf(rest, "file")} with nothing new but the hash of the documents`));
    }
  }
}

/** A line for each change; of many files that one folder gains or loses, a line for the folder. */
function compact(changes: readonly FileChange[]): { kind: FileChange["kind"]; text: string }[] {
  const lines = new Map<string, { kind: FileChange["kind"]; paths: string[] }>();
  for (const { path, kind } of changes) {
    const folder = path.slice(0, path.indexOf("/") + 1);
    const key = kind === "update" ? path : `${kind} ${folder}`;
    const line = lines.get(key) ?? { kind, paths: [] };
    line.paths.push(path);
    lines.set(key, line);
  }
  return [...lines.values()].flatMap(({ kind, paths }) =>
    paths.length <= FEW
      ? paths.map((path) => ({ kind, text: path }))
      : [{ kind, text: `${paths[0]?.split("/")[0]}/ (${paths.length} files)` }],
  );
}

async function keepGenerating(
  layouts: readonly LayoutFolder[],
  options: Options,
  terminal: Terminal,
): Promise<never> {
  const [{ watchFolders }, { idleCollection }] = await Promise.all([
    import("../watch.js"),
    import("../idle-collection.js"),
  ]);
  const collect = idleCollection();
  const folders = layouts.map(({ folder }) => folder);
  const left: (() => void)[] = [];
  const later = (work: () => void): unknown => left.push(work);
  const rest = (): void => {
    for (const work of left.splice(0)) work();
  };
  watchFolders(folders, async () => {
    await generateAll(layouts, { ...options, later, rest }, terminal);
    collect();
  });
  // Said when it is so: who reads this may edit at once.
  terminal.err(terminal.errStyle.dim(`watching ${folders.join(", ")}; Ctrl-C ends`));
  return new Promise(() => {});
}
