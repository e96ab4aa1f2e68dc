/** A named group of bits of a register, for a debugger that shows them: lowest bit, width in bits. */
export interface DebugField {
  readonly name: string;
  readonly lsb: number;
  readonly widthBits: number;
}

/**
 * A register as a debugger sees it. kind: what its bits are. group: the word that lists it together with others.
 * fields: the parts that are worth showing; none for a plain number.
 */
export interface DebugRegister {
  readonly name: string;
  readonly widthBits: number;
  readonly kind: "integer" | "code-address" | "data-address" | "vector";
  readonly feature: "core" | "fpu" | "sysregs";
  readonly group: string;
  readonly fields: readonly DebugField[];
  read(): bigint;
  /** False, and nothing written, for a value that the machine cannot hold, or a register that is read only. */
  write(value: bigint): boolean;
}

/** An access of a core to memory. */
export interface DebugAccess {
  readonly kind: "read" | "write";
  readonly va: bigint;
  readonly sizeBytes: number;
}

/**
 * One PE as a debugger sees it. Addresses are virtual, as its current state translates them; looking changes nothing.
 * registers: their numbers in the protocol are their places in the list.
 */
export interface DebugCore {
  readonly registers: readonly DebugRegister[];
  readonly pc: bigint;
  /** The bytes from an address on that can be read: fewer where memory ends, none where it does not begin. */
  readMemory(address: bigint, lengthBytes: number): Uint8Array;
  /** False, and nothing written, where not all of it is writable memory. */
  writeMemory(address: bigint, bytes: Uint8Array): boolean;
  /** What an address translates to, or why it does not, in words. */
  translate(address: bigint): string;
  /** The accesses that the next instruction would make; nothing happens. */
  nextAccesses(): readonly DebugAccess[];
  /** Calls for each access that instructions make, until the returned function is called. */
  watch(listener: (access: DebugAccess) => void): () => void;
  /** Calls with a line for each instruction and exception, until the returned function is called. */
  trace(listener: (line: string) => void): () => void;
}

/** What is debugged: PEs, thread 1 being the first. */
export interface DebugTarget {
  readonly cores: readonly DebugCore[];
  /** Whether reads and writes of memory may reach devices, which can change them; a debugger switches it. */
  devices: boolean;
}
