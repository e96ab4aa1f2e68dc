import { describe, expect, it } from "vitest";
import { hasErrors } from "../../src/core/diagnostic.js";
import { inconsistencies } from "./consistency.js";
import { check, documentNames, faithful, type Outcome, withText } from "./layout-edits.js";
import { CHANGES, linesOf, type Mutation, mutationsOf } from "./line-mutations.js";

/**
 * Every line of the layout's documents removed, doubled, or swapped with the next. Each time, either something is reported at
 * the line, or the layout is another one, which is consistent in itself: recomputed from the documents and run.
 */
/** Lines of the changed document that are the place of the change, or next to it. */
function nearby({ change, line }: Mutation): readonly [number, number] {
  return change === "remove" ? [line - 1, line] : [line - 1, line + 2];
}

type Verdict = "at the line" | "regenerated" | "elsewhere";

function verdictOf(mutation: Mutation, { model, diagnostics }: Outcome): Verdict {
  const [first, last] = nearby(mutation);
  const { file } = faithful.documents[mutation.document];
  if (diagnostics.some((d) => d.at.file === file && first <= d.at.line && d.at.line <= last))
    return "at the line";
  return model !== undefined && !hasErrors(diagnostics) ? "regenerated" : "elsewhere";
}

/** The register that a removed line listed for switching; a line whose removal breaks the list says so itself. */
function lostRegister({ document, change, line, text }: Mutation): string | undefined {
  if (change !== "remove" || !isJson(text)) return undefined;
  const removed = linesOf(document)[line - 1]!;
  const pattern =
    document === "sysreg-order.json"
      ? /"name": "(\w+)".*"groups"/
      : /"register": "(\w+)", "member": "gp_regs/;
  return pattern.exec(removed)?.[1];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Why a finding is not at the changed line. Each reason holds for all mutations that it is given for. */
const REASONS: readonly { readonly why: string; readonly holds: (m: Mutation, o: Outcome) => boolean }[] = [
  {
    why: "the line defines a name, and each use of the name is reported",
    holds: ({ document, line }, { diagnostics }) => {
      const name = /"(?:name|symbol|macro|register)": "(\w+)"/.exec(linesOf(document)[line - 1]!)?.[1];
      return name !== undefined && diagnostics.every((d) => new RegExp(`\\b${name}\\b`).test(d.message));
    },
  },
  {
    why: "the line is a group's, and the step that cannot do without it is reported, with the group beside it",
    holds: ({ document, line }, { diagnostics }) => {
      const before = linesOf(document).slice(0, line - 1);
      const group = /^ {6}"name": "(\w+)"/.exec(
        before.findLast((text) => /^ {4}\{|^ {6}"name"/.test(text)) ?? "",
      )?.[1];
      const { file } = faithful.documents[document];
      return (
        group !== undefined &&
        diagnostics.every((d) => d.related?.some((r) => r.at.file === file) && d.message.includes(group))
      );
    },
  },
  {
    why: "a symbol of asm-offsets was removed, and the step that needs its member is reported",
    holds: ({ document, line }, { diagnostics }) => {
      const member = /"symbol": .*"member": "([\w.]+)"/.exec(linesOf(document)[line - 1]!)?.[1];
      return member !== undefined && diagnostics.every((d) => d.message.includes(member));
    },
  },
];

describe("a change of one line is reported at the line, or gives a layout that is consistent", () => {
  const counts: Record<string, number> = {};
  const count = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1;
  };

  it.each(
    documentNames.flatMap((name) => CHANGES.map((change) => [name, change] as const)),
  )("%s, %s", (name, change) => {
    const wrong: string[] = [];
    for (const mutation of mutationsOf(name, change)) {
      const what = `${name}:${mutation.line} ${change} ${linesOf(name)[mutation.line - 1]!.trim()}`;
      count("mutations");
      if (mutation.text === faithful.documents[name].text) {
        count("unchanged");
        continue;
      }
      const outcome = check(withText(faithful, name, mutation.text));
      const verdict = verdictOf(mutation, outcome);
      if (verdict === "elsewhere") {
        const reason = REASONS.find(({ holds }) => holds(mutation, outcome));
        count(reason === undefined ? "elsewhere, unexplained" : `elsewhere: ${reason.why}`);
        if (reason === undefined)
          wrong.push(
            `${what}\n    ${outcome.diagnostics.map((d) => `${d.at.file.replace(/.*\//, "")}:${d.at.line} ${d.code} ${d.message}`).join("\n    ")}`,
          );
      } else count(verdict);
      const lost = lostRegister(mutation);
      if (lost !== undefined && !outcome.diagnostics.some((d) => d.message.includes(lost)))
        wrong.push(`${what}: ${lost} is lost without a word`);
      if (outcome.model === undefined || hasErrors(outcome.diagnostics)) continue;
      const problems = inconsistencies(outcome.model, (document) =>
        document === name ? mutation.text : faithful.documents[document].text,
      );
      if (problems.length > 0) wrong.push(`${what}: accepted, but ${problems.slice(0, 3).join("; ")}`);
      count("models checked");
    }
    expect(wrong.join("\n")).toBe("");
  });

  it("counts", () => {
    counts.lines = documentNames.reduce((sum, name) => sum + linesOf(name).length, 0);
    console.log(counts);
    expect(counts["at the line"]! + counts.regenerated!).toBeGreaterThan(1500);
    expect(counts["elsewhere, unexplained"]).toBeUndefined();
  });
});
