import { ByteWriter } from "./byte-writer.js";
import type { FunctionCode } from "./function-code.js";
import type { ValueType } from "./opcode.js";

interface FunctionImport {
  readonly name: string;
  readonly type: number;
}

const FUNCTION_TYPE = 0x60;
const FUNCTION_REFERENCE = 0x70;
/** Limits of a shared memory, which has a maximum: the imported one's is not to be larger than this. */
const SHARED_WITH_MAXIMUM = 3;
const MOST_PAGES = 0x1_0000;

/**
 * A WebAssembly module: imported functions and one imported shared memory (all from module "env", the memory as
 * "memory"), functions, exports, and perhaps a table of functions, exported as "table", that starts empty.
 */
export class ModuleWriter {
  readonly #types: string[] = [];
  readonly #typeBytes: Uint8Array[] = [];
  readonly #imports: FunctionImport[] = [];
  readonly #functions: FunctionCode[] = [];
  readonly #exports: { readonly name: string; readonly index: number }[] = [];
  #tableSize = 0;

  /** The index of a function type. */
  type(parameters: readonly ValueType[], results: readonly ValueType[]): number {
    const key = `${parameters.join()}>${results.join()}`;
    const known = this.#types.indexOf(key);
    if (known >= 0) return known;
    const bytes = new ByteWriter();
    bytes.byte(FUNCTION_TYPE);
    for (const list of [parameters, results]) {
      bytes.unsigned(list.length);
      for (const type of list) bytes.byte(type);
    }
    this.#typeBytes.push(bytes.view());
    return this.#types.push(key) - 1;
  }

  /** Imports a function; all imports come before the first function. Its index. */
  importFunction(name: string, parameters: readonly ValueType[], results: readonly ValueType[]): number {
    return this.#imports.push({ name, type: this.type(parameters, results) }) - 1;
  }

  /** Adds a function, exported when a name is given. Its index. */
  add(code: FunctionCode, name?: string): number {
    const index = this.#imports.length + this.#functions.push(code) - 1;
    if (name !== undefined) this.#exports.push({ name, index });
    return index;
  }

  /** Exports a function. */
  export(name: string, index: number): void {
    this.#exports.push({ name, index });
  }

  /** Gives the module a table of that many entries. */
  table(size: number): void {
    this.#tableSize = size;
  }

  /** The module's bytes. */
  bytes(): Uint8Array<ArrayBuffer> {
    const out = new ByteWriter();
    out.bytes(Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00));
    const functionTypes = this.#functions.map((code) => this.type(code.parameters, code.results));
    this.#section(out, 1, this.#typeBytes.length, (s) => {
      for (const bytes of this.#typeBytes) s.bytes(bytes);
    });
    this.#section(out, 2, this.#imports.length + 1, (s) => this.#writeImports(s));
    this.#section(out, 3, functionTypes.length, (s) => {
      for (const type of functionTypes) s.unsigned(type);
    });
    if (this.#tableSize > 0) {
      this.#section(out, 4, 1, (s) => {
        s.byte(FUNCTION_REFERENCE);
        s.byte(0);
        s.unsigned(this.#tableSize);
      });
    }
    const tables = this.#tableSize > 0 ? 1 : 0;
    this.#section(out, 7, this.#exports.length + tables, (s) => this.#writeExports(s));
    this.#section(out, 10, this.#functions.length, (s) => {
      for (const code of this.#functions) {
        const body = code.body();
        s.unsigned(body.length);
        s.bytes(body);
      }
    });
    return out.view();
  }

  #writeImports(s: ByteWriter): void {
    for (const { name, type } of this.#imports) {
      s.name("env");
      s.name(name);
      s.byte(0);
      s.unsigned(type);
    }
    s.name("env");
    s.name("memory");
    s.byte(2);
    s.byte(SHARED_WITH_MAXIMUM);
    s.unsigned(1);
    s.unsigned(MOST_PAGES);
  }

  #writeExports(s: ByteWriter): void {
    for (const { name, index } of this.#exports) {
      s.name(name);
      s.byte(0);
      s.unsigned(index);
    }
    if (this.#tableSize === 0) return;
    s.name("table");
    s.byte(1);
    s.unsigned(0);
  }

  #section(out: ByteWriter, id: number, count: number, write: (s: ByteWriter) => void): void {
    const s = new ByteWriter();
    s.unsigned(count);
    write(s);
    out.byte(id);
    out.unsigned(s.length);
    out.bytes(s.view());
  }
}
