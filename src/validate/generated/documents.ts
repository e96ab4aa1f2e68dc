// Made by scripts/build-validators.mjs from schema/language/. Do not edit.

/**
 * A family of A64 instructions: one line for each with its bit diagram, its syntax and the manual's title. The decoder, the encoder, the assembler and the disassembler come from these lines; the meaning is the function of the same name in src/runtime/semantics.
 */
export interface A64Document {
  /**
   * Where this schema is, for editors.
   */
  $schema: string;
  /**
   * The family's short name; the file is named after it.
   */
  family: string;
  /**
   * What the instructions of the family have in common, as a heading.
   */
  title: string;
  /**
   * Sets of names that stand for values of a field.
   */
  names?: A64Names[];
  /**
   * The instructions. No two may share a word.
   */
  instructions: A64Instruction[];
  /**
   * Other spellings. The order counts: the assembler takes the first that fits the operands (after the instructions' own forms), the disassembler the first whose conditions hold.
   */
  aliases?: A64Alias[];
}
/**
 * A set of names for the values of a field.
 *
 * This interface was referenced by `A64Document`'s JSON-Schema
 * via the `definition` "a64-names".
 */
export interface A64Names {
  /**
   * The set's name, which operands refer to.
   */
  name: string;
  /**
   * How a value without a name is written: hex2 is # and two hexadecimal digits. Without this key it cannot be written.
   */
  unnamed?: "hex2";
  /**
   * Each name, in lower case, with its value. Of two names for one value the first is printed.
   */
  values: {
    [k: string]: number;
  };
  /**
   * The manual's title of the instruction in DDI0487, with its chapter. Titles stay; section numbers change with each issue.
   */
  section?: string;
}
/**
 * One instruction.
 *
 * This interface was referenced by `A64Document`'s JSON-Schema
 * via the `definition` "a64-instruction".
 */
export interface A64Instruction {
  /**
   * The instruction's name: the manual's mnemonic, and what tells its encodings apart. The semantic function has the same name.
   */
  name: string;
  /**
   * The bit diagram from bit 31 down, 32 bits in all: fixed digits; name:width for a field; name=1x for a field of which some bits are fixed; (1) for a bit that should be 1 and is written so, but is not asked for. Field names are DDI0487's.
   */
  bits: string;
  /**
   * The fields whose value selects another meaning: the semantic function is asked once for each of their values. Other fields are opaque to it.
   *
   * @minItems 1
   */
  variant?: string[];
  /**
   * Field values that are not this instruction: each entry lists fields with their bits in binary (x is either), all of which must fit.
   *
   * @minItems 1
   */
  unallocated?: string[];
  /**
   * The syntax, or several with the condition on the fields under which each is used (comparisons of an alias's when, joined by blanks). The syntax as the manual writes it: a mnemonic, then operands and the marks , [ ] ! between them. Parts in { } may be left out, and are when their operands are 0. An operand is kind(arguments); a field list is one field or several joined by ":" from the most significant down. Registers, by field: W X (31 is the zero register), WSP XSP (31 is the stack pointer), R RSP (width by sf), B H S D Q (SIMD&FP), vector(set, fields, Rd) with its arrangement (v0.16b), vectors(set, fields, Rt, count) in a list from Rt on, lane(b h s or d, fields, Rd, rest) with the lane's number in the topmost bits of the fields and rest in those below, lanes(b h s or d, fields, Rt, rest, count) a list with a lane, upper(Rd) (v0.d[1]), C (C0 to C15), tested(Rt, b5) (width by the tested bit). Numbers: dec(fields, scale) unsigned, sdec(fields, scale) signed, both divided by the scale; hex(fields); zero() an offset that can only be 0; bitmask(N:immr:imms) and bitmaskInverted; shifted12(imm12, sh), and negated12 for its negative; wide(imm16, hw) with its shift written, moveWide and moveInverted as the whole value; leftShift, insertLsb, insertWidth and extractWidth of (immr, imms); byte(fields), -128 to 255 when read; lsl8(fields, amount) a byte with lsl by amount bytes, msl8 with msl by amount+1 bytes; byteMask(fields) a doubleword of bytes 0x00 and 0xff; float8(fields) an 8-bit floating-point number; exact(number), and sized(field, number) with number × 2^field, which say what the other operands have decided. Others: label(fields, RELOCATION), a target and the relocation for one that is elsewhere; name(set, fields) and inverted(set, fields), the latter with the lowest bit flipped; shifted(Rm, shift, imm6); extended(Rm, option, imm3); index(Rm, option, S, shift) in an address; register(read or write, o0:op1:CRn:CRm:op2); operation(CLASS, op1:CRn:CRm:op2, Rt).
   */
  asm:
    | string
    | {
        [k: string]: string;
      };
  /**
   * The manual's title of the instruction in DDI0487, with its chapter. Titles stay; section numbers change with each issue.
   */
  section: string;
}
/**
 * Another spelling of an instruction.
 *
 * This interface was referenced by `A64Document`'s JSON-Schema
 * via the `definition` "a64-alias".
 */
export interface A64Alias {
  /**
   * The alias's name, which no instruction and no other alias has.
   */
  name: string;
  /**
   * The name of the instruction that it stands for.
   */
  of: string;
  /**
   * What holds of the fields when the spelling is used, all of it: field=bits, field!=bits, field=field, field<field, field>=field, field+1=field; alternatives are joined by " | ". A lone field=bits or field=field also gives the field its value when the alias is assembled.
   *
   * @minItems 1
   */
  when?: string[];
  /**
   * What must hold besides for the disassembler to choose the spelling. moveWidePreferred: the value of the bitmask immediate can be written by MOVZ or MOVN.
   *
   * @minItems 1
   */
  prefer?: string[];
  /**
   * false for a spelling that is read and never printed.
   */
  printed?: boolean;
  /**
   * The syntax, as in an instruction.
   */
  asm: string;
  /**
   * The manual's title of the instruction in DDI0487, with its chapter. Titles stay; section numbers change with each issue.
   */
  section?: string;
}

