import { type BoardSetting, type BoardTools, compile, runHere, runOnQemu } from "./board-programs.js";

/** Accesses to the devices' register files, which the program board/mmio.c does on both boards. */

const devices = {
  GICD: 0x0800_0000,
  GICC: 0x0801_0000,
  GICH: 0x0803_0000,
  GICV: 0x0804_0000,
  UART: 0x0900_0000,
} as const;
const kinds = { read: 0, write: 1, writeRemembered: 2, readRemembered: 3 } as const;

export type DeviceName = keyof typeof devices;

/**
 * One access. readRemembered: the PE keeps what it read; writeRemembered: and writes it here, as EOIR wants it of IAR.
 * pe: who does it, 0 unless given.
 */
export interface DeviceAccess {
  readonly kind: keyof typeof kinds;
  readonly sizeBytes: number;
  readonly device: DeviceName;
  readonly offset: number;
  readonly value: number;
  readonly pe?: number;
}

export function read(device: DeviceName, offset: number, sizeBytes = 4): DeviceAccess {
  return { kind: "read", sizeBytes, device, offset, value: 0 };
}

export function write(device: DeviceName, offset: number, value: number, sizeBytes = 4): DeviceAccess {
  return { kind: "write", sizeBytes, device, offset, value: value >>> 0 };
}

export function readRemembered(device: DeviceName, offset: number): DeviceAccess {
  return { ...read(device, offset), kind: "readRemembered" };
}

export function writeRemembered(device: DeviceName, offset: number): DeviceAccess {
  return { ...write(device, offset, 0), kind: "writeRemembered" };
}

/**
 * Does the accesses on both boards; what they differ in, a line each: the access, what QEMU gave, what ours gave, and
 * ISR_EL1 behind each.
 */
export async function differences(
  tools: BoardTools,
  accesses: readonly DeviceAccess[],
  setting: BoardSetting & { readonly defines?: readonly string[] } = {},
): Promise<{ readonly lines: readonly string[]; readonly interrupts: number }> {
  const { defines = [] } = setting;
  const elf = compile(tools, { file: "mmio.c", assembly: tableOf(accesses), defines });
  const outputs = [runOnQemu(tools, elf, setting).out, (await runHere(elf, setting)).out] as const;
  const lengths = outputs.map(({ length }) => length);
  if (lengths.some((length) => length !== 8 * accesses.length)) {
    return {
      lines: [`${8 * accesses.length} bytes are to come, and there are ${lengths.join(" and ")}`],
      interrupts: 0,
    };
  }
  const [theirs, ours] = outputs.map((out) =>
    accesses.map((_, i) => [out.readUInt32LE(8 * i), out.readUInt32LE(8 * i + 4)]),
  );
  const hex = (values: readonly number[]) => values.map((value) => `0x${value.toString(16)}`).join(" ");
  const lines = accesses.flatMap((access, i) => {
    const [expected, given] = [hex(theirs![i]!), hex(ours![i]!)];
    return expected === given ? [] : [`${i}: ${describe(access)}: QEMU ${expected}, here ${given}`];
  });
  return { lines, interrupts: theirs!.filter(([, pending]) => pending !== 0).length };
}

function tableOf(accesses: readonly DeviceAccess[]): string {
  const lines = accesses.map(
    ({ kind, sizeBytes, device, offset, value, pe = 0 }) =>
      `.word ${kinds[kind]}, ${sizeBytes}, ${devices[device] + offset}, ${value >>> 0}, ${pe}`,
  );
  return `.section .rodata\n.balign 4\n.globl accesses\naccesses:\n${lines.join("\n")}\n.word 4, 0, 0, 0, 0\n`;
}

function describe({ kind, sizeBytes, device, offset, value, pe = 0 }: DeviceAccess): string {
  const what = kind === "write" ? ` 0x${(value >>> 0).toString(16)}` : "";
  return `PE ${pe} ${kind} ${device}+0x${offset.toString(16)} (${sizeBytes} bytes)${what}`;
}
