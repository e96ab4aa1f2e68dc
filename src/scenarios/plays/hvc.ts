import { hex } from "../../core/u64.js";
import type { Scenario } from "../scenario.js";
import { HVC64, syndrome } from "../syndrome.js";

/** As an abort's syndrome this would be a permission fault: EL2 must not take it for one. */
const CALL = 0x4b4fn;
const ANSWER = 0x5afe_c0de_0000_0001n;

/** A guest calls its hypervisor, gets an answer in X0, and goes on. */
export const hvc: Scenario = {
  name: "hvc",
  title: "a guest calls the hypervisor and goes on with its answer",
  guest: {
    body: `
guest_call:
	hvc	#${hex(CALL)}
	add	x19, x0, x1
guest_second_call:
	hvc	#${hex(CALL + 1n)}`,
  },
  play(session) {
    const { board, list, values } = session;
    const value = (name: string): bigint => values.exit.get(name) ?? 0n;
    if (!session.runGuest({ code: "ARM_EXCEPTION_TRAP", at: ["guest_call", 4] })) return;
    list.equal(
      "the vcpu says that it was an HVC",
      "esr_el2",
      syndrome(HVC64, CALL),
      session.fault("ESR_EL2"),
    );
    const left = board.machine.registers.get("HPFAR_EL2");
    list.equal(
      "no abort, no IPA to resolve",
      "hpfar_el2, as HPFAR_EL2 was left,",
      left,
      session.fault("HPFAR_EL2"),
    );
    session.tell(
      "host",
      `reads the guest's X0 = ${hex(value("X0"))} in the vcpu, and answers ${hex(ANSWER)} in the same slot`,
    );
    session.setGuest("X0", ANSWER);
    const sum = BigInt.asUintN(64, ANSWER + value("X1"));
    const changes = new Map([["X19", sum]]);
    if (!session.runGuest({ code: "ARM_EXCEPTION_TRAP", at: ["guest_second_call", 4], changes })) return;
    session.tell("guest", `went on after its HVC: X19 = X0 + X1 = ${hex(sum)}`);
    const next = syndrome(HVC64, CALL + 1n);
    list.equal("the guest went on to its second HVC", "esr_el2", next, session.fault("ESR_EL2"));
  },
};
