import type { Related } from "../../core/diagnostic.js";
import type { SourceRef } from "../../core/source-ref.js";
import type { Report } from "../report.js";
import type { SourceLine } from "./source-line.js";

/**
 * A piece of a statement: text[start … end) of its line. text: as written; of a string, what it stands for in bytes (each character
 * 0 … 255). value: of a number or a character.
 */
export class Token {
  constructor(
    readonly line: SourceLine,
    readonly kind: "name" | "number" | "float" | "label" | "string" | "mark" | "end",
    readonly text: string,
    readonly start: number,
    readonly end: number,
    readonly value = 0n,
  ) {}

  /** Where it was written; made when it is asked for, which is for few. Of the end, the character that would follow. */
  get at(): SourceRef {
    return this.kind === "end" ? this.line.at(this.start) : this.line.at(this.start, this.end);
  }
}

/** The end of a line's tokens, at an index of its text. */
export function endToken(line: SourceLine, at: number): Token {
  return new Token(line, "end", "", at, at);
}

const NAME = /[A-Za-z_.$][A-Za-z0-9_.$]*/y;
const NUMBER = /0[xX][0-9A-Fa-f]+|0[bB][01]+|[0-9]+[fb](?![0-9A-Za-z_.$])|[0-9]+/y;
const FLOAT = /[0-9]+\.[0-9]+(?:[eE][-+]?[0-9]+)?/y;
const MARK = /<<|>>|<=|>=|==|!=|<>|&&|\|\||[-+*/%~!|&^<>()[\]{},:#=@\\;?]/y;
const ESCAPES: Readonly<Record<string, number>> = {
  b: 8,
  t: 9,
  n: 10,
  f: 12,
  r: 13,
  '"': 34,
  "\\": 92,
  "'": 39,
};

/** A statement's tokens, with an "end" token last that stands just after them. */
export interface TokenList {
  readonly tokens: readonly Token[];
  readonly end: Token;
  readonly via: readonly Related[];
  /** Whether something in it was no token: what it says is then not known. */
  readonly broken: boolean;
}

/**
 * The tokens of a line.
 * Errors: WS616 a character that starts no token, a number past 64 bits, a string with an unknown escape.
 */
export function tokenize(line: SourceLine, report: Report): TokenList {
  const tokens: Token[] = [];
  const before = report.diagnostics.length;
  const text = line.text;
  let at = 0;
  while (at < text.length) {
    const char = text[at] ?? "";
    if (/\s/.test(char)) {
      at++;
      continue;
    }
    const token =
      char === '"'
        ? readString(line, at, report)
        : char === "'"
          ? readCharacter(line, at, report)
          : readPlain(line, at, report);
    if (token === undefined) {
      report.error(
        "WS616",
        line.at(at),
        `${JSON.stringify(char)} starts nothing that the assembler knows`,
        line.via,
      );
      break;
    }
    tokens.push(token);
    at = token.end;
  }
  const stop = text.trimEnd().length;
  return {
    tokens,
    end: endToken(line, stop),
    via: line.via,
    broken: report.diagnostics.length > before,
  };
}

/** A name that was found otherwise: text[start … end) of a line. */
export function nameToken(line: SourceLine, start: number, end: number): Token {
  return new Token(line, "name", line.text.slice(start, end), start, end);
}

/** What a pattern finds at a place; undefined for nothing. */
function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? text.slice(at, pattern.lastIndex) : undefined;
}

/** A number, a name or a mark: the first character tells which. */
function readPlain(line: SourceLine, at: number, report: Report): Token | undefined {
  const name = matchAt(NAME, line.text, at);
  if (name !== undefined) return new Token(line, "name", name, at, at + name.length);
  const mark = matchAt(MARK, line.text, at);
  if (mark !== undefined) return new Token(line, "mark", mark, at, at + mark.length);
  const float = matchAt(FLOAT, line.text, at);
  if (float !== undefined) return new Token(line, "float", float, at, at + float.length);
  const number = matchAt(NUMBER, line.text, at);
  return number === undefined ? undefined : readNumber(line, at, number, report);
}

function readNumber(line: SourceLine, at: number, text: string, report: Report): Token {
  const end = at + text.length;
  if (/^[0-9]+[fb]$/.test(text)) return new Token(line, "label", text, at, end);
  const octal = /^0[0-9]+$/.test(text);
  const wrong = (message: string): Token => {
    report.error("WS616", line.at(at, end), message, line.via);
    return new Token(line, "number", text, at, end);
  };
  if (octal && /[89]/.test(text)) return wrong(`${text} starts like an octal number and has a digit past 7`);
  if (/[A-Za-z0-9_$]/.test(line.text[end] ?? ""))
    return wrong(`a number cannot be followed by "${line.text[end]}"`);
  const value = BigInt(octal ? `0o${text.slice(1)}` : text);
  if (value >= 1n << 64n) return wrong(`${text} needs more than 64 bits`);
  return new Token(line, "number", text, at, end, value);
}

/** The characters up to the closing quote, or to the line's end where it is missing (reported earlier). */
function readString(line: SourceLine, start: number, report: Report): Token {
  let text = "";
  let at = start + 1;
  while (at < line.text.length && line.text[at] !== '"') {
    const next =
      line.text[at] === "\\"
        ? readEscape(line, at, report)
        : { bytes: utf8(line.text, at), end: at + codeUnits(line.text, at) };
    text += next.bytes;
    at = next.end;
  }
  return new Token(line, "string", text, start, Math.min(at + 1, line.text.length));
}

function codeUnits(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function utf8(text: string, at: number): string {
  const bytes = new TextEncoder().encode(String.fromCodePoint(text.codePointAt(at) ?? 0));
  return String.fromCharCode(...bytes);
}

function readEscape(line: SourceLine, at: number, report: Report): { bytes: string; end: number } {
  const hex = /\\[xX]([0-9A-Fa-f]+)/y;
  hex.lastIndex = at;
  const asHex = hex.exec(line.text);
  if (asHex !== null) {
    const value = Number.parseInt((asHex[1] ?? "").slice(-2), 16);
    return { bytes: String.fromCharCode(value), end: hex.lastIndex };
  }
  const octal = /\\([0-7]{1,3})/y;
  octal.lastIndex = at;
  const asOctal = octal.exec(line.text);
  if (asOctal !== null) {
    return { bytes: String.fromCharCode(Number.parseInt(asOctal[1] ?? "", 8) & 0xff), end: octal.lastIndex };
  }
  const value = ESCAPES[line.text[at + 1] ?? ""];
  if (value === undefined) {
    report.error("WS616", line.at(at, at + 2), `"\\${line.text[at + 1] ?? ""}" is no escape`, line.via);
  }
  return { bytes: String.fromCharCode(value ?? 0), end: at + 2 };
}

function readCharacter(line: SourceLine, start: number, report: Report): Token | undefined {
  if (start + 1 >= line.text.length) return undefined;
  const escaped = line.text[start + 1] === "\\";
  const read = escaped
    ? readEscape(line, start + 1, report)
    : { bytes: utf8(line.text, start + 1), end: start + 1 + codeUnits(line.text, start + 1) };
  const end = line.text[read.end] === "'" ? read.end + 1 : read.end;
  return new Token(line, "number", line.text.slice(start, end), start, end, BigInt(read.bytes.charCodeAt(0)));
}
