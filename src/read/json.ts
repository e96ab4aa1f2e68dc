import { type Result, resultOf } from "../core/result.js";
import { JsonCursor, Lost, WORD } from "./json-cursor.js";
import {
  type JsonMember,
  type JsonNode,
  type JsonString,
  placeOf,
  placeOfSpan,
  sourceOf,
} from "./json-node.js";
import { scanNumber } from "./json-number.js";
import { scanString } from "./json-string.js";

/** Deepest nesting of arrays and objects that a document may have. */
export const DEPTH_LIMIT = 200;

/**
 * The value of a JSON text, each node with its place.
 * Errors: WS010 syntax; WS011 duplicate key; WS012 text after the value; WS013 number that is no integer below
 * 2^53; WS014 byte order mark; WS015 bad escape, control character or half a surrogate pair; WS016 nesting
 * deeper than 200. Several are reported where reading can go on.
 * Source: RFC 8259, with I-JSON's restrictions (RFC 7493).
 */
export function parseJson(file: string, text: string): Result<JsonNode> {
  const parser = new Parser(sourceOf(file, text));
  const node = parser.document();
  return resultOf(parser.diagnostics, () => node ?? unreachable());
}

function unreachable(): never {
  throw new Error("a JSON text without value and without problem");
}

class Parser extends JsonCursor {
  private depth = 0;

  document(): JsonNode | undefined {
    const { text } = this.source;
    if (text.charCodeAt(0) === 0xfeff) {
      this.report("WS014", 0, 1, "byte order mark at the start of the text", {
        hint: "save the file as UTF-8 without one",
      });
      this.at = 1;
    }
    try {
      this.space();
      if (this.at >= text.length) this.lose("the document is empty; expected a value");
      const node = this.value("a value");
      this.space();
      if (this.at < text.length) {
        const related = [
          { at: placeOfSpan(this.source, node.end - 1, node.end), message: "the document ends here" },
        ];
        this.mismatch("WS012", `${this.found()} after the end of the document`, related);
      }
      return node;
    } catch (error) {
      if (error instanceof Lost) return undefined;
      throw error;
    }
  }

  private value(expected: string): JsonNode {
    const start = this.at;
    const { source } = this;
    switch (source.text[start]) {
      case "{":
        return this.nested(() => this.object());
      case "[":
        return this.nested(() => this.array());
      case '"':
        return this.string();
      default:
        return this.number() ?? this.word(expected);
    }
  }

  private nested(read: () => JsonNode): JsonNode {
    this.depth++;
    if (this.depth > DEPTH_LIMIT) {
      this.report("WS016", this.at, 1, `nesting deeper than ${DEPTH_LIMIT} levels`);
      throw new Lost();
    }
    const node = read();
    this.depth--;
    return node;
  }

  private array(): JsonNode {
    const start = this.at++;
    const items: JsonNode[] = [];
    this.list(start, "]", () => items.push(this.value('a value or "]"')));
    return { kind: "array", source: this.source, start, end: this.at, items };
  }

  private object(): JsonNode {
    const start = this.at++;
    const members = new Map<string, JsonMember>();
    this.list(start, "}", () => this.member(members));
    return { kind: "object", source: this.source, start, end: this.at, members: [...members.values()] };
  }

  private member(members: Map<string, JsonMember>): void {
    if (this.source.text[this.at] !== '"') {
      const bare = this.match(WORD);
      const hint =
        bare === undefined ? {} : { hint: `keys are written with quotes: ${JSON.stringify(bare)}` };
      this.lose(`expected a key or "}" but found ${this.found()}`, hint);
    }
    const key = this.string();
    this.space();
    if (this.source.text[this.at] !== ":") this.lose(`expected ":" after the key but found ${this.found()}`);
    this.at++;
    this.space();
    const value = this.value("a value");
    const first = members.get(key.value);
    if (first === undefined) members.set(key.value, { key, value });
    else
      this.report(
        "WS011",
        key.start,
        key.end - key.start,
        `key ${JSON.stringify(key.value)} is written twice in one object`,
        {
          related: [{ at: placeOf(first.key), message: "first written here" }],
          hint: "remove one; readers of JSON disagree about which of them counts",
        },
      );
  }

  /** Items between start's bracket and close. Missing and trailing commas are reported and read over. */
  private list(start: number, close: "]" | "}", item: () => void): void {
    const { text } = this.source;
    const level = this.indentation.open(start);
    this.space();
    if (text[this.at] === close) {
      this.at++;
      return;
    }
    for (;;) {
      this.indentation.item(level, this.at);
      item();
      const itemEnd = this.at;
      this.space();
      const next = text[this.at];
      if (next === close) break;
      if (next === ",") {
        const comma = this.at++;
        this.space();
        if (text[this.at] !== close) continue;
        this.report("WS010", comma, 1, `comma before "${close}"`, {
          hint: "JSON has no trailing commas: remove it",
        });
        break;
      }
      const startsItem = close === "}" ? next === '"' : next === '"' || next === "{" || next === "[";
      if (!startsItem || this.followedByColon(close)) {
        const opened = placeOfSpan(this.source, start, start + 1);
        const related = [{ at: opened, message: `"${close}" would close this` }];
        this.mismatch("WS010", `expected "," or "${close}" but found ${this.found()}`, related);
      }
      this.report("WS010", itemEnd - 1, 1, `expected "," or "${close}" after this`, {
        related: [
          { at: placeOfSpan(this.source, this.at, this.at + 1), message: "the next item starts here" },
        ],
      });
    }
    this.indentation.close(level, this.at);
    this.at++;
  }

  /** In an array: whether a string is really a key, the object's brace having been lost. */
  private followedByColon(close: string): boolean {
    if (close === "}" || this.source.text[this.at] !== '"') return false;
    const after = /[ \t\r\n]*/y;
    after.lastIndex = scanString(this.source.text, this.at).end;
    after.test(this.source.text);
    return this.source.text[after.lastIndex] === ":";
  }

  private string(): JsonString {
    const start = this.at;
    const { value, end, closed, problems } = scanString(this.source.text, start);
    for (const { offset, length, message, hint } of problems)
      this.report("WS015", offset, length, message, hint === undefined ? {} : { hint });
    if (!closed) this.lose("string without an end on its line");
    this.at = end;
    return { kind: "string", source: this.source, start, end, value };
  }

  private number(): JsonNode | undefined {
    const start = this.at;
    const scanned = scanNumber(this.source.text, start);
    if (scanned === undefined) return undefined;
    const { value, end, problem } = scanned;
    this.at = end;
    if (problem !== undefined) {
      const { code, message, hint } = problem;
      this.report(code, start, end - start, message, hint === undefined ? {} : { hint });
    }
    return { kind: "number", source: this.source, start, end, value };
  }

  private word(expected: string): JsonNode {
    const { source } = this;
    const start = this.at;
    const word = this.match(WORD);
    const end = start + (word?.length ?? 0);
    if (word === "true" || word === "false") {
      this.at = end;
      return { kind: "boolean", source, start, end, value: word === "true" };
    }
    if (word !== "null") {
      const hint =
        word === undefined ? {} : { hint: `a text is written with quotes: ${JSON.stringify(word)}` };
      const message = `expected ${expected} but found ${this.found()}`;
      const quoted = this.source.text[start] === "'" ? { hint: "a text is written with double quotes" } : {};
      if (word === undefined) this.lose(message, quoted);
      this.report("WS010", start, word.length, message, hint);
    }
    this.at = end;
    return { kind: "null", source, start, end };
  }
}
