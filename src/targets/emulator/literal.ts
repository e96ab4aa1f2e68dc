const WIDTH = 110;

/** A value as TypeScript source on one line: `{ name: "X", fields: { M: [0, 1] }, res0: 0x3n }`; bigints in hex. */
export function literal(value: unknown): string {
  if (typeof value === "bigint") return value < 10n ? `${value}n` : `0x${value.toString(16)}n`;
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const parts = entries(value).map(([key, item]) => `${key}: ${literal(item)}`);
    return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
  }
  return JSON.stringify(value);
}

/** As literal, and broken at the commas of the outermost level where one line would be too long. */
export function wrappedLiteral(value: object, indent: string): string {
  const single = literal(value);
  if (indent.length + single.length + 1 <= WIDTH) return `${indent}${single}`;
  const inner = `${indent}  `;
  const lines: string[] = [];
  let line = inner;
  for (const [key, item] of entries(value)) {
    const part = `${key}: ${literal(item)},`;
    if (`${line} ${part}`.length > WIDTH && line.trim() !== "") {
      lines.push(line);
      line = inner;
    }
    if (
      `${inner}${part}`.length > WIDTH &&
      typeof item === "object" &&
      item !== null &&
      !Array.isArray(item)
    ) {
      lines.push(`${inner}${key}: ${wrappedLiteral(item, inner).trimStart()},`);
    } else {
      line += line.trim() === "" ? part : ` ${part}`;
    }
  }
  if (line.trim() !== "") lines.push(line);
  return `${indent}{\n${lines.join("\n")}\n${indent}}`;
}

/** `[` and one element a line. */
export function listLiteral(items: readonly object[]): string {
  return `[\n${items.map((item) => `${wrappedLiteral(item, "  ")},`).join("\n")}\n]`;
}

function entries(value: object): [string, unknown][] {
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => [/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key), item]);
}
