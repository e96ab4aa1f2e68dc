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

/** A switch of the decoder with its cases' numbers alone, or the whole tree where it is no switch. */
type PackedTree = { readonly msb: number; readonly lsb: number; readonly values: readonly number[] } | Leaf;
type Leaf = DecisionTree & { readonly kind: "leaf" };

/**
 * The first line of a packed board. Behind it each register has a line, then each case of the decoder, then each instruction: a
 * program asks for few of them. registers: their names.
 */
interface Head extends Omit<Architecture, "registers" | "instructions" | "decode"> {
  readonly registers: readonly string[];
  readonly index: Omit<RegisterIndex, "byName" | "resets"> & {
    readonly resets: readonly (readonly [index: number, value: string])[];
  };
  readonly tree: PackedTree;
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
    tree:
      tree.kind === "leaf"
        ? tree
        : { msb: tree.msb, lsb: tree.lsb, values: tree.cases.map(({ value }) => value) },
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
  const cases = tree.kind === "leaf" ? [] : tree.cases.map((each) => each.tree);
  return [head, ...packed, ...cases, ...instructions].map((value) => JSON.stringify(value)).join("\n");
}

/** The board's CPU of packBoard's text, and the documents that it was built from. */
export function unpackBoard(text: string): BoardCpu & { readonly builtFrom: readonly BuiltFrom[] } {
  const [first = "", ...lines] = text.split("\n");
  const { registers: names, index, tree, flags, builtFrom, ...rest } = JSON.parse(first) as Head;
  const registers = lines.splice(0, names.length).map(laterRegister);
  const decoder = unpackTree(tree, lines);
  knowRegisterIndex(registers, {
    ...index,
    byName: new Map(names.map((name, i) => [name, i])),
    resets: index.resets.map(([at, value]) => [at, BigInt(value)]),
  });
  return {
    architecture: {
      ...rest,
      registers,
      instructions: lines.map(laterInstruction),
      decode: (word) => find(decoder, word),
    },
    flags,
    builtFrom,
  };
}

/** lines: those of the cases and what follows them; the cases' are taken away. */
function unpackTree(tree: PackedTree, lines: string[]): DecisionTree {
  if ("kind" in tree) return tree;
  const { msb, lsb, values } = tree;
  const texts = lines.splice(0, values.length);
  return { kind: "switch", msb, lsb, cases: values.map((value, i) => new LaterCase(value, texts[i] ?? "")) };
}

/** A case of a switch whose tree is read when a word comes to it. */
class LaterCase {
  #tree: DecisionTree | undefined;

  constructor(
    readonly value: number,
    private readonly text: string,
  ) {}

  get tree(): DecisionTree {
    this.#tree ??= JSON.parse(this.text) as DecisionTree;
    return this.#tree;
  }
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
    const packed = JSON.parse(text) as PackedRegister;
    const { reset, selected, res0, res1 } = packed;
    // In the parsed object itself: a copy takes as long as the parsing.
    return Object.assign(packed as Omit<PackedRegister, "reset" | "selected" | "res0" | "res1">, {
      ...(reset === undefined ? {} : { reset: BigInt(reset) }),
      ...(selected === undefined ? {} : { selected: { ...selected, values: selected.values.map(BigInt) } }),
      res0: BigInt(res0),
      res1: BigInt(res1),
    });
  },
);

const laterInstruction = readLater<InstructionDescription>(
  { name: true, mask: true, match: true, fields: true, variant: true },
  (text) => JSON.parse(text) as InstructionDescription,
);
