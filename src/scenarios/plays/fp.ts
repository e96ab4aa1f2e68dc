import { guestPages } from "../address-map.js";
import { distinctValue } from "../random-values.js";
import type { Scenario } from "../scenario.js";
import type { Session } from "../session.js";

const SECOND = 512;

/** `stp q0, q1, [x6, #…]` for all of them, from an offset on. */
function storeVectors(offset: number): string {
  const pairs = Array.from(
    { length: 16 },
    (_, i) => `\tstp\tq${2 * i}, q${2 * i + 1}, [x6, #${offset + 32 * i}]`,
  );
  return pairs.join("\n");
}

/** FP/SIMD registers are switched eagerly: both sides use them, and nothing traps. */
export const fp: Scenario = {
  name: "fp",
  title: "host and guest both use the FP/SIMD registers, and neither sees the other's",
  guest: {
    body: `
${storeVectors(0)}
guest_call:
	hvc	#1
${storeVectors(SECOND)}
guest_done:
	hvc	#2`,
    registers: (map) => new Map([["X6", map.guestProcess]]),
  },
  play(session) {
    const { board, list, crossings } = session;
    const { watch } = crossings;
    if (!session.runGuest({ code: "ARM_EXCEPTION_TRAP", at: ["guest_call", 4] })) return;
    compareStored(session, 0, "the guest stored its own vectors before its call");
    for (let n = 0; n < 32; n++) {
      board.machine.state.writeV(n, { low: distinctValue(`low ${n}`), high: distinctValue(`high ${n}`) });
    }
    session.tell("host", "computes with all of Q0 … Q31 itself");
    if (!session.runGuest({ code: "ARM_EXCEPTION_TRAP", at: ["guest_done", 4] })) return;
    compareStored(session, SECOND, "and the same ones after it, with the host's in between");
    list.count("no use of them trapped", "exits of the guest", 2, watch.exits);
  },
};

/** The vectors that the guest has stored in its page, against the values that it took. */
function compareStored({ board, list, values }: Session, offset: number, topic: string): void {
  const page = board.map.physicalOfIpa(board.map.ipa(guestPages.data)) + BigInt(offset);
  for (let n = 0; n < 32; n++) {
    list.equal(topic, `Q${n}`, values.exit.get(`Q${n}`) ?? 0n, board.read(page + BigInt(16 * n), 16));
  }
}
