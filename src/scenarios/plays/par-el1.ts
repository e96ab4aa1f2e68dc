import { hex } from "../../core/u64.js";
import type { Model } from "../../model/types.js";
import { guestPages } from "../address-map.js";
import { distinctValue } from "../random-values.js";
import { written } from "../register-values.js";
import type { Scenario } from "../scenario.js";
import { saved } from "../switched.js";
import { hpfar } from "../syndrome.js";
import { stage2Page } from "../translation-table.js";

const OFFSET = 0x618n;
const GUEST_VALUE = distinctValue("the guest's PAR_EL1");
const HOST_VALUE = distinctValue("the host's PAR_EL1");

/**
 * The register that AT answers in is the guest's too. Where the layout switches it, its value outlives an HVC and an
 * exit that EL2 used AT for; the seed does not switch it, says so by a waiver, and loses it.
 */
export const parEl1: Scenario = {
  name: "par-el1",
  title: "whether the guest's PAR_EL1 outlives a switch, and EL2's own use of AT",
  guest: {
    body: (model) => `
	msr	${resultOf(model).toLowerCase()}, x5
guest_call:
	hvc	#1
	mrs	x20, ${resultOf(model).toLowerCase()}
guest_store:
	str	x7, [x6]
	mrs	x21, ${resultOf(model).toLowerCase()}
guest_done:
	hvc	#2`,
    registers: (map) =>
      new Map([
        ["X5", GUEST_VALUE],
        ["X6", map.guestProcess + OFFSET],
      ]),
  },
  play(session) {
    const { board, list, notes } = session;
    const { map, machine, model, stage2 } = board;
    const name = resultOf(model);
    const { registers } = machine;
    const own = written(board.describe(name), GUEST_VALUE);
    const switched = saved(model, "guest").some((register) => register.register === name);
    const ipa = map.ipa(guestPages.data);
    stage2.map(ipa, map.physicalOfIpa(ipa), stage2Page.readOnly);
    session.tell("board", `makes IPA ${hex(ipa)} read-only in stage 2`);
    const set = new Map<string, bigint>(switched ? [[name, own]] : []);
    if (
      !session.runGuest({ code: "ARM_EXCEPTION_TRAP", at: ["guest_call", 4], clobbers: true, changes: set })
    )
      return;
    if (switched) {
      registers.set(name, written(board.describe(name), HOST_VALUE));
      session.tell("host", `uses ${name} itself: ${hex(registers.get(name))}`);
    }
    const read = new Map([["X20", own]]);
    if (
      !session.runGuest({
        code: "ARM_EXCEPTION_TRAP",
        at: ["guest_store", 0],
        clobbers: true,
        changes: read,
      })
    )
      return;
    list.equal(
      `the guest's ${name} outlives its HVC`,
      "X20, which it read it into,",
      own,
      session.guestSlot("X20"),
    );
    list.equal("EL2 resolved the IPA with AT", "hpfar_el2", hpfar(ipa), session.fault("HPFAR_EL2"));
    stage2.map(ipa, map.physicalOfIpa(ipa), stage2Page.readWrite);
    session.tell("host", "makes the page writable");
    if (session.call("__kvm_flush_vm_context", []) === undefined) return;
    const left = switched ? own : registers.get(name);
    const again = new Map([["X21", left]]);
    if (
      !session.runGuest({ code: "ARM_EXCEPTION_TRAP", at: ["guest_done", 4], clobbers: true, changes: again })
    )
      return;
    const waiver = model.worldSwitch.abort.clobbers.find((clobber) => clobber.register.name === name)
      ?.waivers[0];
    if (switched || waiver === undefined) {
      list.equal(
        `the guest's ${name} outlives EL2's AT`,
        "X21, which it read it into,",
        own,
        session.guestSlot("X21"),
      );
      return;
    }
    const found = session.guestSlot("X21") ?? 0n;
    const fate =
      found === own ? "is still there" : `${hex(own)} is lost, it reads ${hex(found)}, AT's answer`;
    notes.push(`the guest's ${name} ${fate}, as the layout's waiver ${waiver.code} says: ${waiver.because}`);
  },
};

/** The register that the layout's AT answers in. */
function resultOf(model: Model): string {
  return model.worldSwitch.abort.result.name;
}
