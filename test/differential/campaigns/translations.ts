import { tallyPage } from "../resident/page.js";
import { residentTools } from "../resident/qemu-side.js";
import { runTranslations } from "../translations/campaign.js";
import type { Campaign } from "./campaign.js";

const abortOf = (status: string) => new RegExp(`(abort to EL\\d,|PAR) 0x${status}`);

/** What a translation can come to: the kinds of faults with their levels, where they have one. */
const columns: readonly (readonly [string, RegExp])[] = [
  ["no fault", /^(done|PAR success)$/],
  ...[0, 1, 2, 3].map((level) => [`address size ${level}`, abortOf(`0${level}`)] as const),
  ...[0, 1, 2, 3].map((level) => [`translation ${level}`, abortOf(`0${4 + level}`)] as const),
  ...[1, 2, 3].map((level) => [`access flag ${level}`, abortOf(`0${"9ab"[level - 1]}`)] as const),
  ...[1, 2, 3].map((level) => [`permission ${level}`, abortOf(`0${"def"[level - 1]}`)] as const),
  ["external", abortOf("1[04567]")],
  ["alignment", abortOf("21")],
  ["on a stage 1 walk", /S1PTW|PAR 0x\w\w 3/],
];

/** Random tables, registers and addresses against QEMU. */
export const campaign: Campaign = {
  title: "translations",
  page: "docs/reference/fidelity-translations.md",
  defaultCases: 500_000,
  async run({ cases, seed, command, engines, log }) {
    const tools = residentTools();
    if (tools === undefined) return undefined;
    const tally = await runTranslations(tools, cases, seed, log, engines);
    for (const name of tally.unused()) log(`no case needs the explanation "${name}"`);
    const intro = `Random translation tables (shared, leading to themselves and out of memory, with reserved encodings), random TCR_ELx, VTCR_EL2,
SCTLR_ELx, HCR_EL2, MAIR_ELx and TTBRs, random addresses and boundaries: accesses from EL0, EL1 and EL2 and AT, through stage 1, stage
2 and both, on QEMU's Cortex-A57 (4 and 64 KiB) and Neoverse-N1 (4, 16 and 64 KiB). Compared are what the access comes to, the vector,
ESR, FAR, HPFAR, ELR and SPSR of both levels, PAR_EL1 and the data. Faults are counted by the level in their status. What goes
round in EL1's vectors is ended by the interrupt of EL2's physical timer; where tables would be executed, HVC takes their place meanwhile.`;
    const page = tallyPage(tally, { title: "Fidelity of translation", intro, command }, columns);
    return { differences: tally.failures.length, page, complete: cases >= this.defaultCases };
  },
};
