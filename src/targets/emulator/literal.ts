const WIDTH = 110;

/** A value as TypeScript source on one line: `{ name: "X", fields: { M: [0, 1] }, res0: 0x3n }`; bigints in hex. */
export function literal(value: unknown): string {
  if (typeof value === "bigint") return value < 10n ? `${value}n` : `0x${value.toString(16)}n`;
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value === "object" && value !== null) return oneLine(partsOf(value));
  return JSON.stringify(value);
}

/** As literal, and broken at the commas of the outermost level where one line would be too long. */
export function wrappedLiteral(value: object, indent: string): string {
  const parts = partsOf(value);
  const widthOfAll = parts.reduce((width, { text }) => width + text.length + ", ".length, "{  }".length);
  if (parts.length === 0 || indent.length + widthOfAll - 1 <= WIDTH) return `${indent}${oneLine(parts)}`;
  const inner = `${indent}  `;
  const lines: string[] = [];
  let line = inner;
  const flush = (): void => {
    if (line !== inner) lines.push(line);
    line = inner;
  };
  for (const { key, item, text } of parts) {
    const width = text.length + ",".length;
    if (line.length + 1 + width > WIDTH) flush();
    if (inner.length + width > WIDTH && typeof item === "object" && item !== null && !Array.isArray(item))
      lines.push(`${inner}${key}: ${wrappedLiteral(item, inner).trimStart()},`);
    else line += line === inner ? `${text},` : ` ${text},`;
  }
  flush();
  return `${indent}{\n${lines.join("\n")}\n${indent}}`;
}

/** `[` and one element a line. */
export function listLiteral(items: readonly object[]): string {
  return `[\n${items.map((item) => `${wrappedLiteral(item, "  ")},`).join("\n")}\n]`;
}

/** A property of an object literal. text: `key: value` on one line. */
interface Part {
  readonly key: string;
  readonly item: unknown;
  readonly text: string;
}

function oneLine(parts: readonly Part[]): string {
  return parts.length === 0 ? "{}" : `{ ${parts.map(({ text }) => text).join(", ")} }`;
}

function partsOf(value: object): Part[] {
  const parts: Part[] = [];
  for (const [name, item] of Object.entries(value)) {
    if (item === undefined) continue;
    const key = keyOf(name);
    parts.push({ key, item, text: `${key}: ${literal(item)}` });
  }
  return parts;
}

const keys = new Map<string, string>();

/** The name as a key of an object literal; the same few come again and again. */
function keyOf(name: string): string {
  let key = keys.get(name);
  if (key === undefined) {
    key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
    keys.set(name, key);
  }
  return key;
}
