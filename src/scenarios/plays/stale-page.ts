import { hex } from "../../core/u64.js";
import { guestPages } from "../address-map.js";
import type { GuestProgram } from "../scenario.js";
import type { Session } from "../session.js";
import { stage2Page } from "../translation-table.js";

const OFFSET = 0x550n;
const CONTENTS = { old: 0x01d0_01d0_01d0_01d0n, new: 0x0e3d_0e3d_0e3d_0e3dn } as const;

/** A guest that reads the same address and calls its hypervisor, for ever. */
export const reader: GuestProgram = {
  body: `
guest_read:
	ldr	x19, [x6]
guest_call:
	hvc	#1
	b	guest_read`,
  registers: (map) => new Map([["X6", map.guestProcess + OFFSET]]),
};

/** A page of the guest's that the host replaces by another, and what the guest sees of it. */
export class ReplacedPage {
  readonly ipa: bigint;

  constructor(private readonly session: Session) {
    const { map } = session.board;
    this.ipa = map.ipa(guestPages.data);
    session.board.write(map.physicalOfIpa(this.ipa) + OFFSET, 8, CONTENTS.old);
    session.board.write(this.#otherPa + OFFSET, 8, CONTENTS.new);
  }

  /** Puts the other page behind the IPA, in memory only. */
  replace(): void {
    const { board } = this.session;
    const before = board.map.physicalOfIpa(this.ipa);
    board.stage2.map(this.ipa, this.#otherPa, stage2Page.readWrite);
    const pages = `PA ${hex(before)} by PA ${hex(this.#otherPa)}`;
    this.session.tell("host", `replaces ${pages} behind IPA ${hex(this.ipa)}, in the stage 2 tables only`);
  }

  /** Lets the guest read; it must see the old content or the new. False when the scenario cannot go on. */
  sees(which: "old" | "new", topic: string): boolean {
    const { session } = this;
    const changes = new Map([["X19", CONTENTS[which]]]);
    if (!session.runGuest({ code: "ARM_EXCEPTION_TRAP", at: ["guest_call", 4], changes })) return false;
    const read = session.guestSlot("X19");
    session.list.equal(topic, `X19, from the ${which} page,`, CONTENTS[which], read);
    const page =
      read === CONTENTS.old ? "the old page" : read === CONTENTS.new ? "the new page" : "neither page";
    session.tell("guest", `has read ${hex(read ?? 0n)}: ${page}`);
    return true;
  }

  /**
   * Lets the host flush the page of its VM. The function's prototype says that it takes an address, and TLBI
   * IPAS2E1IS takes a page number: where a call with the address leaves the entry, onMiss is asked, and a call follows
   * that makes it the number. False when the scenario cannot go on.
   */
  flush(onMiss: () => boolean): boolean {
    const { board } = this.session;
    const { tlb } = board.machine;
    const kvm = board.map.host("kvm");
    const vmid = Number(board.vmVttbr >> 48n);
    if (this.session.call("__kvm_tlb_flush_vmid_ipa", [kvm, this.ipa]) === undefined) return false;
    if (tlb.findIpa(vmid, this.ipa) === undefined) return true;
    if (!onMiss()) return false;
    return this.session.call("__kvm_tlb_flush_vmid_ipa", [kvm, this.flushArgument]) !== undefined;
  }

  /** The argument with which the function hands TLBI the page's number, by the layout's shift. */
  get flushArgument(): bigint {
    const { ipaShift } = this.session.board.model.worldSwitch.flush;
    return (this.ipa >> 12n) << BigInt(ipaShift);
  }

  get #otherPa(): bigint {
    const { map } = this.session.board;
    return map.physicalOfIpa(map.ipa(guestPages.otherData));
  }
}
