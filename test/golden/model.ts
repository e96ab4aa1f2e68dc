import type { SourceRef } from "../../src/core/source-ref.js";
import type {
  AsmOffset,
  Member,
  MemberType,
  Model,
  Place,
  Struct,
  Sysreg,
  SysregField,
  Transfer,
} from "../../src/model/types.js";

/**
 * A layout of three system registers, three structs and every kind of member, written by hand: each offset and size
 * below is what AAPCS64 gives, computed on paper.
 */
const at: SourceRef = { file: "schema/tiny/layout.json", line: 1, column: 1 };

const member = (
  name: string,
  type: MemberType,
  place: [offsetBytes: number, sizeBytes: number, alignBytes: number],
  more: Partial<Pick<Member, "count" | "countName" | "index" | "doc">> = {},
): Member => ({
  name,
  type,
  offsetBytes: place[0],
  sizeBytes: place[1],
  alignBytes: place[2],
  elementBytes: place[1] / (more.count ?? 1),
  at,
  ...more,
});

const u16 = { kind: "scalar", scalar: "u16" } as const;
const u32 = { kind: "scalar", scalar: "u32" } as const;
const s32 = { kind: "scalar", scalar: "s32" } as const;
const u64 = { kind: "scalar", scalar: "u64" } as const;
const u128 = { kind: "scalar", scalar: "u128" } as const;
const bool = { kind: "scalar", scalar: "bool" } as const;

const frame: Struct = {
  name: "frame",
  doc: "Core registers.",
  members: [
    member("esr", u32, [0, 4, 4], { doc: "syndrome" }),
    member("regs", u64, [8, 24, 8], { count: 3, index: "gpr" }),
    member("vregs", u128, [32, 32, 16], { count: 2, index: "fpr" }),
    member("pending", bool, [64, 1, 1]),
    member("vm", { kind: "pointer", to: "struct vm" }, [72, 8, 8]),
    member("scratch", { kind: "opaque" }, [80, 12, 4], { doc: "whatever the host keeps here" }),
  ],
  holes: [
    { offsetBytes: 4, sizeBytes: 4, after: "esr" },
    { offsetBytes: 65, sizeBytes: 7, after: "pending" },
    { offsetBytes: 92, sizeBytes: 4, after: "scratch" },
  ],
  sizeBytes: 96,
  alignBytes: 16,
  at,
};

const context: Struct = {
  name: "context",
  doc: "Everything that is switched for one side.",
  members: [
    member("frame", { kind: "struct", struct: "frame" }, [0, 96, 16]),
    member("sys_regs", u64, [96, 32, 8], { count: 4, countName: "NR_SYS_REGS", index: "sysreg" }),
  ],
  holes: [],
  sizeBytes: 128,
  alignBytes: 16,
  at,
};

const vcpu: Struct = {
  name: "vcpu",
  members: [
    member("ctxt", { kind: "struct", struct: "context" }, [0, 128, 16], { doc: "the guest's registers" }),
    member("host", { kind: "pointer", to: "struct context" }, [128, 8, 8]),
    member("cpu", s32, [136, 4, 4]),
    member("levels", u16, [140, 6, 2], { count: 3 }),
    member("spare", { kind: "struct", struct: "frame" }, [160, 192, 16], { count: 2 }),
    member("constructor", { kind: "scalar", scalar: "s8" }, [352, 1, 1]),
  ],
  holes: [
    { offsetBytes: 146, sizeBytes: 14, after: "levels" },
    { offsetBytes: 353, sizeBytes: 15, after: "constructor" },
  ],
  sizeBytes: 368,
  alignBytes: 16,
  at,
};

const sysreg = (
  name: string,
  title: string,
  encoding: [number, number, number, number, number],
  access: Partial<Pick<Sysreg, "readEl" | "writeEl" | "reset">>,
  fields: readonly SysregField[],
): Sysreg => ({
  name,
  title,
  group: "test",
  encoding: { op0: encoding[0], op1: encoding[1], CRn: encoding[2], CRm: encoding[3], op2: encoding[4] },
  widthBits: 64,
  since: "armv8-a",
  effects: [],
  fields,
  at,
  ...access,
});

