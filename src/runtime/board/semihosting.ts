import type { Machine } from "../machine.js";
import { GuestMemory } from "./guest-memory.js";
import type { FileError, Host } from "./host.js";
import { errno, isFileError, type OpenFile, openFile } from "./semihosting-files.js";
import { textOfUtf8, utf8 } from "./utf8.js";

/** The immediate of the HLT that is a semihosting call in A64. */
export const SEMIHOSTING_HALT = 0xf000;

/** What a board has that semihosting tells of. */
export interface SemihostingBoard {
  readonly host: Host;
  /** Nanoseconds that the machine has run. */
  nanoseconds(): bigint;
  /** The largest range of RAM that nothing was loaded into. */
  freeMemory(): { readonly base: bigint; readonly end: bigint };
  /** Ends the run with a status. */
  exit(status: number): void;
}

const FAILED = 0xffff_ffff_ffff_ffffn;
const APPLICATION_EXIT = 0x20026n;
const LONGEST_STRING = 1 << 20;
const NANOSECONDS_PER_CENTISECOND = 10_000_000n;

/** An operation: the block that X1 points to, as 64-bit fields, to the value of X0. */
type Operation = (call: Call) => bigint;

interface Call {
  readonly memory: GuestMemory;
  /** X1. */
  readonly parameter: bigint;
  /** Field i of the block at X1. Throws BadAddress where there is none. */
  field(index: number): bigint;
}

/** A block or buffer that is not in the guest's memory: the call fails with EFAULT. */
class BadAddress extends Error {}

/**
 * Arm semihosting for A64: the operation in W0, its block at X1, the result in X0.
 * Source: Semihosting for AArch32 and AArch64, release 2.0, chapter 5.
 */
export class Semihosting {
  readonly #files = new Map<number, OpenFile>();
  readonly #operations: ReadonlyMap<number, Operation>;
  #errno = 0;

