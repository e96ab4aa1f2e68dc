import type { Command } from "commander";
import type { Host } from "../host.js";

interface Options {
  readonly layout?: string;
  readonly allow: readonly string[];
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  $ worldswitch diff HEAD                              what the edits of the working tree change
  $ worldswitch diff v1.2 v1.3 --layout kvm-arm64-v3   between two revisions of one layout
  $ worldswitch diff main:schema/kvm-arm64-v3 schema/kvm-arm64
  $ worldswitch diff HEAD --allow constant-changed --allow WS355 --allow PAR_EL1

OLD and NEW: a layout's folder, a layout under ./schema, REV:FOLDER, or REV with --layout. Revisions are read with
git show; nothing is checked out. Exit status: 0 nothing breaks, 1 a break that is not allowed, 2 unreadable input.`;

/** `worldswitch diff`: what differs between two layouts, by meaning, and what of it breaks. */
export function addDiff(program: Command, { terminal, finish }: Host): void {
  const collect = (value: string, all: readonly string[]): readonly string[] => [...all, value];
  program
    .command("diff")
    .description("say what differs between two layouts and what of it breaks consumers and saved guests")
    .argument("<old>", "what consumers were compiled with and guests were saved by")
    .argument("[new]", "what takes its place (default: the layout in the working tree)")
    .option(
      "-l, --layout <layout>",
      "the layout that a revision is about (default: the only one that extends no other)",
    )
    .option(
      "--allow <reason|name>",
      "accept breaks of this code or reason, or of this thing (repeatable)",
      collect,
      [],
    )
    .option("--json", "print the changes as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (before: string, after: string | undefined, options: Options) => {
      const { diffLayouts } = await import("../diff-layouts.js");
      finish(await diffLayouts(before, after, options, terminal));
    });
}
