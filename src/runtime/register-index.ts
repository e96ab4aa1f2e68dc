import { type BitRange, encodingKey, type RegisterDescription } from "./architecture.js";

/**
 * Where registers are in the list of an architecture, so that not every machine has to look at each of nine hundred.
 * indexOf: of a name, -1 for none. readable, writable: for each register the encodingKey by which MRS and MSR reach it, -1 for
 * none. resets: the reset value of each, 0 where it has none. selected: those that show what another one selects. rangeOf: where a field of the
 * register of an index lies, when that can be told without its description.
 */
export interface RegisterIndex {
  readonly indexOf: (name: string) => number;
  readonly readable: readonly number[];
  readonly writable: readonly number[];
  readonly resets: BigUint64Array;
  readonly selected: readonly number[];
  readonly rangeOf?: (index: number, field: string) => BitRange | undefined;
}

const known = new WeakMap<readonly RegisterDescription[], RegisterIndex>();

/** The index of a list of registers, which must not change: worked out once. */
export function registerIndexOf(registers: readonly RegisterDescription[]): RegisterIndex {
  const index = known.get(registers) ?? indexRegisters(registers);
  known.set(registers, index);
  return index;
}

/** Says what the index of a list is, where it was worked out before. */
export function knowRegisterIndex(registers: readonly RegisterDescription[], index: RegisterIndex): void {
  known.set(registers, index);
}

function indexRegisters(registers: readonly RegisterDescription[]): RegisterIndex {
  const indices = new Map(registers.map(({ name }, index) => [name, index]));
  return {
    indexOf: (name) => indices.get(name) ?? -1,
    readable: keysOf(registers, ({ readEl }) => readEl !== undefined),
    writable: keysOf(registers, ({ writeEl }) => writeEl !== undefined),
    resets: BigUint64Array.from(registers, ({ reset }) => reset ?? 0n),
    selected: registers.flatMap(({ selected }, index) => (selected === undefined ? [] : [index])),
  };
}

/** Of registers that share an encoding and a direction, the first that is no alias is the one that is reached. */
function keysOf(
  registers: readonly RegisterDescription[],
  is: (register: RegisterDescription) => boolean,
): readonly number[] {
  const keys = registers.map(() => -1);
  const reached = new Map<number, number>();
  for (const [index, register] of registers.entries()) {
    if (!is(register)) continue;
    const key = encodingKey(register);
    const known = reached.get(key);
    if (known !== undefined && registers[known]?.aliasOf === undefined) continue;
    if (known !== undefined) keys[known] = -1;
    keys[index] = key;
    reached.set(key, index);
  }
  return keys;
}
