import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assemble, assemblerNames, type ObjectCode, readElf64 } from "../../src/assembler/index.js";
import { loadSources } from "../../src/model/load.js";
import { resolveModel } from "../../src/model/resolve.js";
import type { Model } from "../../src/model/types.js";
import type { LayoutSources } from "../../src/read/sources.js";
import { Machine } from "../../src/runtime/index.js";
import { target as constants } from "../../src/targets/asm-constants.js";
import { target as hyp } from "../../src/targets/asm-hyp.js";
import { target as offsets } from "../../src/targets/asm-offsets.js";
import { requireTool } from "../oracles/tools.js";
import { architecture } from "../unit/runtime-architecture.js";

const gcc = requireTool("aarch64-linux-gnu-gcc");

const CODE = 0x4000_0000n;
const CONTEXT = 0x4010_0000n;
const RETURN = 0x4020_0000n;

function seedSources(): LayoutSources {
  const sources = loadSources("schema/kvm-arm64-v3");
  if (!sources.ok) throw new Error(JSON.stringify(sources.diagnostics));
  return sources.value;
}

function edit(
  sources: LayoutSources,
  name: keyof LayoutSources["documents"],
  from: string,
  to: string,
): LayoutSources {
  const document = sources.documents[name];
  if (!document.text.includes(from)) throw new Error(`${name} has no ${from}`);
  const changed = { ...document, text: document.text.replace(from, to) };
  return { ...sources, documents: { ...sources.documents, [name]: changed } };
}

/** The seed with count registers in its order: the seed's own 20, PAR_EL1, then event counters and their types. */
function withRegisters(count: number, opaqueBytes = 0): Model {
  const last = '{ "name": "CNTKCTL_EL1", "groups": ["sysregs"] }';
  const more = [
    "PAR_EL1",
    ...Array.from({ length: 31 }, (_, i) => `PMEVCNTR${i}_EL0`),
    ...Array.from({ length: 31 }, (_, i) => `PMEVTYPER${i}_EL0`),
  ].slice(0, count - 20);
  const lines = [last, ...more.map((name) => `{ "name": "${name}", "groups": ["sysregs"] }`)].join(",\n    ");
  let sources = edit(seedSources(), "sysreg-order.json", last, lines);
  if (opaqueBytes > 0) {
    const member = '{ "name": "sys_regs"';
    sources = edit(
      sources,
      "vcpu-context.json",
      member,
      `{ "name": "gap", "type": "opaque", "size": ${opaqueBytes}, "align": 8 },\n        ${member}`,
    );
  }
  const model = resolveModel(sources);
  if (!model.ok) throw new Error(JSON.stringify(model.diagnostics, null, 1));
  expect(model.value.sysregOrder.slots).toHaveLength(count);
  return model.value;
}

async function assembly(model: Model): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const target of [hyp, offsets, constants]) {
    const emitted = await target.emit(model);
    if (!emitted.ok) throw new Error(JSON.stringify(emitted.diagnostics));
    for (const file of emitted.value) texts.set(file.path.replace("asm/", ""), file.text);
  }
  return texts;
}

function objectOf(model: Model, texts: ReadonlyMap<string, string>): ObjectCode {
  const assembled = assemble({
    file: "hyp.S",
    text: texts.get("hyp.S") ?? "",
    table: model.a64,
    sysregs: assemblerNames(model),
    readInclude: (name) => ({ file: name, text: texts.get(name) ?? "" }),
  });
  if (!assembled.ok) throw new Error(JSON.stringify(assembled.diagnostics.slice(0, 3), null, 1));
  return assembled.value;
}

function sectionBytes(object: ObjectCode): Uint8Array {
  return object.sections.find((s) => s.name === ".hyp.text")!.bytes;
}

