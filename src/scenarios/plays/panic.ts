import { hex } from "../../core/u64.js";
import type { RegisterState } from "../board.js";
import { comparePanic, MODE_AND_MASKS, panicRegisters } from "../panic-arguments.js";
import type { Scenario } from "../scenario.js";
import { describeSyndrome, INSTRUCTION_ABORT_SAME_EL, syndrome } from "../syndrome.js";

const TRANSLATION_LEVEL_3 = 0b000111n;
/** PSTATE without the flags: EL2 on its own stack pointer, D, A, I and F masked. */
const EL2H_MASKED = 0x3c9n;

/** EL2 takes an exception itself: the host ends in panic(), with all that there is to know. */
export const panic: Scenario = {
  name: "panic",
  title: "an exception at EL2 itself: __kvm_hyp_panic leaves for the host's panic()",
  guest: { body: "guest_never_runs:\n\tb\tguest_never_runs" },
  play(session) {
    const { board, list } = session;
    const { machine, map, model } = board;
    const wild = map.host("unmapped");
    let taken: RegisterState = new Map();
    machine.observe({
      exception({ from, to, esr }) {
        if (from !== 2 || to !== 2) return;
        taken = panicRegisters(board);
        const what = describeSyndrome(model, "ESR_EL2", esr ?? 0n);
        session.tell(
          "EL2",
          `takes an exception itself, at ${hex(machine.registers.get("ELR_EL2"))}: ${what}`,
        );
      },
    });
    session.tell("host", `calls a function of EL2 at ${hex(wild)}, which EL2 has not mapped: HVC #0`);
    if (!session.post(wild, []) || !session.runTo(model.worldSwitch.panic.function)) return;
    const known = new Map([
      ["ESR_EL2", syndrome(INSTRUCTION_ABORT_SAME_EL, TRANSLATION_LEVEL_3)],
      ["ELR_EL2", map.hyp(wild)],
      ["FAR_EL2", map.hyp(wild)],
    ]);
    comparePanic(session, taken, known);
    const mode = (taken.get("SPSR_EL2") ?? 0n) & MODE_AND_MASKS;
    list.equal("they say what happened", "SPSR_EL2: EL2h, all masked", EL2H_MASKED, mode);
  },
};
