import type { Actor, Check, ScenarioReport } from "./report.js";

const COLOURS: Readonly<Record<Actor, number>> = { board: 90, host: 36, EL2: 33, guest: 35, device: 34 };
const INDENT = "  ";
/** The widest line that a story is broken to. */
const WIDTH = 120;

/**
 * A report for a terminal: a heading, a line for each step, a line for each topic of checks (and one for each check
 * that failed, with both values), notes, the counts. Lines end in newlines. colour: with ANSI colours.
 */
export function tellStory(report: ScenarioReport, options: { readonly colour: boolean }): string {
  const paint = (code: number, text: string): string =>
    options.colour ? `\x1b[${code}m${text}\x1b[0m` : text;
  const lines = [
    `${paint(report.passed ? 32 : 31, report.passed ? "✓" : "✗")} ${paint(1, report.name)}: ${report.title}`,
  ];
  for (const { who, what, where } of report.steps) {
    const label = paint(COLOURS[who], who.padEnd(6));
    const place = where === undefined ? "" : paint(90, ` [${where}]`);
    lines.push(`${INDENT}${label} ${hanging(what)}${place}`);
  }
  for (const [topic, checks] of byTopic(report.checks)) lines.push(...tellTopic(topic, checks, paint));
  for (const note of report.notes) lines.push(`${INDENT}${paint(33, "note")}   ${hanging(note)}`);
  const { counts } = report;
  lines.push(
    `${INDENT}${paint(90, `${plural(counts.instructions, "instruction")} (host ${counts.hostInstructions}, EL2 ${counts.hypInstructions}, guest ${counts.guestInstructions}), ${plural(counts.exits, "exit")}, ${plural(counts.calls, "call")} of EL2, ${plural(report.checks.length, "check")}`)}`,
  );
  return `${lines.join("\n")}\n`;
}

function byTopic(checks: readonly Check[]): Map<string, Check[]> {
  const topics = new Map<string, Check[]>();
  for (const check of checks) {
    const known = topics.get(check.topic);
    if (known === undefined) topics.set(check.topic, [check]);
    else known.push(check);
  }
  return topics;
}

function tellTopic(
  topic: string,
  checks: readonly Check[],
  paint: (code: number, text: string) => string,
): string[] {
  const failed = checks.filter((check) => !check.passed);
  const [only] = checks;
  if (failed.length === 0) {
    const said =
      checks.length === 1 && only !== undefined
        ? `: ${only.what} is ${only.actual}`
        : ` (${checks.length} checked)`;
    return [`${INDENT}${paint(32, "✓")} ${topic}${said}`];
  }
  const ratio = `${checks.length - failed.length} of ${checks.length} hold`;
  return [
    `${INDENT}${paint(31, "✗")} ${topic}: ${ratio}`,
    ...failed.flatMap((check) => [
      `${INDENT}    ${check.what}: expected ${check.expected}, found ${paint(31, check.actual)}`,
      ...(check.where === undefined ? [] : [`${INDENT}      ${paint(90, check.where)}`]),
    ]),
  ];
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** A text behind a label of six characters: broken to WIDTH, its further lines indented. */
function hanging(text: string): string {
  const [first = "", ...rest] = wrap(text, WIDTH - INDENT.length - 7);
  return [first, ...rest.map((line) => `${INDENT}${" ".repeat(9)}${line}`)].join("\n");
}

/** The text in lines of at most width characters, broken at spaces; a longer word stays whole. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
