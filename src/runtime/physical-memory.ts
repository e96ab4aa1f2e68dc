const PAGE_BITS = 12n;
const PAGE_BYTES = 4096;

/** A range of physical addresses that answers reads and writes itself, such as a UART. */
export interface Device {
  /** The value at an offset into the range; sizeBytes is 1, 2, 4 or 8. */
  read(offset: number, sizeBytes: number): bigint;
  write(offset: number, sizeBytes: number, value: bigint): void;
}

interface Range {
  readonly base: bigint;
  readonly end: bigint;
}

/**
 * Physical memory: RAM in pages that come into being when they are first written, and devices. An access
 * outside both is answered with undefined or false, which the machine turns into an external abort.
 * Addresses are bytes; values are little-endian.
 */
export class PhysicalMemory {
  readonly #ram: Range[] = [];
  readonly #devices: (Range & { readonly device: Device })[] = [];
  readonly #pages = new Map<number, Uint8Array>();

  /** Adds RAM; base and sizeBytes are multiples of 4096. */
  addRam(base: bigint, sizeBytes: bigint): void {
    if (base % 4096n !== 0n || sizeBytes % 4096n !== 0n) {
      throw new RangeError(`RAM at 0x${base.toString(16)} + 0x${sizeBytes.toString(16)} is not whole pages`);
    }
    this.#ram.push({ base, end: base + sizeBytes });
  }

  /** Adds a device. */
  addDevice(base: bigint, sizeBytes: bigint, device: Device): void {
    this.#devices.push({ base, end: base + sizeBytes, device });
  }

  /** Whether the byte at an address is RAM. */
  isRam(address: bigint): boolean {
    return this.#ram.some((range) => address >= range.base && address < range.end);
  }

  /** Whether RAM or a device answers for all of sizeBytes at an address. */
  answers(address: bigint, sizeBytes: number): boolean {
    const last = address + BigInt(sizeBytes - 1);
    const device = this.#deviceAt(address);
    return device === undefined ? this.isRam(address) && this.isRam(last) : last < device.end;
  }

  /** sizeBytes (1 … 8) at an address, or undefined where nothing answers. */
  read(address: bigint, sizeBytes: number): bigint | undefined {
    const device = this.#deviceAt(address);
    if (device !== undefined) return device.device.read(Number(address - device.base), sizeBytes);
    let value = 0n;
    for (let i = sizeBytes - 1; i >= 0; i--) {
      const byte = this.#readByte(address + BigInt(i));
      if (byte === undefined) return undefined;
      value = (value << 8n) | BigInt(byte);
    }
    return value;
  }

  /** Writes sizeBytes (1 … 8); false, and nothing written, where nothing answers. */
  write(address: bigint, sizeBytes: number, value: bigint): boolean {
    const device = this.#deviceAt(address);
    if (device !== undefined) {
      device.device.write(Number(address - device.base), sizeBytes, value);
      return true;
    }
    if (!this.answers(address, sizeBytes)) return false;
    for (let i = 0; i < sizeBytes; i++) {
      this.#page(address + BigInt(i))[offsetOf(address + BigInt(i))] = Number(
        (value >> BigInt(8 * i)) & 0xffn,
      );
    }
    return true;
  }

  /** Copies bytes into RAM. Throws RangeError outside it. */
  load(address: bigint, bytes: Uint8Array): void {
    bytes.forEach((byte, i) => {
      if (!this.write(address + BigInt(i), 1, BigInt(byte))) {
        throw new RangeError(`0x${(address + BigInt(i)).toString(16)} is not RAM`);
      }
    });
  }

  /** A copy of lengthBytes of RAM. Throws RangeError outside it. */
  bytes(address: bigint, lengthBytes: number): Uint8Array {
    return Uint8Array.from({ length: lengthBytes }, (_, i) => {
      const byte = this.#readByte(address + BigInt(i));
      if (byte === undefined) throw new RangeError(`0x${(address + BigInt(i)).toString(16)} is not RAM`);
      return byte;
    });
  }

  #deviceAt(address: bigint): (Range & { readonly device: Device }) | undefined {
    return this.#devices.find((range) => address >= range.base && address < range.end);
  }

  #readByte(address: bigint): number | undefined {
    const page = this.#pages.get(Number(address >> PAGE_BITS));
    if (page !== undefined) return page[offsetOf(address)];
    return this.isRam(address) ? 0 : undefined;
  }

  #page(address: bigint): Uint8Array {
    const number = Number(address >> PAGE_BITS);
    let page = this.#pages.get(number);
    if (page === undefined) {
      page = new Uint8Array(PAGE_BYTES);
      this.#pages.set(number, page);
    }
    return page;
  }
}

function offsetOf(address: bigint): number {
  return Number(address & 0xfffn);
}
