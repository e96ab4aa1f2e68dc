import { PERMIT_SETS } from "./engine-layout.js";

/** Accesses that are asked about at once. places: theirs in a table of permits. atEl2: whether EL2 is needed besides. */
export interface PermitSet {
  readonly places: readonly number[];
  readonly atEl2: boolean;
}

/** The sets that there are, each with a place of its own in the tables of permits. */
export class PermitSets {
  readonly #sets: PermitSet[] = [];
  readonly #places = new Map<string, number>();

  constructor(readonly first: number) {}

  /** Whether there is room for so many more. */
  hasRoomFor(count: number): boolean {
    return this.#sets.length + count <= PERMIT_SETS;
  }

  /** The place of a set. Throws when there is no room. */
  placeOf({ places, atEl2 }: PermitSet): number {
    const sorted = [...new Set(places)].sort((a, b) => a - b);
    const [only] = sorted;
    if (sorted.length === 1 && only !== undefined && !atEl2) return only;
    const key = `${sorted.join()}${atEl2 ? "/2" : ""}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    if (!this.hasRoomFor(1)) throw new Error("too many sets of permits");
    const place = this.first + this.#sets.push({ places: sorted, atEl2 }) - 1;
    this.#places.set(key, place);
    return place;
  }

  /** The set at a place. */
  at(place: number): PermitSet {
    const set = this.#sets[place - this.first];
    if (set === undefined) throw new Error("a place of no set");
    return set;
  }

  clear(): void {
    this.#sets.length = 0;
    this.#places.clear();
  }
}
