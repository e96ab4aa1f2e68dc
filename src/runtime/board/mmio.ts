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
  readonly #registers: readonly WordRegister[];

  /** name: as stray accesses name it. registers: no word is in two. An access where none lies is stray. */
  constructor(
    readonly name: string,
    registers: readonly WordRegister[],
    readonly onStray: (access: StrayAccess) => void = () => undefined,
  ) {
    this.#registers = registers;
  }

  read(offset: number, sizeBytes: number): bigint {
    if (sizeBytes === 8) return this.read(offset, 4) | (this.read(offset + 4, 4) << 32n);
    const register = this.#at(offset);
    const value = register?.read?.((offset - register.offset) / 4);
    if (value === undefined) this.#stray(offset, sizeBytes, "read");
    return BigInt.asUintN(8 * sizeBytes, BigInt((value ?? 0) >>> 0));
  }

  write(offset: number, sizeBytes: number, value: bigint): void {
    if (sizeBytes === 8) {
      this.write(offset, 4, BigInt.asUintN(32, value));
      this.write(offset + 4, 4, value >> 32n);
      return;
    }
    const register = this.#at(offset);
    if (register?.write === undefined) this.#stray(offset, sizeBytes, "write");
    else register.write(Number(BigInt.asUintN(8 * sizeBytes, value)), (offset - register.offset) / 4);
  }

  /** The register of which a word begins there. */
  #at(offset: number): WordRegister | undefined {
    return this.#registers.find(
      (each) =>
        offset >= each.offset &&
        offset < each.offset + 4 * (each.count ?? 1) &&
        offset % 4 === each.offset % 4,
    );
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
  readonly #registers: readonly ByteRegister[];

  /** registers: no byte is in two. */
  constructor(
    readonly name: string,
    registers: readonly ByteRegister[],
    readonly onStray: (access: StrayAccess) => void = () => undefined,
  ) {
    this.#registers = registers;
  }

  read(offset: number, sizeBytes: number): bigint {
    let reached = false;
    let value = 0n;
    for (let i = sizeBytes - 1; i >= 0; i--) {
      const register = this.#at(offset + i);
      const byte = register?.read?.(offset + i - register.offset);
      reached ||= byte !== undefined;
      value = (value << 8n) | BigInt((byte ?? 0) & 0xff);
    }
    if (!reached) this.onStray({ device: this.name, offset, sizeBytes, kind: "read" });
    return value;
  }

  write(offset: number, sizeBytes: number, value: bigint): void {
    let reached = false;
    for (let i = 0; i < sizeBytes; i++) {
      const register = this.#at(offset + i);
      if (register === undefined) continue;
      const at = offset + i - register.offset;
      const rest = value >> BigInt(8 * i);
      const isWord = at === 0 && sizeBytes - i >= 4;
      if (register.writeWord !== undefined && isWord) register.writeWord(Number(BigInt.asUintN(32, rest)));
      register.write?.(Number(BigInt.asUintN(8, rest)), at);
      reached ||= register.write !== undefined || (register.writeWord !== undefined && isWord);
    }
    if (!reached) this.onStray({ device: this.name, offset, sizeBytes, kind: "write" });
  }

  /** The register that a byte belongs to. */
  #at(offset: number): ByteRegister | undefined {
    return this.#registers.find((each) => offset >= each.offset && offset < each.offset + each.sizeBytes);
  }
}
