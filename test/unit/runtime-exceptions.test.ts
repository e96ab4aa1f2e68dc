import { describe, expect, test } from "vitest";
import { type Machine, toSpsr } from "../../src/runtime/index.js";
import { CODE, machineWith, syndromeOf, VBAR_EL1, VBAR_EL2, words } from "./runtime-bench.js";

const HCR = {
  VM: 1n << 0n,
  FMO: 1n << 3n,
  IMO: 1n << 4n,
  AMO: 1n << 5n,
  VF: 1n << 6n,
  VI: 1n << 7n,
  VSE: 1n << 8n,
  TWI: 1n << 13n,
  TWE: 1n << 14n,
  TSC: 1n << 19n,
  TGE: 1n << 27n,
  HCD: 1n << 29n,
  RW: 1n << 31n,
};

function withHcr(machine: Machine, ...bits: (keyof typeof HCR)[]): Machine {
  machine.registers.set(
    "HCR_EL2",
    bits.reduce((value, bit) => value | HCR[bit], HCR.RW),
  );
  return machine;
}

/** EC, level and vector offset of what an instruction at CODE raises. */
function taken(machine: Machine): { ec: number; iss: number; el: number; offset: bigint; returnsTo: bigint } {
  expect(machine.step()).toBe("exception");
  const el = machine.pstate.EL === 2 ? 2 : 1;
  const { ec, il, iss } = syndromeOf(machine, el);
  expect(il).toBe(1);
  const offset = machine.pc - (el === 2 ? VBAR_EL2 : VBAR_EL1);
  return { ec, iss, el, offset, returnsTo: machine.registers.get(`ELR_EL${el}`) - CODE };
}

describe("exception entry", () => {
  test.each([
    ["svc from EL0", words.svc(7), 0, [], { ec: 0x15, iss: 7, el: 1, offset: 0x400n, returnsTo: 4n }],
    [
      "svc from EL0 under TGE",
      words.svc(7),
      0,
      ["TGE"],
      { ec: 0x15, iss: 7, el: 2, offset: 0x400n, returnsTo: 4n },
    ],
    ["svc from EL1", words.svc(7), 1, [], { ec: 0x15, iss: 7, el: 1, offset: 0x200n, returnsTo: 4n }],
    ["svc from EL2", words.svc(7), 2, [], { ec: 0x15, iss: 7, el: 2, offset: 0x200n, returnsTo: 4n }],
    ["hvc from EL0", words.hvc(9), 0, [], { ec: 0, iss: 0, el: 1, offset: 0x400n, returnsTo: 0n }],
    ["hvc from EL1", words.hvc(9), 1, [], { ec: 0x16, iss: 9, el: 2, offset: 0x400n, returnsTo: 4n }],
    ["hvc from EL2", words.hvc(9), 2, [], { ec: 0x16, iss: 9, el: 2, offset: 0x200n, returnsTo: 4n }],
    [
      "hvc from EL1 under HCD",
      words.hvc(9),
      1,
      ["HCD"],
      { ec: 0, iss: 0, el: 1, offset: 0x200n, returnsTo: 0n },
    ],
    ["smc from EL1", words.smc(5), 1, [], { ec: 0, iss: 0, el: 1, offset: 0x200n, returnsTo: 0n }],
    [
      "smc from EL1 under TSC",
      words.smc(5),
      1,
      ["TSC"],
      { ec: 0x17, iss: 5, el: 2, offset: 0x400n, returnsTo: 0n },
    ],
    [
      "smc from EL0 under TSC",
      words.smc(5),
      0,
      ["TSC"],
      { ec: 0, iss: 0, el: 1, offset: 0x400n, returnsTo: 0n },
    ],
    ["brk from EL0", words.brk(3), 0, [], { ec: 0x3c, iss: 3, el: 1, offset: 0x400n, returnsTo: 0n }],
    ["hlt from EL1", words.hlt(3), 1, [], { ec: 0, iss: 0, el: 1, offset: 0x200n, returnsTo: 0n }],
    ["eret from EL0", words.eret, 0, [], { ec: 0, iss: 0, el: 1, offset: 0x400n, returnsTo: 0n }],
    [
      "an unallocated word from EL0 under TGE",
      0,
      0,
      ["TGE"],
      { ec: 0, iss: 0, el: 2, offset: 0x400n, returnsTo: 0n },
    ],
    [
      "wfi from EL1 under TWI",
      words.wfi,
      1,
      ["TWI"],
      { ec: 1, iss: 0x1e00000, el: 2, offset: 0x400n, returnsTo: 0n },
    ],
    [
      "wfe from EL1 under TWE",
      words.wfe,
      1,
      ["TWE"],
      { ec: 1, iss: 0x1e00001, el: 2, offset: 0x400n, returnsTo: 0n },
    ],
    [
      "wfi from EL0 without nTWI",
      words.wfi,
      0,
      [],
      { ec: 1, iss: 0x1e00000, el: 1, offset: 0x400n, returnsTo: 0n },
    ],
  ] as const)("of %s", (_, word, el, hcr, expected) => {
    expect(taken(withHcr(machineWith([word], { el }), ...hcr))).toEqual(expected);
  });

  test("keeps PSTATE in SPSR, masks interrupts and selects the handler's stack", () => {
    const machine = machineWith([words.hvc(0)], { el: 1 });
    Object.assign(machine.pstate, { N: 1, Z: 0, C: 1, V: 0, D: 0, A: 1, I: 0, F: 1, SP: 0 });
    const before = toSpsr(machine.pstate);
    expect(before).toBe(0xa0000144n);
    machine.step();
    expect(machine.registers.get("SPSR_EL2")).toBe(before);
    expect(machine.pstate).toMatchObject({ EL: 2, SP: 1, D: 1, A: 1, I: 1, F: 1 });
  });

  test("from EL2 on SP_EL0 uses the first vectors", () => {
    const machine = machineWith([words.svc(0)], { el: 2 });
    machine.pstate.SP = 0;
    expect(taken(machine).offset).toBe(0n);
  });

  test("of a misaligned PC comes before the fetch and reports it in FAR", () => {
    const machine = machineWith([], { el: 1 });
    machine.pc = 0x3n;
    expect(taken(machine)).toMatchObject({ ec: 0x22, el: 1 });
    expect(machine.registers.get("FAR_EL1")).toBe(3n);
  });

  test("of a misaligned stack pointer needs SCTLR_ELx.SA", () => {
    const strSp = 0xf90003e0;
    const machine = machineWith([strSp, strSp], { el: 2 });
    machine.sp = CODE + 0x108n;
    expect(machine.step()).toBe("executed");
    machine.registers.set("SCTLR_EL2", 1n << 3n);
    expect(taken(machine)).toMatchObject({ ec: 0x26, iss: 0, returnsTo: 4n });
  });
});

