import { ExclusiveMonitors } from "./exclusive-monitors.js";
import type { BufferWindow } from "./state-storage.js";

/** A range of physical addresses that answers reads and writes itself, such as a UART. */
export interface Device {
  /** The value at an offset into the range; sizeBytes is 1, 2, 4 or 8. */
  read(offset: number, sizeBytes: number): bigint;
  write(offset: number, sizeBytes: number, value: bigint): void;
}

interface Range {
  readonly base: number;
  readonly end: number;
}

interface RamRange extends Range {
  readonly view: DataView;
}

interface DeviceRange extends Range {
  readonly device: Device;
}

const LITTLE_ENDIAN = true;

/**
 * Physical memory: RAM, one zeroed buffer for each range (the operating system gives it pages when they are
 * written), and devices. An access outside both is answered with undefined or false, which the machine turns into
 * an external abort. Addresses are bytes; values are little-endian. The methods whose names end in At take addresses
 * as numbers, which hold every address that a translation can give.
 */
export class PhysicalMemory {
  /** The marks that loads-exclusive of the PEs on this memory have made. */
  readonly exclusives = new ExclusiveMonitors();
  readonly #ram: RamRange[] = [];
  readonly #devices: DeviceRange[] = [];

  /** Told of each write to RAM that goes through this object: where in its buffer, and how many bytes. */
  onWrite: ((byteOffset: number, lengthBytes: number) => void) | undefined;

  /**
   * Adds RAM; base and sizeBytes are multiples of 4096. window: where its bytes are kept, a new buffer unless said.
   * Throws RangeError for what no buffer can hold.
   */
  addRam(base: bigint, sizeBytes: bigint, window?: BufferWindow): void {
    if (base % 4096n !== 0n || sizeBytes % 4096n !== 0n) {
      throw new RangeError(`RAM at 0x${base.toString(16)} + 0x${sizeBytes.toString(16)} is not whole pages`);
    }
    const length = Number(sizeBytes);
    const { buffer, byteOffset } = window ?? { buffer: new ArrayBuffer(length), byteOffset: 0 };
    const start = Number(base);
    this.#ram.push({ base: start, end: start + length, view: new DataView(buffer, byteOffset, length) });
  }

  /** Adds a device. */
  addDevice(base: bigint, sizeBytes: bigint, device: Device): void {
    this.#devices.push({ base: Number(base), end: Number(base + sizeBytes), device });
  }

  /** Whether the byte at an address is RAM. */
  isRam(address: bigint): boolean {
    return this.#ramAt(Number(address), 1) !== undefined;
  }

  /** Whether all bytes from an address on are RAM that no device lies over. */
  isPlainRam(address: bigint, sizeBytes: number): boolean {
    const start = Number(address);
    const overlaid = this.#devices.some((range) => start < range.end && start + sizeBytes > range.base);
    return !overlaid && this.#ramAt(start, sizeBytes) !== undefined;
  }

  /** Whether RAM or a device answers for all of sizeBytes at an address. */
  answers(address: bigint, sizeBytes: number): boolean {
    return this.answersAt(Number(address), sizeBytes);
  }

  /** As answers. */
  answersAt(address: number, sizeBytes: number): boolean {
    const device = this.#deviceAt(address);
    if (device !== undefined) return address + sizeBytes <= device.end;
    return this.#ramAt(address, sizeBytes) !== undefined;
  }

  /** sizeBytes (1 … 8) at an address, or undefined where nothing answers. */
  read(address: bigint, sizeBytes: number): bigint | undefined {
    return this.readAt(Number(address), sizeBytes);
  }

  /** As read. */
  readAt(address: number, sizeBytes: number): bigint | undefined {
    const device = this.#deviceAt(address);
    if (device !== undefined) return device.device.read(address - device.base, sizeBytes);
    const ram = this.#ramAt(address, sizeBytes);
    if (ram === undefined) return undefined;
    const offset = address - ram.base;
    if (sizeBytes === 8) return ram.view.getBigUint64(offset, LITTLE_ENDIAN);
    if (sizeBytes === 4) return BigInt(ram.view.getUint32(offset, LITTLE_ENDIAN));
    let value = 0n;
    for (let i = sizeBytes - 1; i >= 0; i--) value = (value << 8n) | BigInt(ram.view.getUint8(offset + i));
    return value;
  }

  /** The u32 at an address, or undefined where nothing answers. */
  wordAt(address: number): number | undefined {
    const ram = this.#deviceAt(address) === undefined ? this.#ramAt(address, 4) : undefined;
    if (ram !== undefined) return ram.view.getUint32(address - ram.base, LITTLE_ENDIAN);
    const word = this.readAt(address, 4);
    return word === undefined ? undefined : Number(word);
  }

  /** Writes sizeBytes (1 … 8); false, and nothing written, where nothing answers. */
  write(address: bigint, sizeBytes: number, value: bigint): boolean {
    return this.writeAt(Number(address), sizeBytes, value);
  }

  /** As write. */
  writeAt(address: number, sizeBytes: number, value: bigint): boolean {
    const device = this.#deviceAt(address);
    if (device !== undefined) {
      device.device.write(address - device.base, sizeBytes, value);
      return true;
    }
    const ram = this.#ramAt(address, sizeBytes);
    if (ram === undefined) return false;
    const offset = address - ram.base;
    this.onWrite?.(ram.view.byteOffset + offset, sizeBytes);
    if (sizeBytes === 8) ram.view.setBigUint64(offset, value, LITTLE_ENDIAN);
    else if (sizeBytes === 4) ram.view.setUint32(offset, Number(BigInt.asUintN(32, value)), LITTLE_ENDIAN);
    else {
      for (let i = 0; i < sizeBytes; i++) {
        ram.view.setUint8(offset + i, Number((value >> BigInt(8 * i)) & 0xffn));
      }
    }
    return true;
  }

  /** Copies bytes into RAM. Throws RangeError where they do not lie in one range of it. */
  load(address: bigint, bytes: Uint8Array): void {
    const { buffer, byteOffset } = this.window(address, bytes.length);
    this.onWrite?.(byteOffset, bytes.length);
    new Uint8Array(buffer).set(bytes, byteOffset);
  }

  /** A copy of lengthBytes of RAM. Throws RangeError where they do not lie in one range of it. */
  bytes(address: bigint, lengthBytes: number): Uint8Array {
    const { buffer, byteOffset } = this.window(address, lengthBytes);
    return new Uint8Array(buffer).slice(byteOffset, byteOffset + lengthBytes);
  }

  /** Where lengthBytes of RAM are kept: no copy. Throws RangeError where they do not lie in one range of it. */
  window(address: bigint, lengthBytes: number): BufferWindow {
    const ram = this.#ramAt(Number(address), lengthBytes);
    if (ram === undefined) {
      throw new RangeError(
        `${lengthBytes} bytes at 0x${address.toString(16)} are not all in one range of RAM`,
      );
    }
    const offset = Number(address) - ram.base;
    return { buffer: ram.view.buffer, byteOffset: ram.view.byteOffset + offset };
  }

  #deviceAt(address: number): DeviceRange | undefined {
    for (const range of this.#devices) {
      if (address >= range.base && address < range.end) return range;
    }
    return undefined;
  }

  #ramAt(address: number, sizeBytes: number): RamRange | undefined {
    for (const range of this.#ram) {
      if (address >= range.base && address + sizeBytes <= range.end) return range;
    }
    return undefined;
  }
}
