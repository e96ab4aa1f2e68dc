import type { Architecture } from "../architecture.js";
import type { Machine } from "../machine.js";
import type { PhysicalMemory } from "../physical-memory.js";
import { pstateFields } from "../pstate.js";
import { stateBytes, stateOffsets } from "../state-storage.js";

/** Something that two machines hold different values in. name: as the manual spells it, or `RAM 0x…`. */
export interface StateDifference {
  readonly name: string;
  readonly values: readonly [bigint, bigint];
}

/** A part of the state by its place: a u32 or a doubleword, in bytes from the state's start. */
interface Part {
  readonly name: string;
  readonly offset: number;
  readonly isWord?: true;
}

const LITTLE_ENDIAN = true;

/**
 * Compares machines of one architecture: all of their state, the clock, and RAM.
 * The word that was executed last is no state: it tells an observer what it looks at.
 */
export class StateComparison {
  readonly #parts: readonly Part[];
  readonly #words: number;

  constructor(architecture: Pick<Architecture, "registers">) {
    this.#parts = partsOf(architecture);
    this.#words = stateBytes(architecture.registers.length) / 4;
  }

  /** Whether all of the state is the same. */
  isSame(one: Machine, other: Machine): boolean {
    if (one.counter !== other.counter) return false;
    const [ours, theirs] = [one, other].map(({ storage: { window } }) => {
      return new Int32Array(window.buffer, window.byteOffset, this.#words);
    });
    if (ours === undefined || theirs === undefined) return true;
    for (let i = 0; i < this.#words; i++) {
      if (ours[i] !== theirs[i] && i !== stateOffsets.word / 4) return false;
    }
    return true;
  }

  /** What of the state differs, in its order. */
  differences(one: Machine, other: Machine): readonly StateDifference[] {
    const [ours, theirs] = [one, other].map(
      ({ storage: { window } }) => new DataView(window.buffer, window.byteOffset),
    );
    if (ours === undefined || theirs === undefined) return [];
    const found = this.#parts.flatMap(({ name, offset, isWord }) => {
      const read = (view: DataView) =>
        isWord ? BigInt(view.getUint32(offset, LITTLE_ENDIAN)) : view.getBigUint64(offset, LITTLE_ENDIAN);
      return differenceOf(name, read(ours), read(theirs));
    });
    return [...found, ...differenceOf("instructions", one.counter, other.counter)];
  }
}

function differenceOf(name: string, ours: bigint, theirs: bigint): readonly StateDifference[] {
  return ours === theirs ? [] : [{ name, values: [ours, theirs] }];
}

function partsOf({ registers }: Pick<Architecture, "registers">): readonly Part[] {
  const { exclusiveAddress, exclusiveBytes, eventRegister, pstate, x, pc, spEl2, v, sysregs } = stateOffsets;
  return [
    ...Array.from({ length: 31 }, (_, i) => ({ name: `X${i}`, offset: x + 8 * i })),
    { name: "register 31", offset: x + 8 * 31 },
    { name: "PC", offset: pc },
    ...pstateFields.map((name, i) => ({
      name: `PSTATE.${name}`,
      offset: pstate + 4 * i,
      isWord: true as const,
    })),
    { name: "SP_EL2", offset: spEl2 },
    ...registers.map(({ name }, i) => ({ name, offset: sysregs + 8 * i })),
    ...Array.from({ length: 64 }, (_, i) => ({ name: `V${i >> 1}.D[${i & 1}]`, offset: v + 8 * i })),
    { name: "exclusive address", offset: exclusiveAddress },
    { name: "exclusive bytes", offset: exclusiveBytes, isWord: true },
    { name: "event register", offset: eventRegister, isWord: true },
  ];
}

/** A range of physical addresses, in bytes. */
export interface MemoryRange {
  readonly base: bigint;
  readonly sizeBytes: number;
}

/** The first doubleword in which a range of RAM differs. base and sizeBytes: multiples of 8. */
export function memoryDifference(
  one: PhysicalMemory,
  other: PhysicalMemory,
  { base, sizeBytes }: MemoryRange,
): StateDifference | undefined {
  const [ours, theirs] = [one, other].map((memory) => {
    const { buffer, byteOffset } = memory.window(base, sizeBytes);
    return new Int32Array(buffer, byteOffset, sizeBytes / 4);
  });
  const at = ours?.findIndex((word, i) => word !== theirs?.[i]) ?? -1;
  if (at < 0) return undefined;
  const address = base + BigInt(at >> 1) * 8n;
  const values = [one.read(address, 8) ?? 0n, other.read(address, 8) ?? 0n] as const;
  return { name: `RAM 0x${address.toString(16)}`, values };
}

/** `NAME is 0x…, not 0x…`, of the first machine and the other. */
export function stateDifferenceText({ name, values: [ours, theirs] }: StateDifference): string {
  return `${name} is 0x${ours.toString(16)}, not 0x${theirs.toString(16)}`;
}
