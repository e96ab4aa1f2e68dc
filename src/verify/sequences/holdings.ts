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

/** What the machine holds at the start of a way, in terms: doublewords of the contexts, halves of the vector registers. */
export interface StartTerms {
  readonly x: readonly Term[];
  readonly q: readonly (readonly [low: Term, high: Term])[];
  readonly contexts: Readonly<Record<Side, readonly Term[]>>;
}

/** The terms that a way starts with. */
export function startTerms({ start, subject }: Way): StartTerms {
  const words = Math.ceil(contextBytes(subject) / 8);
  const wordsOf = (side: Side): readonly Term[] => {
    const { base, offset } = contextOf(subject, side);
    return Array.from({ length: words }, (_, word) => start.memory.load(base, BigInt(offset + 8 * word), 8));
  };
  return {
    x: start.x,
    q: start.v.map(({ low, high }) => [low, high]),
    contexts: { host: wordsOf("host"), guest: wordsOf("guest") },
  };
}

/** What the machine holds at the start when symbols have these values. */
export function holdingsAt({ x, q, contexts }: StartTerms, values: Values): Holdings {
  const held = (term: Term): bigint => evaluate(term, values) ?? 0n;
  const bytesOf = (terms: readonly Term[]): Uint8Array<ArrayBuffer> => {
    const view = new DataView(new ArrayBuffer(8 * terms.length));
    for (const [i, term] of terms.entries()) view.setBigUint64(8 * i, held(term), true);
    return new Uint8Array(view.buffer);
  };
  return {
    x: x.map(held),
    q: q.map(([low, high]) => held(low) | (held(high) << 64n)),
    sysregs: new Map(),
    contexts: { host: bytesOf(contexts.host), guest: bytesOf(contexts.guest) },
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
