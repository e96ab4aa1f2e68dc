import { pstateFields } from "./pstate.js";

/** Bytes in a buffer: where they begin. */
export interface BufferWindow {
  readonly buffer: ArrayBufferLike;
  readonly byteOffset: number;
}

/**
 * Where each part of a PE's state lies, in bytes from the start of the state; every part little-endian.
 * x: X0 … X30, 8 bytes each, then 8 bytes that stay 0: register 31. pc, exclusiveAddress: 8 bytes.
 * exclusiveBytes: u32, 0 when no location is marked. eventRegister, word: u32.
 * pstate: a u32 for each of pstateFields, in their order. spEl2: 8 bytes; the description need not have SP_EL2,
 * which has a name for EL3 only. v: V0 … V31, 16 bytes each, low half first.
 * sysregs: 8 bytes for each register of the architecture's description, in its order.
 */
export const stateOffsets = {
  x: 0x000,
  pc: 0x100,
  exclusiveAddress: 0x108,
  exclusiveBytes: 0x110,
  eventRegister: 0x114,
  word: 0x118,
  pstate: 0x120,
  spEl2: 0x168,
  v: 0x200,
  sysregs: 0x400,
} as const;

/** The bytes that the state of a PE with that many system registers takes: a multiple of 16. */
export function stateBytes(registerCount: number): number {
  return stateOffsets.sysregs + ((registerCount * 8 + 15) & ~15);
}

/**
 * A PE's state as typed arrays over one buffer, so that whatever else executes on that buffer shares it.
 * window: where it lies, 8-byte aligned; a new buffer unless said. Throws RangeError when it does not fit.
 */
export class StateStorage {
  readonly window: BufferWindow;
  readonly x: BigUint64Array;
  readonly pc: BigUint64Array;
  readonly exclusiveAddress: BigUint64Array;
  readonly exclusiveBytes: Uint32Array;
  readonly eventRegister: Uint32Array;
  readonly word: Uint32Array;
  readonly pstate: Uint32Array;
  readonly spEl2: BigUint64Array;
  readonly v: BigUint64Array;
  readonly sysregs: BigUint64Array;

  constructor(registerCount: number, window?: BufferWindow) {
    this.window = window ?? { buffer: new ArrayBuffer(stateBytes(registerCount)), byteOffset: 0 };
    const { buffer, byteOffset } = this.window;
    const doublewords = (offset: number, count: number) =>
      new BigUint64Array(buffer, byteOffset + offset, count);
    const words = (offset: number, count: number) => new Uint32Array(buffer, byteOffset + offset, count);
    this.x = doublewords(stateOffsets.x, 31);
    this.pc = doublewords(stateOffsets.pc, 1);
    this.exclusiveAddress = doublewords(stateOffsets.exclusiveAddress, 1);
    this.exclusiveBytes = words(stateOffsets.exclusiveBytes, 1);
    this.eventRegister = words(stateOffsets.eventRegister, 1);
    this.word = words(stateOffsets.word, 1);
    this.pstate = words(stateOffsets.pstate, pstateFields.length);
    this.spEl2 = doublewords(stateOffsets.spEl2, 1);
    this.v = doublewords(stateOffsets.v, 64);
    this.sysregs = doublewords(stateOffsets.sysregs, registerCount);
  }
}
