/**
 * Little-endian members of structs in a DataView: what generated accessors are thin over. A value that a member
 * cannot hold is rejected with its member's name, never truncated.
 */

/**
 * How one C scalar is read and written. byteLength: its size in memory.
 * set: RangeError for a value outside of the type, TypeError for one of another JavaScript type; both name `what`.
 */
export interface Scalar<T> {
  readonly byteLength: number;
  get(view: DataView, offset: number): T;
  set(view: DataView, offset: number, value: T, what: string): void;
}

const LITTLE_ENDIAN = true;

export const uint8 = integer(1, 0, 0xff, "Uint8");
export const uint16 = integer(2, 0, 0xffff, "Uint16");
export const uint32 = integer(4, 0, 0xffff_ffff, "Uint32");
export const int8 = integer(1, -0x80, 0x7f, "Int8");
export const int16 = integer(2, -0x8000, 0x7fff, "Int16");
export const int32 = integer(4, -0x8000_0000, 0x7fff_ffff, "Int32");

/** An unsigned 64-bit integer or an address. */
export const uint64: Scalar<bigint> = {
  byteLength: 8,
  get: (view, offset) => view.getBigUint64(offset, LITTLE_ENDIAN),
  set(view, offset, value, what) {
    checkBigint(value, 0n, (1n << 64n) - 1n, what);
    view.setBigUint64(offset, value, LITTLE_ENDIAN);
  },
};

/** A signed 64-bit integer. */
export const int64: Scalar<bigint> = {
  byteLength: 8,
  get: (view, offset) => view.getBigInt64(offset, LITTLE_ENDIAN),
  set(view, offset, value, what) {
    checkBigint(value, -(1n << 63n), (1n << 63n) - 1n, what);
    view.setBigInt64(offset, value, LITTLE_ENDIAN);
  },
};

/** An unsigned 128-bit integer, such as a Q register; the low half comes first. */
export const uint128: Scalar<bigint> = {
  byteLength: 16,
  get: (view, offset) =>
    view.getBigUint64(offset, LITTLE_ENDIAN) | (view.getBigUint64(offset + 8, LITTLE_ENDIAN) << 64n),
  set(view, offset, value, what) {
    checkBigint(value, 0n, (1n << 128n) - 1n, what);
    view.setBigUint64(offset, BigInt.asUintN(64, value), LITTLE_ENDIAN);
    view.setBigUint64(offset + 8, value >> 64n, LITTLE_ENDIAN);
  },
};

/** C's bool: one byte, 0 or 1. Any other byte in memory reads as true, as the hardware's CBNZ sees it. */
export const bool: Scalar<boolean> = {
  byteLength: 1,
  get: (view, offset) => view.getUint8(offset) !== 0,
  set(view, offset, value, what) {
    if (typeof value !== "boolean") throw new TypeError(`${what}: ${String(value)} is no boolean`);
    view.setUint8(offset, value ? 1 : 0);
  },
};

/** An array member: length elements of a scalar type from offset on, by index. what: its `struct.member`. */
export class ScalarArray<T> implements Iterable<T> {
  readonly #view: DataView;
  readonly #offset: number;
  readonly #scalar: Scalar<T>;
  readonly #what: string;

  constructor(
    view: DataView,
    offset: number,
    readonly length: number,
    scalar: Scalar<T>,
    what: string,
  ) {
    this.#view = view;
    this.#offset = offset;
    this.#scalar = scalar;
    this.#what = what;
  }

  /** Element i; RangeError when there is none. */
  get(i: number): T {
    return this.#scalar.get(this.#view, this.#place(i));
  }

  /** Sets element i; RangeError when there is none or when it cannot hold value. */
  set(i: number, value: T): void {
    this.#scalar.set(this.#view, this.#place(i), value, `${this.#what}[${i}]`);
  }

  *[Symbol.iterator](): IterableIterator<T> {
    for (let i = 0; i < this.length; i++) yield this.get(i);
  }

  #place(i: number): number {
    checkIndex(i, this.length, this.#what);
    return this.#offset + i * this.#scalar.byteLength;
  }
}

/** A generated struct's class: a view of byteLength bytes of a buffer from base on. */
export interface StructClass<T> {
  readonly byteLength: number;
  new (buffer: ArrayBufferLike, base: number): T;
}

/** An array member of structs, by index; elements are views, made at each get. what: its `struct.member`. */
export class StructArray<T> implements Iterable<T> {
  readonly #view: DataView;
  readonly #offset: number;
  readonly #struct: StructClass<T>;
  readonly #what: string;

  constructor(
    view: DataView,
    offset: number,
    readonly length: number,
    struct: StructClass<T>,
    what: string,
  ) {
    this.#view = view;
    this.#offset = offset;
    this.#struct = struct;
    this.#what = what;
  }

  /** A view of element i; RangeError when there is none. */
  get(i: number): T {
    checkIndex(i, this.length, this.#what);
    const base = this.#view.byteOffset + this.#offset + i * this.#struct.byteLength;
    return new this.#struct(this.#view.buffer, base);
  }

  *[Symbol.iterator](): IterableIterator<T> {
    for (let i = 0; i < this.length; i++) yield this.get(i);
  }
}

type IntegerKind = "Uint8" | "Uint16" | "Uint32" | "Int8" | "Int16" | "Int32";

function integer(byteLength: number, least: number, most: number, kind: IntegerKind): Scalar<number> {
  return {
    byteLength,
    get: (view, offset) => view[`get${kind}`](offset, LITTLE_ENDIAN),
    set(view, offset, value, what) {
      if (typeof value !== "number") throw new TypeError(`${what}: ${String(value)} is no number`);
      if (!Number.isInteger(value) || value < least || value > most)
        throw outOfRange(what, value, least, most);
      view[`set${kind}`](offset, value, LITTLE_ENDIAN);
    },
  };
}

function checkBigint(value: bigint, least: bigint, most: bigint, what: string): void {
  if (typeof value !== "bigint") throw new TypeError(`${what}: ${String(value)} is no bigint`);
  if (value < least || value > most) throw outOfRange(what, value, least, most);
}

function checkIndex(i: number, length: number, what: string): void {
  if (!Number.isInteger(i) || i < 0 || i >= length) {
    throw new RangeError(`${what}: index ${i} is outside of 0 … ${length - 1}`);
  }
}

function outOfRange(
  what: string,
  value: number | bigint,
  least: number | bigint,
  most: number | bigint,
): RangeError {
  return new RangeError(`${what}: ${value} is outside of ${least} … ${most}`);
}
