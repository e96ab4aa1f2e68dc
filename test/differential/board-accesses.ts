import { randomSource } from "./machine-bare-metal.js";

/** Random accesses to the devices' register files, for the program board/mmio.c. */

export const devices = {
  GICD: 0x0800_0000,
  GICC: 0x0801_0000,
  GICH: 0x0803_0000,
  GICV: 0x0804_0000,
  UART: 0x0900_0000,
} as const;

const kinds = { read: 0, write: 1, writeRemembered: 2, readRemembered: 3 } as const;

/** One access. remembered: what the last such read gave, which a write may use. */
export interface DeviceAccess {
  readonly kind: keyof typeof kinds;
  readonly sizeBytes: number;
  readonly device: keyof typeof devices;
  readonly offset: number;
  readonly value: number;
}

/** The table that mmio.c interprets. */
export function accessTable(accesses: readonly DeviceAccess[]): string {
  const lines = accesses.map(
    ({ kind, sizeBytes, device, offset, value }) =>
      `.word ${kinds[kind]}, ${sizeBytes}, ${devices[device] + offset}, ${value >>> 0}`,
  );
  return `.section .rodata\n.balign 4\n.globl accesses\naccesses:\n${lines.join("\n")}\n.word 4, 0, 0, 0\n`;
}

/** `write GICD+0x100 (4 bytes) 0x1`, for messages. */
export function describeAccess({ kind, sizeBytes, device, offset, value }: DeviceAccess): string {
  const what = kind === "write" ? ` 0x${(value >>> 0).toString(16)}` : "";
  return `${kind} ${device}+0x${offset.toString(16)} (${sizeBytes} bytes)${what}`;
}

/** A register file's registers for random accesses: offset, length in bytes, sizes, and what is worth writing. */
export interface RandomRegister {
  readonly offset: number;
  readonly lengthBytes: number;
  readonly sizes: readonly number[];
  readonly weight: number;
  readonly reads: boolean;
  readonly writes: boolean;
  readonly values?: (random: ReturnType<typeof randomSource>) => number;
}

/** count random accesses to registers of devices. */
export function randomAccesses(
  seed: bigint,
  count: number,
  registers: readonly (RandomRegister & { readonly device: keyof typeof devices })[],
): readonly DeviceAccess[] {
  const random = randomSource(seed);
  const total = registers.reduce((sum, { weight }) => sum + weight, 0);
  const choose = () => {
    let at = random.below(total);
    for (const register of registers) {
      if (at < register.weight) return register;
      at -= register.weight;
    }
    throw new Error("weights");
  };
  return Array.from({ length: count }, (): DeviceAccess => {
    const register = choose();
    const sizeBytes = register.sizes[random.below(register.sizes.length)]!;
    const offset = register.offset + sizeBytes * random.below(register.lengthBytes / sizeBytes);
    const writes = register.writes && (!register.reads || random.below(3) > 0);
    const value = register.values?.(random) ?? Number(random.bits(32));
    return { kind: writes ? "write" : "read", sizeBytes, device: register.device, offset, value };
  });
}
