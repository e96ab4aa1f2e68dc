import { runExceptions } from "../exceptions/campaign.js";
import { tallyPage } from "../resident/page.js";
import { residentTools } from "../resident/qemu-side.js";
import type { Campaign } from "./campaign.js";

/** What a case can come to first, by the exception class. */
const columns: readonly (readonly [string, RegExp])[] = [
  ["executed", /EL2, EC 0x16/],
  ["UNDEFINED", /EC 0x00/],
  ["trapped", /EC 0x(01|07|18)/],
  ["illegal state", /EC 0x0e/],
  ["SVC", /EC 0x15/],
  ["SMC", /EC 0x17/],
  ["BRK", /EC 0x3c/],
  ["alignment", /EC 0x(22|24|25|26)/],
  ["interrupt", /IRQ|FIQ|SError|EC 0x2f/],
];

/** Source level x trap bits x instruction against QEMU. */
export const campaign: Campaign = {
  title: "exceptions",
  page: "docs/reference/fidelity-exceptions.md",
  defaultCases: 150_000,
  async run({ cases, seed, command, engines, log }) {
    const tools = residentTools();
    if (tools === undefined) return undefined;
    const tally = await runExceptions(tools, cases, seed, log, engines);
    for (const name of tally.unused()) log(`no case needs the explanation "${name}"`);
    const intro = `Random instructions from EL0, EL1 and EL2 under trap bits, each alone, two at a time and many (HCR_EL2, CPTR_EL2, MDCR_EL2, CNTHCTL_EL2,
HSTR_EL2, SCTLR_EL1, CPACR_EL1, CNTKCTL_EL1, PMUSERENR_EL0, MDSCR_EL1, SCTLR_EL2), with random PSTATE, saved states, virtual
interrupts and a physical IRQ, on QEMU's Cortex-A57. Compared are the vector, ESR, FAR, HPFAR, ELR and SPSR of both levels and PAR_EL1.
A case that is executed ends in an HVC from EL1 or EL2 (EC 0x16), or comes to EL1's vectors and from there to EL2. SPSRs that ask for
AArch32 EL0, which the machine does not have, are left out; so are SMCs that firmware would answer. A WFI that nothing
else ends is ended by the interrupt of EL2's physical timer, on both machines.`;
    const page = tallyPage(tally, { title: "Fidelity of exceptions", intro, command }, columns);
    return { differences: tally.failures.length, page, complete: cases >= this.defaultCases };
  },
};
