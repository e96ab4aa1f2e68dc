import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadModel } from "../../src/model/load.js";
import { targets } from "../../src/targets/index.js";

/** A register and its slot in the context, as the posted hyp.S moves it; read from its machine code. */
interface Slot {
  readonly routine: string;
  readonly register: string;
  readonly offset: number;
  readonly size: number;
}

const slots: Slot[] = readFileSync(new URL("../golden/seed-slots.tsv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [routine = "", register = "", offset, size] = line.split("\t");
    return { routine, register: register.toUpperCase(), offset: Number(offset), size: Number(size) };
  });

interface Generated {
  readonly KvmCpuContext: { readonly byteLength: number; new (buffer: ArrayBuffer): object };
  readonly switching: Readonly<Record<string, (cpu: object, context: object) => void>>;
}

/** A register file over a map; every register has a value of its own until it is written. */
class Cpu {
  readonly written = new Map<string, bigint>();
  static valueOf(register: string, sizeBytes: number): bigint {
    const seed = [...register].reduce((sum, character) => sum * 31n + BigInt(character.charCodeAt(0)), 7n);
    return BigInt.asUintN(8 * sizeBytes, seed * 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835n);
  }
  readX = (n: number) => Cpu.valueOf(`X${n}`, 8);
  readQ = (n: number) => Cpu.valueOf(`Q${n}`, 16);
  readSysreg = (name: string) => Cpu.valueOf(name, 8);
  writeX = (n: number, value: bigint) => this.written.set(`X${n}`, value);
  writeQ = (n: number, value: bigint) => this.written.set(`Q${n}`, value);
  writeSysreg = (name: string, value: bigint) => this.written.set(name, value);
}

/** save_host_regs as saveHostRegs. */
const camelCase = (name: string) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

let folder: string;
let generated: Generated;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "worldswitch-slots-"));
  const model = loadModel("schema/kvm-arm64-v3");
  if (!model.ok) throw new Error("the layout does not load");
  for (const target of targets.filter((one) => one.directory === "ts")) {
    const emitted = await target.emit(model.value);
    for (const file of emitted.ok ? emitted.value : []) {
      mkdirSync(dirname(join(folder, file.path)), { recursive: true });
      writeFileSync(join(folder, file.path), file.text);
    }
  }
  generated = await import(/* @vite-ignore */ join(folder, "ts/index.ts"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("generated TypeScript of kvm-arm64-v3", () => {
  it.each([
    "save_host_regs",
    "save_guest_regs",
    "save_fpsimd",
    "save_sysregs",
  ])("%s stores each register in the slot that the posted code uses, and nothing else; its mirror loads it", (routine) => {
    const expected = slots.filter((slot) => slot.routine === routine);
    expect(expected.length).toBeGreaterThan(17);
    const bytes = new Uint8Array(generated.KvmCpuContext.byteLength);
    const want = bytes.slice();
    for (const { register, offset, size } of expected) {
      const value = Cpu.valueOf(register, size);
      for (let i = 0; i < size; i++) want[offset + i] = Number((value >> BigInt(8 * i)) & 0xffn);
    }
    generated.switching[camelCase(routine)]?.(new Cpu(), new generated.KvmCpuContext(bytes.buffer));
    expect(bytes).toEqual(want);

    const cpu = new Cpu();
    const mirror = camelCase(routine.replace("save", "restore"));
    generated.switching[mirror]?.(cpu, new generated.KvmCpuContext(want.buffer));
    const loaded = expected.map(({ register, size }): [string, bigint] => [
      register,
      Cpu.valueOf(register, size),
    ]);
    expect([...cpu.written].sort()).toEqual(loaded.sort());
  });
});