/**
 * Findings about this thing that are accepted, each with its reason. A waiver that no longer applies is itself a finding (WS901).
 *
 * @minItems 1
 *
 * This interface was referenced by `AsmOffsetsDocument`'s JSON-Schema
 * via the `definition` "asm-offsets-waive".
 */
export type AsmOffsetsWaive = {
  /**
   * Code of the finding that is accepted.
   */
  code: string;
  /**
   * Why it is accepted: a sentence for the reviewer.
   */
  because: string;
}[];
/**
 * Features that the thing is part of the layout under: names of layout.json's features with !, &&, || and brackets. Absent: always.
 *
 * This interface was referenced by `AsmOffsetsDocument`'s JSON-Schema
 * via the `definition` "asm-offsets-when".
 */
export type AsmOffsetsWhen = string;

/**
 * asm-offsets.json: the byte offsets that assembly knows by name.
 */
export interface AsmOffsetsDocument {
  /**
   * Names this schema, so that an editor completes and checks the document: a path or URL that ends in asm-offsets.schema.json.
   */
  $schema: string;
  /**
   * One symbol a line, in the order of output.
   */
  symbols: AsmOffsetsSymbol[];
  /**
   * Function-like macros for the elements of arrays.
   */
  macros?: AsmOffsetsMacro[];
}
/**
 * A symbol whose value is a member's offset in bytes.
 *
 * This interface was referenced by `AsmOffsetsDocument`'s JSON-Schema
 * via the `definition` "asm-offsets-symbol".
 */
export interface AsmOffsetsSymbol {
  /**
   * Name of the constant in assembly.
   */
  symbol: string;
  /**
   * Struct that the offset counts from, without `struct`.
   */
  struct: string;
  /**
   * Member of that struct: names joined by dots, elements of arrays as [3], [NAME of a constant] or [register] where the array's index names registers.
   */
  member: string;
  waive?: AsmOffsetsWaive;
  when?: AsmOffsetsWhen;
}
/**
 * A macro that gives the offset in bytes of an array's element.
 *
 * This interface was referenced by `AsmOffsetsDocument`'s JSON-Schema
 * via the `definition` "asm-offsets-macro".
 */
export interface AsmOffsetsMacro {
  /**
   * Name of the macro; its argument is the index of an element.
   */
  macro: string;
  /**
   * Struct that the offset counts from, without `struct`.
   */
  struct: string;
  /**
   * An array in that struct. Its offset is the sum of the symbols for the members on the way.
   */
  member: string;
  /**
   * What the macro gives, in a line; printed as a comment.
   */
  doc?: string;
  when?: AsmOffsetsWhen;
}

/**
 * Features that the thing is part of the layout under: names of layout.json's features with !, &&, || and brackets. Absent: always.
 *
 * This interface was referenced by `ConstantsDocument`'s JSON-Schema
 * via the `definition` "constants-when".
 */
export type ConstantsWhen = string;

/**
 * constants.json: the named values of a layout, printed as C and assembler constants. The order of lines is the order of output; a constant may refer to a later one.
 */
export interface ConstantsDocument {
  /**
   * Names this schema, so that an editor completes and checks the document: a path or URL that ends in constants.schema.json.
   */
  $schema: string;
  /**
   * One constant a line.
   */
  constants: ConstantsConstant[];
}
/**
 * This interface was referenced by `ConstantsDocument`'s JSON-Schema
 * via the `definition` "constants-constant".
 */
export interface ConstantsConstant {
  /**
   * Name of the constant in C and assembly. The slot count of sysreg-order.json is a constant too and is not repeated here.
   */
  name: string;
  /**
   * Value of the constant, 0 to 2^64-1. An expression over 64-bit unsigned values: decimal and 0x numbers, names of constants, mask(REGISTER.FIELD), shift(REGISTER.FIELD), parentheses and C's operators ~ - * / % + - << >> & ^ |.
   */
  value: string;
  /**
   * The header or document that the value is taken from.
   */
  source?: string;
  /**
   * What the value means, in a line; printed as a comment.
   */
  doc?: string;
  when?: ConstantsWhen;
}

/**
 * What one CPU implements of the architecture, and the reset and identification values in which it differs from the catalogue. The catalogue stays the architecture; a CPU model only takes away and fixes what is left open.
 */
export interface CpuDocument {
  /**
   * Where this schema is, for editors.
   */
  $schema: string;
  /**
   * The model's short name; the file is named after it.
   */
  cpu: string;
  /**
   * The CPU's full name and revision.
   */
  title: string;
  /**
   * Where the values come from.
   */
  source?: string;
  /**
   * The features that it implements, as the catalogue's registers name them in feature. A register of another feature does not exist on this CPU.
   */
  features: string[];
  /**
   * Values after reset where they differ from the catalogue's, and what registers show that another one selects. A constant register keeps its value for ever.
   */
  registers: {
    /**
     * A register of the catalogue.
     */
    register: string;
    /**
     * The value after reset.
     */
    reset?: string;
    /**
     * What the register shows when it is a window on several.
     */
    selected?: {
      /**
       * The register whose value is the index.
       */
      by: string;
      /**
       * The values from index 0 up; 0 beyond them.
       *
       * @minItems 1
       */
      values: string[];
    };
  }[];
  /**
   * Condition flags after reset, which the architecture leaves UNKNOWN; 0 unless given.
   */
  flags?: {
    /**
     * Negative.
     */
    N?: number;
    /**
     * Zero.
     */
    Z?: number;
    /**
     * Carry.
     */
    C?: number;
    /**
     * Overflow.
     */
    V?: number;
  };
  /**
   * Registers of the base architecture that the CPU does not have: an access is UNDEFINED.
   */
  absent?: {
    /**
     * Registers of the catalogue.
     *
     * @minItems 1
     */
    registers: string[];
    /**
     * Why they are not there.
     */
    because: string;
  }[];
}

