import { type DeviceAccess, read, readRemembered, write, writeRemembered } from "./board-accesses.js";
import { randomSource } from "./machine-bare-metal.js";

/**
 * Random accesses to a GIC that keep it busy: interrupts pend, are taken, preempt, end. What the architecture leaves
 * UNPREDICTABLE is left out, and what QEMU has otherwise than the manual.
 */

type Random = ReturnType<typeof randomSource>;
type Make = () => DeviceAccess;

const ids = [1, 2, 5, 15, 16, 17, 25, 26, 27, 30, 31, 33, 34, 40, 63, 64, 287] as const;

function pick<T>(random: Random, values: readonly T[]): T {
  return values[random.below(values.length)]!;
}

function times(count: number, make: Make): readonly Make[] {
  return Array.from({ length: count }, () => make);
}

function fill(
  random: Random,
  count: number,
  first: readonly DeviceAccess[],
  makes: readonly Make[],
): DeviceAccess[] {
  const accesses = [...first];
  while (accesses.length < count) accesses.push(pick(random, makes)());
  return accesses;
}

/** The distributor's settings and states of single interrupts. */
function distributorMakes(random: Random, pes: number): readonly Make[] {
  const id = () => pick(random, ids);
  const bit = (base: number) => {
    const at = id();
    return write("GICD", base + 4 * (at >> 5), 1 << (at & 31));
  };
  const states = [0x80, 0x100, 0x180, 0x200, 0x280, 0x300, 0x380];
  return [
    ...times(3, () => bit(0x100)),
    // With several PEs QEMU has no pending PPIs but those that a line asserts; IHI0048B, 4.3.7, has them set by software.
    ...times(3, () =>
      pes === 1 ? bit(0x200) : write("GICD", 0x204 + 4 * (id() >> 6), 1 << random.below(3)),
    ),
    ...times(2, () => bit(0x380)),
    () => bit(0x180),
    () => bit(0x280),
    // Only SGIs and PPIs: QEMU's EOIR does not deactivate an SPI that GICD_ISACTIVER activated; IHI0048B, 4.4.5, has it do so.
    () => write("GICD", 0x300, 1 << random.below(32)),
    () => write("GICD", 0x80 + 4 * (id() >> 5), Number(random.bits(32))),
    () => write("GICD", 0x400 + id(), random.below(4) === 0 ? random.below(256) : 0x20 * random.below(8), 1),
    () => write("GICD", 0xc00 + 4 * (id() >> 4), Number(random.bits(32))),
    ...times(2, () =>
      write("GICD", 0xf00, pick(random, [0x2000000, 0x10000, 0xff0000, 0x1000000]) | (id() & 15)),
    ),
    () => write("GICD", 0xf20 + random.below(16), random.below(256), 1),
    () => write("GICD", 0xf10 + random.below(16), random.below(256), 1),
    () => write("GICD", 0, random.below(8) === 0 ? random.below(4) : 3),
    () => read("GICD", pick(random, states) + 4 * (id() >> 5)),
    () => read("GICD", 0x400 + (id() & ~3)),
    () => read("GICD", 0xf10 + 4 * random.below(8)),
    () => read("GICD", random.below(0xfd0), 1),
    () => read("GICD", 2 * random.below(0x7e0), 2),
  ];
}

/** Taking and ending interrupts, and the settings of an interface. leastAlias: of ABPR. */
function interfaceMakes(
  random: Random,
  device: "GICC" | "GICV",
  numbers: readonly number[],
  leastAlias: number,
): readonly Make[] {
  const priorities = device === "GICC" ? [0xd0, 0xd4, 0xd8, 0xdc, 0xe0, 0xe4, 0xe8, 0xec] : [0xd0];
  return [
    () => write(device, 0, random.below(3) === 0 ? random.below(0x800) : 7 | (random.below(2) << 9)),
    () => write(device, 4, random.below(2) === 0 ? random.below(256) : 0xff),
    () => write(device, 8, random.below(8)),
    () => write(device, 0x1c, leastAlias + random.below(8 - leastAlias)),
    ...times(8, () => readRemembered(device, 0xc)),
    ...times(6, () => writeRemembered(device, 0x10)),
    ...times(3, () => writeRemembered(device, 0x1000)),
    () => write(device, 0x10, pick(random, numbers)),
    () => write(device, 0x1000, pick(random, numbers)),
    ...times(2, () => read(device, 0x14)),
    ...times(2, () => read(device, 0x18)),
    () => read(device, pick(random, [0, 4, 8, 0x1c, ...priorities])),
  ];
}

