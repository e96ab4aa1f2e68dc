import { hex } from "../../core/u64.js";
import { encodingKey } from "../../runtime/index.js";
import { guestPages } from "../address-map.js";
import type { Board } from "../board.js";
import type { Scenario } from "../scenario.js";
import { stage2Page } from "../translation-table.js";

const OFFSET = 0x7c0n;
/** How often the guest is let into the same fault before the interrupt comes. */
const ROUNDS = 5;
/** What EL2 may take from the interrupt to the host: the way out is some 400 instructions for the seed's registers. */
const INSTRUCTIONS_PER_REGISTER = 8;

/**
 * The reviewer's question. At each permission fault another CPU takes the guest's stage 1 entry away before EL2 asks
 * AT, and puts it back afterwards: AT fails each time, and EL2 sends the guest into the fault again. A guest that does
 * this on purpose keeps EL2 busy for as long as nothing else happens; an interrupt gets the CPU back, for EL2 returns
 * to the guest with IRQs routed to EL2.
 */
export const alwaysFailingTranslation: Scenario = {
  name: "always-failing-translation",
  title: "a guest whose translation always fails when EL2 asks AT, and an interrupt for the host",
  guest: {
    body: `
guest_store:
	str	x7, [x6]
	hvc	#1`,
    registers: (map) => new Map([["X6", map.guestProcess + OFFSET]]),
  },
  play(session) {
    const { board, list, crossings } = session;
    const { watch } = crossings;
    const { machine, map } = board;
    const ipa = map.ipa(guestPages.data);
    board.stage2.map(ipa, map.physicalOfIpa(ipa), stage2Page.readOnly);
    session.tell("board", `makes IPA ${hex(ipa)} read-only in stage 2`);
    const entry = board.guestProcessTable.entry(map.guestProcess);
    const descriptor = board.guestProcessTable.descriptor(map.guestProcess);
    session.tell(
      "device",
      `another CPU of the guest clears the stage 1 entry at IPA ${hex(entry)} whenever EL2 is about to execute AT ` +
        `${board.model.worldSwitch.abort.operation}, and restores it at each return`,
    );
    const isAt = translationWord(board);
    let rounds = 0;
    let totalAtIrq = 0;
    let guestAtIrq = 0;
    machine.observe({
      instruction({ el, word }) {
        if (el !== 2 || !isAt(word)) return;
        board.guestProcessTable.memory.write(entry, 0n);
        forgetPage(board);
        rounds++;
        if (rounds !== ROUNDS) return;
        machine.setIrq(true);
        totalAtIrq = watch.instructions.EL2;
        guestAtIrq = watch.instructions.guest;
        session.tell("device", `raises the IRQ line for the host in round ${ROUNDS}`);
      },
      exceptionReturn({ from }) {
        if (from === 2) board.guestProcessTable.memory.write(entry, descriptor);
      },
    });
    if (!session.runGuest({ code: "ARM_EXCEPTION_IRQ", at: ["guest_store", 0], clobbers: true })) return;
    const topic = "the guest cannot hold the CPU";
    list.count(topic, "times that AT failed", ROUNDS, rounds);
    const guest = watch.instructions.guest - guestAtIrq;
    list.count(topic, "instructions of the guest after the interrupt", 0, guest);
    const hyp = watch.instructions.EL2 - totalAtIrq;
    const most = 200 + INSTRUCTIONS_PER_REGISTER * board.model.sysregOrder.slots.length + 400;
    const what = "instructions of EL2 from the interrupt to the host";
    list.holds(topic, what, `at most ${most}`, `${hyp}`, hyp <= most);
    const { failed } = board.model.worldSwitch.abort;
    for (const waiver of failed.waivers) {
      session.notes.push(
        `AT's failure is told by bit ${failed.bit}, which a fault of level 3 sets besides ${failed.field}; ` +
          `${waiver.code} is waived: ${waiver.because}`,
      );
    }
  },
};

/** Whether a word is the AT that the layout's switch resolves IPAs with. */
function translationWord(board: Board): (word: number) => boolean {
  const { operation } = board.model.worldSwitch.abort;
  const found = board.model.a64.systemOperations.find((o) => o.class === "AT" && o.name === operation);
  if (found === undefined) throw new Error(`AT ${operation} is no operation of the architecture`);
  const first = 0xd500_0000 + encodingKey({ op0: 1, ...found.encoding }) * 32;
  return (word) => word >= first && word < first + 32;
}

/** What the other CPU's TLBI VAAE1IS does to this one's TLB. */
function forgetPage(board: Board): void {
  const { map, machine, vmid } = board;
  machine.tlb.invalidate(
    { regime: "EL1&0", stages: "1", by: "va-all-asids", lastLevel: false, shareability: "inner" },
    { address: map.guestProcess, asid: 0, vmid: Number(vmid) },
  );
}