/**
 * The groups into which the manual's encoding index divides the A64 words, those with no instruction of this project included. They name a word that is UNDEFINED here.
 */
export interface EncodingGroupsDocument {
  /**
   * Where this schema is, for editors.
   */
  $schema: string;
  /**
   * The heading of the groups.
   */
  title: string;
  /**
   * The groups. A word belongs to the first that it fits, so wide groups come after the narrow ones in them.
   */
  groups: EncodingGroupsGroup[];
}
/**
 * One group of encodings.
 *
 * This interface was referenced by `EncodingGroupsDocument`'s JSON-Schema
 * via the `definition` "encoding-groups-group".
 */
export interface EncodingGroupsGroup {
  /**
   * The manual's title of the group.
   */
  name: string;
  /**
   * The 32 bits of its words from bit 31 down; x is either.
   */
  bits: string;
  /**
   * The manual's title of the part of the index in DDI0487, with its chapter.
   */
  section: string;
}

/**
 * layout.json: what a layout is called and which of its structs are a virtual CPU and its register context.
 */
export interface LayoutDocument {
  /**
   * Names this schema, so that an editor completes and checks the document: a path or URL that ends in layout.schema.json.
   */
  $schema: string;
  /**
   * The layout that this one starts from: a folder beside its own. The documents of this folder then say only what differs, and those that say nothing are left out; see docs/reference/extending.md.
   */
  extends?: string;
  /**
   * Name of the layout: the folder under generated/ that its output goes to.
   */
  name: string;
  /**
   * One line that names the layout in the head of generated files and in the documentation.
   */
  title: string;
  /**
   * What the layout describes, for its documentation.
   */
  doc: string;
  /**
   * Where the facts come from: a URL or a document's name.
   */
  source?: string;
  /**
   * Name of the struct of a virtual CPU, without `struct`. Paths in world-switch.json start there unless they say otherwise.
   */
  vcpu: string;
  /**
   * Name of the struct that holds one side's registers, host's or guest's, without `struct`. A transfer's member path starts there.
   */
  context: string;
  /**
   * What parts of the layout depend on. A part with "when" is there under that condition, and what names an absent group, routine or procedure goes with it.
   */
  features?: {
    /**
     * Name of the feature, as conditions write it.
     */
    name: string;
    /**
     * What the feature is, in a line.
     */
    doc: string;
    /**
     * Whether it is on where nobody says otherwise: in what generate writes.
     */
    default: boolean;
  }[];
  /**
   * Severities of rules in this layout, where they are not the rules' own. To accept one finding, a waiver beside it is better.
   */
  lint?: {
    /**
     * Code of the rule.
     */
    code: string;
    /**
     * off: the rule is not asked. note: printed with --notes. warning: printed, and no failure. error: printed, and a failure.
     */
    severity: "off" | "note" | "warning" | "error";
    /**
     * Why: a sentence for the reviewer.
     */
    because: string;
  }[];
}

/**
 * Features that the thing is part of the layout under: names of layout.json's features with !, &&, || and brackets. Absent: always.
 *
 * This interface was referenced by `StructsDocument`'s JSON-Schema
 * via the `definition` "structs-when".
 */
export type StructsWhen = string;

/**
 * vcpu-context.json: the structs of a layout. Offsets are not written: they follow from AAPCS64 natural alignment.
 */
export interface StructsDocument {
  /**
   * Names this schema, so that an editor completes and checks the document: a path or URL that ends in structs.schema.json.
   */
  $schema: string;
  /**
   * Structs in an order in which C accepts them: a nested struct before the struct that holds it.
   *
   * @minItems 1
   */
  structs: StructsStruct[];
}
/**
 * A C struct; becomes a C declaration, a TypeScript accessor class and a documentation page.
 *
 * This interface was referenced by `StructsDocument`'s JSON-Schema
 * via the `definition` "structs-struct".
 */
export interface StructsStruct {
  /**
   * Name of the struct, without `struct`.
   */
  name: string;
  /**
   * What the struct is, in a line or two.
   */
  doc?: string;
  /**
   * Members in the order of memory.
   *
   * @minItems 1
   */
  members: StructsMember[];
  when?: StructsWhen;
}
/**
 * A member of a struct.
 *
 * This interface was referenced by `StructsDocument`'s JSON-Schema
 * via the `definition` "structs-member".
 */
export interface StructsMember {
  /**
   * Name of the member.
   */
  name: string;
  /**
   * Type of the member, of one element when it is an array. Sizes and alignments in bytes: u8, s8, bool 1; u16, s16 2; u32, s32 4; u64, s64, pointer 8; u128 16; a struct's follow from its members; opaque is bytes whose content the layout does not describe, with size and align given.
   */
  type: string;
  /**
   * Number of elements of an array: at least 1, or the name of a constant. Absent for a member that is no array; 1 is an array of one element.
   */
  count?: number | string;
  /**
   * What names the elements: gpr X0 to X30, fpr Q0 to Q31, sysreg the registers of sysreg-order.json by their index. Only for arrays.
   */
  index?: "gpr" | "fpr" | "sysreg";
  /**
   * Size in bytes of one opaque element; a multiple of align.
   */
  size?: number;
  /**
   * Alignment in bytes of an opaque member.
   */
  align?: 1 | 2 | 4 | 8 | 16;
  /**
   * What a pointer points to, such as `struct kvm`; the struct need not be one of the layout's. Absent: void.
   */
  to?: string;
  /**
   * What the member holds, in a line; printed as a comment.
   */
  doc?: string;
  when?: StructsWhen;
}

