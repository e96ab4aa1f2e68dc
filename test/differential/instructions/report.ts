import type { Architecture } from "../../../src/runtime/index.js";
import { enginesSection } from "../engines/engine-tally.js";
import type { CampaignResult, Tally } from "./campaign.js";
import { explanations } from "./explanations.js";

/** The reference page of a campaign: Markdown. command: how to make it again. */
export function fidelityPage(architecture: Architecture, result: CampaignResult, command: string): string {
  const lines = architecture.instructions.map(({ name }) => name);
  const others = [...result.tallies.keys()].filter((name) => !lines.includes(name)).sort();
  const all = [...result.tallies.values()];
  const sum = (of: (tally: Tally) => number): number => all.reduce((total, tally) => total + of(tally), 0);
  return `${[
    "# Fidelity: instructions",
    "",
    `Written by \`${command}\`; do not edit.`,
    "",
    "Random words in random states, executed by the reference machine and by QEMU 7.2 (`-M virt,virtualization=on -cpu cortex-a57`)",
    "at EL0, EL1 and EL2. Compared after each case: X0 to X30, the stack pointers, PSTATE, V0 to V31, FPCR and FPSR, the data that were",
    "touched, and of the exception that ends the case the vector, ESR, FAR, ELR, SPSR and HPFAR. A case is one to three words.",
    "",
    `${sum(({ cases }) => cases)} cases, ${sum(({ exceptions }) => exceptions)} of them with an exception of their own; ` +
      `${sum(({ differences }) => differences)} differences without an explanation, ${sum(({ explained }) => explained)} with one.`,
    "",
    "## By instruction",
    "",
    "A line of the table each; the word that a case is about counts. Below them words that the table leaves unallocated, by the group of",
    "DDI0487 C4.1 that they fall into: both sides find nearly all of them UNDEFINED.",
    "",
    "| Instruction | Cases | Exceptions | Differences | Explained |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...[...lines, ...others].map((name) => row(name, result.tallies.get(name))),
    "",
    "## Explained",
    "",
    "Where QEMU 7.2 leaves the manual, or the manual leaves a choice. Each explanation asks for the instruction, the exception and the bits",
    "that it is about.",
    "",
    "| What | Cases | DDI0487 | Why |",
    "| --- | ---: | --- | --- |",
    ...explanations.map(
      (known) =>
        `| ${known.name} | ${result.explained.get(known) ?? 0} | ${known.section} | ${known.because} |`,
    ),
    "",
    "## Left out",
    "",
    "Cases that would not come back, or see what only one board has. The check is made when the machine is about to execute the word.",
    "",
    "| Why | Cases |",
    "| --- | ---: |",
    ...[...result.filtered]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([reason, count]) => `| ${reason} | ${count} |`),
    ...(result.engines.length === 0 ? [] : ["", enginesSection(result.engines).trimEnd()]),
  ].join("\n")}\n`;
}

function row(name: string, tally: Tally | undefined): string {
  const { cases, exceptions, differences, explained } = tally ?? {
    cases: 0,
    exceptions: 0,
    differences: 0,
    explained: 0,
  };
  return `| ${name} | ${cases} | ${exceptions} | ${differences} | ${explained} |`;
}
