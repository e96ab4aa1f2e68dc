import type { RegisterState } from "../board.js";
import { comparePanic, panicRegisters } from "../panic-arguments.js";
import { addressOf } from "../placed-code.js";
import type { Scenario } from "../scenario.js";
import { SERROR } from "../syndrome.js";

/** An exception that no vector expects, while a guest runs. */
export const panicInGuest: Scenario = {
  name: "panic-in-guest",
  title: "an SError while the guest runs: no handler expects it, and the host's panic() gets it",
  guest: { body: "guest_loop:\n\tb\tguest_loop" },
  play(session) {
    const { board, list, notes } = session;
    const { machine, map, model, code } = board;
    const { worldSwitch } = model;
    const loop = addressOf(code.guest, "guest_loop");
    let raised = false;
    let taken: RegisterState = new Map();
    machine.observe({
      instruction({ pc }) {
        if (pc !== loop || raised) return;
        raised = true;
        machine.raiseSError();
        session.tell("device", "raises an SError");
      },
      exception({ to }) {
        if (to === 2) taken = panicRegisters(board);
      },
    });
    const vcpu = map.host("vcpu");
    session.tell("host", "calls __kvm_vcpu_run through kvm_call_hyp: HVC #0");
    const run = addressOf(code.hypervisor, "__kvm_vcpu_run");
    if (!session.post(run, [vcpu]) || !session.runTo(worldSwitch.panic.function)) return;
    const known = new Map([
      ["ELR_EL2", loop],
      ["TPIDR_EL2", map.hyp(vcpu)],
    ]);
    comparePanic(session, taken, known);
    list.equal("they say what happened", "EC of ESR_EL2", SERROR, (taken.get("ESR_EL2") ?? 0n) >> 26n);
    const { name } = worldSwitch.vm.register;
    if (machine.registers.get(name) === 0n) return;
    notes.push(
      `${name}, the traps and EL1's registers are still the guest's: the first fetch of ${worldSwitch.panic.function}() ` +
        "goes through the guest's tables, so that a host that panics here prints nothing (later kernels restore the host first)",
    );
  },
};
