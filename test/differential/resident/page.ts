import { enginesSection } from "../engines/engine-tally.js";
import type { Tally } from "./tally.js";

/** Markdown of a campaign's tally. columns: what the outcomes are counted under, by the outcome's name. */
export function tallyPage<Scene>(
  tally: Tally<Scene>,
  text: { readonly title: string; readonly intro: string; readonly command: string },
  columns: readonly (readonly [title: string, matches: RegExp])[],
): string {
  const lines = [...tally.lines].sort(([a], [b]) => (a < b ? -1 : 1));
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  const count = (outcomes: ReadonlyMap<string, number>, matches: RegExp) =>
    [...outcomes].reduce((sum, [outcome, n]) => sum + (matches.test(outcome) ? n : 0), 0);
  const sum = (value: (line: (typeof lines)[number][1]) => number) =>
    lines.reduce((total, [, line]) => total + value(line), 0);
  const headers = ["class", "cases", ...columns.map(([title]) => title), "differ", "explained"];
  const body = lines.map(([kind, line]) =>
    row([
      `\`${kind}\``,
      line.cases,
      ...columns.map(([, matches]) => count(line.outcomes, matches)),
      line.different,
      line.explained,
    ]),
  );
  const all = row([
    "all",
    sum((line) => line.cases),
    ...columns.map(([, matches]) => sum((line) => count(line.outcomes, matches))),
    sum((line) => line.different),
    sum((line) => line.explained),
  ]);
  const { counts, limits, tried } = tally.discards;
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
  return `# ${text.title}

\`${text.command}\` makes this page; it is not edited by hand.

${text.intro}

${row(headers)}
${row(headers.map((_, i) => (i === 0 ? "---" : "---:")))}
${body.join("\n")}
${all}

## Not compared

Cases that were made and are not among those above, each with the greatest share of all cases that may be so before the run fails.

| reason | cases | share | limit |
| --- | ---: | ---: | ---: |
${[...counts].map(([reason, n]) => row([reason, n, percent(n / tried), percent(limits[reason] ?? 0)])).join("\n")}

${enginesSection(tally.engines)}
## Differences that are explained

Where QEMU 7.2 leaves the manual (DDI0487), or the manual leaves a choice. A difference that no line claims fails the run; one
case can need several.

| what | cases | section | why |
| --- | ---: | --- | --- |
${tally.explanations
  .map(({ name, section, because }) => row([name, tally.used.get(name) ?? 0, section, because]))
  .join("\n")}
`;
}
