import {
  type Architecture,
  type BitRange,
  encodingKey,
  type RegisterDescription,
  type SystemEncoding,
} from "./architecture.js";
import { type RegisterIndex, registerIndexOf } from "./register-index.js";

/** A register of the file: its description and its value, which is kept in the state's storage. */
export class Register {
  readonly #values: BigUint64Array;

  /** index: its place in the architecture's description, and in values. */
  constructor(
    readonly description: RegisterDescription,
    readonly index: number,
    values: BigUint64Array,
  ) {
    this.#values = values;
  }

  get value(): bigint {
    return this.#values[this.index] ?? 0n;
  }

  set value(value: bigint) {
    this.#values[this.index] = value;
  }
}

/**
 * The system registers of a machine, by name and by encoding.
 * Parts of the machine that are steered by a register look it up once, by name, when they are made; where its
 * fields lie comes from the description. A name that the description lacks throws: the description is generated
 * code, so that is a bug of ours.
 */
export class RegisterFile {
  readonly #descriptions: readonly RegisterDescription[];
  readonly #index: RegisterIndex;
  readonly #values: BigUint64Array;
  /** Those that were asked for. */
  readonly #registers: (Register | undefined)[];
  /** What was reached before, by encodingKey. */
  readonly #readable = new Map<number, Register | undefined>();
  readonly #writable = new Map<number, Register | undefined>();
  /** The values again, as words, the low one first: fields are read without making bigints. */
  readonly #words: Uint32Array;

  /** values: where the registers keep their values, one each in the description's order. */
  constructor(
    { registers }: Pick<Architecture, "registers">,
    values: BigUint64Array = new BigUint64Array(registers.length),
  ) {
    this.#words = new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
    this.#descriptions = registers;
    this.#index = registerIndexOf(registers);
    this.#values = values;
    this.#registers = new Array(registers.length);
    this.reset();
  }

  /** Every register gets its reset value; one without a defined reset value gets 0. */
  reset(): void {
    this.#values.set(this.#index.resets);
  }

  /** All registers in the description's order. */
  *all(): Iterable<Register> {
    for (const index of this.#descriptions.keys()) yield this.#at(index);
  }

  /** Those that show what another one selects. */
  selected(): readonly Register[] {
    return this.#index.selected.map((index) => this.#at(index));
  }

  /** The register of that name. Throws when there is none. */
  named(name: string): Register {
    const register = this.find(name);
    if (register === undefined) throw new Error(`the architecture description has no register ${name}`);
    return register;
  }

  /** The register of that name, if the description has it. */
  find(name: string): Register | undefined {
    const index = this.#index.indexOf(name);
    return index < 0 ? undefined : this.#at(index);
  }

  /** What MRS (read) or MSR (write) of an encoding reaches. */
  encoded(encoding: SystemEncoding, direction: "read" | "write"): Register | undefined {
    const isRead = direction === "read";
    const reached = isRead ? this.#readable : this.#writable;
    const key = encodingKey(encoding);
    let register = reached.get(key);
    if (register === undefined && !reached.has(key)) {
      const index = (isRead ? this.#index.readable : this.#index.writable).indexOf(key);
      register = index < 0 ? undefined : this.#at(index);
      reached.set(key, register);
    }
    return register;
  }

  /** The value of a register. */
  get(name: string): bigint {
    return this.named(name).value;
  }

  /** Sets a register as hardware would, reserved bits and access rules aside. */
  set(name: string, value: bigint): void {
    this.named(name).value = BigInt.asUintN(64, value);
  }

  /** Sets a register to what it keeps of a value, as MSR does once it is allowed. */
  write(name: string, value: bigint): void {
    const register = this.named(name);
    register.value = keptBits(register.description, value);
  }

  /** A reader of a field of at most 32 bits, as a number. */
  field(name: string, field: string): () => number {
    const register = this.named(name);
    const [lsb, widthBits] = this.#rangeOf(register, field);
    const words = this.#words;
    const low = 2 * register.index + (lsb >> 5);
    const shift = lsb & 31;
    const mask = widthBits >= 32 ? 0xffff_ffff : 2 ** widthBits - 1;
    if (shift + widthBits <= 32) return () => (((words[low] ?? 0) >>> shift) & mask) >>> 0;
    const upperShift = 32 - shift;
    return () => ((((words[low] ?? 0) >>> shift) | ((words[low + 1] ?? 0) << upperShift)) & mask) >>> 0;
  }

  /** A reader of a one-bit field. */
  flag(name: string, field: string): () => boolean {
    const read = this.field(name, field);
    return () => read() !== 0;
  }

  /** A reader of a one-bit field that is false when the description lacks register or field. */
  optionalFlag(name: string, field: string): () => boolean {
    return this.fieldRange(name, field) === undefined ? () => false : this.flag(name, field);
  }

  /** Tells, each time that it is called, whether a value of these registers has changed since the last time. */
  watch(names: readonly string[]): () => boolean {
    const words = this.#words;
    const places = names.flatMap((name) => {
      const { index } = this.named(name);
      return [2 * index, 2 * index + 1];
    });
    const last = new Uint32Array(places.length);
    return () => {
      let changed = false;
      for (let i = 0; i < last.length; i++) {
        const word = words[places[i] ?? 0] ?? 0;
        if (word === last[i]) continue;
        last[i] = word;
        changed = true;
      }
      return changed;
    };
  }

  /** A reader of whether any of several one-bit fields of a register is 1. */
  anyFlag(name: string, fields: readonly string[]): () => boolean {
    const register = this.named(name);
    const masks = [0, 0];
    for (const field of fields) {
      const [lsb] = this.#rangeOf(register, field);
      masks[lsb >> 5] = (masks[lsb >> 5] ?? 0) | (1 << (lsb & 31));
    }
    const [low = 0, high = 0] = masks;
    const words = this.#words;
    const at = 2 * register.index;
    return () => (((words[at] ?? 0) & low) | ((words[at + 1] ?? 0) & high)) !== 0;
  }

  #at(index: number): Register {
    const known = this.#registers[index];
    if (known !== undefined) return known;
    const description = this.#descriptions[index];
    if (description === undefined)
      throw new RangeError(`the architecture description has no register ${index}`);
    const register = new Register(description, index, this.#values);
    this.#registers[index] = register;
    return register;
  }

  /** Where a field lies; undefined when the description lacks register or field. */
  fieldRange(name: string, field: string): BitRange | undefined {
    const register = this.find(name);
    return register && this.#knownRange(register, field);
  }

  #rangeOf(register: Register, field: string): BitRange {
    const range = this.#knownRange(register, field);
    if (range === undefined) {
      throw new Error(`the architecture description has no field ${register.description.name}.${field}`);
    }
    return range;
  }

  #knownRange({ index, description }: Register, field: string): BitRange | undefined {
    return this.#index.rangeOf?.(index, field) ?? description.fields[field];
  }

  /** A reader of a field that holds an address: its bits in their place, the others 0. */
  addressField(name: string, field: string): () => bigint {
    const register = this.named(name);
    const [lsb, widthBits] = this.#rangeOf(register, field);
    const mask = ((1n << BigInt(widthBits)) - 1n) << BigInt(lsb);
    return () => register.value & mask;
  }
}

/** What a register keeps of a value: its width, with RES0 bits 0 and RES1 bits 1. */
export function keptBits({ widthBits, res0, res1 }: RegisterDescription, value: bigint): bigint {
  return BigInt.asUintN(widthBits, (value & ~res0) | res1);
}
