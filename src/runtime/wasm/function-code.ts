import { ByteWriter } from "./byte-writer.js";
import { access, opcode, type ValueType, VECTOR_PREFIX, vectorAccess } from "./opcode.js";

/** A label to branch to; made by block, loop and if. */
export class Label {}

const EMPTY = 0x40;

/** One function's code as it is written. Locals are numbered after the parameters. */
export class FunctionCode {
  readonly #code = new ByteWriter();
  readonly #locals: ValueType[] = [];
  readonly #labels: Label[] = [];

  constructor(
    readonly parameters: readonly ValueType[],
    readonly results: readonly ValueType[],
  ) {}

  /** A new local. */
  local(type: ValueType): number {
    return this.parameters.length + this.#locals.push(type) - 1;
  }

  /** Plain instructions, by name. */
  op(...names: readonly (keyof typeof opcode)[]): this {
    for (const name of names) this.#code.byte(opcode[name]);
    return this;
  }

  i32(value: number): this {
    this.#code.byte(0x41);
    this.#code.signed(value);
    return this;
  }

  i64(value: bigint): this {
    this.#code.byte(0x42);
    this.#code.signed64(value);
    return this;
  }

  get(local: number): this {
    return this.#indexed(0x20, local);
  }

  set(local: number): this {
    return this.#indexed(0x21, local);
  }

  tee(local: number): this {
    return this.#indexed(0x22, local);
  }

  call(functionIndex: number): this {
    return this.#indexed(0x10, functionIndex);
  }

  /** Calls an entry of table 0, its index on the stack. */
  callIndirect(typeIndex: number): this {
    this.#indexed(0x11, typeIndex);
    this.#code.byte(0);
    return this;
  }

  /** A load or store at the address on the stack plus offset. No alignment is promised. */
  memory(name: keyof typeof access, offset: number): this {
    this.#code.byte(access[name]);
    this.#code.byte(0);
    this.#code.unsigned(offset);
    return this;
  }

  /** A load or store of 128 bits at the address on the stack plus offset. No alignment is promised. */
  vector(name: keyof typeof vectorAccess, offset: number): this {
    this.#code.byte(VECTOR_PREFIX);
    this.#code.byte(vectorAccess[name]);
    this.#code.byte(0);
    this.#code.unsigned(offset);
    return this;
  }

  block(label = new Label(), result?: ValueType): Label {
    return this.#open(0x02, label, result);
  }

  loop(label = new Label()): Label {
    return this.#open(0x03, label, undefined);
  }

  if(label = new Label(), result?: ValueType): Label {
    return this.#open(0x04, label, result);
  }

  else(): this {
    this.#code.byte(0x05);
    return this;
  }

  end(): this {
    this.#code.byte(0x0b);
    this.#labels.pop();
    return this;
  }

  br(label: Label): this {
    return this.#indexed(0x0c, this.#depth(label));
  }

  brIf(label: Label): this {
    return this.#indexed(0x0d, this.#depth(label));
  }

  brTable(labels: readonly Label[], otherwise: Label): this {
    this.#code.byte(0x0e);
    this.#code.unsigned(labels.length);
    for (const label of labels) this.#code.unsigned(this.#depth(label));
    this.#code.unsigned(this.#depth(otherwise));
    return this;
  }

  /** The body as a module holds it: locals, code, end. */
  body(): Uint8Array {
    const out = new ByteWriter();
    const runs: [count: number, type: ValueType][] = [];
    for (const type of this.#locals) {
      const last = runs.at(-1);
      if (last?.[1] === type) last[0] += 1;
      else runs.push([1, type]);
    }
    out.unsigned(runs.length);
    for (const [count, type] of runs) {
      out.unsigned(count);
      out.byte(type);
    }
    out.bytes(this.#code.view());
    out.byte(0x0b);
    return out.view();
  }

  #indexed(byte: number, index: number): this {
    this.#code.byte(byte);
    this.#code.unsigned(index);
    return this;
  }

  #open(byte: number, label: Label, result: ValueType | undefined): Label {
    this.#code.byte(byte);
    this.#code.byte(result ?? EMPTY);
    this.#labels.push(label);
    return label;
  }

  #depth(label: Label): number {
    const at = this.#labels.lastIndexOf(label);
    if (at < 0) throw new Error("a branch leaves to a label that is not around it");
    return this.#labels.length - 1 - at;
  }
}
