import { describe, expect, test } from "vitest";
import type { ObjectCode } from "../../src/assembler/index.js";
import { AddressMap } from "../../src/scenarios/address-map.js";
import { Board } from "../../src/scenarios/board.js";
import { startBoard } from "../../src/scenarios/board-start.js";
import { changeable } from "../../src/scenarios/changeable.js";
import { placePrograms } from "../../src/scenarios/code.js";
import { placeHypervisor, play, scenarios } from "../../src/scenarios/index.js";
import { isReturnState, saved } from "../../src/scenarios/switched.js";
import { type TableMemory, TranslationTable } from "../../src/scenarios/translation-table.js";
import { assembled, layoutModel, placed, printed } from "../scenarios/hypervisor.js";
import { architecture } from "./runtime-architecture.js";

const model = layoutModel();
const object = assembled(model, await printed(model));
const hypervisor = placed(model, object);

function board(): { board: Board; values: ReturnType<typeof startBoard> } {
  const changed = changeable(model, architecture);
  const made = new Board(model, placePrograms(model, hypervisor, changed, "\tnop"), architecture);
  return { board: made, values: startBoard(made, changed, new Map()) };
}

describe("the values of a scenario's start", () => {
  const { values } = board();
  const guest = saved(model, "guest").filter((register) => !isReturnState(register));

  test("differ between host and guest in every register that the seed switches", () => {
    const same = guest.filter(({ register, kind }) => {
      const ofHost = values.host.get(register);
      return kind === "sysreg" && ofHost !== undefined && ofHost === values.entry.get(register);
    });
    expect(same.map(({ register }) => register)).toEqual([]);
  });

  test("differ between the guest's entry and its exit in every register that EL1 can write", () => {
    const writable = guest.filter(({ register }) => register !== "MPIDR_EL1");
    const same = writable.filter(({ register }) => values.entry.get(register) === values.exit.get(register));
    expect(same.map(({ register }) => register)).toEqual([]);
    expect(writable.length).toBe(31 + 32 + 23 + 2);
  });

  test("are all different from each other, CSSELR_EL1 and CPACR_EL1 aside, which have few bits", () => {
    const all = [values.host, values.entry, values.exit].flatMap((state, i) =>
      [...state]
        .filter(([name]) => !/^(CSSELR_EL1|CPACR_EL1|NZCV|MPIDR_EL1)$/.test(name))
        .map(([name, value]) => [`${i} ${name}`, value] as const),
    );
    const seen = new Map<bigint, string>();
    const twice = all.filter(([name, value]) => seen.has(value) || !seen.set(value, name));
    expect(twice).toEqual([]);
  });
});

describe("what a guest can change", () => {
  test("is every switched system register of EL1 but the ID register", () => {
    const names = changeable(model, architecture).map(({ register }) => register);
    const slots = model.sysregOrder.slots.map(({ name }) => name).filter((name) => name !== "MPIDR_EL1");
    expect([...names].sort()).toEqual([...slots, "ELR_EL1", "FPCR", "FPSR", "SPSR_EL1", "SP_EL0"].sort());
  });
});

describe("the board", () => {
  test("gives neighbouring IPAs pages that are no neighbours, each its own", () => {
    const map = new AddressMap(model);
    const pages = Array.from({ length: 64 }, (_, i) => map.physicalOfIpa(map.ipa(BigInt(i))));
    expect(new Set(pages).size).toBe(64);
    expect(pages[1]! - pages[0]!).not.toBe(4096n);
    expect(map.physicalOfIpa(map.ipa(3n) + 5n)).toBe(pages[3]! + 5n);
  });

  test("maps EL2's code read-only and its data execute-never", () => {
    const { board: made } = board();
    const { map, machine } = made;
    const ask = (address: bigint, access: "fetch" | "write") =>
      machine.mmu.translate({ va: address, access, el: 2, pan: false, aligned: true });
    const text = map.hyp(hypervisor.base);
    expect(ask(text, "fetch")).toMatchObject({ pa: map.physical(text) });
    expect(ask(text, "write")).toMatchObject({ kind: "permission" });
    expect(ask(map.hyp(map.host("vcpu")), "write")).toMatchObject({ pa: made.vcpu });
    expect(ask(map.hyp(map.host("vcpu")), "fetch")).toMatchObject({ kind: "permission" });
    expect(ask(map.hyp(map.host("hostStack")), "write")).toMatchObject({ kind: "translation" });
  });
});

describe("a translation table", () => {
  function table(inputBits: number): { table: TranslationTable; memory: Map<bigint, bigint> } {
    const memory = new Map<bigint, bigint>();
    let next = 0x1000n;
    const port: TableMemory = {
      read: (address) => memory.get(address) ?? 0n,
      write: (address, value) => {
        memory.set(address, value);
      },
    };
    const allocate = (): bigint => {
      next += 0x1000n;
      return next;
    };
    return { table: new TranslationTable(port, 0x1000n, inputBits, allocate), memory };
  }

  test.each([
    [39, 1, 2],
    [48, 0, 3],
    [30, 2, 1],
  ])("of %i bits starts at level %i and has %i tables above the page", (bits, level, above) => {
    const made = table(bits);
    expect(made.table.startLevel).toBe(level);
    made.table.map(0x3000n, 0xabc000n, 0n);
    expect(made.memory.size).toBe(above + 1);
    expect(made.table.descriptor(0x3000n)).toBe(0xabc003n);
  });

  test("ignores the sign extension of an upper address", () => {
    const { table: made } = table(39);
    made.map(0xffff_ff80_0008_0000n, 0x5000n, 0n);
    expect(made.descriptor(0x8_0000n)).toBe(0x5003n);
    made.unmap(0x8_0000n);
    expect(made.descriptor(0xffff_ff80_0008_0000n)).toBe(0n);
  });
});

describe("placeHypervisor", () => {
  const without = (name: string): ObjectCode => ({
    ...object,
    symbols: object.symbols.filter((symbol) => symbol.name !== name),
  });

  test("says which function of the host's is missing", () => {
    const result = placeHypervisor(model, without("__kvm_vcpu_run"));
    expect(result.ok).toBe(false);
    expect(result.diagnostics).toMatchObject([{ code: "WS630", message: "nobody defines __kvm_vcpu_run" }]);
  });

  test("says that the section is missing", () => {
    const result = placeHypervisor(model, { ...object, sections: [] });
    expect(result.diagnostics).toMatchObject([{ code: "WS690", message: "there is no section .hyp.text" }]);
  });
});

describe("play", () => {
  const hvc = scenarios.find(({ name }) => name === "hvc")!;

  test("gives the same report each time, and plain data", () => {
    const first = play(hvc, { model, architecture, hypervisor });
    expect(JSON.parse(JSON.stringify(first))).toEqual(play(hvc, { model, architecture, hypervisor }));
  });

  test("traces each instruction with its symbol, text, changes and line", () => {
    const lines: string[] = [];
    const report = play(hvc, { model, architecture, hypervisor }, { trace: (line) => lines.push(line) });
    const instructions = lines.filter((line) => line.startsWith("EL"));
    expect(instructions.length).toBe(report.counts.instructions);
    const syndrome = instructions.find((line) => line.includes("esr_el2"));
    expect(syndrome).toMatch(/^EL2 0x40000a\w+ +el1_sync\+0x8 +mrs x1, esr_el2 +X1=0x5a000000 +hyp\.S:\d+$/);
    expect(lines.filter((line) => line.startsWith("---")).length).toBeGreaterThanOrEqual(8);
  });
});
