import type { Console } from "./host.js";
import { type StrayAccess, WordDevice, type WordRegister } from "./mmio.js";

/** Bits of UARTFR. */
const flag = { receiveEmpty: 0x10, receiveFull: 0x40, transmitEmpty: 0x80 } as const;
/** Bits of UARTRIS, UARTMIS, UARTIMSC and UARTICR. */
const interrupt = { receive: 0x10, transmit: 0x20 } as const;
const FIFO_ENABLE = 0x10;
const FIFO_DEPTH = 16;
/** UARTPeriphID0 … 3 and UARTPCellID0 … 3. */
const identification = [0x11, 0x10, 0x14, 0x00, 0x0d, 0xf0, 0x05, 0xb1];

/** Registers that keep what is written, with their reset values. The baud rate and the modem do not exist. */
const kept = [
  { name: "UARTILPR", offset: 0x20, reset: 0 },
  { name: "UARTIBRD", offset: 0x24, reset: 0 },
  { name: "UARTFBRD", offset: 0x28, reset: 0 },
  { name: "UARTLCR_H", offset: 0x2c, reset: 0 },
  { name: "UARTCR", offset: 0x30, reset: 0x300 },
  { name: "UARTIFLS", offset: 0x34, reset: 0x12 },
  { name: "UARTDMACR", offset: 0x48, reset: 0 },
] as const;

/**
 * The UART PL011: what is written goes out at once, whatever the baud rate and the enable bits; what comes in waits in
 * the FIFO. Source: DDI0183, 3.3.
 */
export class Pl011 {
  readonly device: WordDevice;
  readonly #kept = new Map<string, number>();
  readonly #received: number[] = [];
  #raw = 0;
  #mask = 0;

  /** onInterrupt: the level of UARTINTR. */
  constructor(
    readonly console: Console,
    readonly onInterrupt: (asserted: boolean) => void,
    onStray?: (access: StrayAccess) => void,
  ) {
    this.device = new WordDevice("pl011", [...this.#dataRegisters(), ...this.#interruptRegisters()], onStray);
    this.reset();
  }

  /** As after reset. */
  reset(): void {
    for (const { name, reset } of kept) this.#kept.set(name, reset);
    this.#received.length = 0;
    this.#raw = 0;
    this.#mask = 0;
    this.#update();
  }

  #dataRegisters(): readonly WordRegister[] {
    const read = (list: readonly number[]) => (index: number) => list[index] ?? 0;
    return [
      {
        name: "UARTDR",
        offset: 0x00,
        read: () => this.#receive(),
        write: (value) => this.#transmit(value),
      },
      { name: "UARTRSR", offset: 0x04, read: () => 0, write: () => undefined },
      { name: "UARTFR", offset: 0x18, read: () => this.#flags() },
      ...kept.map(({ name, offset }) => ({
        name,
        offset,
        read: () => this.#kept.get(name) ?? 0,
        write: (value: number) => {
          this.#kept.set(name, value);
        },
      })),
      {
        name: "UARTPeriphID",
        offset: 0xfe0,
        count: identification.length,
        read: read(identification),
      },
    ];
  }

  #interruptRegisters(): readonly WordRegister[] {
    return [
      { name: "UARTIMSC", offset: 0x38, read: () => this.#mask, write: (value) => this.#setMask(value) },
      { name: "UARTRIS", offset: 0x3c, read: () => this.#fill() },
      { name: "UARTMIS", offset: 0x40, read: () => this.#fill() & this.#mask },
      {
        name: "UARTICR",
        offset: 0x44,
        write: (value) => {
          this.#raw &= ~value;
          this.#update();
        },
      },
    ];
  }

  #transmit(value: number): void {
    this.console.write(Uint8Array.of(value & 0xff));
    this.#raw |= interrupt.transmit;
    this.#update();
  }

  #receive(): number {
    this.#fill();
    const value = this.#received.shift() ?? 0;
    if (this.#received.length === 0) this.#raw &= ~interrupt.receive;
    this.#update();
    return value;
  }

  #flags(): number {
    this.#fill();
    const count = this.#received.length;
    const full = count === this.#depth() ? flag.receiveFull : 0;
    return flag.transmitEmpty | (count === 0 ? flag.receiveEmpty : full);
  }

  #setMask(value: number): void {
    this.#mask = value;
    this.#fill();
    this.#update();
  }

  /** Takes from the console what the FIFO has room for; UARTRIS afterwards. */
  #fill(): number {
    while (this.#received.length < this.#depth()) {
      const byte = this.console.read();
      if (byte === undefined) break;
      this.#received.push(byte);
      this.#raw |= interrupt.receive;
    }
    return this.#raw;
  }

  #depth(): number {
    return ((this.#kept.get("UARTLCR_H") ?? 0) & FIFO_ENABLE) === 0 ? 1 : FIFO_DEPTH;
  }

  #update(): void {
    this.onInterrupt((this.#raw & this.#mask) !== 0);
  }
}
