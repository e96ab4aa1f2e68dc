import { hex } from "../../core/u64.js";
import { toSpsr } from "../../runtime/index.js";
import type { Board } from "../board.js";
import { formatMessage } from "../format-message.js";
import { addressOf } from "../placed-code.js";
import type { Scenario } from "../scenario.js";
import { describeSyndrome, syndrome } from "../syndrome.js";

const INSTRUCTION_ABORT_SAME_EL = 0x21n;
const TRANSLATION_LEVEL_3 = 0b000111n;
/** PSTATE in SPSR's format without the flags: EL2 on its own stack pointer, D, A, I and F masked. */
const EL2H_MASKED = 0x3c9n;
const MODE_AND_MASKS = 0x3ffn;
const LONGEST_MESSAGE = 512;

/** EL2 takes an exception itself: the host ends in panic(), with all that there is to know. */
export const panic: Scenario = {
  name: "panic",
  title: "an exception at EL2 itself: __kvm_hyp_panic leaves for the host's panic()",
  guest: { body: "guest_never_runs:\n\tb\tguest_never_runs" },
  play(session) {
    const { board, list } = session;
    const { machine, map, model } = board;
    const { panic: plan } = model.worldSwitch;
    const wild = map.host("unmapped");
    const target = addressOf(board.code.host, plan.function);
    let atEntry: bigint[] = [];
    machine.observe({
      exception({ from, to, esr }) {
        if (from !== 2 || to !== 2) return;
        atEntry = plan.registers.map((register) => machine.registers.get(register.name));
        const what = describeSyndrome(model, "ESR_EL2", esr ?? 0n);
        session.tell(
          "EL2",
          `takes an exception itself, at ${hex(machine.registers.get("ELR_EL2"))}: ${what}`,
        );
      },
    });
    session.tell("host", `calls a function of EL2 at ${hex(wild)}, which EL2 has not mapped: HVC #0`);
    if (!session.post(wild, []) || !session.runTo(plan.function)) return;
    list.equal("the host is in panic()", "PC", target, machine.pc);
    list.equal(
      "the host is in panic()",
      "PSTATE: EL1h, all masked",
      plan.pstate.value,
      toSpsr(machine.pstate) & MODE_AND_MASKS,
    );
    const topic = "panic()'s arguments";
    const [format = 0n, ...args] = machine.x;
    const text = stringAt(board, format);
    list.same(topic, `X0, the kernel address of the format string (${hex(format)})`, plan.message, text);
    plan.registers.forEach((register, i) => {
      list.equal(topic, `X${i + 1}, ${register.name} at the exception`, atEntry[i] ?? 0n, args[i] ?? 0n);
    });
    const hyp = map.hyp(wild);
    const known = new Map([
      ["ESR_EL2", syndrome(INSTRUCTION_ABORT_SAME_EL, TRANSLATION_LEVEL_3)],
      ["ELR_EL2", hyp],
      ["FAR_EL2", hyp],
      ["SPSR_EL2", EL2H_MASKED],
    ]);
    plan.registers.forEach((register, i) => {
      const expected = known.get(register.name);
      if (expected === undefined) return;
      const given = args[i] ?? 0n;
      const actual = expected === EL2H_MASKED ? given & MODE_AND_MASKS : given;
      list.equal("they say what happened", register.name, expected, actual);
    });
    const lines = formatMessage(text, args).trimEnd().split("\n");
    for (const line of lines) session.tell("host", `prints: ${line}`);
    const expected = formatMessage(plan.message, atEntry).trimEnd();
    list.same(
      "the message says it to a person",
      "printed",
      JSON.stringify(expected),
      JSON.stringify(lines.join("\n")),
    );
  },
};

/** A C string of the host's kernel; what does not lie in its RAM reads as an empty one. */
function stringAt(board: Board, address: bigint): string {
  const bytes: number[] = [];
  const start = board.map.physical(address);
  if (address < board.map.pageOffset) return "";
  for (let i = 0; i < LONGEST_MESSAGE; i++) {
    const byte = board.machine.memory.read(start + BigInt(i), 1);
    if (byte === undefined || byte === 0n) break;
    bytes.push(Number(byte));
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
