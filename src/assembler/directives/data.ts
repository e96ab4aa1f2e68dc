import type { Assembly, Statement } from "../assembly.js";
import type { DirectiveHandler } from "./index.js";

/** Numbers or places of a size, one after the other. */
function values(sizeBytes: number): DirectiveHandler {
  return (assembly, statement) => {
    do {
      const expression = assembly.readExpression(statement);
      if (expression === undefined || !assembly.hasRoom(statement, sizeBytes)) return;
      assembly.mark(statement.at);
      assembly.deferred.push({
        kind: "data",
        place: assembly.place,
        sizeBytes,
        expression,
        list: statement.list,
      });
      assembly.section.append(new Uint8Array(sizeBytes), "data");
    } while (statement.reader.accept(","));
    assembly.expectEnd(statement);
  };
}

/** Words of code, aligned as instructions are. */
const instructionWords: DirectiveHandler = (assembly, statement) => {
  do {
    const value = assembly.readNumber(statement);
    if (value === undefined || !assembly.hasRoom(statement, 8)) return;
    if (value < -(1n << 31n) || value >= 1n << 32n) {
      assembly.error(statement, "WS617", statement.at, `${value} is no 32-bit word`);
      return;
    }
    alignForInstruction(assembly);
    assembly.mark(statement.at);
    const offset = assembly.section.length;
    assembly.section.append(new Uint8Array(4), "code");
    assembly.section.put(offset, value, 4);
  } while (statement.reader.accept(","));
  assembly.expectEnd(statement);
};

/** Instructions lie on multiples of 4, also after data that ends between them. */
export function alignForInstruction(assembly: Assembly): void {
  assembly.section.requireAlignment(4);
  assembly.section.append(new Uint8Array(assembly.section.padding(4)), "data");
}

function strings(ending: readonly number[]): DirectiveHandler {
  return (assembly, statement) => {
    do {
      // Strings that follow each other without a comma are one.
      const bytes: number[] = [];
      if (statement.reader.peek.kind !== "string") {
        assembly.error(statement, "WS619", statement.reader.peek.at, `${statement.name} takes strings`);
        return;
      }
      while (statement.reader.peek.kind === "string") {
        const { text } = statement.reader.next();
        for (let i = 0; i < text.length; i++) bytes.push(text.charCodeAt(i) & 0xff);
        bytes.push(...ending);
      }
      if (!assembly.hasRoom(statement, bytes.length)) return;
      assembly.mark(statement.at);
      assembly.section.append(bytes, "data");
    } while (statement.reader.accept(","));
    assembly.expectEnd(statement);
  };
}

/** `.space size, fill` */
const space: DirectiveHandler = (assembly, statement) => {
  const size = assembly.readNumber(statement);
  const fill = size !== undefined && statement.reader.accept(",") ? assembly.readNumber(statement) : 0n;
  if (size === undefined || fill === undefined || !assembly.expectEnd(statement)) return;
  append(assembly, statement, size, Number(BigInt.asUintN(8, fill)));
};

/** `.fill repeat, size, value` */
const fill: DirectiveHandler = (assembly, statement) => {
  const repeat = assembly.readNumber(statement);
  const size = repeat !== undefined && statement.reader.accept(",") ? assembly.readNumber(statement) : 1n;
  const value = size !== undefined && statement.reader.accept(",") ? assembly.readNumber(statement) : 0n;
  if (repeat === undefined || size === undefined || value === undefined || !assembly.expectEnd(statement))
    return;
  if (size < 0n || size > 8n || repeat < 0n) {
    assembly.error(
      statement,
      "WS619",
      statement.at,
      `.fill of ${repeat} times ${size} bytes is out of range`,
    );
    return;
  }
  if (!assembly.hasRoom(statement, Number(repeat * size))) return;
  assembly.mark(statement.at);
  // GNU as takes the value's low 32 bits and fills an eight-byte unit up with zeros.
  const unit = Array.from({ length: Number(size) }, (_, i) =>
    i < 4 ? Number((BigInt.asUintN(32, value) >> BigInt(8 * i)) & 0xffn) : 0,
  );
  assembly.section.append(Array.from({ length: Number(repeat) }, () => unit).flat(), "data");
};

function append(assembly: Assembly, statement: Statement, size: bigint, byte: number): void {
  if (size < 0n) {
    assembly.error(
      statement,
      "WS619",
      statement.at,
      `${statement.name} of ${size} bytes: a size cannot be negative`,
    );
    return;
  }
  if (size > BigInt(Number.MAX_SAFE_INTEGER) || !assembly.hasRoom(statement, Number(size))) {
    if (size > BigInt(Number.MAX_SAFE_INTEGER)) {
      assembly.error(statement, "WS615", statement.at, `${size} bytes are more than a section may hold`);
    }
    return;
  }
  assembly.mark(statement.at);
  assembly.section.append(new Uint8Array(Number(size)).fill(byte), "data");
}

/** Directives that put bytes into the section. */
export const dataDirectives: Readonly<Record<string, DirectiveHandler>> = {
  ".byte": values(1),
  ".hword": values(2),
  ".short": values(2),
  ".2byte": values(2),
  ".word": values(4),
  ".long": values(4),
  ".int": values(4),
  ".4byte": values(4),
  ".quad": values(8),
  ".xword": values(8),
  ".dword": values(8),
  ".8byte": values(8),
  ".inst": instructionWords,
  ".ascii": strings([]),
  ".asciz": strings([0]),
  ".string": strings([0]),
  ".space": space,
  ".skip": space,
  ".zero": space,
  ".fill": fill,
};