/**
 * Accesses to GICD and GICC, by one PE or several. With several each SPI has one target for good: QEMU gives an SPI to each
 * of its targets, where IHI0048B, 1.4.3, has one of them handle it, and forgets it when the targets change. Only its own
 * PE ends an SPI: IHI0048B, 4.4.5.
 */
export function physicalAccesses(seed: bigint, count: number, pes = 1): readonly DeviceAccess[] {
  const random = randomSource(seed);
  const each = (access: DeviceAccess) => Array.from({ length: pes }, (_, pe) => ({ ...access, pe }));
  const targets = Array.from({ length: 256 }, (_, i) => write("GICD", 0x820 + i, 1 << random.below(pes), 1));
  const first = [
    ...targets,
    write("GICD", 0, 3),
    ...each(write("GICC", 4, 0xff)),
    ...each(write("GICC", 0, 7)),
  ];
  const own = pes === 1 ? ids : ids.filter((id) => id < 32);
  const distributor = distributorMakes(random, pes);
  const makes = [...distributor, ...distributor, ...interfaceMakes(random, "GICC", own, 0)];
  return fill(random, count, first, makes).map((access, i) =>
    i < first.length ? access : { ...access, pe: random.below(pes) },
  );
}

/** Accesses to GICH and GICV, and what they do to GICD. Two list registers never have the same number: IHI0048B, 5.2.1. */
export function virtualAccesses(seed: bigint, count: number): readonly DeviceAccess[] {
  const random = randomSource(seed);
  const numbers = [
    [0, 1, 5],
    [27, 33, 40],
    [64, 100, 287],
    [2, 1019, 300],
  ] as const;
  const listRegister = () => {
    const at = random.below(4);
    const hardware = random.below(4) === 0;
    const physical = hardware
      ? (pick(random, ids.slice(4)) << 10) | (random.below(4) === 0 ? 1 << 19 : 0)
      : (random.below(8) << 10) | (random.below(3) === 0 ? 1 << 19 : 0);
    const state = (random.below(32) << 23) | (random.below(4) << 28) | (random.below(2) << 30);
    return write(
      "GICH",
      0x100 + 4 * at,
      pick(random, numbers[at]!) | physical | state | (hardware ? 1 << 31 : 0),
    );
  };
  // The physical interface stays off: at EL1 nothing masks an interrupt that goes to EL2.
  const first = [
    ...[write("GICD", 0, 3), write("GICD", 0x100, 1 << 25)],
    ...[write("GICH", 0, 1), write("GICV", 4, 0xff), write("GICV", 0, 7)],
  ];
  const makes: readonly Make[] = [
    ...times(5, listRegister),
    ...times(2, () => write("GICH", 0, random.below(3) === 0 ? Number(random.bits(32)) : 1)),
    () => write("GICH", 0, 1 | (1 << random.below(8))),
    () => write("GICH", 8, Number(random.bits(32)) | (6 << 21) | (7 << 18)),
    () => write("GICD", 0x300, 0xffff0000),
    () => write("GICD", 0x380, 0xffff0000),
    () => read("GICD", pick(random, [0x200, 0x300])),
    ...interfaceMakes(random, "GICV", numbers.flat(), 3),
    ...[0, 8, 0x10, 0x10, 0x20, 0x30, 0xf0, 0x100, 0x104, 0x108, 0x10c].map(
      (offset) => () => read("GICH", offset),
    ),
  ];
  return fill(random, count, first, makes);
}
