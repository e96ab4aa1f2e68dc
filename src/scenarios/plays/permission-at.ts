import { hex } from "../../core/u64.js";
import { guestPages } from "../address-map.js";
import type { Scenario } from "../scenario.js";
import type { Session } from "../session.js";
import { DATA_ABORT, hpfar, storeSyndrome, syndrome } from "../syndrome.js";
import { stage2Page } from "../translation-table.js";

const OFFSET = 0x2a8n;
const PERMISSION_LEVEL_3 = 0b001111n;
/** What HPFAR_EL2 is made to hold: UNKNOWN may be anything but the truth. */
export const MISLEADING = 0x0bad_0bad_0n;

/** Makes HPFAR_EL2 wrong at each exception from now on, as it may be for a permission fault. */
export function mislead(session: Session): void {
  session.crossings.onArrival = () => {
    session.board.machine.registers.set("HPFAR_EL2", MISLEADING);
  };
}

/** A guest writes to a page that it may only read: HPFAR_EL2 is UNKNOWN, and AT finds the IPA. */
export const permissionAt: Scenario = {
  name: "permission-at",
  title: "a store to a read-only page: a stage 2 permission fault, its IPA resolved by AT",
  guest: {
    body: `
guest_store:
	str	x7, [x6]
guest_done:
	hvc	#1`,
    registers: (map) => new Map([["X6", map.guestProcess + OFFSET]]),
  },
  play(session) {
    const { board, list, values } = session;
    const { map, stage2, machine } = board;
    const ipa = map.ipa(guestPages.data);
    const pa = map.physicalOfIpa(ipa);
    stage2.map(ipa, pa, stage2Page.readOnly);
    session.tell(
      "board",
      `makes IPA ${hex(ipa)} read-only in stage 2, and HPFAR_EL2 misleading at each exception`,
    );
    mislead(session);
    if (!session.runGuest({ code: "ARM_EXCEPTION_TRAP", at: ["guest_store", 0], clobbers: true })) return;
    session.crossings.onArrival = undefined;
    const topic = "the vcpu says what the guest wanted";
    const expected = syndrome(DATA_ABORT, storeSyndrome(7n) | PERMISSION_LEVEL_3);
    list.equal(topic, "esr_el2", expected, session.fault("ESR_EL2"));
    list.equal(topic, "far_el2, a VA", map.guestProcess + OFFSET, session.fault("FAR_EL2"));
    const found = session.fault("HPFAR_EL2");
    list.equal("the IPA is AT's answer, not HPFAR_EL2's", "hpfar_el2, an IPA", hpfar(ipa), found);
    const held = machine.registers.get("HPFAR_EL2");
    list.equal("the IPA is AT's answer, not HPFAR_EL2's", "HPFAR_EL2 itself", MISLEADING, held);
    stage2.map(ipa, pa, stage2Page.readWrite);
    session.tell("host", "makes the page writable");
    if (session.call("__kvm_flush_vm_context", []) === undefined) return;
    if (!session.runGuest({ code: "ARM_EXCEPTION_TRAP", at: ["guest_done", 4] })) return;
    const stored = board.read(pa + OFFSET, 8);
    list.equal(
      "the guest's store has happened",
      `PA ${hex(pa + OFFSET)}`,
      values.exit.get("X7") ?? 0n,
      stored,
    );
  },
};
