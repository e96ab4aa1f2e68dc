/**
 * One round of bench/accessors.mjs: node --expose-gc accessors-child.mjs MODULE SIDE… Prints, by side, nanoseconds and
 * bytes for each access, and a digest of the memory afterwards, which all sides must agree on.
 * The sides take turns every fraction of a millisecond, so that a change of the processor's clock falls on all alike. Each
 * has source text of its own for everything that is executed, the register file and the loops too: V8 keeps what it
 * learns with a function, and no side must learn from another.
 */
import { createHash } from "node:crypto";
import { handWritten, REGISTERS, RESTORES, SAVES } from "./accessors-by-hand.mjs";

const [url, ...sides] = process.argv.slice(2);
const generated = await import(url);
/** The same once more, with which the hand-written code's offsets are found: V8 must not learn from that, either. */
const asked = await import(`${url}?asked`);
const ACCESSES = 20_000;
const BATCHES = 101;

const GENERATED = `
  const { KvmCpuContext, KvmVcpuFaultInfo, ${[...SAVES, ...RESTORES].join(", ")} } = generated;
  class Subject {
    constructor(buffer) { this.context = new KvmCpuContext(buffer, 0); this.fault = new KvmVcpuFaultInfo(buffer, 1040); }
    save(cpu) { ${SAVES.map((name) => `${name}(cpu, this.context);`).join("\n")} }
    restore(cpu) { ${RESTORES.map((name) => `${name}(cpu, this.context);`).join("\n")} }
    get esr() { return this.fault.esr_el2; }
    set esr(value) { this.fault.esr_el2 = value; }
    get sctlr() { return this.context.sys_regs.SCTLR_EL1; }
    set sctlr(value) { this.context.sys_regs.SCTLR_EL1 = value; }
  }`;

/** By what is measured: a statement, and how often a loop of so many accesses executes it. */
const MEASURED = {
  "u32 read": ["sum = (sum + subject.esr) | 0;", ACCESSES],
  "u32 write": ["subject.esr = numbers[i & 15];", ACCESSES],
  "u64 read": ["last = subject.sctlr;", ACCESSES],
  "u64 write": ["subject.sctlr = wide[i & 15];", ACCESSES],
  "save of the context": ["subject.save(cpu);", ACCESSES / 100],
  "restore of the context": ["subject.restore(cpu);", ACCESSES / 100],
};

const subjects = sides.map((side) => subjectOf(side));
const results = Object.fromEntries(sides.map((side) => [side, { nanoseconds: {}, bytes: {} }]));
for (const [what, [, times]] of Object.entries(MEASURED)) {
  const loops = subjects.map(({ loops }) => loops[what]);
  for (let warm = 0; warm < 40; warm++) for (const loop of loops) loop(times);
  const batches = Array.from({ length: BATCHES }, () =>
    loops.map((loop) => {
      globalThis.gc({ type: "minor" });
      const began = performance.now();
      loop(times);
      return ((performance.now() - began) * 1e6) / times;
    }),
  );
  for (const [i, side] of sides.entries()) {
    results[side].nanoseconds[what] = batches.map((batch) => batch[i]);
    results[side].bytes[what] = allocated(loops[i], times);
  }
}
for (const [i, side] of sides.entries()) results[side].result = subjects[i].digest();
console.log(JSON.stringify(results));

function subjectOf(side) {
  const text = side === "generated" ? GENERATED : handWritten(asked, side);
  const loops = Object.entries(MEASURED).map(
    ([what, [statement]]) => `${JSON.stringify(what)}(n) { for (let i = 0; i < n; i++) ${statement} }`,
  );
  const made = new Function(
    "generated",
    `// ${side}
    ${REGISTERS}
    ${text}
    const buffer = new ArrayBuffer(2048), subject = new Subject(buffer), cpu = new Registers();
    const wide = Array.from({ length: 16 }, (_, i) => 0xffff_ffff_0000_0000n + BigInt(i));
    const numbers = Array.from({ length: 16 }, (_, i) => (i * 0x9e3779b1) >>> 0);
    let sum = 0, last = 0n;
    return {
      loops: { ${loops.join(",\n")} },
      left: () => [buffer, [sum, last, cpu.x, cpu.q, cpu.values].join(" ")],
    };`,
  )(generated);
  return {
    loops: made.loops,
    digest() {
      const [buffer, values] = made.left();
      return createHash("sha256").update(new Uint8Array(buffer)).update(values).digest("hex");
    },
  };
}

/**
 * Bytes of heap that an access takes: what the heap grows by over so many, beyond what it grows by over none. The least of
 * several tries: what V8 keeps for itself (a tier of code, feedback) comes once, what an access allocates comes each time.
 */
function allocated(loop, times) {
  const grown = (n) => {
    globalThis.gc();
    const before = process.memoryUsage().heapUsed;
    loop(n);
    return process.memoryUsage().heapUsed - before;
  };
  const tries = Array.from({ length: 5 }, () => grown(times) - grown(0));
  return Math.max(0, Math.min(...tries)) / times;
}
