import type { Sysreg } from "../model/types.js";
import type { Event, PlaceWrite, State, ValuePlace } from "./state.js";
import type { Term } from "./term.js";

/**
 * What an instruction did when it was executed last. Most paths make it do the same again, and then have the same objects
 * for it: a path is as long as all registers' transfers, and is kept until its end.
 */
export class LastTime {
  reads: readonly ValuePlace[] = [];
  writes: readonly PlaceWrite[] = [];
  readonly events: Event[] = [];
}

/** Collects what an instruction reads, writes and does, which becomes a step and events of a state's path. */
export class Recorder {
  readonly #reads: ValuePlace[] = [];
  readonly #places: ValuePlace[] = [];
  readonly #values: Term[] = [];
  #readCount = 0;
  #writeCount = 0;
  #eventCount = 0;
  #last = new LastTime();

  /** Starts an instruction. last: of the same one. */
  begin(last: LastTime): void {
    this.#readCount = 0;
    this.#writeCount = 0;
    this.#eventCount = 0;
    this.#last = last;
  }

  read(place: ValuePlace): void {
    this.#reads[this.#readCount++] = place;
  }

  wrote(place: ValuePlace, value: Term): void {
    this.#places[this.#writeCount] = place;
    this.#values[this.#writeCount++] = value;
  }

  /** A load or store of so many bytes. */
  access(
    state: State,
    kind: "load" | "store",
    base: Term | undefined,
    offset: bigint,
    sizeBytes: number,
  ): void {
    const at = this.#eventCount++;
    const known = this.#last.events[at];
    const isSame =
      known?.kind === kind && known.base === base && known.offset === offset && known.sizeBytes === sizeBytes;
    state.events.push(isSame ? known : this.#remember(at, { pc: state.pc, kind, base, offset, sizeBytes }));
  }

  /** A write of a system register. */
  registerWrite(state: State, register: Sysreg): void {
    const at = this.#eventCount++;
    const known = this.#last.events[at];
    const isSame = known?.kind === "write" && known.register === register;
    state.events.push(isSame ? known : this.#remember(at, { pc: state.pc, kind: "write", register }));
  }

  /** Ends an instruction. */
  end(state: State, pc: bigint): void {
    const last = this.#last;
    if (!this.#readSame(last.reads)) last.reads = this.#reads.slice(0, this.#readCount);
    if (!this.#wroteSame(last.writes)) {
      const values = this.#values.slice(0, this.#writeCount);
      last.writes = values.map((value, i) => ({ place: this.#places[i] ?? "", value }));
    }
    state.steps = { before: state.steps, pc, reads: last.reads, writes: last.writes };
    state.executed += 1;
  }

  #remember(at: number, event: Event): Event {
    this.#last.events[at] = event;
    return event;
  }

  #readSame(reads: readonly ValuePlace[]): boolean {
    if (reads.length !== this.#readCount) return false;
    for (let i = 0; i < reads.length; i++) if (reads[i] !== this.#reads[i]) return false;
    return true;
  }

  #wroteSame(writes: readonly PlaceWrite[]): boolean {
    if (writes.length !== this.#writeCount) return false;
    for (let i = 0; i < writes.length; i++)
      if (writes[i]?.place !== this.#places[i] || writes[i]?.value !== this.#values[i]) return false;
    return true;
  }
}
