import {
  getInt64,
  getUint128,
  setBool,
  setInt8,
  setInt16,
  setInt32,
  setInt64,
  setUint8,
  setUint16,
  setUint32,
  setUint64,
  setUint128,
} from "./scalar-writes.js";
import { ScalarArray } from "./view.js";
import { wordsOf } from "./words.js";

/** Array members by the type of their elements, a class each: what one type's accesses teach V8 holds for all of its calls. */

export class Uint8Elements extends ScalarArray<number> {
  constructor(buffer: ArrayBufferLike, base: number, length: number, what: string) {
    super(buffer, base, length, 1, what);
  }

  get(i: number): number {
    this.check(i);
    return this.view.getUint8(i);
  }

  set(i: number, value: number): void {
    this.check(i);
    setUint8(this.view, i, value, this.what, i);
  }
}

export class Uint16Elements extends ScalarArray<number> {
  constructor(buffer: ArrayBufferLike, base: number, length: number, what: string) {
    super(buffer, base, length, 2, what);
  }

  get(i: number): number {
    this.check(i);
    return this.view.getUint16(i * 2, true);
  }

  set(i: number, value: number): void {
    this.check(i);
    setUint16(this.view, i * 2, value, this.what, i);
  }
}

export class Uint32Elements extends ScalarArray<number> {
  constructor(buffer: ArrayBufferLike, base: number, length: number, what: string) {
    super(buffer, base, length, 4, what);
  }

  get(i: number): number {
    this.check(i);
    return this.view.getUint32(i * 4, true);
  }

  set(i: number, value: number): void {
    this.check(i);
    setUint32(this.view, i * 4, value, this.what, i);
  }
}

export class Int8Elements extends ScalarArray<number> {
  constructor(buffer: ArrayBufferLike, base: number, length: number, what: string) {
    super(buffer, base, length, 1, what);
  }

  get(i: number): number {
    this.check(i);
    return this.view.getInt8(i);
  }

  set(i: number, value: number): void {
    this.check(i);
    setInt8(this.view, i, value, this.what, i);
  }
}

export class Int16Elements extends ScalarArray<number> {
  constructor(buffer: ArrayBufferLike, base: number, length: number, what: string) {
    super(buffer, base, length, 2, what);
  }

  get(i: number): number {
    this.check(i);
    return this.view.getInt16(i * 2, true);
  }

  set(i: number, value: number): void {
    this.check(i);
    setInt16(this.view, i * 2, value, this.what, i);
  }
}

export class Int32Elements extends ScalarArray<number> {
  constructor(buffer: ArrayBufferLike, base: number, length: number, what: string) {
    super(buffer, base, length, 4, what);
  }

  get(i: number): number {
    this.check(i);
    return this.view.getInt32(i * 4, true);
  }

  set(i: number, value: number): void {
    this.check(i);
    setInt32(this.view, i * 4, value, this.what, i);
  }
}

export class Uint64Elements extends ScalarArray<bigint> {
  protected declare readonly words: BigUint64Array;

  constructor(buffer: ArrayBufferLike, base: number, length: number, what: string) {
    super(buffer, base, length, 8, what);
    this.words = wordsOf(this.view);
  }

  get(i: number): bigint {
    this.check(i);
    return this.words[i] ?? this.view.getBigUint64(i * 8, true);
  }

  set(i: number, value: bigint): void {
    this.check(i);
    setUint64(this.words, this.view, i * 8, value, this.what, i);
  }
}

export class Int64Elements extends ScalarArray<bigint> {
  protected declare readonly words: BigUint64Array;

  constructor(buffer: ArrayBufferLike, base: number, length: number, what: string) {
    super(buffer, base, length, 8, what);
    this.words = wordsOf(this.view);
  }

  get(i: number): bigint {
    this.check(i);
    return getInt64(this.words, this.view, i * 8);
  }

  set(i: number, value: bigint): void {
    this.check(i);
    setInt64(this.words, this.view, i * 8, value, this.what, i);
  }
}

export class Uint128Elements extends ScalarArray<bigint> {
  protected declare readonly words: BigUint64Array;

  constructor(buffer: ArrayBufferLike, base: number, length: number, what: string) {
    super(buffer, base, length, 16, what);
    this.words = wordsOf(this.view);
  }

  get(i: number): bigint {
    this.check(i);
    return getUint128(this.words, this.view, i * 16);
  }

  set(i: number, value: bigint): void {
    this.check(i);
    setUint128(this.words, this.view, i * 16, value, this.what, i);
  }
}

export class BoolElements extends ScalarArray<boolean> {
  constructor(buffer: ArrayBufferLike, base: number, length: number, what: string) {
    super(buffer, base, length, 1, what);
  }

  get(i: number): boolean {
    this.check(i);
    return this.view.getUint8(i) !== 0;
  }

  set(i: number, value: boolean): void {
    this.check(i);
    setBool(this.view, i, value, this.what, i);
  }
}