const affinity: readonly SysregField[] = [
  { reserved: "RES0", msb: 63, lsb: 40 },
  { name: "Aff3", msb: 39, lsb: 32, doc: "affinity level 3" },
  { reserved: "RES1", msb: 31, lsb: 31 },
  { name: "U", msb: 30, lsb: 30, values: { "0": "part of a cluster", "1": "a single core" } },
  { reserved: "RES0", msb: 29, lsb: 24 },
  { name: "Aff2", msb: 23, lsb: 16 },
  { name: "Aff1", msb: 15, lsb: 8 },
  { name: "Aff0", msb: 7, lsb: 0 },
];

const MPIDR_EL1 = sysreg(
  "MPIDR_EL1",
  "Multiprocessor Affinity Register",
  [3, 0, 0, 0, 5],
  { readEl: 1 },
  affinity,
);
const VMPIDR_EL2 = sysreg(
  "VMPIDR_EL2",
  "Virtualization Multiprocessor ID Register",
  [3, 4, 0, 0, 5],
  { readEl: 2, writeEl: 2 },
  affinity,
);
const FAR_EL1 = sysreg(
  "FAR_EL1",
  "Fault Address Register (EL1)",
  [3, 0, 6, 0, 0],
  { readEl: 1, writeEl: 1 },
  [{ name: "VA", msb: 63, lsb: 0, doc: "faulting virtual address" }],
);
const TPIDR_EL1 = sysreg(
  "TPIDR_EL1",
  "EL1 Software Thread ID Register",
  [3, 0, 13, 0, 4],
  { readEl: 1, writeEl: 1 },
  [],
);
const ELR_EL2 = sysreg(
  "ELR_EL2",
  "Exception Link Register (EL2)",
  [3, 4, 4, 0, 1],
  { readEl: 2, writeEl: 2 },
  [],
);
const HCR_EL2 = sysreg(
  "HCR_EL2",
  "Hypervisor Configuration Register",
  [3, 4, 1, 1, 0],
  { readEl: 2, writeEl: 2 },
  [
    { reserved: "RES0", msb: 63, lsb: 32 },
    { name: "RW", msb: 31, lsb: 31 },
    { reserved: "RES0", msb: 30, lsb: 1 },
    { name: "VM", msb: 0, lsb: 0, doc: "stage 2 translation" },
  ],
);
const VTTBR_EL2 = sysreg(
  "VTTBR_EL2",
  "Virtualization Translation Table Base",
  [3, 4, 2, 1, 0],
  { readEl: 2, writeEl: 2 },
  [],
);
const PAR_EL1 = sysreg(
  "PAR_EL1",
  "Physical Address Register",
  [3, 0, 7, 4, 0],
  { readEl: 1, writeEl: 1 },
  [],
);

const place = (struct: Struct, path: string, offsetBytes: number, widthBytes: number, of: Member): Place => ({
  struct: struct.name,
  path,
  offsetBytes,
  widthBytes,
  member: of,
});
const regs = frame.members[1]!;
const vregs = frame.members[2]!;
const sysRegs = context.members[1]!;
const vm = frame.members[4]!;

const x = (number: number): Transfer => ({
  register: `X${number}`,
  kind: "x",
  number,
  place: place(context, `frame.regs[${number}]`, 8 + 8 * number, 8, regs),
  at,
});
const q = (number: number): Transfer => ({
  register: `Q${number}`,
  kind: "q",
  number,
  place: place(context, `frame.vregs[${number}]`, 32 + 16 * number, 16, vregs),
  at,
});
const slot = (register: Sysreg, via: Sysreg, index: number): Transfer => ({
  register: register.name,
  kind: "sysreg",
  sysreg: via,
  place: place(context, `sys_regs[${register.name}]`, 96 + 8 * index, 8, sysRegs),
  at,
});

