import { hex } from "../../core/u64.js";
import type { FaultTransfer } from "../../model/types.js";
import { memberPath } from "../places.js";
import type { Scenario } from "../scenario.js";
import type { Session } from "../session.js";

const PATTERN = 0xc3d2_e1f0n;

/**
 * A syndrome register is stored with as many bytes as the layout says, which may be more than its member has. What
 * the store takes with it is to be a hole, and the layout is to say so by a waiver.
 */
export const wideStore: Scenario = {
  name: "wide-store",
  title: "what the store of a syndrome register overwrites behind its member",
  guest: { body: "guest_call:\n\thvc\t#1" },
  play(session) {
    const narrow = session.board.model.worldSwitch.fault.filter(({ place }) => place.widthBytes < 8);
    if (narrow.length === 0) session.notes.push("every fault member is as wide as its register");
    for (const transfer of narrow) {
      session.board.write(behind(session, transfer), 4, PATTERN);
      session.tell("board", `puts ${hex(PATTERN)} behind ${transfer.place.path} in the vcpu`);
    }
    if (!session.runGuest({ code: "ARM_EXCEPTION_TRAP", at: ["guest_call", 4] })) return;
    for (const transfer of narrow) check(session, transfer);
  },
};

function check(session: Session, transfer: FaultTransfer): void {
  const { board, list, notes } = session;
  const { register, place, widthBits, waivers } = transfer;
  const found = board.read(behind(session, transfer), 4);
  const bytes = `the 4 bytes behind ${place.path}`;
  const extra = widthBits / 8 - place.widthBytes;
  if (extra <= 0) {
    list.equal("a store as wide as its member leaves what is behind it", bytes, PATTERN, found);
    return;
  }
  const topic = "the store is wider than its member: it overwrites a hole, as the layout's waiver says";
  const upper = board.machine.registers.get(register.name) >> BigInt(8 * place.widthBytes);
  list.equal(topic, `${bytes}, now bits from ${8 * place.widthBytes} up of ${register.name},`, upper, found);
  const path = pathBehind(session, transfer);
  list.holds(topic, path, "a hole", path, path.includes("the hole after"));
  const waiver = waivers.find(({ code }) => code === "WS303");
  list.same(topic, "the layout's waiver of WS303", "there", waiver === undefined ? "missing" : "there");
  if (waiver === undefined) return;
  notes.push(`${extra} bytes too many are stored with ${register.name}; WS303 is waived: ${waiver.because}`);
}

/** Where the bytes behind a fault member are. */
function behind({ board }: Session, { place }: FaultTransfer): bigint {
  return board.vcpu + BigInt(place.offsetBytes + place.widthBytes);
}

/** What they are: a member's name, or the hole's. */
function pathBehind({ board }: Session, { place }: FaultTransfer): string {
  const struct = board.model.structs.find((s) => s.name === place.struct);
  if (struct === undefined) throw new Error(`there is no struct ${place.struct}`);
  return memberPath(board.model, struct, place.offsetBytes + place.widthBytes);
}
