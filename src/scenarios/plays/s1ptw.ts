import { hex } from "../../core/u64.js";
import { guestPages } from "../address-map.js";
import type { Scenario } from "../scenario.js";
import { DATA_ABORT, hpfar, S1PTW, syndrome } from "../syndrome.js";
import { stage2Page } from "../translation-table.js";

const OFFSET = 0x3f0n;
const TRANSLATION_LEVEL_3 = 0b000111n;
const PERMISSION_LEVEL_3 = 0b001111n;
const CONTENT = 0x0c0f_fee0_0000_0042n;

/**
 * The walk of the guest's own tables faults at stage 2, first for lack of a page, then for lack of the right to read
 * it. In both cases HPFAR_EL2 has the table's IPA; AT, which walks the same tables, could not give it.
 */
export const s1ptw: Scenario = {
  name: "s1ptw",
  title: "a stage 2 fault on the guest's own table walk: S1PTW, and the table's IPA from HPFAR_EL2",
  guest: {
    body: `
guest_load:
	ldr	x8, [x6]
guest_done:
	hvc	#1`,
    registers: (map) => new Map([["X6", map.guestProcess + OFFSET]]),
  },
  play(session) {
    const { board, list } = session;
    const { map, stage2 } = board;
    const table = board.guestProcessTable.entry(map.guestProcess) & ~0xfffn;
    const pa = map.physicalOfIpa(table);
    board.write(map.physicalOfIpa(map.ipa(guestPages.data)) + OFFSET, 8, CONTENT);
    const fault = (what: string, status: bigint): boolean => {
      if (!session.runGuest({ code: "ARM_EXCEPTION_TRAP", at: ["guest_load", 0] })) return false;
      const topic = `the vcpu says that the walk had a ${what} fault`;
      list.equal(topic, "esr_el2", syndrome(DATA_ABORT, S1PTW | status), session.fault("ESR_EL2"));
      list.equal(topic, "far_el2, the VA of the load", map.guestProcess + OFFSET, session.fault("FAR_EL2"));
      list.equal(topic, "hpfar_el2, the IPA of the table", hpfar(table), session.fault("HPFAR_EL2"));
      return true;
    };
    stage2.unmap(table);
    session.tell("board", `takes the guest's level 3 table, IPA ${hex(table)}, out of stage 2`);
    if (!fault("translation", TRANSLATION_LEVEL_3)) return;
    stage2.map(table, pa, stage2Page.noAccess);
    session.tell("host", `maps IPA ${hex(table)} to PA ${hex(pa)}, without the right to read`);
    if (!fault("permission", PERMISSION_LEVEL_3)) return;
    stage2.map(table, pa, stage2Page.readWrite);
    session.tell("host", "gives the right to read and write it");
    if (session.call("__kvm_flush_vm_context", []) === undefined) return;
    const changes = new Map([["X8", CONTENT]]);
    session.runGuest({ code: "ARM_EXCEPTION_TRAP", at: ["guest_done", 4], changes });
  },
};
