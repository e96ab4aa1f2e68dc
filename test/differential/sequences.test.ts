import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createMachine, registerFile, structAt } from "../../generated/kvm-arm64-v3/ts/emulator/machine.js";
import {
  restoreFpsimd,
  restoreSysregs,
  saveFpsimd,
  saveSysregs,
} from "../../generated/kvm-arm64-v3/ts/save-restore.js";
import { KvmCpuContext } from "../../generated/kvm-arm64-v3/ts/structs.js";
import { assemble, assemblerNames } from "../../src/assembler/index.js";
import { loadModel } from "../../src/model/load.js";
import type { Machine } from "../../src/runtime/index.js";

const FOLDER = "generated/kvm-arm64-v3/asm";
const CODE = 0x4000_0000n;
const CONTEXT = 0x4010_0000n;
const RETURN = 0x4020_0000n;

/** The committed hyp.S, assembled by us; its bytes are held to GNU as's elsewhere. */
function assembled(): { bytes: Uint8Array; entry: (symbol: string) => bigint } {
  const model = loadModel("schema/kvm-arm64-v3");
  if (!model.ok) throw new Error(JSON.stringify(model.diagnostics));
  const object = assemble({
    file: "hyp.S",
    text: readFileSync(`${FOLDER}/hyp.S`, "utf8"),
    table: model.value.a64,
    sysregs: assemblerNames(model.value),
    readInclude: (name) => ({ file: name, text: readFileSync(`${FOLDER}/${name}`, "utf8") }),
  });
  if (!object.ok) throw new Error(JSON.stringify(object.diagnostics));
  const { sections, symbols } = object.value;
  return {
    bytes: sections.find((s) => s.name === ".hyp.text")!.bytes,
    entry: (symbol) => CODE + symbols.find((s) => s.name === symbol)!.value,
  };
}

const code = assembled();

/** A machine at EL2, every register and the context in its memory full of values that depend on seed. */
function machineWithNoise(seed: bigint): Machine {
  const machine = createMachine({ startEl: 2 });
  machine.memory.addRam(CODE, 0x40_0000n);
  machine.memory.load(CODE, code.bytes);
  let state = seed;
  const next = (): bigint => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return state ^ (state >> 31n);
  };
  for (let i = 0; i < 31; i++) machine.x[i] = next();
  for (let i = 0; i < 32; i++) machine.state.writeV(i, { low: next(), high: next() });
  machine.memory.load(
    CONTEXT,
    Uint8Array.from({ length: KvmCpuContext.byteLength }, () => Number(next() & 0xffn)),
  );
  for (const { description } of machine.registers.all()) {
    if (!description.effects.includes("debug") && /_EL[01]$|^FP|^VMPIDR_EL2$/.test(description.name)) {
      machine.registers.set(description.name, (next() & ~description.res0) | description.res1);
    }
  }
  machine.registers.set("SCTLR_EL2", 0n);
  machine.registers.set("CPACR_EL1", 0x30_0000n);
  return machine;
}

function runAssembly(machine: Machine, symbol: string): void {
  machine.x[2] = CONTEXT;
  machine.x[30] = RETURN;
  machine.pc = code.entry(symbol);
  expect(machine.run({ maxInstructions: 500, until: (m) => m.pc === RETURN }).reason).toBe("until");
}

function contextOf(machine: Machine): Uint8Array {
  return machine.memory.bytes(CONTEXT, KvmCpuContext.byteLength);
}

const state = (machine: Machine) => ({
  vectors: [...machine.state.storage.v],
  registers: [...machine.registers.all()].map(({ description, value }) => `${description.name}=${value}`),
});

describe.each([1n, 2n, 3n])("the generated sequences in TypeScript and in assembly, noise %s", (seed) => {
  it.each([
    ["__save_sysregs", saveSysregs],
    ["__save_fpsimd", saveFpsimd],
  ] as const)("store the same bytes: %s", (symbol, save) => {
    const machine = machineWithNoise(seed);
    const context = contextOf(machine);
    save(registerFile(machine), new KvmCpuContext(context.buffer, context.byteOffset));
    runAssembly(machine, symbol);
    expect(Buffer.from(contextOf(machine)).equals(context)).toBe(true);
  });

  it.each([
    ["__restore_sysregs", restoreSysregs],
    ["__restore_fpsimd", restoreFpsimd],
  ] as const)("load the same registers: %s", (symbol, restore) => {
    const [byAssembly, byTypeScript] = [machineWithNoise(seed), machineWithNoise(seed)];
    runAssembly(byAssembly, symbol);
    restore(registerFile(byTypeScript), structAt(byTypeScript, KvmCpuContext, CONTEXT));
    expect(state(byTypeScript)).toEqual(state(byAssembly));
  });
});
