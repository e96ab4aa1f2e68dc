import { expect, test } from "vitest";
import { type EngineOptions, Machine } from "../../src/runtime/index.js";
import { engineBench, putWords, RAM, RAM_BYTES } from "./engine-bench.js";
import { architecture } from "./runtime-architecture.js";

/** W registers: what translated code computes with 32 bits must not depend on, or leave, what lies above them. X5 counts down. */
const program = [
  0x13841c23, // extr w3, w1, w4, #7
  0x13811c26, // ror w6, w1, #7
  0x4ac12427, // eor w7, w1, w1, ror #9
  0x0b040028, // add w8, w1, w4
  0x4b040029, // sub w9, w1, w4
  0x1b047c2a, // mul w10, w1, w4
  0x531d702b, // lsl w11, w1, #3
  0x53057c2c, // lsr w12, w1, #5
  0x13057c2d, // asr w13, w1, #5
  0x0a24002e, // bic w14, w1, w4
  0x93407c2f, // sxtw x15, w1
  0x4b0443f0, // neg w16, w4, lsl #16
  0x9b247c31, // smull x17, w1, w4
  0x0b216092, // add w18, w4, w1, uxtx
  0xcb040021, // sub x1, x1, x4
  0xd10004a5, // sub x5, x5, #1
  0xb5fffe05, // cbnz x5, back
  0xd4400000, // hlt #0
];

test.each<[string, EngineOptions]>([
  ["the interpreter", { translate: false }],
  ["translated code", { hot: 0 }],
])("%s computes words as the reference machine does", (_name, options) => {
  const { machine, engine } = engineBench(program, { ...options, warmUp: 20, missing: 1, margin: 0 });
  const reference = new Machine(architecture, { onHalt: () => true });
  reference.memory.addRam(RAM, RAM_BYTES);
  putWords(reference.memory, RAM, program);
  reference.pc = RAM;
  for (const each of [machine, reference]) {
    each.x.set([0xfedc_ba98_8765_4321n, 0xffff_ffff_9e37_79b9n], 1);
    each.x[4] = 0x1234_5678_f00d_beefn;
    each.x[5] = 500n;
  }
  for (const each of [engine, reference]) expect(each.run({ maxInstructions: 20_000 }).reason).toBe("halt");
  expect([...machine.x]).toEqual([...reference.x]);
  expect(engine.counts.fast).toBeGreaterThan(5000);
});
