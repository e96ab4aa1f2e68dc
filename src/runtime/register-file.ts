import {
  type Architecture,
  type BitRange,
  encodingKey,
  type RegisterDescription,
  type SystemEncoding,
} from "./architecture.js";

/** A register of the file: its description and its value. */
export interface Register {
  readonly description: RegisterDescription;
  value: bigint;
}

/**
 * The system registers of a machine, by name and by encoding.
 * Parts of the machine that are steered by a register look it up once, by name, when they are made; where its
 * fields lie comes from the description. A name that the description lacks throws: the description is generated
 * code, so that is a bug of ours.
 */
export class RegisterFile {
  readonly #byName = new Map<string, Register>();
  readonly #readable = new Map<number, Register>();
  readonly #writable = new Map<number, Register>();

  constructor(architecture: Pick<Architecture, "registers">) {
    for (const description of architecture.registers) {
      const register = { description, value: description.reset ?? 0n };
      this.#byName.set(description.name, register);
      const key = encodingKey(description);
      if (description.readEl !== undefined) setOnce(this.#readable, key, register);
      if (description.writeEl !== undefined) setOnce(this.#writable, key, register);
    }
  }

  /** Every register gets its reset value; one without a defined reset value gets 0. */
  reset(): void {
    for (const register of this.#byName.values()) register.value = register.description.reset ?? 0n;
  }

  /** All registers in the description's order. */
  all(): Iterable<Register> {
    return this.#byName.values();
  }

  /** The register of that name. Throws when there is none. */
  named(name: string): Register {
    const register = this.#byName.get(name);
    if (register === undefined) throw new Error(`the architecture description has no register ${name}`);
    return register;
  }

  /** The register of that name, if the description has it. */
  find(name: string): Register | undefined {
    return this.#byName.get(name);
  }

  /** What MRS (read) or MSR (write) of an encoding reaches. */
  encoded(encoding: SystemEncoding, direction: "read" | "write"): Register | undefined {
    return (direction === "read" ? this.#readable : this.#writable).get(encodingKey(encoding));
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
    const [lsb, widthBits] = rangeOf(register, field);
    const shift = BigInt(lsb);
    const mask = (1n << BigInt(widthBits)) - 1n;
    return () => Number((register.value >> shift) & mask);
  }

  /** A reader of a one-bit field. */
  flag(name: string, field: string): () => boolean {
    const read = this.field(name, field);
    return () => read() !== 0;
  }

  /** A reader of a one-bit field that is false when the description lacks register or field. */
  optionalFlag(name: string, field: string): () => boolean {
    const register = this.#byName.get(name);
    return register?.description.fields[field] === undefined ? () => false : this.flag(name, field);
  }

  /** A reader of a field that holds an address: its bits in their place, the others 0. */
  addressField(name: string, field: string): () => bigint {
    const register = this.named(name);
    const [lsb, widthBits] = rangeOf(register, field);
    const mask = ((1n << BigInt(widthBits)) - 1n) << BigInt(lsb);
    return () => register.value & mask;
  }
}

/** What a register keeps of a value: its width, with RES0 bits 0 and RES1 bits 1. */
export function keptBits({ widthBits, res0, res1 }: RegisterDescription, value: bigint): bigint {
  return BigInt.asUintN(widthBits, (value & ~res0) | res1);
}

function rangeOf(register: Register, field: string): BitRange {
  const range = register.description.fields[field];
  if (range === undefined) {
    throw new Error(`the architecture description has no field ${register.description.name}.${field}`);
  }
  return range;
}

/** Of registers that share an encoding and a direction, the first that is no alias is the one that is reached. */
function setOnce(map: Map<number, Register>, key: number, register: Register): void {
  const known = map.get(key);
  if (known === undefined || known.description.aliasOf !== undefined) map.set(key, register);
}
