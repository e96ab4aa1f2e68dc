import type { Model } from "../../model/types.js";
import type { GeneratedSequences, RegisterFile } from "./generated.js";

/** What a register file and two contexts hold. Q registers have 128 bits. */
export interface Holdings {
  readonly x: bigint[];
  readonly q: bigint[];
  readonly sysregs: Map<string, bigint>;
  readonly contexts: Readonly<Record<Side, Uint8Array<ArrayBuffer>>>;
}

export type Side = "host" | "guest";

/** Bytes [start, end) of a context that changed after a register was read, and before the next was. */
export interface Store {
  readonly side: Side;
  readonly register: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** What the functions did. written: the registers, in the order of the last write to each. */
export interface Recording {
  readonly held: Holdings;
  readonly written: readonly string[];
  readonly stores: readonly Store[];
}

/** A step that the generated functions cannot take. routine: of the layout. */
export class CannotRun extends Error {
  constructor(
    readonly routine: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * What the generated functions make of these holdings on a way, in the order of the layout's steps. read: what a system
 * register holds that nobody has written; cut: the bits of a value that a system register has room for.
 * Throws CannotRun: a function is missing, or throws.
 */
export function record(
  model: Model,
  way: "entry" | "exit",
  generated: GeneratedSequences,
  from: { held: Holdings; read(name: string): bigint | undefined; cut(name: string, value: bigint): bigint },
): Recording {
  const recorder = new Recorder(from.held, from.read, from.cut);
  const views = {
    host: generated.contextAt(from.held.contexts.host.buffer),
    guest: generated.contextAt(from.held.contexts.guest.buffer),
  };
  const { procedures, [way]: steps } = model.worldSwitch;
  for (const step of steps) {
    if (step.kind === "context") recorder.side = step.name === "guest" ? "guest" : "host";
    if (step.kind !== "routine" && step.kind !== "procedure") continue;
    const procedure = procedures.find(({ symbol }) => symbol === step.name);
    const routine = step.kind === "routine" ? step.name : (procedure?.routine ?? step.name);
    const called = generated.routines.get(routine);
    if (called === undefined) throw new CannotRun(routine, "the file exports no function of this routine");
    try {
      called.run(recorder, views[recorder.side]);
      recorder.settle();
    } catch (error) {
      const said = error instanceof Error ? error.message.split("\n")[0] : String(error);
      throw new CannotRun(routine, `${called.name}() throws: ${said}`);
    }
  }
  return recorder.end();
}

class Recorder implements RegisterFile {
  readonly #written = new Set<string>();
  readonly #stores: Store[] = [];
  readonly #before: Record<Side, Int32Array>;
  #read: string | undefined;
  /** Whose context the functions have in their hands. */
  side: Side = "host";

  constructor(
    readonly held: Holdings,
    readonly unwritten: (name: string) => bigint | undefined,
    readonly cut: (name: string, value: bigint) => bigint,
  ) {
    const { host, guest } = held.contexts;
    this.#before = { host: wordsOf(host).slice(), guest: wordsOf(guest).slice() };
  }

  readX(number: number): bigint {
    return this.#reads(`X${number}`, this.held.x[number]);
  }

  writeX(number: number, value: bigint): void {
    this.#writes(`X${number}`, this.held.x[number]);
    this.held.x[number] = BigInt.asUintN(64, value);
  }

  readQ(number: number): bigint {
    return this.#reads(`Q${number}`, this.held.q[number]);
  }

  writeQ(number: number, value: bigint): void {
    this.#writes(`Q${number}`, this.held.q[number]);
    this.held.q[number] = BigInt.asUintN(128, value);
  }

  readSysreg(name: string): bigint {
    return this.#reads(name, this.held.sysregs.get(name) ?? this.unwritten(name));
  }

  writeSysreg(name: string, value: bigint): void {
    this.#writes(name, this.held.sysregs.get(name) ?? this.unwritten(name));
    this.held.sysregs.set(name, this.cut(name, BigInt.asUintN(64, value)));
  }

  end(): Recording {
    return { held: this.held, written: [...this.#written], stores: this.#stores };
  }

  #reads(register: string, value: bigint | undefined): bigint {
    if (value === undefined) throw new RangeError(`there is no register ${register}`);
    this.settle();
    this.#read = register;
    return value;
  }

  #writes(register: string, before: bigint | undefined): void {
    if (before === undefined) throw new RangeError(`there is no register ${register}`);
    if (this.#read !== undefined) this.settle();
    this.#read = undefined;
    this.#written.delete(register);
    this.#written.add(register);
  }

  /** What has changed in the context since the last access is what that access stored. */
  settle(): void {
    const { side } = this;
    const [before, now] = [this.#before[side], wordsOf(this.held.contexts[side])];
    const changed = changedBytes(before, now);
    if (changed === undefined) return;
    this.#stores.push({ side, register: this.#read, ...changed });
    before.set(now);
  }
}

function wordsOf({ buffer }: Uint8Array<ArrayBuffer>): Int32Array {
  return new Int32Array(buffer);
}

/** The range from the first to the last byte that differs. */
function changedBytes(a: Int32Array, b: Int32Array): { start: number; end: number } | undefined {
  let first = 0;
  while (first < a.length && a[first] === b[first]) first++;
  if (first === a.length) return undefined;
  let last = a.length - 1;
  while (a[last] === b[last]) last--;
  const [from, to] = [differingBytes(a, b, first), differingBytes(a, b, last)];
  return { start: 4 * first + from.indexOf(true), end: 4 * last + to.lastIndexOf(true) + 1 };
}

/** Which bytes of a word differ, in the order of memory. */
function differingBytes(a: Int32Array, b: Int32Array, word: number): boolean[] {
  const [before, now] = [a, b].map(({ buffer }) => new Uint8Array(buffer, 4 * word, 4));
  return [0, 1, 2, 3].map((i) => before?.[i] !== now?.[i]);
}
