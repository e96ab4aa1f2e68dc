import type { SourceRef } from "../core/source-ref.js";
import { Conditions } from "./conditions.js";
import { evaluate, isProblem, type Problem } from "./evaluate.js";
import type { FormIndex } from "./instruction.js";
import { LiteralPool, type LiteralSize } from "./literal-pool.js";
import type { Macro } from "./macros.js";
import type { RelocationType, SectionFlags } from "./object/object-code.js";
import type { Sysregs } from "./operands/codec.js";
import type { Report } from "./report.js";
import { Section } from "./section.js";
import type { StatementSource } from "./statement-source.js";
import { type Place, Symbols } from "./symbols.js";
import { type Expression, parseExpression } from "./text/expression.js";
import type { SourceLine } from "./text/source-line.js";
import type { TokenReader } from "./text/token-reader.js";
import type { TokenList } from "./text/tokens.js";
import { isAbsolute, type Value } from "./value.js";

/** Something whose value is asked for when every symbol is known. */
export type Deferred =
  | {
      readonly kind: "data";
      readonly place: Place;
      readonly sizeBytes: number;
      readonly expression: Expression;
      readonly list: TokenList;
    }
  | {
      readonly kind: "instruction";
      readonly place: Place;
      readonly list: TokenList;
      readonly literal: number | undefined;
    }
  | {
      readonly kind: "literal";
      readonly place: Place;
      readonly sizeBytes: LiteralSize;
      readonly offset: number;
      readonly expression: Expression;
      readonly list: TokenList;
    };

/** A relocation before its symbol is named. */
export interface MadeRelocation {
  readonly section: string;
  readonly offset: number;
  readonly type: RelocationType;
  readonly value: Value;
}

/** A directive or an instruction: its tokens after the first word, and the line that they are on. */
export interface Statement {
  readonly name: string;
  readonly at: SourceRef;
  readonly line: SourceLine;
  readonly list: TokenList;
  readonly reader: TokenReader;
}

const CODE: SectionFlags = { alloc: true, write: false, execute: true, nobits: false };
const DATA: SectionFlags = { alloc: true, write: true, execute: false, nobits: false };
const ZEROS: SectionFlags = { alloc: true, write: true, execute: false, nobits: true };

/** Everything that one assembly knows while it reads: sections, symbols, macros, what is left for later. */
export class Assembly {
  readonly report: Report;
  readonly source: StatementSource;
  readonly forms: FormIndex;
  readonly sysregs: Sysregs;
  readonly symbols = new Symbols();
  readonly macros = new Map<string, Macro>();
  readonly registerAliases = new Map<string, string>();
  readonly conditions = new Conditions();
  readonly deferred: Deferred[] = [];
  readonly relocations: MadeRelocation[] = [];
  readonly sections = new Map<string, Section>();
  readonly pools = new Map<string, LiteralPool>();
  readonly sectionStack: { current: string; previous: string | undefined }[] = [];
  section: Section;
  previousSection: Section | undefined;
  /** Counts statements: the order in which labels and `.set` come. */
  ordinal = 0;
  macroCalls = 0;

  constructor(source: StatementSource, forms: FormIndex, sysregs: Sysregs, report: Report) {
    this.source = source;
    this.forms = forms;
    this.sysregs = sysregs;
    this.report = report;
    this.section = this.openSection(".text", CODE);
    this.openSection(".data", DATA);
    this.openSection(".bss", ZEROS);
  }

  /** The section of that name, made with these flags when there is none. */
  openSection(name: string, flags: SectionFlags): Section {
    const known = this.sections.get(name);
    if (known !== undefined) return known;
    const made = new Section(name, flags);
    this.sections.set(name, made);
    return made;
  }

  /** Makes a section the current one. */
  enter(section: Section): void {
    this.previousSection = this.section;
    this.section = section;
  }

  /** The place of the next byte. */
  get place(): Place {
    return { ordinal: this.ordinal, section: this.section.name, offset: this.section.length };
  }

  /** The current section's literals. */
  get pool(): LiteralPool {
    const known = this.pools.get(this.section.name);
    if (known !== undefined) return known;
    const made = new LiteralPool();
    this.pools.set(this.section.name, made);
    return made;
  }

  /** Adds an error at a place of the statement. */
  error(
    statement: Statement,
    code: Parameters<Report["error"]>[0],
    at: SourceRef,
    message: string,
    hint?: string,
  ): void {
    this.report.error(code, at, message, statement.list.via, hint);
  }

  /** Reports why an expression has no value. */
  reportProblem(problem: Problem, list: TokenList): void {
    this.report.error(problem.code, problem.at, problem.message, list.via);
  }

  /** The expression here; undefined after an error. */
  readExpression(statement: Statement): Expression | undefined {
    const expression = parseExpression(statement.reader, this.report);
    if (expression !== undefined) this.symbols.mention(expression);
    return expression;
  }

  /** The number here, which must be known by now; undefined after an error (WS611 when it is not known). */
  readNumber(statement: Statement): bigint | undefined {
    const expression = this.readExpression(statement);
    if (expression === undefined) return undefined;
    const value = evaluate(expression, this.place, this.symbols);
    if (isProblem(value)) {
      this.reportProblem(value, statement.list);
      return undefined;
    }
    if (isAbsolute(value)) return BigInt.asIntN(64, value.addend);
    const name = value.plus?.name ?? value.minus?.name ?? "it";
    this.error(statement, "WS611", expression.at, `a number must be known here, and ${name} is not one yet`);
    return undefined;
  }

  /** The offset in the current section that an expression means, as a number or as a place; undefined after an error. */
  offsetInSection(statement: Statement, expression: Expression): bigint | undefined {
    const value = evaluate(expression, this.place, this.symbols);
    if (isProblem(value)) {
      this.reportProblem(value, statement.list);
      return undefined;
    }
    if (isAbsolute(value)) return BigInt.asIntN(64, value.addend);
    if (value.plus?.section === this.section.name && value.minus === undefined) {
      return BigInt.asIntN(64, value.addend + value.plus.offset);
    }
    this.error(statement, "WS611", expression.at, "an offset of this section must be known here");
    return undefined;
  }

  /** Whether the statement has ended; an error at what follows (WS619) when it has not. */
  expectEnd(statement: Statement): boolean {
    const token = statement.reader.peek;
    if (statement.reader.atEnd) return true;
    this.error(statement, "WS619", token.at, `${statement.name} has nothing to do with "${token.text}"`);
    return false;
  }

  /** Whether that many bytes can be added to the current section; WS615 when not. */
  hasRoom(statement: Statement, bytes: number): boolean {
    if (this.section.hasRoomFor(bytes)) return true;
    this.error(
      statement,
      "WS615",
      statement.at,
      `${this.section.name} would grow past what a section may hold`,
    );
    return false;
  }

  /** Notes that the bytes from here on come from a statement. */
  mark(at: SourceRef): void {
    const last = this.section.marks.at(-1);
    if (last?.offset !== this.section.length) this.section.marks.push({ offset: this.section.length, at });
  }
}