  constructor(readonly board: SemihostingBoard) {
    this.#operations = new Map<number, Operation>([
      [0x01, (call) => this.#open(call)],
      [0x02, (call) => this.#close(call)],
      [0x03, (call) => this.#writeCharacter(call)],
      [0x04, (call) => this.#writeString(call)],
      [0x05, (call) => this.#write(call)],
      [0x06, (call) => this.#read(call)],
      [0x07, () => BigInt(this.board.host.console.read() ?? -1) & FAILED],
      [0x08, (call) => (BigInt.asIntN(64, call.field(0)) < 0n ? 1n : 0n)],
      [0x09, (call) => this.#withFile(call, (file) => (file.terminal ? 1n : 0n))],
      [0x0a, (call) => this.#withFile(call, (file) => this.#result(file.seek(Number(call.field(1)))))],
      [0x0c, (call) => this.#withFile(call, (file) => this.#length(file))],
      [0x10, () => this.board.nanoseconds() / NANOSECONDS_PER_CENTISECOND],
      [0x11, () => BigInt(Math.floor(this.board.host.now()))],
      [0x13, () => BigInt(this.#errno)],
      [0x15, (call) => this.#commandLine(call)],
      [0x16, (call) => this.#heapInfo(call)],
      [0x18, (call) => this.#exit(call)],
      [0x20, (call) => this.#exit(call)],
      [0x30, (call) => this.#elapsed(call)],
      [0x31, () => 1_000_000_000n],
    ]);
  }

  /** Performs the call of a PE. An operation that is not there fails with ENOSYS. */
  call(machine: Machine): void {
    const operation = this.#operations.get(Number(BigInt.asUintN(32, machine.x[0] ?? 0n)));
    machine.x[0] = operation === undefined ? this.#fail(errno.ENOSYS) : this.#perform(operation, machine);
  }

  #perform(operation: Operation, machine: Machine): bigint {
    const memory = new GuestMemory(machine);
    const parameter = machine.x[1] ?? 0n;
    try {
      return operation({ memory, parameter, field: (i) => word(memory, parameter + BigInt(8 * i)) });
    } catch (thrown) {
      if (!(thrown instanceof BadAddress)) throw thrown;
      return this.#fail(errno.EFAULT);
    }
  }

  #fail(number: number): bigint {
    this.#errno = number;
    return FAILED;
  }

  #result(error: FileError | undefined): bigint {
    return error === undefined ? 0n : this.#fail(error.errno);
  }

  #withFile(call: Call, use: (file: OpenFile) => bigint): bigint {
    const file = this.#files.get(Number(call.field(0)));
    return file === undefined ? this.#fail(errno.EBADF) : use(file);
  }

  #open({ memory, field }: Call): bigint {
    const name = textOfUtf8(bytesAt(memory, field(0), field(2)));
    const file = openFile(name, Number(field(1)), this.board.host.console, this.board.host.files);
    if (isFileError(file)) return this.#fail(file.errno);
    let handle = 1;
    while (this.#files.has(handle)) handle++;
    this.#files.set(handle, file);
    return BigInt(handle);
  }

  #close(call: Call): bigint {
    return this.#withFile(call, (file) => {
      this.#files.delete(Number(call.field(0)));
      return this.#result(file.close());
    });
  }

  #writeCharacter({ memory, parameter }: Call): bigint {
    this.board.host.console.write(bytesAt(memory, parameter, 1n));
    return 0n;
  }

  #writeString({ memory, parameter }: Call): bigint {
    const bytes = memory.string(parameter, LONGEST_STRING);
    if (bytes === undefined) throw new BadAddress();
    this.board.host.console.write(bytes);
    return 0n;
  }

  /** Gives the number of bytes that were not written. */
  #write(call: Call): bigint {
    const wanted = call.field(2);
    const file = this.#files.get(Number(call.field(0)));
    const error =
      file === undefined ? { errno: errno.EBADF } : file.write(bytesAt(call.memory, call.field(1), wanted));
    return error === undefined ? 0n : this.#fail(error.errno) && wanted;
  }

  /** Gives the number of bytes that were not read. */
  #read(call: Call): bigint {
    const wanted = call.field(2);
    const bytes = this.#files.get(Number(call.field(0)))?.read(Number(wanted)) ?? { errno: errno.EBADF };
    if (isFileError(bytes)) return this.#fail(bytes.errno) && wanted;
    if (!call.memory.write(call.field(1), bytes)) throw new BadAddress();
    return wanted - BigInt(bytes.length);
  }

  #length(file: OpenFile): bigint {
    const length = file.lengthBytes();
    return isFileError(length) ? this.#fail(length.errno) : BigInt(length);
  }

  #commandLine({ memory, parameter, field }: Call): bigint {
    const text = utf8(`${this.board.host.commandLine}\0`);
    if (field(1) < BigInt(text.length)) return this.#fail(errno.EINVAL);
    const length = BigInt(text.length - 1);
    if (!memory.write(field(0), text) || !memory.write(parameter + 8n, fields(length)))
      throw new BadAddress();
    return 0n;
  }

  /** Heap base and limit, stack base and limit: heap and stack grow towards each other in one range. */
  #heapInfo({ memory, field }: Call): bigint {
    const { base, end } = this.board.freeMemory();
    if (!memory.write(field(0), fields(base, end, end, base))) throw new BadAddress();
    return 0n;
  }

  #exit({ field }: Call): bigint {
    this.board.exit(field(0) === APPLICATION_EXIT ? Number(BigInt.asIntN(32, field(1))) : 1);
    return 0n;
  }

  #elapsed({ memory, parameter }: Call): bigint {
    if (!memory.write(parameter, fields(this.board.nanoseconds()))) throw new BadAddress();
    return 0n;
  }
}

function bytesAt(memory: GuestMemory, address: bigint, length: bigint): Uint8Array {
  const bytes = length > BigInt(Number.MAX_SAFE_INTEGER) ? undefined : memory.read(address, Number(length));
  if (bytes === undefined) throw new BadAddress();
  return bytes;
}

function word(memory: GuestMemory, address: bigint): bigint {
  const bytes = bytesAt(memory, BigInt.asUintN(64, address), 8n);
  return new DataView(bytes.buffer).getBigUint64(0, true);
}

/** 64-bit fields as bytes. */
function fields(...values: readonly bigint[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(8 * values.length));
  values.forEach((value, i) => {
    view.setBigUint64(8 * i, value, true);
  });
  return new Uint8Array(view.buffer);
}
