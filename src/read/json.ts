import { type Result, resultOf } from "../core/result.js";
import type { Level } from "./indentation.js";
import { JsonCursor, Lost, WORD } from "./json-cursor.js";
import { type JsonNode, type JsonSource, placeOfSpan, sourceOf } from "./json-node.js";
import { scanNumber } from "./json-number.js";
import { endOfPlainString, scanString } from "./json-string.js";
import { JsonTree, ROW } from "./json-tree.js";
import { nodeOf } from "./tree-nodes.js";

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

/** An array or object whose items are being read. start: of its bracket. */
interface OpenList extends Level {
  readonly start: number;
  readonly close: "]" | "}";
  empty: boolean;
}

/** As many members are looked through for a key; with more they have an index. */
const INDEXED = 12;

class Parser extends JsonCursor {
  private readonly tree: JsonTree;
  private depth = 0;
  /** The rows of the keys of what is open, those of the innermost object last. */
  private readonly keys: number[] = [];

  constructor(source: JsonSource) {
    super(source);
    this.tree = new JsonTree(source);
  }

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
      const row = this.value("a value");
      this.space();
      if (this.at < text.length) {
        const end = this.tree.end(row);
        const related = [{ at: placeOfSpan(this.source, end - 1, end), message: "the document ends here" }];
        this.mismatch("WS012", `${this.found()} after the end of the document`, related);
      }
      return nodeOf(this.tree, row);
    } catch (error) {
      if (error instanceof Lost) return undefined;
      throw error;
    }
  }

  /** The row of a value. */
  private value(expected: string): number {
    switch (this.source.text[this.at]) {
      case "{":
        return this.object();
      case "[":
        return this.array();
      case '"':
        return this.string();
      default:
        return this.number() ?? this.word(expected);
    }
  }

  private array(): number {
    const row = this.tree.open(ROW.array, this.at);
    const list = this.open("]");
    while (this.another(list)) this.value('a value or "]"');
    this.close(list);
    return this.tree.close(row, this.at);
  }

  private object(): number {
    const row = this.tree.open(ROW.object, this.at);
    const list = this.open("}");
    const first = this.keys.length;
    let index: Map<string, number> | undefined;
    while (this.another(list)) {
      const key = this.member();
      if (this.keys.length - first === INDEXED)
        index ??= new Map(this.keys.slice(first).map((earlier) => [this.tree.name(earlier), earlier]));
      const same = index === undefined ? this.sameKey(first, key) : index.get(this.tree.name(key));
      if (same !== undefined) this.reportTwice(key, same);
      this.keys.push(key);
      index?.set(this.tree.name(key), key);
    }
    this.keys.length = first;
    this.close(list);
    return this.tree.close(row, this.at);
  }

  /** The key of the open object, whose first one is said, that has the name of another. */
  private sameKey(first: number, key: number): number | undefined {
    const name = this.tree.name(key);
    for (let i = first; i < this.keys.length; i++) {
      const earlier = this.keys[i];
      if (earlier !== undefined && this.tree.name(earlier) === name) return earlier;
    }
    return undefined;
  }

  private reportTwice(key: number, first: number): void {
    const { tree } = this;
    const message = `key ${JSON.stringify(tree.name(key))} is written twice in one object`;
    const related = [
      { at: placeOfSpan(this.source, tree.start(first), tree.end(first)), message: "first written here" },
    ];
    const hint = "remove one; readers of JSON disagree about which of them counts";
    this.report("WS011", tree.start(key), tree.end(key) - tree.start(key), message, { related, hint });
  }

  /** A member; the row of its key. */
  private member(): number {
    if (this.source.text[this.at] !== '"') {
      const bare = this.match(WORD);
      const hint =
        bare === undefined ? {} : { hint: `keys are written with quotes: ${JSON.stringify(bare)}` };
      this.lose(`expected a key or "}" but found ${this.found()}`, hint);
    }
    const key = this.key();
    this.space();
    if (this.source.text[this.at] !== ":") this.lose(`expected ":" after the key but found ${this.found()}`);
    this.at++;
    this.space();
    this.value("a value");
    return key;
  }

  /** The opening bracket, and what follows it up to the first item. */
  private open(close: "]" | "}"): OpenList {
    this.depth++;
    if (this.depth > DEPTH_LIMIT) {
      this.report("WS016", this.at, 1, `nesting deeper than ${DEPTH_LIMIT} levels`);
      throw new Lost();
    }
    const start = this.at++;
    const opener = this.indentation.open(start);
    this.space();
    return { start, close, opener, items: undefined, empty: true };
  }

  /** Whether an item follows, which is then next. Missing and trailing commas are reported and read over. */
  private another(list: OpenList): boolean {
    const { close } = list;
    const ends = list.empty ? this.source.text[this.at] === close : !this.separated(list);
    if (ends) return false;
    list.empty = false;
    this.indentation.item(list, this.at);
    return true;
  }

  /** What is between an item and the next, or the closing bracket: whether there is a next. */
  private separated({ start, close }: OpenList): boolean {
    const { text } = this.source;
    const itemEnd = this.at;
    this.space();
    const next = text[this.at];
    if (next === close) return false;
    if (next === ",") {
      const comma = this.at++;
      this.space();
      if (text[this.at] !== close) return true;
      this.report("WS010", comma, 1, `comma before "${close}"`, {
        hint: "JSON has no trailing commas: remove it",
      });
      return false;
    }
    const startsItem = close === "}" ? next === '"' : next === '"' || next === "{" || next === "[";
    if (!startsItem || this.followedByColon(close)) {
      const opened = placeOfSpan(this.source, start, start + 1);
      const related = [{ at: opened, message: `"${close}" would close this` }];
      this.mismatch("WS010", `expected "," or "${close}" but found ${this.found()}`, related);
    }
    this.report("WS010", itemEnd - 1, 1, `expected "," or "${close}" after this`, {
      related: [{ at: placeOfSpan(this.source, this.at, this.at + 1), message: "the next item starts here" }],
    });
    return true;
  }

  private close(list: OpenList): void {
    if (!list.empty) this.indentation.close(list, this.at);
    this.at++;
    this.depth--;
  }

  /** In an array: whether a string is really a key, the object's brace having been lost. */
  private followedByColon(close: string): boolean {
    if (close === "}" || this.source.text[this.at] !== '"') return false;
    const after = /[ \t\r\n]*/y;
    after.lastIndex = scanString(this.source.text, this.at).end;
    after.test(this.source.text);
    return this.source.text[after.lastIndex] === ":";
  }

  private key(): number {
    const { source, at: start } = this;
    const end = endOfPlainString(source.text, start);
    if (end === undefined)
      return this.tree.key(start, this.endOfEscaped(), scanString(source.text, start).value);
    this.at = end;
    return this.tree.key(start, end, source.text.slice(start + 1, end - 1));
  }

  private string(): number {
    const { source, at: start } = this;
    const end = endOfPlainString(source.text, start);
    const row = this.tree.open(end === undefined ? ROW.escaped : ROW.string, start);
    this.at = end ?? this.endOfEscaped();
    return this.tree.close(row, this.at);
  }

  /** Moves over a string with escapes or problems, which are reported; its end. */
  private endOfEscaped(): number {
    const { end, closed, problems } = scanString(this.source.text, this.at);
    for (const { offset, length, message, hint } of problems)
      this.report("WS015", offset, length, message, hint === undefined ? {} : { hint });
    if (!closed) this.lose("string without an end on its line");
    this.at = end;
    return end;
  }

  private number(): number | undefined {
    const start = this.at;
    const scanned = scanNumber(this.source.text, start);
    if (scanned === undefined) return undefined;
    const { end, problem } = scanned;
    this.at = end;
    if (problem !== undefined) {
      const { code, message, hint } = problem;
      this.report(code, start, end - start, message, hint === undefined ? {} : { hint });
    }
    return this.tree.close(this.tree.open(ROW.number, start), end);
  }

  private word(expected: string): number {
    const { source } = this;
    const start = this.at;
    const word = this.match(WORD);
    if (word !== "true" && word !== "false" && word !== "null") {
      const hint =
        word === undefined ? {} : { hint: `a text is written with quotes: ${JSON.stringify(word)}` };
      const message = `expected ${expected} but found ${this.found()}`;
      const quoted = source.text[start] === "'" ? { hint: "a text is written with double quotes" } : {};
      if (word === undefined) this.lose(message, quoted);
      this.report("WS010", start, word.length, message, hint);
    }
    this.at = start + (word?.length ?? 0);
    const kind = word === "true" ? ROW.true : word === "false" ? ROW.false : ROW.null;
    return this.tree.close(this.tree.open(kind, start), this.at);
  }
}