const symbol = (name: string, struct: Struct, path: string, offsetBytes: number, of: Member): AsmOffset => ({
  symbol: name,
  struct: struct.name,
  member: path,
  place: place(struct, path, offsetBytes, of.sizeBytes, of),
  waivers: [],
  at,
});

export const goldenModel: Model = {
  layout: {
    name: "tiny",
    title: "A world switch of three registers",
    doc: "Small enough to check by eye.",
    vcpu: "vcpu",
    context: "context",
    at,
  },
  constants: [
    { name: "VA_BITS", value: 39n, radix: 10, doc: "virtual address bits", at },
    {
      name: "VA_MASK",
      value: 0x7fffffffffn,
      radix: 16,
      expression: "(1 << VA_BITS) - 1",
      doc: "what a virtual address may use",
      at,
    },
    { name: "HCR_RW", value: 0x80000000n, radix: 16, expression: "1 << 31", field: "HCR_EL2.RW", at },
    { name: "PAGE_OFFSET", value: 0xffffffc000000000n, radix: 16, at },
    { name: "NR_SYS_REGS", value: 4n, radix: 10, doc: "slots of the array of system registers", at },
  ],
  structs: [frame, context, vcpu],
  sysregs: new Map(
    [MPIDR_EL1, VMPIDR_EL2, FAR_EL1, TPIDR_EL1, ELR_EL2, HCR_EL2, VTTBR_EL2, PAR_EL1].map((r) => [r.name, r]),
  ),
  sysregOrder: {
    storageStruct: "context",
    storageMember: "sys_regs",
    sentinel: { name: "__INVALID_SYSREG__", doc: "index 0 marks an invalid register" },
    countName: "NR_SYS_REGS",
    slots: [
      {
        name: "MPIDR_EL1",
        index: 1,
        offsetBytes: 104,
        sysreg: MPIDR_EL1,
        via: VMPIDR_EL2,
        groups: ["sysregs"],
        waivers: [],
        at,
      },
      {
        name: "FAR_EL1",
        index: 2,
        offsetBytes: 112,
        sysreg: FAR_EL1,
        via: FAR_EL1,
        groups: ["sysregs"],
        waivers: [],
        at,
      },
      {
        name: "TPIDR_EL1",
        index: 3,
        offsetBytes: 120,
        sysreg: TPIDR_EL1,
        via: TPIDR_EL1,
        groups: ["sysregs"],
        waivers: [],
        at,
      },
    ],
    at,
  },
  asmOffsets: [
    symbol("VCPU_CONTEXT", vcpu, "ctxt", 0, vcpu.members[0]!),
    symbol("VCPU_SPARE_ESR", vcpu, "spare[1].esr", 256, frame.members[0]!),
    symbol("CPU_SYSREGS", context, "sys_regs", 96, sysRegs),
  ],
  offsetMacros: [
    {
      macro: "CPU_SYSREG_OFFSET",
      struct: "context",
      member: "sys_regs",
      symbols: ["CPU_SYSREGS"],
      restBytes: 0,
      elementBytes: 8,
      doc: "slot of a system register by its index",
      place: place(context, "sys_regs", 96, 32, sysRegs),
      at,
    },
  ],
  worldSwitch: {
    section: { name: ".hyp.text", alignLog2: { text: "12", value: 12n } },
    registers: { vcpu: 0, exitCode: 1, context: 2, scratch: 3, link: 30 },
    groups: [
      { name: "general", doc: "X1.", temporaries: [], base: "scratch", pairs: true, transfers: [x(1)], at },
      {
        name: "stacked",
        doc: "X0, by the stack.",
        temporaries: [4],
        base: "scratch",
        pairs: true,
        transfers: [x(0)],
        at,
      },
      {
        name: "fpsimd",
        doc: "Q0 and Q1.",
        temporaries: [],
        base: "scratch",
        pairs: true,
        transfers: [q(0), q(1)],
        at,
      },
      {
        name: "sysregs",
        doc: "EL1's system registers.",
        temporaries: [4, 5, 6],
        base: "scratch",
        pairs: true,
        transfers: [slot(MPIDR_EL1, VMPIDR_EL2, 1), slot(FAR_EL1, FAR_EL1, 2), slot(TPIDR_EL1, TPIDR_EL1, 3)],
        at,
      },
      {
        name: "syndrome",
        doc: "A register in a narrow slot.",
        temporaries: [4],
        base: "context",
        pairs: false,
        transfers: [
          {
            register: "ELR_EL2",
            kind: "sysreg",
            sysreg: ELR_EL2,
            place: place(context, "frame.esr", 0, 4, frame.members[0]!),
            at,
          },
        ],
        at,
      },
    ],
    routines: [
      {
        name: "save_sysregs",
        doc: "EL1's registers.",
        steps: [
          { kind: "anchor", name: "sysregs", at },
          { kind: "save", name: "sysregs", at },
        ],
        at,
      },
      {
        name: "restore_sysregs",
        doc: "The mirror of save_sysregs.",
        steps: [
          { kind: "anchor", name: "sysregs", at },
          { kind: "restore", name: "sysregs", at },
        ],
        at,
      },
      {
        name: "save_guest",
        doc: "All of the guest's.",
        steps: [
          { kind: "pop", name: "stacked", at },
          { kind: "anchor", name: "stacked", at },
          { kind: "store", name: "stacked", at },
          { kind: "save", name: "general", at },
          { kind: "save", name: "fpsimd", at },
          { kind: "save", name: "syndrome", at },
          { kind: "call", name: "save_sysregs", at },
        ],
        at,
      },
      {
        name: "restore_guest",
        doc: "The mirror of save_guest.",
        steps: [
          { kind: "load", name: "stacked", at },
          { kind: "push", name: "stacked", at },
          { kind: "call", name: "restore_sysregs", at },
          { kind: "restore", name: "syndrome", at },
          { kind: "restore", name: "fpsimd", at },
          { kind: "restore", name: "general", at },
          { kind: "unstack", name: "stacked", at },
        ],
        at,
      },
    ],
    procedures: [{ symbol: "__save_sysregs", routine: "save_sysregs", at }],
    entry: [
      { kind: "context", name: "guest", at },
      { kind: "routine", name: "restore_guest", at },
    ],
    exit: [
      { kind: "context", name: "guest", at },
      { kind: "routine", name: "save_guest", at },
    ],
    contexts: {
      guest: place(vcpu, "ctxt", 0, 128, vcpu.members[0]!),
      host: place(vcpu, "host", 128, 8, vcpu.members[1]!),
    },
    traps: [
      {
        register: HCR_EL2,
        activate: { members: [], value: { text: "HCR_RW", value: 0x80000000n }, literal: false },
        deactivate: { members: [], value: { text: "0", value: 0n }, literal: false },
        at,
      },
    ],
    vm: {
      register: VTTBR_EL2,
      pointer: place(vcpu, "ctxt.frame.vm", 72, 8, vm),
      place: place(vcpu, "ctxt.frame.vm", 72, 8, vm),
      at,
    },
    fault: [],
    abort: {
      operation: "S1E1R",
      result: PAR_EL1,
      failed: { field: "F", bit: 0, waivers: [], at },
      clobbers: [],
      at,
    },
    flush: { operation: "IPAS2E1IS", ipaShift: 0, waivers: [], at },
    panic: {
      function: "panic",
      message: "panic",
      registers: [ELR_EL2],
      pstate: { text: "0", value: 0n },
      at,
    },
    vectors: [],
  },
  a64: {
    mnemonics: new Set(),
    instructions: [],
    aliases: [],
    names: new Map(),
    systemOperations: [],
    encodingGroups: [],
  },
  documents: [
    { file: "layout.json", text: "a" },
    { file: "sysreg-order.json", text: "b" },
  ],
};
