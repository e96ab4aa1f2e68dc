/** A problem inside a string literal. offset: into the text; length in code units. */
export interface StringProblem {
  readonly offset: number;
  readonly length: number;
  readonly message: string;
  readonly hint?: string;
}

/** A string literal of a JSON text. end: offset after the closing quote. closed: false when the line ends first. */
export interface ScannedString {
  readonly value: string;
  readonly end: number;
  readonly closed: boolean;
  readonly problems: readonly StringProblem[];
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);
const NONE: readonly StringProblem[] = [];
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * The offset after the closing quote of the literal whose opening quote is at text[start], when its value is what is written
 * between them; undefined for a literal with escapes or problems, which scanString reads.
 */
export function endOfPlainString(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) return at + 1;
    if (unit === BACKSLASH || unit < 0x20 || (unit >= 0xd800 && unit <= 0xdfff)) break;
  }
  return undefined;
}

/**
 * The string literal whose opening quote is at text[start].
 * Problems: an unknown escape, a control character, half of a surrogate pair.
 * Source: RFC 8259 section 7.
 */
export function scanString(text: string, start: number): ScannedString {
  const problems: StringProblem[] = [];
  let value = "";
  let at = start + 1;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '"')
      return { value, end: at + 1, closed: true, problems: [...problems, ...surrogates(value, start)] };
    if (character === "\n" || character === "\r") break;
    if (character === "\\") {
      const sequence = readEscape(text, at);
      if (sequence.problem !== undefined) problems.push(sequence.problem);
      value += sequence.value;
      at = sequence.end;
      continue;
    }
    if (character < " ") problems.push(controlCharacter(character, at));
    value += character;
    at++;
  }
  return { value, end: at, closed: false, problems };
}

function readEscape(
  text: string,
  at: number,
): { readonly value: string; readonly end: number; readonly problem?: StringProblem } {
  const letter = text.charAt(at + 1);
  const simple = ESCAPES.get(letter);
  if (simple !== undefined) return { value: simple, end: at + 2 };
  if (letter === "u") {
    const digits = text.slice(at + 2, at + 6);
    if (/^[0-9a-fA-F]{4}$/.test(digits))
      return { value: String.fromCharCode(Number.parseInt(digits, 16)), end: at + 6 };
  }
  const problem: StringProblem = {
    offset: at,
    length: letter === "" || letter === "\n" || letter === "\r" ? 1 : 2,
    message: letter === "u" ? "escape \\u needs four hexadecimal digits" : `\\${letter} is no escape of JSON`,
    hint: 'a backslash itself is written "\\\\"',
  };
  return { value: "", end: at + problem.length, problem };
}

function controlCharacter(character: string, at: number): StringProblem {
  const code = character.charCodeAt(0).toString(16).padStart(4, "0");
  return {
    offset: at,
    length: 1,
    message: `control character U+${code.toUpperCase()} in a string`,
    hint: `write it as ${character === "\t" ? '"\\t"' : `"\\u${code}"`}`,
  };
}

function surrogates(value: string, start: number): readonly StringProblem[] {
  if (!LONE_SURROGATE.test(value)) return NONE;
  const message = "string holds half of a surrogate pair, which is no character";
  return [{ offset: start, length: 1, message, hint: "write both halves or the character itself" }];
}