/**
 * What must hold between this register and others, each with its reason.
 *
 * @minItems 1
 *
 * This interface was referenced by `SysregOrderDocument`'s JSON-Schema
 * via the `definition` "sysreg-order-constraints".
 */
export type SysregOrderConstraints = {
  /**
   * Register that is restored after this one, on each way of the switch that restores both (WS330).
   */
  before?: string;
  /**
   * Register that is the other half of a pair: moved directly after this one, its slot behind this one's (WS331).
   */
  pairWith?: string;
  /**
   * Why: a sentence for whoever wants to move the line.
   */
  because: string;
}[];
/**
 * Findings about this thing that are accepted, each with its reason. A waiver that no longer applies is itself a finding (WS901).
 *
 * @minItems 1
 *
 * This interface was referenced by `SysregOrderDocument`'s JSON-Schema
 * via the `definition` "sysreg-order-waive".
 */
export type SysregOrderWaive = {
  /**
   * Code of the finding that is accepted.
   */
  code: string;
  /**
   * Why it is accepted: a sentence for the reviewer.
   */
  because: string;
}[];
/**
 * Features that the thing is part of the layout under: names of layout.json's features with !, &&, || and brackets. Absent: always.
 *
 * This interface was referenced by `SysregOrderDocument`'s JSON-Schema
 * via the `definition` "sysreg-order-when".
 */
export type SysregOrderWhen = string;

/**
 * sysreg-order.json: the system registers that a context holds. A register's position is its index: the first is 1, as index 0 is no register. Slot, offset, enum value, accessor, save and restore follow from its line.
 */
export interface SysregOrderDocument {
  /**
   * Names this schema, so that an editor completes and checks the document: a path or URL that ends in sysreg-order.schema.json.
   */
  $schema: string;
  /**
   * The array that holds the registers, 8 bytes each, the element at an index being the register's slot.
   */
  storage: {
    /**
     * Name of the struct, without `struct`: the layout's context.
     */
    struct: string;
    /**
     * Name of the member: a u64 array whose count is this document's count.
     */
    member: string;
  };
  /**
   * Index 0, which is no register.
   */
  sentinel: {
    /**
     * Name of the enum's value 0.
     */
    name: string;
    /**
     * What the value 0 means, in a line.
     */
    doc?: string;
  };
  /**
   * Name of the constant for the number of slots: one more than there are registers. This document defines it.
   */
  count: string;
  /**
   * One register a line, in the order of their indices. A change of order is a change of ABI for whoever stores contexts.
   *
   * @minItems 1
   */
  registers: SysregOrderRegister[];
}
/**
 * A register and its slot.
 *
 * This interface was referenced by `SysregOrderDocument`'s JSON-Schema
 * via the `definition` "sysreg-order-register".
 */
export interface SysregOrderRegister {
  /**
   * Name of the register in the manual's spelling; a register of the catalogue under schema/arm64/sysregs.
   */
  name: string;
  /**
   * The register that MRS and MSR move the value through at EL2, where it is not the register itself: the guest's MPIDR_EL1 is VMPIDR_EL2. Same width.
   */
  via?: string;
  /**
   * Groups of world-switch.json that the register is switched in; each has "order": true there. Empty: the register has a slot and is not switched.
   */
  groups: string[];
  constraints?: SysregOrderConstraints;
  waive?: SysregOrderWaive;
  when?: SysregOrderWhen;
}

/**
 * One way in which a register acts. translation: a write changes how later accesses are translated. traps: a write changes which instructions and accesses trap. pstate: the register is a view of PSTATE, and its fields have the names of PSTATE's. stack-pointer: a banked stack pointer, which instructions use through SP. interrupts: a write can make an interrupt pending or end it, or a read tells which are pending. timer: the value comes from a counter of the Generic Timer, or is compared with one. constant: reads give the reset value and no write changes it. debug: state of debug, trace, performance monitors or the like, which a machine without them may keep as plain storage.
 *
 * This interface was referenced by `SysregsDocument`'s JSON-Schema
 * via the `definition` "sysregs-effect".
 */
export type SysregsEffect =
  "translation" | "traps" | "pstate" | "stack-pointer" | "interrupts" | "timer" | "constant" | "debug";
/**
 * A run of bits: a named field, or reserved.
 *
 * This interface was referenced by `SysregsDocument`'s JSON-Schema
 * via the `definition` "sysregs-field".
 */
export type SysregsField = {
  /**
   * The manual's name, unique in the register. Where the manual gives the bits several names, the one for AArch64 and for HCR_EL2.E2H = 0.
   */
  name?: string;
  /**
   * Highest and lowest bit, such as 63:48, or one number for a single bit.
   */
  bits: string;
  /**
   * How bits without a name behave. RES0 and RES1: software writes that value and ignores what it reads. RAO and RAZ: read as one, as zero. UNKNOWN: reads give any value. IMPDEF: IMPLEMENTATION DEFINED.
   */
  reserved?: "RES0" | "RES1" | "RAO" | "RAZ" | "UNKNOWN" | "IMPDEF";
  /**
   * One line on what the field does.
   */
  doc?: string;
  /**
   * Meanings of values worth naming: value, decimal or 0x and hexadecimal, to a few words. Values that are not listed are reserved or need no words.
   */
  values?: {
    /**
     * What the value means.
     */
    [k: string]: string;
  };
} & SysregsField1;
export type SysregsField1 =
  | {
      name: unknown;
    }
  | {
      reserved: unknown;
    };
