import type { Device } from "../physical-memory.js";

/** An access to a device that reached nothing: it read as zero or was ignored. */
export interface StrayAccess {
  readonly device: string;
  readonly offset: number;
  readonly sizeBytes: number;
  readonly kind: "read" | "write";
}

/**
 * Words of a device's register file. offset: of the first, in bytes. count: how many follow each other, 1 unless said.
 * read, write: by index from 0; absent where it is write-only (reads as zero) or read-only (writes are ignored).
 */
export interface WordRegister {
  readonly name: string;
  readonly offset: number;
  readonly count?: number;
  readonly read?: (index: number) => number;
  readonly write?: (value: number, index: number) => void;
}

/**
 * A device whose registers are words, as a table. An access of another size reaches the word that it lies in as a bus
 * of 32-bit registers has it: narrower ones see the low bytes and write zeroes above, wider ones are two.
 */
export class WordDevice implements Device {
  readonly #words = new Map<number, { readonly register: WordRegister; readonly index: number }>();

  /** name: as stray accesses name it. sizeBytes: where no register lies up to there, the access is stray. */
  constructor(
    readonly name: string,
    registers: readonly WordRegister[],
    readonly onStray: (access: StrayAccess) => void = () => undefined,
  ) {
    for (const register of registers) {
      for (let index = 0; index < (register.count ?? 1); index++) {
        this.#words.set(register.offset + 4 * index, { register, index });
      }
    }
  }

  read(offset: number, sizeBytes: number): bigint {
    if (sizeBytes === 8) return this.read(offset, 4) | (this.read(offset + 4, 4) << 32n);
    const word = this.#words.get(offset);
    const value = word?.register.read?.(word.index);
    if (word === undefined || value === undefined) this.#stray(offset, sizeBytes, "read");
    return BigInt.asUintN(8 * sizeBytes, BigInt((value ?? 0) >>> 0));
  }

  write(offset: number, sizeBytes: number, value: bigint): void {
    if (sizeBytes === 8) {
      this.write(offset, 4, BigInt.asUintN(32, value));
      this.write(offset + 4, 4, value >> 32n);
      return;
    }
    const word = this.#words.get(offset);
    if (word?.register.write === undefined) this.#stray(offset, sizeBytes, "write");
    else word.register.write(Number(BigInt.asUintN(8 * sizeBytes, value)), word.index);
  }

  #stray(offset: number, sizeBytes: number, kind: "read" | "write"): void {
    this.onStray({ device: this.name, offset, sizeBytes, kind });
  }
}

/**
 * A range of a device's register file whose bytes can be reached alone. read, write: by byte, from 0; absent where
 * they are write-only or read-only. writeWord: for a register that is written as one aligned word or not at all.
 */
export interface ByteRegister {
  readonly name: string;
  readonly offset: number;
  readonly sizeBytes: number;
  readonly read?: (at: number) => number;
  readonly write?: (value: number, at: number) => void;
  readonly writeWord?: (value: number) => void;
}

/** A device whose registers are bytes, as a table: an access of several bytes reaches each of them, the lowest first. */
export class ByteDevice implements Device {
  readonly #bytes = new Map<number, { readonly register: ByteRegister; readonly at: number }>();

  constructor(
    readonly name: string,
    registers: readonly ByteRegister[],
    readonly onStray: (access: StrayAccess) => void = () => undefined,
  ) {
    for (const register of registers) {
      for (let at = 0; at < register.sizeBytes; at++) this.#bytes.set(register.offset + at, { register, at });
    }
  }

  read(offset: number, sizeBytes: number): bigint {
    const bytes = Array.from({ length: sizeBytes }, (_, i) => this.#bytes.get(offset + i));
    if (bytes.every((byte) => byte?.register.read === undefined)) {
      this.onStray({ device: this.name, offset, sizeBytes, kind: "read" });
    }
    return bytes.reduceRight((value, byte) => {
      return (value << 8n) | BigInt((byte?.register.read?.(byte.at) ?? 0) & 0xff);
    }, 0n);
  }

  write(offset: number, sizeBytes: number, value: bigint): void {
    let reached = false;
    for (let i = 0; i < sizeBytes; i++) {
      const byte = this.#bytes.get(offset + i);
      if (byte === undefined) continue;
      const { register, at } = byte;
      const rest = value >> BigInt(8 * i);
      const isWord = at === 0 && sizeBytes - i >= 4;
      if (register.writeWord !== undefined && isWord) register.writeWord(Number(BigInt.asUintN(32, rest)));
      register.write?.(Number(BigInt.asUintN(8, rest)), at);
      reached ||= register.write !== undefined || (register.writeWord !== undefined && isWord);
    }
    if (!reached) this.onStray({ device: this.name, offset, sizeBytes, kind: "write" });
  }
}
