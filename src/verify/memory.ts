import { ByOffset } from "./by-offset.js";
import { ALL, type Term, type Terms } from "./term.js";

/** Byte `index` (0 is the lowest) of a 64-bit term. */
interface ByteOf {
  readonly term: Term;
  readonly index: number;
}

const CELL_BYTES = 8;

/** An aligned doubleword: one term, or its bytes where they come from several. */
type Cell = Term | readonly ByteOf[];

/** An address as a base that no constant can be split from, and bytes from it. base: undefined for a constant. */
export interface Address {
  readonly base: Term | undefined;
  readonly offset: bigint;
}

/** The base and the signed distance of an address. */
export function addressOf(term: Term): Address {
  if (term.kind === "constant") return { base: undefined, offset: term.value };
  if (term.kind === "sum") return { base: term.base, offset: BigInt.asIntN(64, term.offset) };
  return { base: term, offset: 0n };
}

/**
 * Memory as regions, each the surroundings of a base that is no constant; regions do not overlap. Bytes that were
 * never written hold what they held at the start: the symbol `region[offset]` of their aligned doubleword.
 */
export class Memory {
  readonly #regions: Map<Term, Map<bigint, Cell>>;
  /** The regions whose cells no fork has as well: those of others are copied before something is written. */
  readonly #own = new Set<Term>();
  /** What cells held at the start, as far as somebody has asked; of all forks. */
  readonly #initial: ByOffset<Term>;

  /** name: of the region around a base, for the symbols of what it held at the start. */
  constructor(
    readonly terms: Terms,
    readonly name: (base: Term) => string,
    before?: Memory,
  ) {
    this.#regions = before === undefined ? new Map() : new Map(before.#regions);
    this.#initial = before === undefined ? new ByOffset() : before.#initial;
  }

  regions(): ReadonlyMap<Term, ReadonlyMap<bigint, Cell>> {
    return this.#regions;
  }

  /** A copy whose changes are its own. */
  fork(): Memory {
    this.#own.clear();
    return new Memory(this.terms, this.name, this);
  }

  /** sizeBytes (1 to 8) from an offset of a region, zero-extended. */
  load(base: Term, offset: bigint, sizeBytes: number): Term {
    const { terms } = this;
    if (sizeBytes === CELL_BYTES && (offset & 7n) === 0n) {
      const cell = this.#regions.get(base)?.get(offset) ?? this.#symbol(base, offset);
      if ("id" in cell) return cell;
    }
    let value: Term = terms.constant(0n);
    let done = 0;
    while (done < sizeBytes) {
      const first = this.#byte(base, offset + BigInt(done));
      let length = 1;
      while (done + length < sizeBytes) {
        const next = this.#byte(base, offset + BigInt(done + length));
        if (next.term !== first.term || next.index !== first.index + length) break;
        length += 1;
      }
      const shift = 8 * (done - first.index);
      const mask = ((1n << BigInt(8 * length)) - 1n) << BigInt(8 * done);
      value = terms.or(value, terms.bits(first.term, shift, mask));
      done += length;
    }
    return value;
  }

  store(base: Term, offset: bigint, sizeBytes: number, value: Term): void {
    const cells = this.#toWrite(base);
    if (sizeBytes === CELL_BYTES && (offset & 7n) === 0n) {
      cells.set(offset, value);
      return;
    }
    for (let i = 0; i < sizeBytes; i++) {
      const at = offset + BigInt(i);
      const { cell, index } = split(at);
      const bytes = bytesOf(cells.get(cell) ?? this.#symbol(base, cell));
      bytes[index] = { term: value, index: i };
      cells.set(cell, bytes);
    }
  }

  /** A region's cells, which only this memory has. */
  #toWrite(base: Term): Map<bigint, Cell> {
    const known = this.#regions.get(base);
    if (known !== undefined && this.#own.has(base)) return known;
    const cells = new Map(known);
    this.#regions.set(base, cells);
    this.#own.add(base);
    return cells;
  }

  #byte(base: Term, offset: bigint): ByteOf {
    const { cell, index } = split(offset);
    const held = this.#regions.get(base)?.get(cell) ?? this.#symbol(base, cell);
    const byte = "id" in held ? undefined : held[index];
    return byte ?? { term: "id" in held ? held : this.#symbol(base, cell), index };
  }

  #symbol(base: Term, cell: bigint): Term {
    const known = this.#initial.get(base, cell);
    if (known !== undefined) return known;
    const place = cell < 0n ? `-0x${(-cell).toString(16)}` : `+0x${cell.toString(16)}`;
    const made = this.terms.symbol(`${this.name(base)}${place}`, ALL);
    this.#initial.set(base, cell, made);
    return made;
  }
}

/** A copy of a cell's bytes. */
function bytesOf(cell: Cell): ByteOf[] {
  if (!("id" in cell)) return [...cell];
  return Array.from({ length: CELL_BYTES }, (_, index) => ({ term: cell, index }));
}

function split(offset: bigint): { cell: bigint; index: number } {
  const index = Number(offset & 7n);
  return { cell: offset - BigInt(index), index };
}