describe("exception return", () => {
  const eretTo = (spsr: bigint, ...hcr: (keyof typeof HCR)[]) => {
    const machine = withHcr(machineWith([words.eret, words.nop], { el: 2 }), ...hcr);
    machine.registers.set("ELR_EL2", CODE + 4n);
    machine.registers.set("SPSR_EL2", spsr);
    machine.step();
    return machine;
  };

  test("takes over flags, masks, level and stack", () => {
    const { pstate, pc } = eretTo(0x60000145n);
    expect(pc).toBe(CODE + 4n);
    expect(pstate).toMatchObject({ N: 0, Z: 1, C: 1, V: 0, D: 0, A: 1, I: 0, F: 1, EL: 1, SP: 1, IL: 0 });
  });

  test.each([
    ["AArch32", 0x10n, []],
    ["a reserved mode", 0x6n, []],
    ["EL0 on its own stack", 0x1n, []],
    ["EL3", 0xdn, []],
    ["EL1 under TGE", 0x5n, ["TGE"]],
  ] as const)("to %s is illegal: the level stays and the next instruction raises EC 0x0e", (_, mode, hcr) => {
    const machine = eretTo(0x80000000n | mode, ...hcr);
    expect(machine.pstate).toMatchObject({ EL: 2, SP: 1, IL: 1, N: 1 });
    expect(taken(machine)).toMatchObject({ ec: 0x0e, el: 2, returnsTo: 4n });
    expect(machine.registers.get("SPSR_EL2") & (1n << 20n)).toBe(1n << 20n);
    expect(machine.pstate.IL).toBe(0);
  });

  test("ends exclusive access", () => {
    const machine = machineWith([words.eret], { el: 2 });
    machine.state.exclusive = { pa: CODE, sizeBytes: 8 };
    machine.registers.set("SPSR_EL2", 0x3c5n);
    machine.step();
    expect(machine.state.exclusive).toBeUndefined();
  });
});

