import { readLater } from "../core/read-later.js";
import { type DecisionTree, find } from "../model/a64/decision-tree.js";
import type { BuiltFrom } from "../read/built-from.js";
import type {
  Architecture,
  BitRange,
  InstructionDescription,
  RegisterDescription,
} from "../runtime/index.js";
import { knowRegisterIndex, type RegisterIndex, registerIndexOf } from "../runtime/register-index.js";
import type { CpuModel } from "./cpu-model.js";

type Flags = CpuModel["flags"];

/** A board's CPU: the architecture as the runtime is told of it, and the condition flags after reset. */
export interface BoardCpu {
  readonly architecture: Architecture;
  readonly flags: Flags;
}

/** 64-bit values as JSON can have them: in decimal. The fields follow it. */
interface PackedRegister
  extends Omit<RegisterDescription, "reset" | "res0" | "res1" | "selected" | "fields"> {
  readonly reset?: string;
  readonly selected?: { readonly by: string; readonly values: readonly string[] };
  readonly res0: string;
  readonly res1: string;
}

/** A tree of the decoder, or a switch whose cases' trees have a line each, from one on. */
type PackedTree = DecisionTree | PackedSwitch;

interface PackedSwitch {
  readonly msb: number;
  readonly lsb: number;
  readonly values: readonly number[];
  readonly first: number;
}

/** How long a tree's text is whose cases are read with it. */
const SHORT_TREE = 1000;

/**
 * The first line of a packed board. Behind it each register has a line, then each case of a long switch of the decoder, then each
 * instruction: a program asks for few of them. registers: their names. cases: how many of them there are.
 */
interface Head extends Omit<Architecture, "registers" | "instructions" | "decode"> {
  readonly registers: readonly string[];
  readonly index: Omit<RegisterIndex, "byName" | "resets" | "rangeOf"> & {
    /** Those that are not 0, each in two elements: its index and its value. */
    readonly resets: readonly (number | string)[];
  };
  readonly tree: PackedTree;
  readonly cases: number;
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
  const cases: string[] = [];
  const packedTree = packTree(tree, cases);
  const head: Head = {
    registers: registers.map(({ name }) => name),
    index: {
      ...index,
      resets: [...resets].flatMap((value, at) => (value === 0n ? [] : [at, String(value)])),
    },
    systemOperations,
    encodingGroups,
    tree: packedTree,
    cases: cases.length,
    flags,
    builtFrom,
  };
  return [
    JSON.stringify(head),
    ...registers.map(packRegister),
    ...cases,
    ...instructions.map((instruction) => JSON.stringify(instruction)),
  ].join("\n");
}

/** A register as a JSON value, and after a tab its fields, each as ` name:lsb:width`. */
function packRegister({ fields, reset, selected, res0, res1, ...rest }: RegisterDescription): string {
  const packed: PackedRegister = {
    ...rest,
    ...(reset === undefined ? {} : { reset: String(reset) }),
    ...(selected === undefined ? {} : { selected: { ...selected, values: selected.values.map(String) } }),
    res0: String(res0),
    res1: String(res1),
  };
  const places = Object.entries(fields).map(([name, [lsb, width]]) => ` ${name}:${lsb}:${width}`);
  return `${JSON.stringify(packed)}\t${places.join("")}`;
}

/** lines: what the cases of long switches are added to. */
function packTree(tree: DecisionTree, lines: string[]): PackedTree {
  if (tree.kind === "leaf" || JSON.stringify(tree).length <= SHORT_TREE) return tree;
  const { msb, lsb, cases } = tree;
  const texts = cases.map((each) => JSON.stringify(packTree(each.tree, lines)));
  const first = lines.length;
  lines.push(...texts);
  return { msb, lsb, values: cases.map(({ value }) => value), first };
}

/** The board's CPU of packBoard's text, and the documents that it was built from. */
export function unpackBoard(text: string): BoardCpu & { readonly builtFrom: readonly BuiltFrom[] } {
  const [first = "", ...lines] = text.split("\n");
  const { registers: names, index, tree, cases, flags, builtFrom, ...rest } = JSON.parse(first) as Head;
  const texts = lines.splice(0, names.length);
  const registers = texts.map(laterRegister);
  const decoder = unpackTree(tree, lines.splice(0, cases));
  knowRegisterIndex(registers, {
    ...index,
    byName: indicesOf(names),
    resets: unpackResets(index.resets, names.length),
    rangeOf: (register, field) => fieldOf(texts[register] ?? "", field),
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

function indicesOf(names: readonly string[]): ReadonlyMap<string, number> {
  const indices = new Map<string, number>();
  for (let i = 0; i < names.length; i++) indices.set(names[i] ?? "", i);
  return indices;
}

function unpackResets(packed: readonly (number | string)[], count: number): BigUint64Array {
  const resets = new BigUint64Array(count);
  for (let i = 0; i < packed.length; i += 2) resets[Number(packed[i])] = BigInt(packed[i + 1] ?? 0);
  return resets;
}

/** lines: of the cases of long switches. */
function unpackTree(tree: PackedTree, lines: readonly string[]): DecisionTree {
  if ("kind" in tree) return tree;
  const { msb, lsb, values, first } = tree;
  const cases = values.map((value, i) => new LaterCase(value, first + i, lines));
  return { kind: "switch", msb, lsb, cases };
}

/** A case of a switch whose tree is read when a word comes to it. */
class LaterCase {
  #tree: DecisionTree | undefined;

  constructor(
    readonly value: number,
    private readonly line: number,
    private readonly lines: readonly string[],
  ) {}

  get tree(): DecisionTree {
    this.#tree ??= unpackTree(JSON.parse(this.lines[this.line] ?? "") as PackedTree, this.lines);
    return this.#tree;
  }
}

/** Where a field of a packed register lies, without reading all that the register is. */
function fieldOf(text: string, field: string): BitRange | undefined {
  const name = ` ${field}:`;
  const at = text.indexOf(name, text.lastIndexOf("\t"));
  return at < 0 ? undefined : rangeAt(text, at + name.length);
}

function rangeAt(text: string, at: number): BitRange {
  return [Number.parseInt(text.slice(at), 10), Number.parseInt(text.slice(text.indexOf(":", at) + 1), 10)];
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
    const [packed = "", fields = ""] = text.split("\t");
    const { reset, selected, res0, res1, ...rest } = JSON.parse(packed) as PackedRegister;
    return {
      ...rest,
      ...(reset === undefined ? {} : { reset: BigInt(reset) }),
      ...(selected === undefined ? {} : { selected: { ...selected, values: selected.values.map(BigInt) } }),
      res0: BigInt(res0),
      res1: BigInt(res1),
      fields: unpackFields(fields),
    };
  },
);

function unpackFields(text: string): RegisterDescription["fields"] {
  const fields: Record<string, BitRange> = {};
  for (const place of text.split(" ").slice(1)) {
    const [name = "", lsb, width] = place.split(":");
    fields[name] = [Number(lsb), Number(width)];
  }
  return fields;
}

const laterInstruction = readLater<InstructionDescription>(
  { name: true, mask: true, match: true, fields: true, variant: true },
  (text) => JSON.parse(text) as InstructionDescription,
);
