import { hex } from "../../core/u64.js";
import { guestPages } from "../address-map.js";
import type { Scenario } from "../scenario.js";
import { DATA_ABORT, hpfar, storeSyndrome, syndrome } from "../syndrome.js";
import { stage2Page } from "../translation-table.js";

const OFFSET = 0x128n;
const TRANSLATION_LEVEL_3 = 0b000111n;

/** A guest touches memory that the host has not given it yet. */
export const stage2Translation: Scenario = {
  name: "stage2-translation",
  title:
    "a store to memory that the guest does not have yet: a stage 2 translation fault, its IPA from HPFAR_EL2",
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
    const { map, stage2 } = board;
    const ipa = map.ipa(guestPages.data);
    stage2.unmap(ipa);
    session.tell("board", `takes IPA ${hex(ipa)} out of the guest's stage 2 tables`);
    if (!session.runGuest({ code: "ARM_EXCEPTION_TRAP", at: ["guest_store", 0] })) return;
    const topic = "the vcpu says what the guest wanted";
    const expected = syndrome(DATA_ABORT, storeSyndrome(7n) | TRANSLATION_LEVEL_3);
    list.equal(topic, "esr_el2", expected, session.fault("ESR_EL2"));
    list.equal(topic, "far_el2, a VA", map.guestProcess + OFFSET, session.fault("FAR_EL2"));
    list.equal(topic, "hpfar_el2, an IPA", hpfar(ipa), session.fault("HPFAR_EL2"));
    const pa = map.physicalOfIpa(ipa);
    stage2.map(ipa, pa, stage2Page.readWrite);
    session.tell(
      "host",
      `gives the guest the page at PA ${hex(pa)} for IPA ${hex(ipa)}, and lets it try again`,
    );
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
