/** What an operand kind takes between its parentheses, in order. A "?" may be left out. */
type Parameter =
  | "fields"
  | "scale?"
  | "shift"
  | "unit"
  | "rest"
  | "count"
  | "names"
  | "element"
  | "class"
  | "relocation"
  | "access";

/**
 * The closed set of operand kinds with their parameters; schema/language/a64.schema.json says what each writes.
 * fields: one field, or several joined by ":" from the most significant down.
 */
const KINDS = {
  W: ["fields"],
  X: ["fields"],
  WSP: ["fields"],
  XSP: ["fields"],
  R: ["fields"],
  RSP: ["fields"],
  B: ["fields"],
  H: ["fields"],
  S: ["fields"],
  D: ["fields"],
  Q: ["fields"],
  vector: ["names", "fields", "fields"],
  vectors: ["names", "fields", "fields", "count"],
  lane: ["element", "fields", "fields", "rest"],
  lanes: ["element", "fields", "fields", "rest", "count"],
  upper: ["fields"],
  C: ["fields"],
  tested: ["fields", "fields"],
  dec: ["fields", "scale?"],
  sdec: ["fields", "scale?"],
  hex: ["fields"],
  zero: [],
  bitmask: ["fields"],
  bitmaskInverted: ["fields"],
  shifted12: ["fields", "fields"],
  negated12: ["fields", "fields"],
  wide: ["fields", "fields"],
  moveWide: ["fields", "fields"],
  moveInverted: ["fields", "fields"],
  byte: ["fields"],
  lsl8: ["fields", "fields"],
  msl8: ["fields", "fields"],
  byteMask: ["fields"],
  float8: ["fields"],
  exact: ["unit"],
  sized: ["fields", "unit"],
  leftShift: ["fields", "fields"],
  insertLsb: ["fields", "fields"],
  insertWidth: ["fields", "fields"],
  extractWidth: ["fields", "fields"],
  label: ["fields", "relocation"],
  name: ["names", "fields"],
  inverted: ["names", "fields"],
  shifted: ["fields", "fields", "fields"],
  extended: ["fields", "fields", "fields"],
  index: ["fields", "fields", "fields", "shift"],
  register: ["access", "fields"],
  operation: ["class", "fields", "fields"],
} as const satisfies Readonly<Record<string, readonly Parameter[]>>;

/** The name of an operand kind. */
export type OperandKind = keyof typeof KINDS;

/**
 * One operand of a form. fields: one list per "fields" parameter, each from the most significant field down.
 * scale: what an immediate is divided by (1 when not said), an index's shift, a number's unit, or the bits below a
 * lane's number. count: registers of a list. names: the set of names, the size of a lane, the class of operation,
 * the kind of access to a register or the relocation of a label.
 */
export interface Operand {
  readonly kind: OperandKind;
  readonly fields: readonly (readonly string[])[];
  readonly scale: number;
  readonly count: number;
  readonly names: string;
}

/** A part of a form: an operand, punctuation, or parts that are left out when their operands are 0. */
export type FormItem =
  | { readonly kind: "operand"; readonly operand: Operand }
  | { readonly kind: "punctuation"; readonly text: "," | "[" | "]" | "!" }
  | { readonly kind: "optional"; readonly items: readonly FormItem[] };

/** A line of syntax. suffix: the operand written after the mnemonic and a dot (`b.eq`). */
export interface Syntax {
  readonly mnemonic: string;
  readonly suffix: Operand | undefined;
  readonly items: readonly FormItem[];
}

const PART = /\s*(?:([A-Za-z][A-Za-z0-9]*)\(([^()]*)\)|([,[\]!{}]))/y;
const MNEMONIC = /^([a-z][a-z0-9]*)(?:\.([a-z]+)\(([^()]*)\))?(?: |$)/;

