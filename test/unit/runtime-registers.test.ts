import { describe, expect, test } from "vitest";
import type { Observer } from "../../src/runtime/index.js";
import { architecture, systemWord } from "./runtime-architecture.js";
import { CODE, machineWith, syndromeOf, VBAR_EL1, words } from "./runtime-bench.js";

/** Runs one MRS into X0 or MSR from X0 at a level; the machine afterwards. */
function access(kind: "mrs" | "msr", name: string, el: number, options: { x0?: bigint; hcr?: bigint } = {}) {
  const machine = machineWith([systemWord(kind, name, 0)], { el });
  machine.x[0] = options.x0 ?? 0n;
  if (options.hcr !== undefined) machine.registers.set("HCR_EL2", options.hcr);
  return { machine, outcome: machine.step() };
}

describe("a system register", () => {
  test("ignores writes of RES0 bits and keeps RES1 bits", () => {
    const { res0, res1 } = architecture.registers.find((r) => r.name === "VMPIDR_EL2")!;
    expect([res0 & (1n << 29n), res1]).toEqual([1n << 29n, 1n << 31n]);
    const ones = access("msr", "VMPIDR_EL2", 2, { x0: 0xffff_ffff_ffff_ffffn });
    expect(ones.machine.registers.get("VMPIDR_EL2")).toBe(0xffff_ffff_ffff_ffffn & ~res0);
    const zero = access("msr", "VMPIDR_EL2", 2);
    expect(zero.machine.registers.get("VMPIDR_EL2")).toBe(res1);
  });

  test("is UNDEFINED below its least level, and for the direction that it lacks", () => {
    for (const { outcome, machine } of [access("mrs", "HCR_EL2", 1), access("msr", "MIDR_EL1", 1)]) {
      expect(outcome).toBe("exception");
      expect(syndromeOf(machine, 1)).toEqual({ ec: 0, il: 1, iss: 0 });
      expect(machine.pc).toBe(VBAR_EL1 + 0x200n);
    }
    expect(access("mrs", "HCR_EL2", 2).outcome).toBe("executed");
  });

  test("with an _EL12 name is UNDEFINED without FEAT_VHE", () => {
    const { outcome, machine } = access("mrs", "SCTLR_EL12", 2);
    expect(outcome).toBe("exception");
    expect(syndromeOf(machine, 2).ec).toBe(0);
  });

  test("DCZID_EL0 says where DC ZVA is prohibited", () => {
    const DZP = 1n << 4n;
    for (const [el, sctlr, hcr, prohibited] of [
      [0, 0n, 1n << 31n, true],
      [0, 1n << 14n, 1n << 31n, false],
      [1, 0n, 1n << 31n, false],
      [1, 0n, (1n << 31n) | (1n << 28n), true],
      [2, 0n, (1n << 31n) | (1n << 28n), false],
    ] as const) {
      const machine = machineWith([systemWord("mrs", "DCZID_EL0", 0)], { el });
      machine.registers.set("SCTLR_EL1", sctlr);
      machine.registers.set("HCR_EL2", hcr);
      expect(machine.step()).toBe("executed");
      expect((machine.x[0]! & DZP) !== 0n, `EL${el}`).toBe(prohibited);
    }
  });

  test("of the reserved ID space reads as zero, and traps under TID3", () => {
    const reserved = 0xd53807e0;
    const machine = machineWith([reserved], { el: 1 });
    machine.x[0] = 5n;
    expect(machine.step()).toBe("executed");
    expect(machine.x[0]).toBe(0n);
    const trapped = machineWith([reserved], { el: 1 });
    trapped.registers.set("HCR_EL2", (1n << 31n) | (1n << 18n));
    trapped.step();
    expect(syndromeOf(trapped, 2).ec).toBe(0x18);
  });

  test("MIDR and MPIDR show EL2's substitutes at EL1 and themselves at EL2", () => {
    for (const [seen, from] of [
      ["MIDR_EL1", "VPIDR_EL2"],
      ["MPIDR_EL1", "VMPIDR_EL2"],
    ] as const) {
      const machine = machineWith([systemWord("mrs", seen, 0)], { el: 1 });
      machine.registers.set(from, 0x1234n);
      machine.step();
      expect(machine.x[0]).toBe(0x1234n);
      machine.pc = CODE;
      machine.pstate.EL = 2;
      machine.step();
      expect(machine.x[0]).toBe(machine.registers.named(seen).description.reset);
    }
  });

  test("that views PSTATE reads and writes its fields", () => {
    const { machine } = access("msr", "NZCV", 0, { x0: 0xa0000000n });
    expect(machine.pstate).toMatchObject({ N: 1, Z: 0, C: 1, V: 0 });
    expect(access("mrs", "CurrentEL", 2).machine.x[0]).toBe(8n);
    expect(access("mrs", "DAIF", 1).machine.x[0]).toBe(0x3c0n);
  });

  test("SP_EL0 has no name while it is the stack pointer", () => {
    const machine = machineWith([systemWord("mrs", "SP_EL0", 0)], { el: 1 });
    machine.pstate.SP = 0;
    expect(machine.step()).toBe("exception");
  });

  test("traps report the access in ISS", () => {
    const { machine } = access("msr", "TTBR1_EL1", 1, { hcr: (1n << 31n) | (1n << 26n) });
    // Op0 3, Op2 1, Op1 0, CRn 2, Rt 0, CRm 0, direction write.
    expect(syndromeOf(machine, 2)).toEqual({ ec: 0x18, il: 1, iss: (3 << 20) | (1 << 17) | (2 << 10) });
    expect(machine.registers.get("ELR_EL2")).toBe(CODE);
  });
});

