import { type Batch, type Case, codeWord } from "./batch.js";
import { EL1_VECTORS, endWord, input, result, SLOT_BYTES } from "./layout.js";

/**
 * A case and what both sides made of it. qemu, ours: result records, doublewords as layout.ts numbers them. elsewhere: the words
 * that it executed on our side besides its own.
 */
export interface Outcome {
  readonly batch: Batch;
  readonly one: Case;
  readonly elsewhere: readonly number[];
  readonly qemu: BigUint64Array;
  readonly ours: BigUint64Array;
}

const at = (record: BigUint64Array, slot: number): bigint => record[slot] ?? 0n;

/** ESR.EC. */
export const exceptionClassOf = (esr: bigint): bigint => esr >> 26n;

/** Whether the exception that ended the case came to EL1, whose vectors hold an HVC. */
function tookAtEl1(record: BigUint64Array): boolean {
  return (
    exceptionClassOf(at(record, result.esrEl2)) === 0x16n &&
    at(record, result.elrEl2) >> 12n === EL1_VECTORS >> 12n
  );
}

/** What the level that took the exception which ended the case knows of it. */
export interface Ending {
  readonly el: 1 | 2;
  readonly esr: bigint;
  readonly exceptionClass: bigint;
  readonly far: bigint;
  readonly elr: bigint;
}

/** How a case ended on one side. */
export function endingOf(record: BigUint64Array): Ending {
  const el = tookAtEl1(record) ? 1 : 2;
  const [esr, far, elr] =
    el === 1 ? [result.esrEl1, result.farEl1, result.elrEl1] : [result.esrEl2, result.farEl2, result.elrEl2];
  const syndrome = at(record, esr);
  return {
    el,
    esr: syndrome,
    exceptionClass: exceptionClassOf(syndrome),
    far: at(record, far),
    elr: at(record, elr),
  };
}

/** The word that raised the exception; 0 when it lies outside the code. */
export function endingWord(batch: Batch, { elr }: Ending): number {
  return codeWord(batch, elr) ?? 0;
}

const END_SYNDROMES = [endWord.brk, endWord.hvc].map((word) => BigInt((word >>> 5) & 0xffff));

/** Whether a case ended in an exception of its own: not in the word after it, nor in the sea of BRKs. */
export function raisesException({ one, ours }: Pick<Outcome, "one" | "ours">): boolean {
  const { esr, exceptionClass, elr } = endingOf(ours);
  if (exceptionClass === 0x16n && END_SYNDROMES.includes(esr & 0xffffn)) return false;
  const offset = elr - at(one.state, input.pc);
  const isOwn = offset >= 0n && offset < BigInt(SLOT_BYTES) && offset / 4n < BigInt(one.words.length);
  return exceptionClass !== 0x3cn || isOwn;
}