/** The syntax that text writes; a string says what is wrong with it. */
export function parseSyntax(text: string): Syntax | string {
  const head = MNEMONIC.exec(text);
  if (head === null) return `"${text}" does not start with a mnemonic`;
  const [whole, mnemonic = "", suffixKind, suffixArguments = ""] = head;
  const suffix = suffixKind === undefined ? undefined : parseOperand(suffixKind, suffixArguments);
  if (typeof suffix === "string") return suffix;
  const stack: FormItem[][] = [[]];
  PART.lastIndex = whole.length;
  while (PART.lastIndex < text.length) {
    const from = PART.lastIndex;
    const part = PART.exec(text);
    if (part === null) return `"${text.slice(from)}" is no operand`;
    const [, kind, parameters = "", mark] = part;
    const problem = kind === undefined ? addMark(stack, mark ?? "") : addOperand(stack, kind, parameters);
    if (problem !== undefined) return problem;
  }
  const [items, ...open] = stack;
  if (items === undefined || open.length > 0) return "a { without its }";
  return { mnemonic, suffix, items };
}

function addMark(stack: FormItem[][], mark: string): string | undefined {
  if (mark === "{") {
    stack.push([]);
    return undefined;
  }
  if (mark === "}") {
    const items = stack.pop();
    const outer = stack.at(-1);
    if (items === undefined || outer === undefined) return "a } without its {";
    outer.push({ kind: "optional", items });
    return undefined;
  }
  if (mark === "," || mark === "[" || mark === "]" || mark === "!") {
    stack.at(-1)?.push({ kind: "punctuation", text: mark });
  }
  return undefined;
}

function addOperand(stack: FormItem[][], kind: string, parameters: string): string | undefined {
  const operand = parseOperand(kind, parameters);
  if (typeof operand === "string") return operand;
  stack.at(-1)?.push({ kind: "operand", operand });
  return undefined;
}

const NUMBERS: readonly Parameter[] = ["scale?", "shift", "unit", "rest", "count"];

function isKind(kind: string): kind is OperandKind {
  return Object.hasOwn(KINDS, kind);
}

function parseOperand(kind: string, text: string): Operand | string {
  if (!isKind(kind)) return `there is no operand kind ${kind}`;
  const given = text === "" ? [] : text.split(", ");
  const wanted: readonly Parameter[] = KINDS[kind];
  const least = wanted.filter((p) => !p.endsWith("?")).length;
  if (given.length < least || given.length > wanted.length) {
    return `${kind} takes ${wanted.length} arguments, not ${given.length}`;
  }
  const fields: string[][] = [];
  let scale = kind === "index" ? 0 : 1;
  let count = 1;
  let names = "";
  for (const [i, argument] of given.entries()) {
    const parameter = wanted[i];
    if (parameter === "fields") fields.push(argument.split(":"));
    else if (parameter === undefined || !NUMBERS.includes(parameter)) names = argument;
    else if (!/^[0-9]+$/.test(argument)) return `"${argument}" is no number`;
    else if (parameter === "count") count = Number(argument);
    else scale = Number(argument);
  }
  return { kind, fields, scale, count, names };
}

/** Every operand of a syntax, the suffix first. */
export function operandsOf(syntax: Syntax): Operand[] {
  const inside = (items: readonly FormItem[]): Operand[] =>
    items.flatMap((item) =>
      item.kind === "operand" ? [item.operand] : item.kind === "optional" ? inside(item.items) : [],
    );
  return [...(syntax.suffix === undefined ? [] : [syntax.suffix]), ...inside(syntax.items)];
}

/** The fields to which writing the operand gives a value. The width of R gives sf one. */
export function fieldsOf(operand: Operand): string[] {
  const own = operand.fields.flat();
  return operand.kind === "R" || operand.kind === "RSP" ? [...own, "sf"] : own;
}

/** Whether the operand refers to a set of names. */
export function usesNames({ kind }: Operand): boolean {
  const parameters: readonly Parameter[] = KINDS[kind];
  return parameters.includes("names");
}
