import { describe, expect, test } from "vitest";
import { type DeviceAccess, type DeviceName, differences, read, write } from "./board-accesses.js";
import { boardTools } from "./board-programs.js";
import { physicalAccesses, virtualAccesses } from "./board-random-accesses.js";

const tools = boardTools();

/** Each word of a register file up to an end, in order. */
function words(
  device: DeviceName,
  end: number,
  make: (offset: number) => readonly DeviceAccess[],
): DeviceAccess[] {
  return Array.from({ length: end / 4 }, (_, i) => make(4 * i))
    .flat()
    .filter((access) => access.device === device);
}

const files: readonly (readonly [DeviceName, number])[] = [
  ["GICD", 0x1000],
  ["GICC", 0x200],
  ["GICH", 0x110],
  ["GICV", 0x200],
  ["UART", 0x1000],
];

describe.skipIf(tools === undefined)("the register files", () => {
  test("have QEMU's values after reset", async () => {
    const accesses = files.flatMap(([device, end]) => words(device, end, (offset) => [read(device, offset)]));
    expect((await differences(tools!, accesses)).lines).toEqual([]);
    expect((await differences(tools!, accesses, { cpus: 3 })).lines).toEqual([]);
  });

  // GICD_SGIR and UARTDR act, they keep nothing. GICV_ABPR: QEMU lets it be 1, although GICV_BPR is at least 2 and it is at
  // least one more (IHI0048B, 4.4.8 with 5.4.3).
  const skipped: readonly (readonly [DeviceName, number])[] = [
    ["GICD", 0xf00],
    ["UART", 0],
    ["GICV", 0x1c],
  ];
  test.each(files)("of %s keep of ones and zeroes what QEMU's keep", async (device, end) => {
    const accesses = words(device, end, (offset) =>
      skipped.some(([d, o]) => d === device && o === offset)
        ? []
        : [0xffffffff, 0, 0xa5a5a5a5].flatMap((value) => [
            write(device, offset, value),
            read(device, offset),
          ]),
    );
    expect((await differences(tools!, accesses)).lines).toEqual([]);
  });

  test("of the GIC answer bytes and halfwords as QEMU's do", async () => {
    const accesses = [1, 2].flatMap((sizeBytes) =>
      Array.from({ length: 0x200 / sizeBytes }, (_, i) => [
        write("GICD", 0x400 + sizeBytes * i, 0x8040 + i, sizeBytes),
        read("GICD", 0x400 + sizeBytes * i, sizeBytes),
        read("GICD", sizeBytes * i, sizeBytes),
        read("GICC", sizeBytes * (i & 15), sizeBytes),
      ]).flat(),
    );
    expect((await differences(tools!, accesses)).lines).toEqual([]);
  });
});

/** Each seed another course: one alone can come to a state where little happens. */
const seeds = [1n, 2n, 3n];

describe.skipIf(tools === undefined)("the GIC under random accesses", () => {
  test.each(seeds)("takes, preempts and ends interrupts as QEMU's does (seed %i)", async (seed) => {
    const { lines, interrupts } = await differences(tools!, physicalAccesses(seed, 2500));
    expect(lines).toEqual([]);
    expect(interrupts).toBeGreaterThan(100);
  });

  test.each(seeds.slice(1, 2))("does so with three PEs (seed %i)", async (seed) => {
    const { lines, interrupts } = await differences(tools!, physicalAccesses(seed, 2500, 3), { cpus: 3 });
    expect(lines).toEqual([]);
    expect(interrupts).toBeGreaterThan(100);
  });

  test.each(
    seeds,
  )("gives a virtual machine what the list registers hold, as QEMU's does (seed %i)", async (seed) => {
    const { lines, interrupts } = await differences(tools!, virtualAccesses(seed, 2500), {
      defines: ["AT_EL1"],
    });
    expect(lines).toEqual([]);
    expect(interrupts).toBeGreaterThan(100);
  });
});
