import type { Assembly, Statement } from "../assembly.js";
import { writeLiterals } from "../literals.js";
import type { SectionFlags } from "../object/object-code.js";
import type { DirectiveHandler } from "./index.js";

const LARGEST_ALIGNMENT_BITS = 16n;

/** `.align n` and `.p2align n` take a power, `.balign n` bytes; then the fill and the most bytes to skip. */
function align(inBytes: boolean): DirectiveHandler {
  return (assembly, statement) => {
    const given = statement.reader.atEnd ? 0n : assembly.readNumber(statement);
    const read = given === undefined ? undefined : readFillAndMost(assembly, statement);
    if (given === undefined || read === undefined || !assembly.expectEnd(statement)) return;
    const bits = inBytes ? powerOf(given) : given;
    if (bits === undefined || bits < 0n || bits > LARGEST_ALIGNMENT_BITS) {
      const range = inBytes
        ? `a power of two up to ${1n << LARGEST_ALIGNMENT_BITS}`
        : `0 to ${LARGEST_ALIGNMENT_BITS}`;
      assembly.error(
        statement,
        "WS619",
        statement.at,
        `${statement.name} ${given} is out of range: ${range}`,
      );
      return;
    }
    const bytes = 2 ** Number(bits);
    const section = assembly.section;
    if (!assembly.hasRoom(statement, bytes)) return;
    section.requireAlignment(bytes);
    if (read.most > 0n && BigInt(section.padding(bytes)) > read.most) return;
    assembly.mark(statement.at);
    if (read.fill === undefined && section.flags.execute) section.padWithCode(bytes);
    else
      section.append(
        new Uint8Array(section.padding(bytes)).fill(Number(BigInt.asUintN(8, read.fill ?? 0n))),
        "data",
      );
  };
}

function powerOf(bytes: bigint): bigint | undefined {
  if (bytes === 0n) return 0n;
  const bits = BigInt(bytes.toString(2).length - 1);
  return bytes > 0n && 1n << bits === bytes ? bits : undefined;
}

function readFillAndMost(
  assembly: Assembly,
  statement: Statement,
): { fill: bigint | undefined; most: bigint } | undefined {
  if (!statement.reader.accept(",")) return { fill: undefined, most: 0n };
  const hasFill = !statement.reader.isMark(",") && !statement.reader.atEnd;
  const fill = hasFill ? assembly.readNumber(statement) : undefined;
  if (hasFill && fill === undefined) return undefined;
  if (!statement.reader.accept(",")) return { fill, most: 0n };
  const most = assembly.readNumber(statement);
  return most === undefined ? undefined : { fill, most };
}

const STANDARD: Readonly<Record<string, SectionFlags>> = {
  ".text": { alloc: true, write: false, execute: true, nobits: false },
  ".data": { alloc: true, write: true, execute: false, nobits: false },
  ".bss": { alloc: true, write: true, execute: false, nobits: true },
  ".rodata": { alloc: true, write: false, execute: false, nobits: false },
};

function standardSection(name: string): DirectiveHandler {
  return (assembly, statement) => {
    const flags = STANDARD[name];
    if (flags !== undefined && assembly.expectEnd(statement))
      assembly.enter(assembly.openSection(name, flags));
  };
}

/** `.section name, "flags", %type`; true when the section was entered. */
function enterSection(assembly: Assembly, statement: Statement): boolean {
  const token = statement.reader.next();
  if (token.kind !== "name" && token.kind !== "string") {
    assembly.error(statement, "WS619", token.at, `${statement.name} takes a name`);
    return false;
  }
  // A name may hold marks that split it into tokens, such as the "-" of .note.GNU-stack.
  let name = token.text;
  let end = token.end;
  while (
    token.kind === "name" &&
    statement.reader.peek.start === end &&
    !statement.reader.isMark(",") &&
    !statement.reader.atEnd
  ) {
    const part = statement.reader.next();
    name += part.text;
    end = part.end;
  }
  const flags = readFlags(assembly, statement, name);
  if (flags === undefined || !assembly.expectEnd(statement)) return false;
  const known = assembly.sections.get(name);
  if (known !== undefined && flags.given && JSON.stringify(known.flags) !== JSON.stringify(flags.flags)) {
    assembly.error(statement, "WS619", token.at, `the section ${name} was opened with other flags before`);
    return false;
  }
  assembly.enter(assembly.openSection(name, flags.flags));
  return true;
}