/**
 * A register's name.
 *
 * This interface was referenced by `SysregsDocument`'s JSON-Schema
 * via the `definition` "sysregs-registerName".
 */
export type SysregsRegisterName = string;
/**
 * An Exception level that the catalogue covers.
 *
 * This interface was referenced by `SysregsDocument`'s JSON-Schema
 * via the `definition` "sysregs-exceptionLevel".
 */
export type SysregsExceptionLevel = number;

/**
 * A group of AArch64 system registers: how MRS and MSR name them, who may use them, what their bits mean and what a write does. The groups together are the register catalogue: every EL0 to EL2 register of Armv8.0-A to Armv8.6-A that GNU as knows by name. Fields are those of Armv8.6-A with the trace buffer and branch record extensions; bits that other later extensions gave a meaning are RES0 here.
 */
export interface SysregsDocument {
  /**
   * Where this schema is, for editors.
   */
  $schema: string;
  /**
   * The group's short name; the file is named after it.
   */
  group: string;
  /**
   * What the registers of the group have in common, as a heading.
   */
  title: string;
  /**
   * The registers, in the order in which the documentation lists them. Numbered families stay together, lowest number first.
   *
   * @minItems 1
   */
  registers: SysregsRegister[];
}
/**
 * One system register.
 *
 * This interface was referenced by `SysregsDocument`'s JSON-Schema
 * via the `definition` "sysregs-register".
 */
export interface SysregsRegister {
  /**
   * The manual's spelling. Assemblers ignore case.
   */
  name: string;
  /**
   * The manual's long name.
   */
  title: string;
  /**
   * Section of DDI0487 that describes the register, such as D13.2.136.
   */
  section?: string;
  /**
   * One sentence on what the other members cannot say, such as a condition on access.
   */
  note?: string;
  /**
   * The five operands of MRS and MSR that select the register. Two registers have the same encoding only where sharesEncodingWith says so.
   */
  encoding: {
    /**
     * 2 for debug and trace registers, 3 for all others.
     */
    op0: number;
    /**
     * Bits 18:16 of the instruction; mostly tells the lowest Exception level with access.
     */
    op1: number;
    /**
     * Bits 15:12 of the instruction.
     */
    CRn: number;
    /**
     * Bits 11:8 of the instruction.
     */
    CRm: number;
    /**
     * Bits 7:5 of the instruction.
     */
    op2: number;
  };
  /**
   * Architectural width in bits.
   */
  width: 32 | 64;
  /**
   * The least -march of GNU as 2.40 that accepts the name, with the extension if there is one. GNU as accepts some names earlier than the architecture has the register; feature says what the register belongs to.
   */
  since: "armv8-a" | "armv8.1-a" | "armv8.2-a" | "armv8.3-a" | "armv8.4-a" | "armv8.5-a" | "armv8.6-a";
  /**
   * The +extension of GNU as that the name needs, for registers that no plain -march up to armv8.6-a has.
   */
  extension?: string;
  /**
   * The architectural feature whose implementation brings the register; absent for registers that every implementation has, and for those that AArch32 or EL2 support brings.
   */
  feature?: string;
  /**
   * The lowest Exception level at which MRS reads the register when nothing traps; absent where MRS does not read it.
   */
  read?: number;
  /**
   * The lowest Exception level at which MSR writes the register when nothing traps; absent where MSR does not write it.
   */
  write?: number;
  /**
   * The register whose storage this name reaches: the EL1 register of an _EL12 name, the EL0 register of an _EL02 name, the present name of an old one. Fields and effects agree with that register's.
   */
  aliasOf?: string;
  /**
   * The register whose value MRS gives at EL1 where EL2 is implemented, instead of this one's: how a hypervisor shows a guest another processor's identity.
   */
  readsAtEL1?: string;
  /**
   * An earlier register with the same encoding, and why that is no mistake.
   */
  sharesEncodingWith?: {
    /**
     * The earlier register.
     */
    name: string;
    /**
     * direction: one register is only read and the other only written. renamed: this is another name of the same register; aliasOf names it too.
     */
    because: "direction" | "renamed";
  };
  /**
   * Value after a warm reset into EL2, or the value of a constant register in the machine that worldswitch emulates; 0x and hexadecimal digits. Absent where the architecture leaves the value, or a part of it, UNKNOWN.
   */
  reset?: string;
  /**
   * What the register does besides keeping the value that was written. Absent for plain storage.
   *
   * @minItems 1
   */
  effects?: SysregsEffect[];
  /**
   * The bits, from the top bit down to bit 0. Every bit belongs to exactly one entry. Absent with sameFieldsAs, and where the catalogue does not divide the register: the whole is then one value.
   *
   * @minItems 1
   */
  fields?: SysregsField[];
  /**
   * The register that lists the fields of this one too; that register has fields itself.
   */
  sameFieldsAs?: string;
  /**
   * Other divisions of the register, each for a condition. fields is the division where none of them holds.
   *
   * @minItems 1
   */
  fieldsWhen?: (
    | {
        fields: unknown;
      }
    | {
        sameFieldsAs: unknown;
      }
  )[];
}

/**
 * The operations that SYS encodes: TLBI, AT, IC and DC. Each says how it is encoded and, as data for a machine, what it does.
 */
export interface SystemOperationsDocument {
  /**
   * Where this schema is, for editors.
   */
  $schema: string;
  /**
   * The heading of the operations.
   */
  title: string;
  /**
   * The operations; no two have one name in a class, or one encoding.
   */
  operations: SystemOperationsOperation[];
}
/**
 * One operation.
 *
 * This interface was referenced by `SystemOperationsDocument`'s JSON-Schema
 * via the `definition` "system-operations-operation".
 */
