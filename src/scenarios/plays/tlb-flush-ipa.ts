import { hex } from "../../core/u64.js";
import type { Scenario } from "../scenario.js";
import { ReplacedPage, reader } from "./stale-page.js";

/**
 * The host changes a stage 2 entry under a guest that has used it. What the TLB holds is stale until
 * __kvm_tlb_flush_vmid_ipa; that it is used before is the point.
 */
export const tlbFlushIpa: Scenario = {
  name: "tlb-flush-ipa",
  title:
    "the host replaces a page under the guest: the stale translation lives until __kvm_tlb_flush_vmid_ipa",
  guest: reader,
  play(session) {
    const { notes, board } = session;
    const { flush } = board.model.worldSwitch;
    const page = new ReplacedPage(session);
    if (!page.sees("old", "the guest reads its page")) return;
    page.replace();
    if (!page.sees("old", "the stale translation is used as long as nobody flushes it")) return;
    const flushed = page.flush(() => {
      notes.push(
        `TLBI ${flush.operation} takes IPA[47:12] from bit 0 of its register, and the layout has the function hand it its ` +
          `argument ${flush.ipaShift === 0 ? "as it is" : `shifted by ${flush.ipaShift} bits`}: with the address ` +
          `${hex(page.ipa)} it names another page, with ${hex(page.flushArgument)} the right one`,
      );
      return page.sees("old", "a flush by the address instead of the page number leaves the stage 2 entry");
    });
    if (!flushed) return;
    page.sees("new", "after the flush the guest reads the new page");
  },
};
