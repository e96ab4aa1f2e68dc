/** A 128-bit vector register as two 64-bit halves. */
export interface VectorValue<V> {
  readonly low: V;
  readonly high: V;
}

/**
 * How a load or a store touches memory.
 * sizeBytes: of each element; elements follow each other from the address up.
 * count: how many elements; all of them are translated before one is read or written.
 * alignmentBytes: what the address is a multiple of when alignment is checked.
 * alignedAlways: checked whatever SCTLR_ELx.A says (exclusives, acquire, release).
 * unprivileged: as at EL0, when executed at EL1 (LDTR, STTR).
 * ordering: what the access is ordered with; one PE alone observes no difference.
 * syndrome: what ESR_EL2.ISS reports of a stage 2 abort (ISV = 1); absent for pairs, vectors, exclusives and
 * accesses with write-back, which report ISV = 0. DDI0487, ISS encoding for a Data Abort.
 */
export interface Access<V> {
  readonly sizeBytes: number;
  readonly count: number;
  readonly alignmentBytes: number;
  readonly alignedAlways: boolean;
  readonly unprivileged: boolean;
  readonly ordering: "none" | "acquire" | "release";
  readonly syndrome?: {
    readonly register: V;
    readonly signExtend: boolean;
    readonly sixtyFour: boolean;
    readonly acquireRelease: boolean;
  };
}

/** op0 … op2 of a system instruction, still as operands. */
export interface SystemOperands<V> {
  readonly op0: V;
  readonly op1: V;
  readonly CRn: V;
  readonly CRm: V;
  readonly op2: V;
}

/** A flag of PSTATE. */
export type Flag = "N" | "Z" | "C" | "V";

/** N, Z, C and V, each 0 or 1. */
export type Flags<V> = Readonly<Record<Flag, V>>;

/** The exceptions that an instruction asks for. */
export type ExceptionRequest =
  | "undefined"
  | "supervisor-call"
  | "hypervisor-call"
  | "secure-monitor-call"
  | "breakpoint"
  | "halt";

/** What a branch says about itself to a return-address predictor. */
export type BranchKind = "direct" | "indirect" | "call" | "return";

/** The barriers; a machine that executes in order has nothing left to wait for. */
export type Barrier = "data-memory" | "data-synchronization" | "instruction-synchronization";

/**
 * The algebra in which the semantics of A64 are written, once.
 * V is a 64-bit value and nothing more is known of it: a bigint in the reference machine, a node while the IR is
 * built, a term in symbolic execution. No JavaScript condition may depend on a V.
 * Arithmetic is modulo 2^64. Conditions are values 0 and 1. Register numbers are operands, hence values.
 * widthBits arguments are JavaScript numbers because they are the same for every operand of a variant.
 */
export interface Ops<V> {
  constant(value: bigint): V;

  /** X0 … X30; register 31 reads as zero and ignores writes. */
  readX(register: V): V;
  writeX(register: V, value: V): void;
  /** X0 … X30; register 31 is the current stack pointer. */
  readXOrSP(register: V): V;
  writeXOrSP(register: V, value: V): void;
  /** As readXOrSP, for the base of an access: a misaligned SP raises an SP alignment fault when SCTLR_ELx.SA asks. */
  readBase(register: V): V;
  readVector(register: V): VectorValue<V>;
  writeVector(register: V, value: VectorValue<V>): void;
  /** Raises the trap of CPACR_EL1.FPEN or CPTR_EL2.TFP when FP and SIMD registers are out of reach. */
  requireVectors(): void;
  /** The address of the instruction itself. */
  readPC(): V;

