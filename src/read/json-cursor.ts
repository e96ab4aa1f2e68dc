import type { Diagnostic, Related } from "../core/diagnostic.js";
import { Indentation } from "./indentation.js";
import { type JsonSource, placeOfSpan } from "./json-node.js";

/** After this many problems the rest of a text is not read: it is something else than JSON. */
const PROBLEM_LIMIT = 20;

/** Ends the reading of a text whose structure is lost. */
export class Lost extends Error {}
/** A bare word, such as true. */
export const WORD = /[A-Za-z_$][\w$]*/y;

/** What a message may have besides its place and text. */
interface More {
  readonly related?: readonly Related[];
  readonly hint?: string;
}

/** A place in a JSON text that moves forward, and the problems found on the way. */
export class JsonCursor {
  readonly diagnostics: Diagnostic[] = [];
  protected readonly indentation: Indentation;
  protected at = 0;

  constructor(protected readonly source: JsonSource) {
    this.indentation = new Indentation(source);
  }

  protected space(): void {
    const { text } = this.source;
    for (;;) {
      const unit = text.charCodeAt(this.at);
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) break;
      this.at++;
    }
    if (text[this.at] !== "/") return;
    const next = text[this.at + 1];
    if (next === "/" || next === "*")
      this.lose("JSON has no comments", { hint: 'put the remark into a "doc"' });
  }

  protected match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    return pattern.exec(this.source.text)?.[0];
  }

  /** What stands at the present place, for messages. */
  protected found(): string {
    const { text } = this.source;
    if (this.at >= text.length) return "the end of the text";
    const word = this.match(WORD) ?? String.fromCodePoint(text.codePointAt(this.at) ?? 0);
    return JSON.stringify(word.length > 40 ? `${word.slice(0, 40)}…` : word);
  }

  /** Brackets that do not match: reported where the indentation first shows it, when it does. */
  protected mismatch(code: string, message: string, related: readonly Related[]): never {
    const { text } = this.source;
    const { suspect } = this.indentation;
    const atEnd = this.at >= text.length;
    const start = atEnd ? Math.max(0, text.trimEnd().length - 1) : this.at;
    if (suspect === undefined || suspect >= start) this.report(code, start, 1, message, { related });
    else {
      const noticed = { at: placeOfSpan(this.source, start, start + 1), message: `noticed here: ${message}` };
      const hint = "the indentation differs from here on; a line before may be missing or written twice";
      this.report("WS010", suspect, 1, "brackets do not match", { related: [noticed, ...related], hint });
    }
    throw new Lost();
  }

  protected lose(message: string, more: More = {}): never {
    const { text } = this.source;
    const atEnd = this.at >= text.length;
    const start = atEnd ? Math.max(0, text.trimEnd().length - 1) : this.at;
    this.report("WS010", start, atEnd ? 1 : (this.match(WORD)?.length ?? 1), message, more);
    throw new Lost();
  }

  protected report(code: string, start: number, length: number, message: string, more: More = {}): void {
    const at = placeOfSpan(this.source, start, start + length);
    this.diagnostics.push({ code, severity: "error", at, message, ...more });
    if (this.diagnostics.length >= PROBLEM_LIMIT) throw new Lost();
  }
}
