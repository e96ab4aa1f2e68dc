import { type DecisionTree, find } from "../model/a64/decision-tree.js";
import type { BuiltFrom } from "../read/built-from.js";
import type {
  Architecture,
  BitRange,
  InstructionDescription,
  RegisterDescription,
} from "../runtime/index.js";
import type { CpuModel } from "./cpu-model.js";

type Flags = CpuModel["flags"];
type Fields = Readonly<Record<string, BitRange>>;

/** A board's CPU: the architecture as the runtime is told of it, and the condition flags after reset. */
export interface BoardCpu {
  readonly architecture: Architecture;
  readonly flags: Flags;
}

/** fields: as textOf writes them. */
type Packed<T> = Omit<T, "fields"> & { readonly fields: string };

type PackedRegister = Packed<Omit<RegisterDescription, "reset" | "res0" | "res1" | "selected">> & {
  readonly reset?: string;
  readonly selected?: { readonly by: string; readonly values: readonly string[] };
  readonly res0: string;
  readonly res1: string;
};

/** What JSON can say of it: 64-bit values as decimals, and the decoder as its tree, in JSON of its own. */
interface PackedBoard extends Omit<Architecture, "registers" | "instructions" | "decode"> {
  readonly registers: readonly PackedRegister[];
  readonly instructions: readonly Packed<InstructionDescription>[];
  readonly tree: DecisionTree;
  readonly flags: Flags;
  readonly builtFrom: readonly BuiltFrom[];
}

/** A board's CPU as JSON. tree: what its decoder is made of. builtFrom: the documents. */
export function packBoard(
  { architecture, flags }: BoardCpu,
  tree: DecisionTree,
  builtFrom: readonly BuiltFrom[],
): string {
  const { registers, instructions, systemOperations, encodingGroups } = architecture;
  const packed: PackedBoard = {
    registers: registers.map(({ reset, selected, res0, res1, fields, ...rest }) => ({
      ...rest,
      ...(reset === undefined ? {} : { reset: String(reset) }),
      ...(selected === undefined ? {} : { selected: { ...selected, values: selected.values.map(String) } }),
      res0: String(res0),
      res1: String(res1),
      fields: textOf(fields),
    })),
    instructions: instructions.map((line) => ({ ...line, fields: textOf(line.fields) })),
    systemOperations,
    encodingGroups,
    tree,
    flags,
    builtFrom,
  };
  return JSON.stringify(packed);
}

/** The board's CPU of packBoard's text, and the documents that it was built from. */
export function unpackBoard(text: string): BoardCpu & { readonly builtFrom: readonly BuiltFrom[] } {
  const { registers, instructions, tree, flags, builtFrom, ...rest } = JSON.parse(text) as PackedBoard;
  return {
    architecture: {
      ...rest,
      registers: registers.map(unpackRegister),
      instructions: instructions.map(withFields),
      decode: (word) => find(tree, word),
    },
    flags,
    builtFrom,
  };
}

function unpackRegister({ reset, selected, res0, res1, ...rest }: PackedRegister): RegisterDescription {
  return Object.assign(withFields(rest), {
    ...(reset === undefined ? {} : { reset: wide(reset) }),
    ...(selected === undefined ? {} : { selected: { ...selected, values: selected.values.map(wide) } }),
    res0: wide(res0),
    res1: wide(res1),
  });
}

function wide(text: string): bigint {
  return text === "0" ? 0n : BigInt(text);
}

/** A program asks for the fields of few registers and instructions: they are read from their text when they are. */
class Fielded {
  readonly #text: string;
  #fields: Fields | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  get fields(): Fields {
    this.#fields ??= fieldsOf(this.#text);
    return this.#fields;
  }
}

function withFields<T extends { readonly fields: string }>({
  fields,
  ...rest
}: T): Omit<T, "fields"> & Fielded {
  return Object.assign(new Fielded(fields), rest);
}

/** Names, lowest bits and widths, a space between any two: "EL 2 2 SP 0 1". */
function textOf(fields: Fields): string {
  return Object.entries(fields)
    .flatMap(([name, [lsb, widthBits]]) => [name, lsb, widthBits])
    .join(" ");
}

function fieldsOf(text: string): Fields {
  const parts = text === "" ? [] : text.split(" ");
  const fields: Record<string, BitRange> = {};
  for (let i = 0; i < parts.length; i += 3)
    fields[parts[i] ?? ""] = [Number(parts[i + 1]), Number(parts[i + 2])];
  return fields;
}
