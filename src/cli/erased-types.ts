/**
 * JavaScript of a generated TypeScript module, by its lines: each must be of a shape that worldswitch prints, and loses
 * the types that this shape has. undefined when a line is of none of them, as in a file that somebody wrote: that is for
 * a compiler. No line is added or taken away.
 */
export function eraseTypes(text: string): string | undefined {
  const lines: string[] = [];
  let left: "comment" | "interface" | undefined;
  for (const line of text.split("\n")) {
    if (left === "interface") {
      if (line === "}") left = undefined;
      else if (!/^ {2}[A-Za-z]\w*\([\w:, ]*\): \w+;$/.test(line)) return undefined;
      lines.push("");
      continue;
    }
    if (left === "comment" || /^ *\/\*\*/.test(line)) {
      left = line.includes("*/") ? undefined : "comment";
      if (!/^[^*]*\*\/$|^(?:(?!\*\/).)*(?:\*\/)?$/.test(line)) return undefined;
      lines.push(line);
      continue;
    }
    if (/^export interface \w+ \{$/.test(line)) {
      left = "interface";
      lines.push("");
      continue;
    }
    const erased = erasedLine(line);
    if (erased === undefined) return undefined;
    lines.push(erased);
  }
  return left === undefined ? lines.join("\n") : undefined;
}

/** A type as worldswitch prints it where a value is declared. */
const TYPE = String.raw`\w+(?:<\w+>)?`;
/** What holds no type: names, calls, numbers, texts without quotes in them, and no colon, question mark or `as`. */
const PLAIN = String.raw`(?:(?! as |["\x27\`:?/<]).|"[^"\\]*")*`;

/** Shapes of lines and what is left of each: $1, $2 … in the order of the groups. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/^$/, ""],
  [/^\/\/.*$/, "$&"],
  [/^import type \{[^}"]*\} from "[^"]+";$/, ""],
  [/^import \{(?:(?!\btype\b)[^}"])*\} from "[^"]+";$/, "$&"],
  [/^import \{$/, "$&"],
  [/^ {2}\w+,$/, "$&"],
  [/^\} from "[^"]+";$/, "$&"],
  [/^(export class \w+)( extends \w+)<\w+> \{$/, "$1$2 {"],
  [/^export class \w+(?: extends \w+)? \{$/, "$&"],
  [new RegExp(String.raw`^( +)readonly (#?\w+): ${TYPE};$`), "$1$2;"],
  [new RegExp(String.raw`^ +declare readonly \w+: ${TYPE};$`), ""],
  [/^const \w+ = \{$/, "$&"],
  [/^ +\w+: \d+,$/, "$&"],
  [/^\} as const;$/, "};"],
  [new RegExp(String.raw`^( +static )readonly (\w+ = ${PLAIN};)$`), "$1$2"],
  [new RegExp(String.raw`^( +get \w+\(\)): ${TYPE} \{$`), "$1 {"],
  [new RegExp(String.raw`^( +set \w+\(value): ${TYPE}\) \{$`), "$1) {"],
  [new RegExp(String.raw`^( +constructor\(\w+): ${TYPE}, (\w+): ${TYPE}\) \{$`), "$1, $2) {"],
  [new RegExp(String.raw`^( +constructor\(\w+): ${TYPE}, (\w+ = \d+)\) \{$`), "$1, $2) {"],
  [new RegExp(String.raw`^(export function \w+\(\w+): ${TYPE}, (\w+): ${TYPE}\): void \{$`), "$1, $2) {"],
  [/^ *\}$/, "$&"],
  [
    /^ +if \(typeof value !== "number" \|\| [\w &|<>()]+ !== value\) rejectScalar\(value, "\w+", "[^"\\]*"\);$/,
    "$&",
  ],
  [/^ +\w+\(cpu, context\);$/, "$&"],
  [new RegExp(String.raw`^ +return this\.#?words\[\d+\] \?\? this\.${PLAIN};$`), "$&"],
  [
    new RegExp(
      String.raw`^ +(?:return |this\.|context\.|cpu\.|const \w+ = context\.|\w+\.\w+ = |new DataView\(|\w+\.set\(|set\w+\()${PLAIN};$`,
    ),
    "$&",
  ],
];

function erasedLine(line: string): string | undefined {
  const shape = SHAPES.find(([pattern]) => pattern.test(line));
  return shape === undefined ? undefined : line.replace(shape[0], shape[1]);
}
