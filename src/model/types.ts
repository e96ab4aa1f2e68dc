import type { SourceRef } from "../core/source-ref.js";
import type { A64Table } from "./a64/index.js";

/**
 * What every target, rule, the assembler and the emulator read: a layout with all names resolved, all
 * constants evaluated and all offsets known. Plain, deeply readonly data; `at` is where a thing was written.
 */
export interface Model {
  readonly layout: Layout;
  /** Constants in document order, values in 0 … 2^64-1. Includes the sysreg order's count. */
  readonly constants: readonly Constant[];
  /** Structs in document order, which is an order in which C accepts them. */
  readonly structs: readonly Struct[];
  /** The architecture's registers by their name in the manual's spelling. */
  readonly sysregs: ReadonlyMap<string, Sysreg>;
  readonly sysregOrder: SysregOrder;
  readonly asmOffsets: readonly AsmOffset[];
  readonly offsetMacros: readonly OffsetMacro[];
  readonly worldSwitch: WorldSwitch;
  readonly a64: A64Table;
  /** The layout's documents and what they are made of, for the header of generated files. */
  readonly documents: readonly ModelDocument[];
}

/**
 * file: relative to the layout's folder, `/` between parts; `../NAME/constants.json` for a document of the layout NAME,
 * which this one extends.
 */
export interface ModelDocument {
  readonly file: string;
  readonly text: string;
}

/** How a layout wants a rule's findings to count; because: why. at: the rule's code in layout.json. */
export interface RuleSeverity {
  readonly code: string;
  readonly severity: "off" | "note" | "warning" | "error";
  readonly because: string;
  readonly at: SourceRef;
}

/**
 * What must hold between a register and another. before: the other is restored later. pairWith: the other is moved
 * next, to the slot behind. at: the other's name.
 */
export interface Constraint {
  readonly kind: "before" | "pairWith";
  readonly register: string;
  readonly because: string;
  readonly at: SourceRef;
}

export interface Layout {
  readonly name: string;
  readonly title: string;
  readonly doc: string;
  readonly source?: string;
  /** Name of the struct of a virtual CPU. */
  readonly vcpu: string;
  /** Name of the struct that holds one side's registers. */
  readonly context: string;
  /** Absent: the rules' own severities. */
  readonly lint?: readonly RuleSeverity[];
  /** What parts of the layout depend on, in document order; absent when there is nothing such. */
  readonly features?: readonly Feature[];
  readonly at: SourceRef;
}

/** A feature of a layout, and whether this model has it. */
export interface Feature {
  readonly name: string;
  readonly doc: string;
  readonly enabled: boolean;
  readonly at: SourceRef;
}

/** A reason why a finding is accepted; see WS901 (a waiver without effect). */
export interface Waiver {
  readonly code: string;
  readonly because: string;
  readonly at: SourceRef;
}

export interface Constant {
  readonly name: string;
  readonly value: bigint;
  /** How the value reads best: 16 for what is written in hexadecimal, for masks and for combinations of bits. */
  readonly radix: 10 | 16;
  /** The expression as written, when it is more than a literal; in C's syntax after mask() and shift() are resolved. */
  readonly expression?: string;
  /** The field that the constant comes from, such as `HCR_EL2.RW`. */
  readonly field?: string;
  readonly doc?: string;
  readonly source?: string;
  readonly at: SourceRef;
}

/** C's scalar types by their kernel names. bool is one byte. */
export type ScalarType = "u8" | "u16" | "u32" | "u64" | "u128" | "s8" | "s16" | "s32" | "s64" | "bool";

export type MemberType =
  | { readonly kind: "scalar"; readonly scalar: ScalarType }
  | { readonly kind: "struct"; readonly struct: string }
  | { readonly kind: "pointer"; readonly to?: string }
  | { readonly kind: "opaque" };

/** What names the elements of an array: X0… , Q0…, the system registers by their order. */
export type IndexKind = "gpr" | "fpr" | "sysreg";

/**
 * A member of a struct. offsetBytes is from the start of its struct; sizeBytes covers all elements;
 * count is absent for a member that is no array.
 */
export interface Member {
  readonly name: string;
  readonly type: MemberType;
  readonly count?: number;
  /** The constant that gave count, when one did. */
  readonly countName?: string;
  readonly index?: IndexKind;
  readonly offsetBytes: number;
  readonly sizeBytes: number;
  readonly alignBytes: number;
  readonly elementBytes: number;
  readonly doc?: string;
  readonly at: SourceRef;
}

/** Bytes that belong to no member; after names the member before it. */
export interface Hole {
  readonly offsetBytes: number;
  readonly sizeBytes: number;
  readonly after: string;
}

/** A struct under AAPCS64: members in declaration order, holes (the tail's included) in offset order. */
export interface Struct {
  readonly name: string;
  readonly doc?: string;
  readonly members: readonly Member[];
  readonly holes: readonly Hole[];
  readonly sizeBytes: number;
  readonly alignBytes: number;
  readonly at: SourceRef;
}