function readFlags(
  assembly: Assembly,
  statement: Statement,
  name: string,
): { flags: SectionFlags; given: boolean } | undefined {
  const root = /^\.[a-z]+/.exec(name)?.[0] ?? "";
  const byName = STANDARD[root] ?? { alloc: false, write: false, execute: false, nobits: false };
  if (!statement.reader.accept(",")) return { flags: byName, given: false };
  const token = statement.reader.next();
  const letters = token.kind === "string" && /^[awx]*$/.test(token.text) ? token.text : undefined;
  if (letters === undefined) {
    assembly.error(statement, "WS619", token.at, `${token.text} is no string of the flags a, w and x`);
    return undefined;
  }
  const nobits = readType(assembly, statement);
  if (nobits === undefined) return undefined;
  const flags = {
    alloc: letters.includes("a"),
    write: letters.includes("w"),
    execute: letters.includes("x"),
    nobits: nobits ?? byName.nobits,
  };
  return { flags, given: true };
}

/** Whether `, %nobits` is written; false for `%progbits` and for nothing; undefined after an error. */
function readType(assembly: Assembly, statement: Statement): boolean | undefined {
  if (!statement.reader.accept(",")) return false;
  if (!statement.reader.accept("%")) statement.reader.accept("@");
  const token = statement.reader.next();
  if (token.text === "nobits" || token.text === "progbits" || token.text === "note")
    return token.text === "nobits";
  assembly.error(statement, "WS619", token.at, `"${token.text}" is not %progbits, %nobits or %note`);
  return undefined;
}

const section: DirectiveHandler = (assembly, statement) => {
  enterSection(assembly, statement);
};

const pushSection: DirectiveHandler = (assembly, statement) => {
  const { name } = assembly.section;
  const previous = assembly.previousSection?.name;
  if (enterSection(assembly, statement)) assembly.sectionStack.push({ current: name, previous });
};

const popSection: DirectiveHandler = (assembly, statement) => {
  const saved = assembly.sectionStack.pop();
  const back = saved === undefined ? undefined : assembly.sections.get(saved.current);
  if (saved === undefined || back === undefined) {
    assembly.error(statement, "WS609", statement.at, "this .popsection has no .pushsection");
    return;
  }
  if (!assembly.expectEnd(statement)) return;
  assembly.section = back;
  assembly.previousSection = saved.previous === undefined ? undefined : assembly.sections.get(saved.previous);
};

const previousSection: DirectiveHandler = (assembly, statement) => {
  const back = assembly.previousSection;
  if (back === undefined)
    assembly.error(statement, "WS619", statement.at, "there is no section before this one");
  else if (assembly.expectEnd(statement)) assembly.enter(back);
};

const literals: DirectiveHandler = (assembly, statement) => {
  if (assembly.expectEnd(statement)) writeLiterals(assembly, assembly.section);
};

/** `.org offset, fill` moves on to an offset of the section. */
const origin: DirectiveHandler = (assembly, statement) => {
  const expression = assembly.readExpression(statement);
  const target = expression === undefined ? undefined : assembly.offsetInSection(statement, expression);
  const fill = target !== undefined && statement.reader.accept(",") ? assembly.readNumber(statement) : 0n;
  if (target === undefined || fill === undefined || !assembly.expectEnd(statement)) return;
  const distance = target - BigInt(assembly.section.length);
  if (distance < 0n) {
    assembly.error(
      statement,
      "WS619",
      statement.at,
      `.org goes back, from ${assembly.section.length} to ${target}`,
    );
    return;
  }
  if (distance > BigInt(Number.MAX_SAFE_INTEGER) || !assembly.hasRoom(statement, Number(distance))) return;
  assembly.mark(statement.at);
  assembly.section.append(new Uint8Array(Number(distance)).fill(Number(BigInt.asUintN(8, fill))), "data");
};

/** Directives that choose the section and the place in it. */
export const layoutDirectives: Readonly<Record<string, DirectiveHandler>> = {
  ".align": align(false),
  ".p2align": align(false),
  ".balign": align(true),
  ".text": standardSection(".text"),
  ".data": standardSection(".data"),
  ".bss": standardSection(".bss"),
  ".section": section,
  ".pushsection": pushSection,
  ".popsection": popSection,
  ".previous": previousSection,
  ".ltorg": literals,
  ".pool": literals,
  ".org": origin,
};
