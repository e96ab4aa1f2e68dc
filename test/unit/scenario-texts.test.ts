import { describe, expect, test } from "vitest";
import { formatMessage } from "../../src/scenarios/format-message.js";
import { lineOf, type PlacedCode, symbolic } from "../../src/scenarios/placed-code.js";
import { memberPath } from "../../src/scenarios/places.js";
import type { ScenarioReport } from "../../src/scenarios/report.js";
import { tellStory } from "../../src/scenarios/story.js";
import { describeSyndrome, hpfar, storeSyndrome, syndrome } from "../../src/scenarios/syndrome.js";
import { layoutModel } from "../scenarios/hypervisor.js";

const model = layoutModel();

describe("a message of panic()", () => {
  test("pads %08x to eight digits of the low 32 bits, and %p to sixteen", () => {
    expect(formatMessage("PS:%08x PC:%p", [0x1_0000_03c9n, 0x40n])).toBe("PS:000003c9 PC:0000000000000040");
  });

  test("keeps conversions without an argument, unknown ones and %%", () => {
    expect(formatMessage("%p %s %% %p", [1n])).toBe("0000000000000001 %s % %p");
  });

  test("prints signed and unsigned decimals and wide hexadecimals", () => {
    expect(formatMessage("%d %u %4d|%lx", [0xffff_ffffn, 0xffff_ffffn, 7n, 1n << 40n])).toBe(
      "-1 4294967295    7|10000000000",
    );
  });
});

describe("a syndrome in words", () => {
  test("of HVC names the class by the catalogue and the immediate", () => {
    expect(describeSyndrome(model, "ESR_EL2", syndrome(0x16n, 0x4b4fn))).toBe(
      "EC=0x16 (HVC in AArch64 state), IL=1, ISS=0x4b4f: imm16=0x4b4f",
    );
  });

  test("of a data abort says fault, level, direction and whether stage 1's walk had it", () => {
    const text = describeSyndrome(model, "ESR_EL2", syndrome(0x24n, storeSyndrome(7n) | 0b001111n));
    expect(text).toMatch(/ISS=0x1c7804f: permission fault of level 3, WnR=1, S1PTW=0$/);
    const walk = describeSyndrome(model, "ESR_EL2", syndrome(0x24n, (1n << 7n) | 0b000110n));
    expect(walk).toMatch(/translation fault of level 2, WnR=0, S1PTW=1$/);
  });

  test("of an instruction abort has no direction", () => {
    expect(describeSyndrome(model, "ESR_EL2", syndrome(0x20n, 0b001111n))).not.toContain("WnR");
  });

  test("HPFAR_EL2 has IPA bits 47:12 from bit 4 up", () => {
    expect(hpfar(0x8000_cabcn)).toBe(0x80_00c0n);
  });
});

describe("the place of a byte in a struct", () => {
  const vcpu = model.structs.find((s) => s.name === "kvm_vcpu")!;

  test.each([
    [1304, "kvm_vcpu.arch.fault.esr_el2"],
    [1308, "kvm_vcpu.arch.fault, the hole after esr_el2"],
    [256 + 8 * 19, "kvm_vcpu.arch.ctxt.gp_regs.regs.regs[19]"],
    [256 + 864 + 8 * 6, "kvm_vcpu.arch.ctxt.sys_regs[6]"],
    [256 + 336 + 17, "kvm_vcpu.arch.ctxt.gp_regs.fp_regs.vregs[1]+1"],
  ] as const)("at offset %i is %s", (offset, path) => {
    expect(memberPath(model, vcpu, offset)).toBe(path);
  });
});

describe("a place in code", () => {
  const code: PlacedCode = {
    base: 0x1000n,
    bytes: new Uint8Array(16),
    symbols: new Map([
      ["start", 0x1000n],
      ["also_start", 0x1000n],
      ["middle", 0x1008n],
    ]),
    lines: [
      { offset: 0, at: { file: "a.S", line: 3, column: 1 } },
      { offset: 8, at: { file: "a.S", line: 7, column: 1 } },
    ],
  };

  test("is the last symbol before it, and the later of two at one address", () => {
    expect(symbolic(code, 0x1000n)).toBe("also_start");
    expect(symbolic(code, 0x100cn)).toBe("middle+0x4");
    expect(symbolic(code, 0xfffn)).toBe("0xfff");
  });

  test("has the line that made its bytes, and none outside the code", () => {
    expect(lineOf(code, 0x1004n)?.line).toBe(3);
    expect(lineOf(code, 0x1008n)?.line).toBe(7);
    expect(lineOf(code, 0x1010n)).toBeUndefined();
  });
});

describe("a story", () => {
  const report: ScenarioReport = {
    name: "example",
    title: "something happens",
    layout: "kvm-arm64-v3",
    passed: false,
    steps: [
      { who: "EL2", what: "saves", where: "hyp.S:50" },
      { who: "guest", what: "word ".repeat(40).trim() },
    ],
    checks: [
      { topic: "one", what: "X0", expected: "0x1", actual: "0x1", passed: true },
      { topic: "two", what: "X1", expected: "0x1", actual: "0x1", passed: true },
      { topic: "two", what: "X2", expected: "0x2", actual: "0x3", passed: false, where: "hyp.S:51" },
    ],
    notes: ["a note"],
    counts: {
      instructions: 1, hostInstructions: 1, hypInstructions: 0, guestInstructions: 0, entries: 0, exits: 2, calls: 1, stores: 0,
    }, // biome-ignore format: counts
  };

  test("has a line per step and topic, and both values and the place of what failed", () => {
    expect(tellStory(report, { colour: false })).toBe(`✗ example: something happens
  EL2    saves [hyp.S:50]
  guest  ${"word ".repeat(22).trim()}
           ${"word ".repeat(18).trim()}
  ✓ one: X0 is 0x1
  ✗ two: 1 of 2 hold
      X2: expected 0x2, found 0x3
        hyp.S:51
  note   a note
  1 instruction (host 1, EL2 0, guest 0), 2 exits, 1 call of EL2, 3 checks
`);
  });

  test("has colours only when asked for them", () => {
    expect(tellStory(report, { colour: false })).not.toContain("\x1b");
    expect(tellStory(report, { colour: true })).toContain("\x1b[31m✗\x1b[0m");
  });
});