export interface SystemOperationsOperation {
  /**
   * The mnemonic that the operation is written after.
   */
  class: "TLBI" | "AT" | "IC" | "DC";
  /**
   * The operation's name in the manual's spelling.
   */
  name: string;
  /**
   * The fields of SYS that select the operation.
   */
  encoding: {
    /**
     * Bits [18:16].
     */
    op1: number;
    /**
     * Bits [15:12].
     */
    CRn: number;
    /**
     * Bits [11:8].
     */
    CRm: number;
    /**
     * Bits [7:5].
     */
    op2: number;
  };
  /**
   * Whether the operation takes a register. One that does not is encoded with Rt = 31.
   */
  register: boolean;
  /**
   * The least exception level at which the operation is not UNDEFINED, traps aside.
   */
  minimumEl: 0 | 1 | 2 | 3;
  does: SystemOperationsEffect;
}
/**
 * What the operation does. TLBI has regime, stages, by, lastLevel and shareability; AT has stages, el and access; IC and DC have cache, by and maintenance, or zero.
 *
 * This interface was referenced by `SystemOperationsDocument`'s JSON-Schema
 * via the `definition` "system-operations-effect".
 */
export interface SystemOperationsEffect {
  /**
   * TLBI: the translation regime whose entries go.
   */
  regime?: "EL1&0" | "EL2" | "EL3";
  /**
   * TLBI: the stages whose entries go. AT: the stages that are walked.
   */
  stages?: "1" | "2" | "1+2";
  /**
   * What the operation goes by: everything; the current VMID; the ASID, the address or the IPA in the register; the address in every ASID; a cache set and way.
   */
  by?: "all" | "vmid" | "asid" | "va" | "va-all-asids" | "ipa" | "set-way";
  /**
   * TLBI: whether only entries of the last level of a walk go.
   */
  lastLevel?: boolean;
  /**
   * Whether the operation reaches the other PEs of the Inner Shareable domain or only this one.
   */
  shareability?: "local" | "inner";
  /**
   * AT: the exception level as which the address is translated.
   */
  el?: 0 | 1 | 2 | 3;
  /**
   * AT: the kind of access whose permission is asked.
   */
  access?: "read" | "write";
  /**
   * IC and DC: the cache.
   */
  cache?: "instruction" | "data";
  /**
   * IC and DC: what is done to the lines.
   */
  maintenance?: "clean" | "invalidate" | "clean+invalidate";
  /**
   * DC: the point down to which it is done.
   */
  to?: "coherency" | "unification";
  /**
   * DC ZVA: the block of memory is set to zero.
   */
  zero?: boolean;
}

/**
 * What must hold between this register and others, each with its reason.
 *
 * @minItems 1
 *
 * This interface was referenced by `WorldSwitchDocument`'s JSON-Schema
 * via the `definition` "world-switch-constraints".
 */
export type WorldSwitchConstraints = {
  /**
   * Register that is restored after this one, on each way of the switch that restores both (WS330).
   */
  before?: string;
  /**
   * Register that is the other half of a pair: moved directly after this one, its slot behind this one's (WS331).
   */
  pairWith?: string;
  /**
   * Why: a sentence for whoever wants to move the line.
   */
  because: string;
}[];
/**
 * Features that the thing is part of the layout under: names of layout.json's features with !, &&, || and brackets. Absent: always.
 *
 * This interface was referenced by `WorldSwitchDocument`'s JSON-Schema
 * via the `definition` "world-switch-when".
 */
export type WorldSwitchWhen = string;
/**
 * Findings about this thing that are accepted, each with its reason. A waiver that no longer applies is itself a finding (WS901).
 *
 * @minItems 1
 *
 * This interface was referenced by `WorldSwitchDocument`'s JSON-Schema
 * via the `definition` "world-switch-waive".
 */
export type WorldSwitchWaive = {
  /**
   * Code of the finding that is accepted.
   */
  code: string;
  /**
   * Why it is accepted: a sentence for the reviewer.
   */
  because: string;
}[];

/**
 * world-switch.json: which registers go where and in which order between host and guest. The glue is a template; this is all that a layout decides.
 */