describe("an interrupt", () => {
  /** The level that an IRQ is taken to, or 0 while it waits. Source: DDI0487, routing and masking tables. */
  const target = (el: number, masked: boolean, ...hcr: (keyof typeof HCR)[]) => {
    const machine = withHcr(machineWith([words.nop], { el }), ...hcr);
    machine.pstate.I = masked ? 1 : 0;
    machine.setIrq(true);
    return machine.step() === "interrupt" ? machine.pstate.EL : 0;
  };

  test.each([
    [0, false, [], 1],
    [0, true, [], 0],
    [1, false, [], 1],
    [1, true, [], 0],
    [2, false, [], 0],
    [0, true, ["IMO"], 2],
    [1, true, ["IMO"], 2],
    [2, true, ["IMO"], 0],
    [2, false, ["IMO"], 2],
    [0, true, ["TGE"], 2],
    [2, false, ["TGE"], 2],
  ] as const)("at EL%i, masked %s, with HCR_EL2 %j goes to EL%i", (el, masked, hcr, to) => {
    expect(target(el, masked, ...hcr)).toBe(to);
  });

  test("returns to the instruction that it came before and leaves ESR alone", () => {
    const machine = withHcr(machineWith([words.nop], { el: 1 }), "IMO");
    machine.registers.set("ESR_EL2", 0x1234n);
    machine.setIrq(true);
    machine.step();
    expect(machine.registers.get("ELR_EL2")).toBe(CODE);
    expect(machine.registers.get("ESR_EL2")).toBe(0x1234n);
    expect(machine.pc).toBe(VBAR_EL2 + 0x480n);
  });

  test("comes as FIQ and SError through their own vectors, SError with its class", () => {
    const fiq = withHcr(machineWith([words.nop], { el: 1 }), "FMO");
    fiq.setFiq(true);
    fiq.step();
    expect(fiq.pc).toBe(VBAR_EL2 + 0x500n);
    const serror = withHcr(machineWith([words.nop, words.nop], { el: 1 }), "AMO");
    serror.raiseSError();
    serror.step();
    expect(serror.pc).toBe(VBAR_EL2 + 0x580n);
    expect(syndromeOf(serror, 2).ec).toBe(0x2f);
    serror.pc = CODE;
    serror.pstate.A = 0;
    expect(serror.step()).toBe("executed");
  });

  test("is virtual by HCR_EL2.VI under IMO, at EL1 when not masked, and never at EL2", () => {
    const outcome = (el: number, masked: number, ...hcr: (keyof typeof HCR)[]) => {
      const machine = withHcr(machineWith([words.nop], { el }), ...hcr);
      machine.pstate.I = masked;
      return machine.step() === "interrupt" ? machine.pc - VBAR_EL1 : undefined;
    };
    expect(outcome(1, 0, "VI", "IMO")).toBe(0x280n);
    expect(outcome(0, 0, "VI", "IMO")).toBe(0x480n);
    expect(outcome(1, 1, "VI", "IMO")).toBeUndefined();
    expect(outcome(1, 0, "VI")).toBeUndefined();
    expect(outcome(2, 0, "VI", "IMO")).toBeUndefined();
    expect(outcome(0, 0, "VI", "IMO", "TGE")).toBeUndefined();
  });

  test("clears VSE when the virtual SError is taken", () => {
    const machine = withHcr(machineWith([words.nop], { el: 1 }), "VSE", "AMO");
    machine.pstate.A = 0;
    expect(machine.step()).toBe("interrupt");
    expect(machine.registers.get("HCR_EL2") & HCR.VSE).toBe(0n);
  });
});

describe("a wait", () => {
  test("stops the run when nothing is pending and goes on when something is, masked or not", () => {
    const machine = machineWith([words.wfi, words.wfi, words.nop], { el: 2 });
    expect(machine.run({ maxInstructions: 3 })).toEqual({ reason: "wait", instructions: 1 });
    expect(machine.pc).toBe(CODE + 4n);
    machine.setIrq(true);
    expect(machine.run({ maxInstructions: 2 })).toEqual({ reason: "limit", instructions: 2 });
  });

  test("for an event is satisfied by SEV, once", () => {
    const machine = machineWith([words.sev, words.wfe, words.wfe], { el: 2 });
    expect(machine.run({ maxInstructions: 9 })).toEqual({ reason: "wait", instructions: 3 });
  });
});

describe("FPEXC32_EL2", () => {
  // Source: DDI0487, FPEXC32_EL2, accessibility; CPTR_EL2.TFP.
  test.each([
    ["read", 0xd53c5300],
    ["written", 0xd51c5300],
  ])("is not %s at EL2 under CPTR_EL2.TFP, and else is", (_, word) => {
    const machine = machineWith([word], { el: 2 });
    expect(machine.step()).toBe("executed");
    const trapping = machineWith([word], { el: 2 });
    trapping.registers.set("CPTR_EL2", 1n << 10n);
    expect(taken(trapping)).toEqual({ ec: 0x07, iss: 0x1e00000, el: 2, offset: 0x200n, returnsTo: 0n });
  });
});