export interface SysregEncoding {
  readonly op0: number;
  readonly op1: number;
  readonly CRn: number;
  readonly CRm: number;
  readonly op2: number;
}

export type SysregEffect =
  | "translation"
  | "traps"
  | "pstate"
  | "stack-pointer"
  | "interrupts"
  | "timer"
  | "constant"
  | "debug";

/** Bits msb:lsb of a register. name is absent for reserved bits. */
export interface SysregField {
  readonly name?: string;
  readonly reserved?: "RES0" | "RES1" | "RAO" | "RAZ" | "UNKNOWN" | "IMPDEF";
  readonly msb: number;
  readonly lsb: number;
  readonly doc?: string;
  /** Meanings by value, in document order; keys are decimal or 0x… as written. */
  readonly values?: Readonly<Record<string, string>>;
}

/**
 * A system register of the catalogue. readEl and writeEl: lowest EL of MRS and MSR, absent where there is none.
 * group: the short name of the catalogue's document that has it, such as translation.
 * since, extension: the least -march of GNU as that knows the name, and what it needs beside it.
 */
export interface Sysreg {
  readonly name: string;
  readonly title: string;
  readonly group: string;
  readonly encoding: SysregEncoding;
  readonly widthBits: number;
  readonly since: string;
  readonly extension?: string;
  /** The architectural feature that brings the register; absent for registers of the base architecture. */
  readonly feature?: string;
  readonly readEl?: number;
  readonly writeEl?: number;
  /** Absent: architecturally UNKNOWN. */
  readonly reset?: bigint;
  readonly effects: readonly SysregEffect[];
  /** Descending from the top bit; every bit once. Empty when the catalogue does not know them. */
  readonly fields: readonly SysregField[];
  /** The register whose storage this one is a second name of. */
  readonly aliasOf?: string;
  /** The register whose value a read at EL1 gives, when EL2 is there: VMPIDR_EL2 for MPIDR_EL1. */
  readonly readsAtEl1?: string;
  readonly at: SourceRef;
}

/** The layout's system registers: position is index. */
export interface SysregOrder {
  readonly storageStruct: string;
  readonly storageMember: string;
  /** The name of index 0, which is no register. */
  readonly sentinel: { readonly name: string; readonly doc?: string };
  /** Name of the constant that counts the slots: the sentinel and the registers. */
  readonly countName: string;
  readonly slots: readonly SysregSlot[];
  readonly at: SourceRef;
}

/**
 * One register of the order. index counts from 1; offsetBytes is in the context struct.
 * via: the register that MRS and MSR name, where it is not the register itself.
 */
export interface SysregSlot {
  readonly name: string;
  readonly index: number;
  readonly offsetBytes: number;
  readonly sysreg: Sysreg;
  readonly via: Sysreg;
  readonly groups: readonly string[];
  readonly constraints?: readonly Constraint[];
  readonly waivers: readonly Waiver[];
  readonly at: SourceRef;
}

/** A symbol of asm-offsets: the byte offset of a member path in a struct. */
export interface AsmOffset {
  readonly symbol: string;
  readonly struct: string;
  readonly member: string;
  readonly place: Place;
  readonly waivers: readonly Waiver[];
  readonly at: SourceRef;
}

/** A function-like macro: the offset of element x of an array. symbols: what it adds up, outermost first. */
export interface OffsetMacro {
  readonly macro: string;
  readonly struct: string;
  readonly member: string;
  readonly symbols: readonly string[];
  /** What the symbols leave of the array's offset, 0 almost always. */
  readonly restBytes: number;
  readonly elementBytes: number;
  readonly doc?: string;
  readonly place: Place;
  readonly at: SourceRef;
}

/**
 * Where a member path such as `gp_regs.regs.regs[19]` leads from a struct.
 * widthBytes: of what is there, one element of an array when the path has an index, else the whole member.
 */
export interface Place {
  readonly struct: string;
  readonly path: string;
  readonly offsetBytes: number;
  readonly widthBytes: number;
  readonly member: Member;
}

/** A register of a group and its slot in the context struct. */
export interface Transfer {
  /** `X19`, `Q0`, or a system register's name. */
  readonly register: string;
  readonly kind: "x" | "q" | "sysreg";
  /** Register number for x and q. */
  readonly number?: number;
  /** For sysreg: what MRS and MSR name. */
  readonly sysreg?: Sysreg;
  readonly place: Place;
  readonly constraints?: readonly Constraint[];
  /** What the slot holds, where the document says it, such as `EL1 PC`. */
  readonly doc?: string;
  readonly at: SourceRef;
}

/**
 * Registers that are switched together.
 * temporaries: X register numbers that values pass through, in order; empty for groups of x and q registers.
 * base: `scratch` addresses relative to the last anchor, `context` relative to the context itself.
 * pairs: whether neighbours go by LDP and STP. advanceAt: the register at whose slot the base moves by write-back.
 */
export interface Group {
  readonly name: string;
  readonly doc: string;
  readonly temporaries: readonly number[];
  readonly base: "scratch" | "context";
  readonly pairs: boolean;
  readonly advanceAt?: string;
  readonly transfers: readonly Transfer[];
  readonly waivers?: readonly Waiver[];
  readonly at: SourceRef;
}