describe("FP and SIMD access", () => {
  const loadQ = (el: number, cpacr: bigint, cptr: bigint, hcr = 1n << 31n) => {
    const machine = machineWith([words.ldrQ], { el });
    machine.x[0] = CODE + 0x100n;
    machine.registers.set("CPACR_EL1", cpacr << 20n);
    machine.registers.set("CPTR_EL2", cptr << 10n);
    machine.registers.set("HCR_EL2", hcr);
    const outcome = machine.step();
    return outcome === "executed"
      ? "executed"
      : `EL${machine.pstate.EL} EC ${syndromeOf(machine, machine.pstate.EL === 2 ? 2 : 1).ec}`;
  };

  test("is held by CPACR_EL1.FPEN, then by CPTR_EL2.TFP", () => {
    expect(loadQ(0, 0n, 1n)).toBe("EL1 EC 7");
    expect(loadQ(0, 1n, 0n)).toBe("EL1 EC 7");
    expect(loadQ(1, 1n, 0n)).toBe("executed");
    expect(loadQ(1, 2n, 0n)).toBe("EL1 EC 7");
    expect(loadQ(0, 3n, 0n)).toBe("executed");
    expect(loadQ(1, 3n, 1n)).toBe("EL2 EC 7");
    expect(loadQ(2, 0n, 0n)).toBe("executed");
    expect(loadQ(2, 0n, 1n)).toBe("EL2 EC 7");
    expect(loadQ(0, 0n, 0n, (1n << 31n) | (1n << 27n))).toBe("EL2 EC 0");
  });
});

describe("the generic timers", () => {
  test("count steps, offset the virtual counter and set ISTATUS", () => {
    const machine = machineWith(
      [
        systemWord("mrs", "CNTPCT_EL0", 0),
        systemWord("mrs", "CNTVCT_EL0", 1),
        systemWord("msr", "CNTV_TVAL_EL0", 2),
        systemWord("mrs", "CNTV_CTL_EL0", 3),
      ],
      { el: 2 },
    );
    machine.counter = 1000n;
    machine.registers.set("CNTVOFF_EL2", 400n);
    machine.registers.set("CNTV_CTL_EL0", 1n);
    machine.x[2] = 0xffff_ffffn;
    machine.run({ maxInstructions: 4 });
    expect([machine.x[0], machine.x[1], machine.x[3]]).toEqual([1001n, 602n, 5n]);
    expect(machine.registers.get("CNTV_CVAL_EL0")).toBe(602n);
    expect(machine.timerOutput("virtual")).toBe(true);
    expect(machine.timerOutput("physical")).toBe(false);
  });
});

describe("an observer", () => {
  test("sees what happens and changes nothing", () => {
    const program = [words.str, words.ldr, systemWord("msr", "TPIDR_EL2", 1), words.hvc(3)];
    const seen: string[] = [];
    const watcher: Observer = {
      instruction: (e) => seen.push(`instruction ${e.pc - CODE} EL${e.el} ${e.word.toString(16)}`),
      registerWrite: (e) => seen.push(`x${e.index} = ${e.value}`),
      memoryRead: (e) => seen.push(`read ${e.va - CODE} ${e.sizeBytes} ${e.value}`),
      memoryWrite: (e) => seen.push(`write ${e.pa - CODE} ${e.sizeBytes} ${e.value}`),
      sysregWrite: (e) => seen.push(`${e.name} = ${e.value}`),
      exception: (e) => seen.push(`${e.kind} EL${e.from} to EL${e.to} ${e.esr?.toString(16)}`),
    };
    const [watched, alone] = [machineWith(program), machineWith(program)];
    const stop = watched.observe(watcher);
    for (const machine of [watched, alone]) {
      machine.x[0] = CODE + 0x100n;
      machine.x[1] = 42n;
      machine.run({ maxInstructions: 4 });
    }
    expect(seen).toEqual([
      "instruction 0 EL2 f9000001",
      "write 256 8 42",
      "instruction 4 EL2 f9400001",
      "read 256 8 42",
      "x1 = 42",
      "instruction 8 EL2 d51cd041",
      "TPIDR_EL2 = 42",
      "instruction 12 EL2 d4000062",
      "synchronous EL2 to EL2 5a000003",
    ]);
    expect(watched.x).toEqual(alone.x);
    expect(watched.pc).toBe(alone.pc);
    stop();
    watched.run({ maxInstructions: 1 });
    expect(seen.length).toBe(9);
  });
});

describe("SYSL", () => {
  /** SYSL X0 with the encoding of AT S1E1R, and that of IMPLEMENTATION DEFINED operations. */
  const [addressTranslation, implementationDefined] = [0xd5287800, 0xd528b000];

  test("of an operation that SYS has is UNDEFINED and does nothing", () => {
    const machine = machineWith([addressTranslation], { el: 1 });
    machine.registers.set("PAR_EL1", 0x123n);
    expect(machine.step()).toBe("exception");
    expect(syndromeOf(machine, 1)).toEqual({ ec: 0, il: 1, iss: 0 });
    expect(machine.registers.get("PAR_EL1")).toBe(0x123n);
  });

  test("of an IMPLEMENTATION DEFINED operation traps under TIDCP", () => {
    const machine = machineWith([implementationDefined], { el: 1 });
    machine.registers.set("HCR_EL2", (1n << 31n) | (1n << 20n));
    machine.step();
    expect(syndromeOf(machine, 2).ec).toBe(0x18);
  });
});
