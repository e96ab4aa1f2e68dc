import { hex } from "../../core/u64.js";
import type { Scenario } from "../scenario.js";
import { ReplacedPage, reader } from "./stale-page.js";

/**
 * Two VMIDs have a translation of the same page in the TLB. A flush of one VM leaves the other's; TLBI ALLE1IS in
 * __kvm_flush_vm_context takes all of them.
 */
export const flushVmContext: Scenario = {
  name: "flush-vm-context",
  title: "VMIDs are to be reused: __kvm_flush_vm_context empties the TLB of every VM",
  guest: reader,
  play(session) {
    const { board } = session;
    const [first, second] = [board.vmid, board.vmid + 1n];
    const page = new ReplacedPage(session);
    const runAs = (vmid: bigint): void => {
      board.vmVttbr = board.vttbr(vmid);
      session.tell("host", `gives the VM the VMID ${hex(vmid)}`);
    };
    if (!page.sees("old", "both VMIDs read the page")) return;
    runAs(second);
    if (!page.sees("old", "both VMIDs read the page")) return;
    page.replace();
    const topic = "both VMIDs have a stale translation";
    if (!page.sees("old", topic)) return;
    runAs(first);
    if (!page.sees("old", topic)) return;
    if (!page.flush(() => true)) return;
    if (!page.sees("new", "a flush of one VMID's page is for that VMID")) return;
    runAs(second);
    if (!page.sees("old", "the other VMID still has its stale translation")) return;
    if (session.call("__kvm_flush_vm_context", []) === undefined) return;
    page.sees("new", "after __kvm_flush_vm_context it reads the new page too");
  },
};
