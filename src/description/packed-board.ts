import { readLater } from "../core/read-later.js";
import { type DecisionTree, find } from "../model/a64/decision-tree.js";
import type { BuiltFrom } from "../read/built-from.js";
import type { Architecture, InstructionDescription, RegisterDescription } from "../runtime/index.js";
import { knowRegisterIndex, type RegisterIndex, registerIndexOf } from "../runtime/register-index.js";
import type { CpuModel } from "./cpu-model.js";

type Flags = CpuModel["flags"];

/** A board's CPU: the architecture as the runtime is told of it, and the condition flags after reset. */
export interface BoardCpu {
  readonly architecture: Architecture;
  readonly flags: Flags;
}

/** 64-bit values as JSON can have them: in decimal. */
interface PackedRegister extends Omit<RegisterDescription, "reset" | "res0" | "res1" | "selected"> {
  readonly reset?: string;
  readonly selected?: { readonly by: string; readonly values: readonly string[] };
  readonly res0: string;
  readonly res1: string;
}

/**
 * The first line of a packed board. Behind it each register has a line, then each instruction: a program asks for few of
 * them. registers: their names. tree: what the decoder is made of.
 */
interface Head extends Omit<Architecture, "registers" | "instructions" | "decode"> {
  readonly registers: readonly string[];
  readonly index: Omit<RegisterIndex, "byName" | "resets"> & {
    readonly resets: readonly (readonly [index: number, value: string])[];
  };
  readonly tree: DecisionTree;
  readonly flags: Flags;
  readonly builtFrom: readonly BuiltFrom[];
}

/** A board's CPU as text, a JSON value a line. tree: what its decoder is made of. builtFrom: the documents. */
export function packBoard(
  { architecture, flags }: BoardCpu,
  tree: DecisionTree,
  builtFrom: readonly BuiltFrom[],
): string {
  const { registers, instructions, systemOperations, encodingGroups } = architecture;
  const { byName: _, resets, ...index } = registerIndexOf(registers);
  const head: Head = {
    registers: registers.map(({ name }) => name),
    index: { ...index, resets: resets.map(([at, value]) => [at, String(value)]) },
    systemOperations,
    encodingGroups,
    tree,
    flags,
    builtFrom,
  };
  const packed = registers.map(
    ({ reset, selected, res0, res1, ...rest }): PackedRegister => ({
      ...rest,
      ...(reset === undefined ? {} : { reset: String(reset) }),
      ...(selected === undefined ? {} : { selected: { ...selected, values: selected.values.map(String) } }),
      res0: String(res0),
      res1: String(res1),
    }),
  );
  return [head, ...packed, ...instructions].map((value) => JSON.stringify(value)).join("\n");
}

/** The board's CPU of packBoard's text, and the documents that it was built from. */
export function unpackBoard(text: string): BoardCpu & { readonly builtFrom: readonly BuiltFrom[] } {
  const [first = "", ...lines] = text.split("\n");
  const { registers: names, index, tree, flags, builtFrom, ...rest } = JSON.parse(first) as Head;
  const registers = lines.slice(0, names.length).map(laterRegister);
  knowRegisterIndex(registers, {
    ...index,
    byName: new Map(names.map((name, i) => [name, i])),
    resets: index.resets.map(([at, value]) => [at, BigInt(value)]),
  });
  return {
    architecture: {
      ...rest,
      registers,
      instructions: lines.slice(names.length).map(laterInstruction),
      decode: (word) => find(tree, word),
    },
    flags,
    builtFrom,
  };
}

const laterRegister = readLater<RegisterDescription>(
  {
    name: true,
    group: true,
    op0: true,
    op1: true,
    CRn: true,
    CRm: true,
    op2: true,
    widthBits: true,
    readEl: true,
    writeEl: true,
    reset: true,
    effects: true,
    selected: true,
    res0: true,
    res1: true,
    aliasOf: true,
    fields: true,
  },
  (text) => {
    const { reset, selected, res0, res1, ...packed } = JSON.parse(text) as PackedRegister;
    return {
      ...packed,
      ...(reset === undefined ? {} : { reset: BigInt(reset) }),
      ...(selected === undefined ? {} : { selected: { ...selected, values: selected.values.map(BigInt) } }),
      res0: BigInt(res0),
      res1: BigInt(res1),
    };
  },
);

const laterInstruction = readLater<InstructionDescription>(
  { name: true, mask: true, match: true, fields: true, variant: true },
  (text) => JSON.parse(text) as InstructionDescription,
);