export interface WorldSwitchDocument {
  /**
   * Names this schema, so that an editor completes and checks the document: a path or URL that ends in world-switch.schema.json.
   */
  $schema: string;
  /**
   * The section of the object file.
   */
  section: {
    /**
     * Section that the code goes to.
     */
    name: string;
    /**
     * log2 of the section's alignment in bytes, 0 to 16. An expression over 64-bit unsigned values: decimal and 0x numbers, names of constants, mask(REGISTER.FIELD), shift(REGISTER.FIELD), parentheses and C's operators ~ - * / % + - << >> & ^ |.
     */
    alignLog2: string;
  };
  /**
   * General-purpose registers and the roles that the glue gives them; all different.
   */
  registers: {
    /**
     * Holds the address of the vcpu.
     */
    vcpu: string;
    /**
     * Holds the exit code on the way out.
     */
    exitCode: string;
    /**
     * Holds the address of the context that is saved or restored.
     */
    context: string;
    /**
     * Holds addresses of slots while groups are moved.
     */
    scratch: string;
    /**
     * Holds return addresses.
     */
    link: string;
  };
  /**
   * Registers that are moved together.
   *
   * @minItems 1
   */
  groups: WorldSwitchGroup[];
  /**
   * Sequences of steps; each becomes an assembly macro and a TypeScript function. A routine calls only routines that stand before it.
   *
   * @minItems 1
   */
  routines: WorldSwitchRoutine[];
  /**
   * Routines that also exist as functions, called by BL and left by RET.
   */
  procedures: {
    /**
     * Symbol of the function.
     */
    symbol: string;
    /**
     * Routine that is its body.
     */
    routine: string;
    when?: WorldSwitchWhen;
  }[];
  /**
   * The two ways of the world switch.
   */
  switch: {
    /**
     * From the host into the guest.
     *
     * @minItems 1
     */
    entry: WorldSwitchSwitchStep[];
    /**
     * From the guest back to the host.
     *
     * @minItems 1
     */
    exit: WorldSwitchSwitchStep[];
  };
  /**
   * Where the contexts of both sides are, seen from the vcpu.
   */
  contexts: {
    /**
     * Member of the vcpu that is the guest's context.
     */
    guest: string;
    /**
     * Member of the vcpu that points to the host's context.
     */
    host: string;
  };
  /**
   * Registers that decide what the guest is trapped for, in the order in which they are written.
   */
  traps: WorldSwitchTrap[];
  /**
   * What the switch takes from the virtual machine. Deactivation writes 0.
   */
  vm: {
    /**
     * Register that selects the guest's stage 2 tables and VMID: VTTBR_EL2.
     */
    register: string;
    /**
     * Member of the vcpu that points to its VM.
     */
    pointer: string;
    /**
     * Member of the VM's struct that holds the register's value.
     */
    member: string;
  };
  /**
   * Syndrome registers that are kept in the vcpu when the guest is trapped.
   */
  fault: {
    /**
     * System register that is read.
     */
    register: string;
    /**
     * Member of the vcpu that it is stored to.
     */
    member: string;
    /**
     * Bits that the store writes.
     */
    width: 32 | 64;
    waive?: WorldSwitchWaive;
    when?: WorldSwitchWhen;
  }[];
  /**
   * How an abort's address is found when the hardware does not give it.
   */
  abort: {
    /**
     * AT operation that finds the guest's intermediate physical address.
     */
    operation: string;
    /**
     * Register that the operation leaves its result in: PAR_EL1.
     */
    result: string;
    /**
     * How failure shows.
     */
    failed: {
      /**
       * Field of the result that says that the operation failed.
       */
      field: string;
      /**
       * Bit of the result that the switch tests for it, where code as it was posted tests another than the field's. Absent: the field's own.
       */
      bit?: number;
      waive?: WorldSwitchWaive;
    };
    /**
     * Registers that the way through an abort overwrites although they are the guest's.
     */
    clobbers: {
      /**
       * System register that is overwritten.
       */
      register: string;
      waive?: WorldSwitchWaive;
      when?: WorldSwitchWhen;
    }[];
  };
  /**
   * What happens when the hypervisor itself takes an exception.
   */
  panic: {
    /**
     * Kernel function that is returned to: it prints the message and stops.
     */
    function: string;
    /**
     * printk format; its conversions take the PSTATE, PC and the other registers in order.
     */
    message: string;
    /**
     * System registers passed to the function, in the order of its arguments X1 to X7.
     *
     * @minItems 1
     * @maxItems 7
     */
    registers: string[];
    /**
     * PSTATE that the function starts in, as SPSR_EL2 takes it: 0 to 2^32-1. An expression over 64-bit unsigned values: decimal and 0x numbers, names of constants, mask(REGISTER.FIELD), shift(REGISTER.FIELD), parentheses and C's operators ~ - * / % + - << >> & ^ |.
     */
    pstate: string;
  };
  /**
   * The sixteen exception vectors, in the architecture's order: EL2t, EL2h, 64-bit EL1, 32-bit EL1; in each sync, irq, fiq, error.
   */
  vectors: {
    /**
     * Where the exception comes from: EL2 on SP_EL0, EL2 on SP_EL2, a lower level in AArch64, a lower level in AArch32.
     */
    from: "EL2t" | "EL2h" | "64-bit EL1" | "32-bit EL1";
    /**
     * Synchronous, IRQ, FIQ or SError.
     */
    kind: "sync" | "irq" | "fiq" | "error";
    /**
     * panic: stop the machine; sync: the guest's traps and the host's calls; irq: leave the guest for the host to take the interrupt.
     */
    handler: "panic" | "sync" | "irq";
    when?: WorldSwitchWhen;
  }[];
  /**
   * Barriers that must stand between the write of one system register and the next write of another, on every way through the switch (WS334 of lint on the steps, WS824 of verify on the code). A { "barrier": … } step puts one there.
   *
   * @minItems 1
   */
  barriers?: WorldSwitchBarrier[];
  /**
   * How __kvm_tlb_flush_vmid_ipa invalidates one page of a VM in stage 2.
   */
  flush: {
    /**
     * TLBI operation by intermediate physical address.
     */
    operation: string;
    /**
     * Bits by which the address goes right before the operation. The architecture takes the page's number, IPA[47:12] from bit 0 up: 12. 0: none, as the code was posted.
     */
    ipaShift: number;
    waive?: WorldSwitchWaive;
  };
}
/**
 * Registers that are moved together; either order or transfers says which.
 *
 * This interface was referenced by `WorldSwitchDocument`'s JSON-Schema
 * via the `definition` "world-switch-group".
 */
export interface WorldSwitchGroup {
  /**
   * Name of the group.
   */
  name: string;
  /**
   * What its registers have in common; printed as a comment.
   */
  doc: string;
  /**
   * General-purpose registers that system registers pass through, used in this order; the generator moves in batches when there are more registers than these. Needed when the group has system registers, and by push and pop.
   */
  temporaries?: string;
  /**
   * What slots are addressed from: scratch (default), the scratch register where the last anchor put it; context, the context's own address.
   */
  base?: "scratch" | "context";
  /**
   * Whether neighbouring slots are moved by LDP and STP (default) or each by itself.
   */
  pairs?: boolean;
  /**
   * Register of the group at whose slot the base moves there by write-back, so that later slots are in reach.
   */
  advanceAt?: string;
  /**
   * The group's registers are those of sysreg-order.json that name the group, in that order. Instead of transfers.
   */
  order?: true;
  /**
   * Registers and their slots, in the order of moving. Instead of order.
   *
   * @minItems 1
   */
  transfers?: WorldSwitchTransfer[];
  waive?: WorldSwitchWaive;
  when?: WorldSwitchWhen;
}
/**
 * A register and its slot.
 *
 * This interface was referenced by `WorldSwitchDocument`'s JSON-Schema
 * via the `definition` "world-switch-transfer".
 */
