import type { Related } from "../../core/diagnostic.js";
import type { SourceRef } from "../../core/source-ref.js";
import type { Report } from "../report.js";
import { type Definition, expandDefinitions, parseDefinition } from "./definitions.js";
import { C_PRECEDENCE, parseExpression } from "./expression.js";
import { evaluateCondition } from "./preprocess-condition.js";
import type { SourceLine } from "./source-line.js";
import { splitLines } from "./split-lines.js";
import { TokenReader } from "./token-reader.js";
import { tokenize } from "./tokens.js";

/** What every C compiler for AArch64 defines as 1 for a .S file and a source may ask for. */
const PREDEFINED = ["__ASSEMBLER__", "__aarch64__", "__AARCH64EL__", "__LP64__", "_LP64", "__ELF__"];

/** A file's name, as it is reported, and its text. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** What the preprocessor is given besides the text. readInclude: the file that `#include "name"` in `from` means. */
export interface PreprocessOptions {
  readonly readInclude: (name: string, from: string) => SourceText | undefined;
  readonly defines: ReadonlyMap<string, string>;
}

const DEEPEST_INCLUDE = 64;
const MOST_LINES = 1_000_000;

interface OpenCondition {
  readonly at: SourceRef;
  readonly name: string;
  /** Whether lines are kept now, whether a branch was kept already, whether the lines around are kept. */
  active: boolean;
  taken: boolean;
  readonly outer: boolean;
  elseAt?: SourceRef;
}

/**
 * The lines of a file with includes put in, conditions decided, definitions expanded and directives removed.
 * The subset of C's preprocessor that assembly needs: #include "…", #define (also with parameters), #undef,
 * #if, #ifdef, #ifndef, #elif, #else, #endif, #error.
 * Errors: WS609 a condition without its end; WS612 an unknown directive or a malformed definition or call;
 * WS613 an include that cannot be read or includes itself; WS615 limits.
 */
export function preprocess(source: SourceText, options: PreprocessOptions, report: Report): SourceLine[] {
  return new Preprocessor(options, report).run(source);
}

class Preprocessor {
  readonly #definitions = new Map<string, Definition>();
  readonly #options: PreprocessOptions;
  readonly #report: Report;
  readonly #lines: SourceLine[] = [];

  constructor(options: PreprocessOptions, report: Report) {
    this.#options = options;
    this.#report = report;
    // As GNU cpp does for assembly.
    for (const name of PREDEFINED) this.#definitions.set(name, { parameters: undefined, body: "1" });
    for (const [name, body] of options.defines) this.#definitions.set(name, { parameters: undefined, body });
  }

  run(source: SourceText): SourceLine[] {
    this.#file(source, []);
    return this.#lines;
  }

  #file(source: SourceText, via: readonly Related[]): void {
    const open: OpenCondition[] = [];
    for (const plain of splitLines(source.file, source.text, this.#report)) {
      if (this.#lines.length > MOST_LINES) {
        this.#report.error("WS615", plain.at(0), `the text has more than ${MOST_LINES} lines`, via);
        return;
      }
      const [from, ...outer] = via;
      const line = from === undefined ? plain : plain.expandedFrom(from, outer);
      const directive = /^\s*#/.test(line.text) ? /^\s*#\s*([A-Za-z_]\w*)?/.exec(line.text) : null;
      if (directive !== null) this.#directive(line, directive[1], directive[0].length, open, via);
      else if (open.every((c) => c.active))
        this.#lines.push(expandDefinitions(line, this.#definitions, this.#report));
    }
    for (const condition of open) {
      this.#report.error("WS609", condition.at, `this #${condition.name} has no #endif`, via);
    }
  }

