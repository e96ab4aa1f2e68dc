import { addressOf } from "../placed-code.js";
import type { Scenario } from "../scenario.js";

/** Rounds of the guest's loop, and the one in which the interrupt comes. */
const ROUNDS = 40n;
const INTERRUPTED = 10n;

/** A device interrupts while the guest runs: the host gets the CPU back, takes the interrupt, and the guest goes on. */
export const irq: Scenario = {
  name: "irq",
  title: "an interrupt while the guest runs: the host takes it, and the guest goes on where it was",
  guest: {
    body: `
guest_loop:
	add	x19, x19, #1
	sub	x20, x20, #1
	cbnz	x20, guest_loop
guest_done:
	hvc	#1`,
    registers: () => new Map([["X20", ROUNDS]]),
  },
  play(session) {
    const { board, list, values } = session;
    const { machine, code } = board;
    const loop = addressOf(code.guest, "guest_loop");
    const handler = addressOf(code.host, "host_irq");
    let rounds = 0n;
    let handled = 0n;
    machine.observe({
      instruction({ pc }) {
        if (pc === handler) handled++;
        if (pc !== loop) return;
        rounds++;
        if (rounds !== INTERRUPTED) return;
        machine.setIrq(true);
        session.tell("device", `raises the IRQ line in round ${INTERRUPTED} of the guest's loop`);
      },
    });
    const counted = (done: bigint, left: bigint): Map<string, bigint> =>
      new Map([
        ["X19", BigInt.asUintN(64, (values.exit.get("X19") ?? 0n) + done)],
        ["X20", left],
      ]);
    const before = session.fault("ESR_EL2") ?? 0n;
    const changes = counted(INTERRUPTED, ROUNDS - INTERRUPTED + 1n);
    if (!session.runGuest({ code: "ARM_EXCEPTION_IRQ", at: ["guest_loop", 4], changes })) return;
    list.equal("an interrupt is no trap", "esr_el2 in the vcpu, as it was", before, session.fault("ESR_EL2"));
    const topic = "the host takes the interrupt when it unmasks it";
    list.count(topic, "interrupts that the host had taken before", 0, handled);
    if (!session.runTo("host_call")) return;
    session.tell("host", "unmasks interrupts, takes the IRQ at EL1, acknowledges it, and calls again");
    list.count(topic, "interrupts that it has taken then", 1, handled);
    if (
      !session.runGuest({ code: "ARM_EXCEPTION_TRAP", at: ["guest_done", 4], changes: counted(ROUNDS, 0n) })
    ) {
      return;
    }
    list.count("the guest's loop lost no round", "rounds", ROUNDS, rounds);
  },
};
