import { hex } from "../../core/u64.js";
import { guestPages } from "../address-map.js";
import { addressOf } from "../placed-code.js";
import type { Scenario } from "../scenario.js";
import { hpfar, INSTRUCTION_ABORT, syndrome } from "../syndrome.js";
import { stage2Page } from "../translation-table.js";
import { MISLEADING, mislead } from "./permission-at.js";

const OFFSET = 0x940n;
const PERMISSION_LEVEL_3 = 0b001111n;
const RET = 0xd65f_03c0n;

/** A guest calls code on a page that stage 2 does not let it execute: the same question for an instruction abort. */
export const permissionAtFetch: Scenario = {
  name: "permission-at-fetch",
  title: "a branch to a page that stage 2 makes execute-never: an instruction abort, its IPA resolved by AT",
  guest: {
    body: `
	blr	x9
guest_returned:
	hvc	#1`,
    registers: (map) => new Map([["X9", map.guestKernel(guestPages.moreText) + OFFSET]]),
  },
  play(session) {
    const { board, list } = session;
    const { map, stage2, machine } = board;
    const ipa = map.ipa(guestPages.moreText);
    const pa = map.physicalOfIpa(ipa);
    const va = map.guestKernel(guestPages.moreText) + OFFSET;
    board.write(pa + OFFSET, 4, RET);
    stage2.map(ipa, pa, stage2Page.executeNever);
    session.tell("board", `makes IPA ${hex(ipa)} execute-never in stage 2, and HPFAR_EL2 misleading`);
    const changes = new Map([["X30", addressOf(board.code.guest, "guest_returned")]]);
    mislead(session);
    if (!session.runGuest({ code: "ARM_EXCEPTION_TRAP", at: va, clobbers: true, changes })) return;
    session.crossings.onArrival = undefined;
    const topic = "the vcpu says what the guest wanted";
    const esr = syndrome(INSTRUCTION_ABORT, PERMISSION_LEVEL_3);
    list.equal(topic, "esr_el2", esr, session.fault("ESR_EL2"));
    list.equal(topic, "far_el2, a VA", va, session.fault("FAR_EL2"));
    const answer = "the IPA is AT's answer, not HPFAR_EL2's";
    list.equal(answer, "hpfar_el2, an IPA", hpfar(ipa), session.fault("HPFAR_EL2"));
    list.equal(answer, "HPFAR_EL2 itself", MISLEADING, machine.registers.get("HPFAR_EL2"));
    stage2.map(ipa, pa, stage2Page.readWrite);
    session.tell("host", "makes the page executable");
    if (session.call("__kvm_flush_vm_context", []) === undefined) return;
    session.runGuest({ code: "ARM_EXCEPTION_TRAP", at: ["guest_returned", 4] });
  },
};