  add(a: V, b: V): V;
  subtract(a: V, b: V): V;
  multiply(a: V, b: V): V;
  /** Bits 127:64 of the unsigned product. */
  multiplyHighUnsigned(a: V, b: V): V;
  /** Bits 127:64 of the signed product. */
  multiplyHighSigned(a: V, b: V): V;
  /** Quotient; 0 when b is 0. */
  divideUnsigned(a: V, b: V): V;
  /** Quotient, rounded to zero; 0 when b is 0; -2^63 / -1 is -2^63. */
  divideSigned(a: V, b: V): V;
  and(a: V, b: V): V;
  or(a: V, b: V): V;
  exclusiveOr(a: V, b: V): V;
  not(a: V): V;
  /** Shifts and rotation of 64 bits by 0 … 63. */
  shiftLeft(a: V, amount: V): V;
  shiftRight(a: V, amount: V): V;
  shiftRightSigned(a: V, amount: V): V;
  rotateRight(a: V, amount: V): V;
  /** The low widthBits bits, the rest 0. */
  zeroExtend(a: V, widthBits: number): V;
  /** The low widthBits bits, the rest copies of the topmost of them. */
  signExtend(a: V, widthBits: number): V;
  /** 0 … 64. */
  countLeadingZeros(a: V): V;
  /** CRC-32 of the low sizeBits bits of data on top of accumulator, bits reflected, polynomial given reflected. */
  crc32(accumulator: V, data: V, sizeBits: number, polynomial: number): V;

  equal(a: V, b: V): V;
  lessUnsigned(a: V, b: V): V;
  lessSigned(a: V, b: V): V;
  /** a when condition is 1, b when it is 0. */
  select(condition: V, a: V, b: V): V;

  readFlags(): Flags<V>;
  writeFlags(flags: Flags<V>): void;
  /** Whether the flags satisfy a condition code 0 … 15 (14 and 15: always). */
  conditionHolds(condition: V): V;

  /** access.count values, zero-extended. Raises what the access raises; then nothing else has happened. */
  load(address: V, access: Access<V>): readonly V[];
  store(address: V, access: Access<V>, values: readonly V[]): void;
  /** As load, and the location is marked for exclusive access. */
  loadExclusive(address: V, access: Access<V>): readonly V[];
  /** 0 when the location was still marked and the values have been stored, 1 when not. The mark is gone. */
  storeExclusive(address: V, access: Access<V>, values: readonly V[]): V;
  clearExclusive(): void;

  branch(target: V, kind: BranchKind): void;
  branchIf(condition: V, target: V): void;

  readSysreg(register: SystemOperands<V>): V;
  writeSysreg(register: SystemOperands<V>, value: V): void;
  /** MSR (immediate): op1 and op2 name the PSTATE field; UNDEFINED when they name none. */
  writePstate(op1: number, op2: number, immediate: V): void;
  /** SYS: TLBI, AT, IC, DC; op0 is 1. */
  systemOperation(operation: SystemOperands<V>, value: V): void;
  /** SYSL. */
  systemOperationResult(operation: SystemOperands<V>): V;

  raise(request: ExceptionRequest, immediate: V): void;
  exceptionReturn(): void;
  barrier(kind: Barrier, option: V): void;
  /** HINT #number: WFI and WFE wait, SEV and SEVL signal, an unallocated hint does nothing. */
  hint(number: number): void;
}

/**
 * Turns the fields of a word into an operand when the word is decoded: a bit mask, a scaled offset. Pure.
 * name: the TypeScript expression that denotes it, for code that is generated from the semantics.
 */
export interface OperandDecoder {
  readonly name: string;
  readonly decode: (...fields: bigint[]) => bigint;
}

/** The operands of one decoded word. Field names are those of the instruction's line. */
export interface Operands<V> {
  /** An opaque field, zero-extended. */
  value(field: string): V;
  /** A field that the line lists in its variant. */
  variant(field: string): number;
  /** An operand computed from fields while decoding. */
  decoded(decoder: OperandDecoder, ...fields: string[]): V;
}

/** The meaning of an instruction line: what it does to the state behind ops, given its operands. */
export type Semantics = <V>(ops: Ops<V>, operands: Operands<V>) => void;

/** Semantics by the name of the line. */
export type SemanticsTable = Readonly<Record<string, Semantics>>;