/**
 * A step of a routine, on a group unless it is a call.
 * anchor: the scratch register gets the address of the group's first slot. save: read and store. restore: load and
 * write. store, load: between the temporaries (or registers) and memory. push, pop: between the temporaries
 * and the stack. unstack: from the stack to the registers themselves.
 */
export interface Step {
  readonly kind: "anchor" | "save" | "restore" | "store" | "load" | "push" | "pop" | "unstack" | "call";
  /** The group's name, or the called routine's. */
  readonly name: string;
  readonly at: SourceRef;
}

export interface Routine {
  readonly name: string;
  readonly doc: string;
  readonly steps: readonly Step[];
  readonly waivers?: readonly Waiver[];
  readonly at: SourceRef;
}

export interface Procedure {
  readonly symbol: string;
  readonly routine: string;
  readonly at: SourceRef;
}

/** A step of the way into the guest or back. */
export interface SwitchStep {
  readonly kind: "context" | "routine" | "procedure" | "traps" | "vm" | "barrier";
  /** host or guest; a routine; a procedure's symbol; activate or deactivate; isb or dsb. */
  readonly name: string;
  readonly at: SourceRef;
}

/** members: loaded from the vcpu and ORed. keep: mask of the present value that stays. value: constant to set. */
export interface TrapSetting {
  readonly members: readonly Place[];
  readonly keep?: Expression;
  readonly value?: Expression;
  /** Whether value comes from the literal pool rather than from a MOV. */
  readonly literal: boolean;
}

/** text: in C's syntax over constants of the layout. */
export interface Expression {
  readonly text: string;
  readonly value: bigint;
}

export interface Trap {
  readonly register: Sysreg;
  readonly activate: TrapSetting;
  readonly deactivate: TrapSetting;
  readonly waivers?: readonly Waiver[];
  readonly at: SourceRef;
}

/** A syndrome register kept in the vcpu at a trap; widthBits of the store. */
export interface FaultTransfer {
  readonly register: Sysreg;
  readonly place: Place;
  readonly widthBits: 32 | 64;
  readonly waivers: readonly Waiver[];
  readonly at: SourceRef;
}

export interface Clobber {
  readonly register: Sysreg;
  readonly waivers: readonly Waiver[];
  readonly at: SourceRef;
}

export type VectorSource = "EL2t" | "EL2h" | "64-bit EL1" | "32-bit EL1";

export interface Vector {
  readonly from: VectorSource;
  readonly kind: "sync" | "irq" | "fiq" | "error";
  readonly handler: "panic" | "sync" | "irq";
  readonly at: SourceRef;
}

/** A barrier that must stand between a write of `after` and the next write of `before`. dsb: DSB SY. at: the barrier's name. */
export interface RequiredBarrier {
  readonly barrier: "isb" | "dsb";
  readonly after: Sysreg;
  readonly before: Sysreg;
  readonly because: string;
  readonly waivers: readonly Waiver[];
  readonly at: SourceRef;
}

export interface WorldSwitch {
  readonly section: { readonly name: string; readonly alignLog2: Expression };
  /** X register numbers of the roles that the glue gives them. */
  readonly registers: {
    readonly vcpu: number;
    readonly exitCode: number;
    readonly context: number;
    readonly scratch: number;
    readonly link: number;
  };
  readonly groups: readonly Group[];
  readonly routines: readonly Routine[];
  readonly procedures: readonly Procedure[];
  readonly entry: readonly SwitchStep[];
  readonly exit: readonly SwitchStep[];
  /** guest: embedded in the vcpu; host: the vcpu's pointer to it. */
  readonly contexts: { readonly guest: Place; readonly host: Place };
  readonly traps: readonly Trap[];
  /** VTTBR_EL2 comes from member of the struct that the vcpu's pointer leads to. */
  readonly vm: {
    readonly register: Sysreg;
    readonly pointer: Place;
    readonly place: Place;
    readonly at: SourceRef;
  };
  readonly fault: readonly FaultTransfer[];
  readonly abort: {
    readonly operation: string;
    readonly result: Sysreg;
    /** The field that says that AT failed, and the bit that the switch tests for it. */
    readonly failed: {
      readonly field: string;
      readonly bit: number;
      readonly waivers: readonly Waiver[];
      readonly at: SourceRef;
    };
    readonly clobbers: readonly Clobber[];
    readonly at: SourceRef;
  };
  /** What invalidates one page of a VM, and by how many bits the address goes right before. */
  readonly flush: {
    readonly operation: string;
    readonly ipaShift: number;
    readonly waivers: readonly Waiver[];
    readonly at: SourceRef;
  };
  readonly panic: {
    readonly function: string;
    readonly message: string;
    readonly registers: readonly Sysreg[];
    readonly pstate: Expression;
    readonly at: SourceRef;
  };
  readonly vectors: readonly Vector[];
  /** Absent: the layout asks for none. */
  readonly barriers?: readonly RequiredBarrier[];
}