export interface WorldSwitchTransfer {
  /**
   * X0 to X30, Q0 to Q31, or a system register of the catalogue.
   */
  register: string;
  /**
   * Its slot: a member of the context struct. 8 bytes for X and system registers, 16 for Q; 4 for a system register whose bits 63:32 are reserved.
   */
  member: string;
  constraints?: WorldSwitchConstraints;
  /**
   * What the slot holds, where its name does not say it.
   */
  doc?: string;
  when?: WorldSwitchWhen;
}
/**
 * A sequence of steps.
 *
 * This interface was referenced by `WorldSwitchDocument`'s JSON-Schema
 * via the `definition` "world-switch-routine".
 */
export interface WorldSwitchRoutine {
  /**
   * Name of the routine.
   */
  name: string;
  /**
   * What it does; printed as a comment.
   */
  doc: string;
  /**
   * What it does, in order.
   *
   * @minItems 1
   */
  steps: WorldSwitchStep[];
  waive?: WorldSwitchWaive;
  when?: WorldSwitchWhen;
}
/**
 * One step: exactly one of these properties.
 *
 * This interface was referenced by `WorldSwitchDocument`'s JSON-Schema
 * via the `definition` "world-switch-step".
 */
export interface WorldSwitchStep {
  /**
   * Group whose first slot's address goes to the scratch register.
   */
  anchor?: string;
  /**
   * Group that is read and stored to its slots.
   */
  save?: string;
  /**
   * Group that is loaded from its slots and written.
   */
  restore?: string;
  /**
   * Group whose temporaries, or whose own registers, are stored to its slots.
   */
  store?: string;
  /**
   * Group whose slots are loaded to its temporaries, or to its own registers.
   */
  load?: string;
  /**
   * Group whose temporaries are pushed to the stack.
   */
  push?: string;
  /**
   * Group whose values are popped from the stack to its temporaries.
   */
  pop?: string;
  /**
   * Group whose values are popped from the stack to its own registers.
   */
  unstack?: string;
  /**
   * Routine that is expanded here.
   */
  call?: string;
}
/**
 * One step of the way: exactly one of these properties.
 *
 * This interface was referenced by `WorldSwitchDocument`'s JSON-Schema
 * via the `definition` "world-switch-switchStep".
 */
export interface WorldSwitchSwitchStep {
  /**
   * Side whose context the context register points to from here.
   */
  context?: "host" | "guest";
  /**
   * Routine that is expanded here.
   */
  routine?: string;
  /**
   * Symbol of a procedure that is called here.
   */
  procedure?: string;
  /**
   * Which settings of the traps are written.
   */
  traps?: "activate" | "deactivate";
  /**
   * Whether the VM's stage 2 is switched on or off.
   */
  vm?: "activate" | "deactivate";
  /**
   * Barrier that is executed here: ISB, or DSB SY.
   */
  barrier?: "isb" | "dsb";
}
/**
 * A register and what is written to it on the way in and on the way out.
 *
 * This interface was referenced by `WorldSwitchDocument`'s JSON-Schema
 * via the `definition` "world-switch-trap".
 */
export interface WorldSwitchTrap {
  /**
   * System register that is written.
   */
  register: string;
  activate: WorldSwitchTrapSetting;
  deactivate: WorldSwitchTrapSetting;
  waive?: WorldSwitchWaive;
  when?: WorldSwitchWhen;
}
/**
 * What is written: (present value & keep) | value, or members ORed together.
 *
 * This interface was referenced by `WorldSwitchDocument`'s JSON-Schema
 * via the `definition` "world-switch-trapSetting".
 */
export interface WorldSwitchTrapSetting {
  /**
   * Members of the vcpu, loaded in this order and ORed.
   *
   * @minItems 1
   * @maxItems 4
   */
  members?: string[];
  /**
   * Mask of the bits of the present value that stay. Absent: none. An expression over 64-bit unsigned values: decimal and 0x numbers, names of constants, mask(REGISTER.FIELD), shift(REGISTER.FIELD), parentheses and C's operators ~ - * / % + - << >> & ^ |.
   */
  keep?: string;
  /**
   * Bits to set. Absent: none. An expression over 64-bit unsigned values: decimal and 0x numbers, names of constants, mask(REGISTER.FIELD), shift(REGISTER.FIELD), parentheses and C's operators ~ - * / % + - << >> & ^ |.
   */
  value?: string;
  /**
   * Whether value is loaded from the literal pool rather than moved (default: moved).
   */
  literal?: boolean;
}
/**
 * A barrier that two writes must have between them, and why.
 *
 * This interface was referenced by `WorldSwitchDocument`'s JSON-Schema
 * via the `definition` "world-switch-barrier".
 */
export interface WorldSwitchBarrier {
  /**
   * isb: an ISB. dsb: a DSB SY.
   */
  barrier: "isb" | "dsb";
  /**
   * System register that is written first, as MSR names it.
   */
  after: string;
  /**
   * System register that is written behind the barrier, as MSR names it.
   */
  before: string;
  /**
   * Why: a sentence for whoever wants to remove the barrier.
   */
  because: string;
  waive?: WorldSwitchWaive;
  when?: WorldSwitchWhen;
}
