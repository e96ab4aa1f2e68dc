import { evaluate, type Values } from "../evaluate.js";
import type { Subject } from "../subject.js";
import { sysregNamed } from "../subject.js";
import type { Term } from "../term.js";
import type { Holdings, Side } from "./recording.js";
import type { Way } from "./way.js";

/** Where a side's context is: a region of the subject, and the bytes from its base. */
export function contextOf(
  { regions, model }: Subject,
  side: Side,
): { readonly base: Term; readonly offset: number } {
  if (side === "host") return { base: regions.hostContext, offset: 0 };
  return { base: regions.vcpu, offset: model.worldSwitch.contexts.guest.offsetBytes };
}

/** The struct of a context. */
export function contextBytes({ model }: Subject): number {
  return model.structs.find(({ name }) => name === model.layout.context)?.sizeBytes ?? 0;
}

/** What the machine holds at the start of a way when symbols have these values. */
export function holdingsAt(way: Way, values: Values): Holdings {
  const { start, subject } = way;
  const held = (term: Term): bigint => evaluate(term, values) ?? 0n;
  const contextAt = (side: Side): Uint8Array<ArrayBuffer> => {
    const { base, offset } = contextOf(subject, side);
    const words = Math.ceil(contextBytes(subject) / 8);
    const view = new DataView(new ArrayBuffer(8 * words));
    for (let word = 0; word < words; word++)
      view.setBigUint64(8 * word, held(start.memory.load(base, BigInt(offset + 8 * word), 8)), true);
    return new Uint8Array(view.buffer);
  };
  return {
    x: start.x.map(held),
    q: start.v.map(({ low, high }) => held(low) | (held(high) << 64n)),
    sysregs: new Map(),
    contexts: { host: contextAt("host"), guest: contextAt("guest") },
  };
}

/** What a system register holds that nobody has written since the start; undefined for a name that the catalogue lacks. */
export function sysregAt({ start, subject }: Way, name: string, values: Values): bigint | undefined {
  if (!subject.model.sysregs.has(name)) return undefined;
  const term = start.sysreg(sysregNamed(subject.model, name));
  return evaluate(term, values) ?? 0n;
}

/** The bits of a value that a system register has room for. */
export function cutToSysreg({ subject }: Way, name: string, value: bigint): bigint {
  return value & subject.architecture.possible(sysregNamed(subject.model, name));
}
