/**
 * Array members of structs in a buffer, little-endian: what generated accessors are thin over. See scalar-writes.ts for
 * what is rejected.
 */

/**
 * An array member of scalars by index; scalar-arrays.ts has a class for each type. view: the array's own bytes and no more.
 * what: its `struct.member`. Its fields are `declare`d: a field that is defined first and set then counts as one that
 * changes, and V8 would load it at each access.
 */
export abstract class ScalarArray<T> implements Iterable<T> {
  declare readonly length: number;
  protected declare readonly view: DataView;
  protected declare readonly what: string;

  protected constructor(
    buffer: ArrayBufferLike,
    base: number,
    length: number,
    elementBytes: number,
    what: string,
  ) {
    this.length = length;
    this.view = new DataView(buffer, base, length * elementBytes);
    this.what = what;
  }

  /** Element i; RangeError when there is none. */
  abstract get(i: number): T;

  /** Sets element i; RangeError when there is none or when it cannot hold value. */
  abstract set(i: number, value: T): void;

  *[Symbol.iterator](): IterableIterator<T> {
    for (let i = 0; i < this.length; i++) yield this.get(i);
  }

  protected check(i: number): void {
    checkIndex(i, this.length, this.what);
  }
}

/** A generated struct's class: a view of byteLength bytes of a buffer from base on. */
export interface StructClass<T> {
  readonly byteLength: number;
  new (buffer: ArrayBufferLike, base: number): T;
}

/** An array member of structs, by index; elements are views, made at each get. what: its `struct.member`. */
export class StructArray<T> implements Iterable<T> {
  readonly #buffer: ArrayBufferLike;
  readonly #base: number;
  readonly #struct: StructClass<T>;
  readonly #what: string;

  constructor(
    buffer: ArrayBufferLike,
    base: number,
    readonly length: number,
    struct: StructClass<T>,
    what: string,
  ) {
    this.#buffer = buffer;
    this.#base = base;
    this.#struct = struct;
    this.#what = what;
  }

  /** A view of element i; RangeError when there is none. */
  get(i: number): T {
    checkIndex(i, this.length, this.#what);
    return new this.#struct(this.#buffer, this.#base + i * this.#struct.byteLength);
  }

  *[Symbol.iterator](): IterableIterator<T> {
    for (let i = 0; i < this.length; i++) yield this.get(i);
  }
}

function checkIndex(i: number, length: number, what: string): void {
  if (i >>> 0 !== i || i >= length)
    throw new RangeError(`${what}: index ${i} is outside of 0 … ${length - 1}`);
}
