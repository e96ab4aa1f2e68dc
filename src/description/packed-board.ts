import { type DecisionTree, find } from "../model/a64/decision-tree.js";
import type { Architecture, RegisterDescription } from "../runtime/index.js";
import type { CpuModel } from "./cpu-model.js";

type Flags = CpuModel["flags"];

/** A board's CPU: the architecture as the runtime is told of it, and the condition flags after reset. */
export interface BoardCpu {
  readonly architecture: Architecture;
  readonly flags: Flags;
}

type PackedRegister = Omit<RegisterDescription, "reset" | "res0" | "res1" | "selected"> & {
  readonly reset?: string;
  readonly selected?: { readonly by: string; readonly values: readonly string[] };
  readonly res0: string;
  readonly res1: string;
};

/** What JSON can say of it: 64-bit values as decimals, and the decoder as its tree. */
interface PackedBoard extends Omit<Architecture, "registers" | "decode"> {
  readonly registers: readonly PackedRegister[];
  readonly tree: DecisionTree;
  readonly flags: Flags;
  readonly sources: readonly PackedSource[];
}

/** A document that it was made of, and how long it was. */
export type PackedSource = readonly [name: string, bytes: number];

/** A board's CPU as JSON. tree: what its decoder is made of. sources: the documents. */
export function packBoard(
  { architecture, flags }: BoardCpu,
  tree: DecisionTree,
  sources: readonly PackedSource[],
): string {
  const { registers, instructions, systemOperations, encodingGroups } = architecture;
  const packed: PackedBoard = {
    registers: registers.map(({ reset, selected, res0, res1, ...rest }) => ({
      ...rest,
      ...(reset === undefined ? {} : { reset: String(reset) }),
      ...(selected === undefined ? {} : { selected: { ...selected, values: selected.values.map(String) } }),
      res0: String(res0),
      res1: String(res1),
    })),
    instructions,
    systemOperations,
    encodingGroups,
    tree,
    flags,
    sources,
  };
  return JSON.stringify(packed);
}

/** The board's CPU of packBoard's text; undefined when it was made of other documents than these. */
export function unpackBoard(text: string, now: readonly PackedSource[]): BoardCpu | undefined {
  const { registers, tree, flags, sources, ...rest } = JSON.parse(text) as PackedBoard;
  if (sources.join() !== now.join()) return undefined;
  return {
    architecture: { ...rest, registers: registers.map(unpackRegister), decode: (word) => find(tree, word) },
    flags,
  };
}

/** The register, its values put in the place of their texts: a copy of each of nine hundred takes a while. */
function unpackRegister(packed: PackedRegister): RegisterDescription {
  const { reset, selected, res0, res1 } = packed;
  const rest: Omit<PackedRegister, "reset" | "selected" | "res0" | "res1"> = packed;
  return Object.assign(rest, {
    ...(reset === undefined ? {} : { reset: wide(reset) }),
    ...(selected === undefined ? {} : { selected: { ...selected, values: selected.values.map(wide) } }),
    res0: wide(res0),
    res1: wide(res1),
  });
}

function wide(text: string): bigint {
  return text === "0" ? 0n : BigInt(text);
}
