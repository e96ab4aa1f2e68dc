import { ByteLines } from "../core/byte-lines.js";
import { lazyList } from "../core/lazy-list.js";
import { readLater } from "../core/read-later.js";
import { type DecisionTree, find } from "../model/a64/decision-tree.js";
import type { Architecture, BitRange, RegisterDescription } from "../runtime/index.js";
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
 * The first line of a packed board. Behind it are a line of system operations and one of encoding groups, then one of each register,
 * of each case of a long switch of the decoder, and of each instruction: a program asks for few of them.
 * registers: their names. cases, instructions: how many of them there are. builtFrom: the documents, as builtFromText has them.
 */
interface Head {
  readonly registers: readonly string[];
  readonly index: Omit<RegisterIndex, "indexOf" | "resets" | "rangeOf"> & {
    /** Those that are not 0, each in two elements: its index and its value. */
    readonly resets: readonly (number | string)[];
  };
  readonly tree: PackedTree;
  readonly cases: number;
  readonly instructions: number;
  readonly flags: Flags;
  readonly builtFrom: string;
}

/** Lines before those of registers, the head's not counted. */
const OPERATIONS = 0;
const GROUPS = 1;
const FIRST_REGISTER = 2;

/** A board's CPU as text, a JSON value a line. tree: what its decoder is made of. builtFrom: the documents, as builtFromText has them. */
export function packBoard({ architecture, flags }: BoardCpu, tree: DecisionTree, builtFrom: string): string {
  const { registers, instructions, systemOperations, encodingGroups } = architecture;
  const { readable, writable, selected, resets } = registerIndexOf(registers);
  const cases: string[] = [];
  const packedTree = packTree(tree, cases);
  const head: Head = {
    registers: registers.map(({ name }) => name),
    index: {
      ...{ readable, writable, selected },
      resets: [...resets].flatMap((value, at) => (value === 0n ? [] : [at, String(value)])),
    },
    tree: packedTree,
    cases: cases.length,
    instructions: instructions.length,
    flags,
    builtFrom,
  };
  return [
    JSON.stringify(head),
    JSON.stringify(systemOperations),
    JSON.stringify(encodingGroups),
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

/** The board's CPU of packBoard's text as UTF-8, and the documents that it was built from as builtFromText has them. */
export function unpackBoard(bytes: Buffer): BoardCpu & { readonly builtFrom: string } {
  const end = bytes.indexOf("\n");
  const head = JSON.parse(bytes.toString("utf8", 0, end)) as Head;
  const { registers: names, index, tree, cases, instructions, flags, builtFrom } = head;
  const firstCase = FIRST_REGISTER + names.length;
  const firstInstruction = firstCase + cases;
  const lines = new ByteLines(bytes, end + 1, firstInstruction + instructions);
  const registers = lazyList(names.length, (at) => laterRegister(lines, FIRST_REGISTER + at));
  /** Of registers that were asked for their fields, without the rest of what they are. */
  const fields: string[] = new Array(names.length);
  const decoder = unpackTree(tree, lines, firstCase);
  let systemOperations: Architecture["systemOperations"] | undefined;
  let encodingGroups: Architecture["encodingGroups"] | undefined;
  knowRegisterIndex(registers, {
    ...index,
    indexOf: (name) => names.indexOf(name),
    resets: unpackResets(index.resets, names.length),
    rangeOf: (register, field) => {
      fields[register] ??= lines.behind(FIRST_REGISTER + register, "\t");
      return fieldOf(fields[register], field);
    },
  });
  return {
    architecture: {
      registers,
      instructions: lazyList(instructions, (at) => JSON.parse(lines.line(firstInstruction + at))),
      decode: (word) => find(decoder, word),
      get systemOperations(): Architecture["systemOperations"] {
        systemOperations ??= JSON.parse(lines.line(OPERATIONS)) as Architecture["systemOperations"];
        return systemOperations;
      },
      get encodingGroups(): Architecture["encodingGroups"] {
        encodingGroups ??= JSON.parse(lines.line(GROUPS)) as Architecture["encodingGroups"];
        return encodingGroups;
      },
    },
    flags,
    builtFrom,
  };
}

function unpackResets(packed: readonly (number | string)[], count: number): BigUint64Array {
  const resets = new BigUint64Array(count);
  for (let i = 0; i < packed.length; i += 2) resets[Number(packed[i])] = BigInt(packed[i + 1] ?? 0);
  return resets;
}

/** first: the line of the first case of a long switch. */
function unpackTree(tree: PackedTree, lines: ByteLines, first: number): DecisionTree {
  if ("kind" in tree) return tree;
  const { msb, lsb, values } = tree;
  const cases = values.map((value, i) => new LaterCase(value, lines, first, tree.first + i));
  return { kind: "switch", msb, lsb, cases };
}

/** A case of a switch whose tree is read when a word comes to it. */
class LaterCase {
  #tree: DecisionTree | undefined;

  constructor(
    readonly value: number,
    private readonly lines: ByteLines,
    private readonly first: number,
    private readonly number: number,
  ) {}

  get tree(): DecisionTree {
    this.#tree ??= unpackTree(
      JSON.parse(this.lines.line(this.first + this.number)) as PackedTree,
      this.lines,
      this.first,
    );
    return this.#tree;
  }
}

/** Where a field of a packed register lies, by the text of its fields. */
function fieldOf(fields: string, field: string): BitRange | undefined {
  const name = ` ${field}:`;
  const at = fields.indexOf(name);
  if (at < 0) return undefined;
  const lsb = at + name.length;
  return [numberAt(fields, lsb), numberAt(fields, fields.indexOf(":", lsb) + 1)];
}

function numberAt(text: string, from: number): number {
  let value = 0;
  for (let at = from; ; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return value;
    value = 10 * value + digit;
  }
}

const laterRegister = readLater<RegisterDescription, ByteLines>(
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
  (lines, line) => {
    const [packed = "", fields = ""] = lines.line(line).split("\t");
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