function gnuBytes(compiler: string, texts: ReadonlyMap<string, string>): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "worldswitch-many-"));
  try {
    for (const [name, text] of texts) writeFileSync(join(folder, name), text);
    execFileSync(compiler, ["-c", "hyp.S", "-o", "hyp.o"], { cwd: folder });
    const object = readElf64(readFileSync(join(folder, "hyp.o")));
    if (!object.ok) throw new Error(JSON.stringify(object.diagnostics));
    return sectionBytes(object.value);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** 64-bit values that differ from each other, the same in every run. */
function* values(): Generator<bigint, never> {
  let state = 0x9e37_79b9_7f4a_7c15n;
  for (;;) {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    yield state ^ (state >> 29n);
  }
}

interface Bench {
  readonly machine: Machine;
  readonly model: Model;
  readonly contextBytes: number;
  readonly entry: (symbol: string) => bigint;
}

/** A machine at EL2 with the MMU off, the code in its memory, and noise in the context and in every register. */
function bench(model: Model, object: ObjectCode): Bench {
  const machine = new Machine(architecture, { startEl: 2 });
  machine.memory.addRam(CODE, 0x40_0000n);
  machine.memory.load(CODE, sectionBytes(object));
  const contextBytes = model.structs.find((s) => s.name === model.layout.context)!.sizeBytes;
  const noise = values();
  machine.memory.load(
    CONTEXT,
    Uint8Array.from({ length: contextBytes }, () => Number(noise.next().value & 0xffn)),
  );
  for (let i = 0; i < 31; i++) machine.x[i] = noise.next().value;
  machine.registers.set("SCTLR_EL2", 0n);
  const entry = (symbol: string): bigint => CODE + object.symbols.find((s) => s.name === symbol)!.value;
  return { machine, model, contextBytes, entry };
}

/** Calls a procedure and holds it to what the switch relies on: SP, X0 to X2 and X30 as they were. */
function call({ machine, entry }: Bench, symbol: string): void {
  machine.x[2] = CONTEXT;
  machine.x[30] = RETURN;
  machine.pc = entry(symbol);
  const before = [...machine.x.slice(0, 3), machine.x[30], machine.sp];
  const { reason } = machine.run({ maxInstructions: 2000, until: (m) => m.pc === RETURN });
  expect(reason).toBe("until");
  expect([...machine.x.slice(0, 3), machine.x[30], machine.sp]).toEqual(before);
}

/** What a register keeps of a value that is written to it. */
function kept(machine: Machine, name: string, value: bigint): bigint {
  const { res0, res1 } = machine.registers.named(name).description;
  return (value & ~res0) | res1;
}

function saves(subject: Bench): void {
  const { machine, model, contextBytes } = subject;
  const noise = values();
  const expected = Buffer.from(machine.memory.bytes(CONTEXT, contextBytes));
  for (const slot of model.sysregOrder.slots) {
    const value = kept(machine, slot.via.name, noise.next().value);
    machine.registers.set(slot.via.name, value);
    expected.writeBigUInt64LE(value, slot.offsetBytes);
  }
  call(subject, "__save_sysregs");
  expect(Buffer.from(machine.memory.bytes(CONTEXT, contextBytes)).equals(expected)).toBe(true);
}

function restores(subject: Bench): void {
  const { machine, model, contextBytes } = subject;
  const before = Buffer.from(machine.memory.bytes(CONTEXT, contextBytes));
  for (const slot of model.sysregOrder.slots) machine.registers.set(slot.via.name, 0n);
  call(subject, "__restore_sysregs");
  for (const slot of model.sysregOrder.slots) {
    const value = kept(machine, slot.via.name, before.readBigUInt64LE(slot.offsetBytes));
    expect(machine.registers.get(slot.via.name), slot.name).toBe(value);
  }
  expect(Buffer.from(machine.memory.bytes(CONTEXT, contextBytes)).equals(before)).toBe(true);
}

describe.each([
  { registers: 20, gap: 0, why: "the posted ones" },
  { registers: 21, gap: 0, why: "one more than x4 to x23 hold" },
  { registers: 26, gap: 0, why: "as many as there are temporaries" },
  { registers: 27, gap: 0, why: "one more than there are temporaries" },
  { registers: 60, gap: 0, why: "three batches" },
  { registers: 83, gap: 0, why: "slots past the reach of LDP from the first" },
  { registers: 60, gap: 8192, why: "slots past the reach of ADD's immediate" },
])("a layout of $registers system registers behind $gap more bytes ($why)", ({ registers, gap }) => {
  const model = withRegisters(registers, gap);

  it("is saved to its slots and nowhere else, and restored from them", async () => {
    const object = objectOf(model, await assembly(model));
    const subject = bench(model, object);
    saves(subject);
    restores(subject);
  });

  it.runIf(gcc)("has the same bytes from GNU as and from our assembler", async () => {
    const texts = await assembly(model);
    const ours = sectionBytes(objectOf(model, texts));
    expect(Buffer.from(gnuBytes(gcc ?? "", texts)).equals(ours)).toBe(true);
  });
});
