/** An instruction that is about to be executed. */
export interface InstructionEvent {
  readonly pc: bigint;
  readonly el: number;
  readonly word: number;
}

/**
 * An instruction that is UNDEFINED where it stands, before its exception is taken.
 * group: what the word is in the manual's encoding index, such as "Advanced SIMD three same".
 * instruction: the name of its line; absent when the word is none of the machine's instructions.
 */
export interface UndefinedEvent extends InstructionEvent {
  readonly group: string;
  readonly instruction?: string;
}

/** A read or a write of memory, one element of an access. */
export interface MemoryEvent {
  readonly va: bigint;
  readonly pa: bigint;
  readonly sizeBytes: number;
  readonly value: bigint;
}

/** A system register that an instruction has read or written. */
export interface SysregEvent {
  readonly name: string;
  readonly value: bigint;
}

/**
 * An exception that has been taken.
 * vector: the address that execution continues at. esr, far, hpfar: what was written, absent when left alone.
 */
export interface ExceptionEvent {
  readonly from: number;
  readonly to: number;
  readonly kind: "synchronous" | "irq" | "fiq" | "serror";
  readonly vector: bigint;
  readonly returnAddress: bigint;
  readonly esr?: bigint;
  readonly far?: bigint;
  readonly hpfar?: bigint;
}

/** An exception return. */
export interface ReturnEvent {
  readonly from: number;
  readonly to: number;
  readonly pc: bigint;
  readonly illegal: boolean;
}

/** Someone who watches a machine. No observer changes what the machine does. */
export interface Observer {
  instruction?(event: InstructionEvent): void;
  registerWrite?(event: { readonly index: number; readonly value: bigint }): void;
  sysregRead?(event: SysregEvent): void;
  sysregWrite?(event: SysregEvent): void;
  memoryRead?(event: MemoryEvent): void;
  memoryWrite?(event: MemoryEvent): void;
  undefinedInstruction?(event: UndefinedEvent): void;
  exception?(event: ExceptionEvent): void;
  exceptionReturn?(event: ReturnEvent): void;
}