  #directive(
    line: SourceLine,
    name: string | undefined,
    end: number,
    open: OpenCondition[],
    via: readonly Related[],
  ): void {
    const start = line.text.indexOf("#");
    const at = line.at(start, end);
    if (this.#condition(line, name ?? "", end, at, open)) return;
    if (!open.every((c) => c.active)) return;
    const rest = line.slice(end);
    // A line marker of a text that was preprocessed before (`# 12 "file"`), or a lone #.
    if (name === undefined && /^\s*(\d+(\s.*)?)?$/.test(rest.text)) return;
    switch (name) {
      case "define":
        this.#define(rest);
        return;
      case "undef":
        this.#undefine(rest);
        return;
      case "include":
        this.#include(rest, via);
        return;
      case "error":
        this.#report.error("WS612", at, `#error ${rest.text.trim()}`, line.via);
        return;
      default: {
        const what =
          name === undefined ? "this # starts no directive" : `there is no directive #${name} here`;
        this.#report.error("WS612", at, what, line.via, "comments start with //");
      }
    }
  }

  #define(rest: SourceLine): void {
    const parsed = parseDefinition(rest, this.#report);
    if (parsed === undefined) return;
    const before = this.#definitions.get(parsed.name);
    const { parameters, body } = parsed.definition;
    if (before !== undefined && (before.body !== body || before.parameters?.join() !== parameters?.join())) {
      const related = before.at === undefined ? [] : [{ at: before.at, message: "first defined here" }];
      const message = `${parsed.name} is defined already, as "${before.body}"`;
      this.#report.error("WS612", rest.at(rest.text.search(/\S/)), message, [...related, ...rest.via]);
      return;
    }
    this.#definitions.set(parsed.name, parsed.definition);
  }

  #undefine(rest: SourceLine): void {
    const name = /^\s*([A-Za-z_]\w*)\s*$/.exec(rest.text)?.[1];
    if (name === undefined) this.#report.error("WS612", rest.at(0), "#undef takes one name", rest.via);
    else this.#definitions.delete(name);
  }

  #include(rest: SourceLine, via: readonly Related[]): void {
    const name = /^\s*(?:"([^"]+)"|<([^>]+)>)\s*$/.exec(rest.text);
    const at = rest.at(rest.text.search(/\S|$/), rest.text.trimEnd().length);
    if (name === null) {
      this.#report.error("WS613", at, '#include takes "file" or <file>', rest.via);
      return;
    }
    const wanted = name[1] ?? name[2] ?? "";
    if (via.length >= DEEPEST_INCLUDE) {
      this.#report.error(
        "WS613",
        at,
        `${wanted} is included more than ${DEEPEST_INCLUDE} levels deep`,
        rest.via,
      );
      return;
    }
    const source = this.#options.readInclude(wanted, rest.file);
    if (source === undefined)
      this.#report.error("WS613", at, `there is no file ${wanted} to include`, rest.via);
    else this.#file(source, [{ at, message: "included from here" }, ...via]);
  }

  /** Whether the directive is one of the conditions, which are followed even in lines that are left out. */
  #condition(line: SourceLine, name: string, end: number, at: SourceRef, open: OpenCondition[]): boolean {
    const outer = open.every((c) => c.active);
    const last = open.at(-1);
    if (name === "if" || name === "ifdef" || name === "ifndef") {
      const holds = outer && this.#holds(line, name, end);
      open.push({ at, name, active: holds, taken: holds, outer });
      return true;
    }
    if (name !== "elif" && name !== "else" && name !== "endif") return false;
    if (last === undefined) this.#report.error("WS609", at, `this #${name} has no #if`, line.via);
    else if (name === "endif") open.pop();
    else if (last.elseAt !== undefined) {
      const related = [{ at: last.elseAt, message: "the #else is here" }, ...line.via];
      this.#report.error("WS609", at, `this #${name} comes after the #else of its #${last.name}`, related);
    } else {
      if (name === "else") last.elseAt = at;
      const holds = last.outer && !last.taken && (name === "else" || this.#holds(line, "if", end));
      last.active = holds;
      last.taken ||= holds;
    }
    return true;
  }

  #holds(line: SourceLine, name: "if" | "ifdef" | "ifndef", end: number): boolean {
    const rest = line.slice(end);
    if (name !== "if") {
      const wanted = /^\s*([A-Za-z_]\w*)\s*$/.exec(rest.text)?.[1];
      if (wanted === undefined) this.#report.error("WS612", rest.at(0), `#${name} takes one name`, line.via);
      return wanted !== undefined && this.#definitions.has(wanted) === (name === "ifdef");
    }
    const asked = this.#withDefinedAnswered(rest);
    const expanded = expandDefinitions(asked, this.#definitions, this.#report);
    const reader = new TokenReader(tokenize(expanded, this.#report));
    const expression = parseExpression(reader, this.#report, C_PRECEDENCE);
    if (expression === undefined) return false;
    if (!reader.atEnd) {
      this.#report.error(
        "WS610",
        reader.peek.at,
        `"${reader.peek.text}" does not belong to the condition`,
        line.via,
      );
      return false;
    }
    return evaluateCondition(expression, this.#report, line.via) !== 0n;
  }

  /** `defined(NAME)` and `defined NAME` as 1 or 0, before the names are expanded. */
  #withDefinedAnswered(line: SourceLine): SourceLine {
    let result = line;
    const pattern = /\bdefined\s*(?:\(\s*([A-Za-z_]\w*)\s*\)|([A-Za-z_]\w*))/;
    for (let found = pattern.exec(result.text); found !== null; found = pattern.exec(result.text)) {
      const answer = this.#definitions.has(found[1] ?? found[2] ?? "") ? "1" : "0";
      result = result.replaced(found.index, found.index + found[0].length, answer);
    }
    return result;
  }
}
