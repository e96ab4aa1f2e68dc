/**
 * One side of bench/accessors.mjs: node --expose-gc accessors-child.mjs generated|checked|bare MODULE. Prints nanoseconds and
 * bytes for each access, and a digest of the memory afterwards, which all sides must agree on.
 * The code by hand is straight-line DataView code at literal offsets, with the checks of the generated code or with none.
 */
import { createHash } from "node:crypto";

const [side, url] = process.argv.slice(2);
const generated = await import(url);
const buffer = new ArrayBuffer(2048);
const SAVES = ["saveGuestRegs", "saveFpsimd", "saveSysregs"];
const RESTORES = ["restoreGuestRegs", "restoreFpsimd", "restoreSysregs"];
const COUNT = 50_000;
const BATCHES = 15;

/** A register file of arrays. */
class Registers {
  x = Array.from({ length: 31 }, (_, i) => 0x8000_0000_0000_0001n + BigInt(i));
  q = Array.from({ length: 32 }, (_, i) => (0x8123_4567_89ab_cdefn << 64n) + BigInt(i));
  names = new Map();
  values = [];
  readX(number) {
    return this.x[number];
  }
  writeX(number, value) {
    this.x[number] = value;
  }
  readQ(number) {
    return this.q[number];
  }
  writeQ(number, value) {
    this.q[number] = value;
  }
  readSysreg(name) {
    return this.values[this.indexOf(name)];
  }
  writeSysreg(name, value) {
    this.values[this.indexOf(name)] = value;
  }
  indexOf(name) {
    const known = this.names.get(name);
    if (known !== undefined) return known;
    this.names.set(name, this.values.length);
    return this.values.push(0xfedc_ba98_0000_0000n + BigInt(this.values.length)) - 1;
  }
}

const HELPERS = {
  bare: `const set32 = (v, o, x) => v.setUint32(o, x, true);
    const set64 = (v, o, x) => v.setBigUint64(o, x, true);
    const set128 = (v, o, x) => { v.setBigUint64(o, BigInt.asUintN(64, x), true); v.setBigUint64(o + 8, x >> 64n, true); };`,
  checked: `const most64 = (1n << 64n) - 1n, most128 = (1n << 128n) - 1n;
    const bad = (x) => { throw new RangeError(String(x)); };
    const set32 = (v, o, x) => { if (typeof x !== "number" || x >>> 0 !== x) bad(x); v.setUint32(o, x, true); };
    const set64 = (v, o, x) => { if (typeof x !== "bigint" || x < 0n || x > most64) bad(x); v.setBigUint64(o, x, true); };
    const set128 = (v, o, x) => { if (typeof x !== "bigint" || x < 0n || x > most128) bad(x);
      v.setBigUint64(o, BigInt.asUintN(64, x), true); v.setBigUint64(o + 8, x >> 64n, true); };`,
};
const GET128 = "const get128 = (v, o) => v.getBigUint64(o, true) | (v.getBigUint64(o + 8, true) << 64n);";

/** The moves of a function of save-restore.ts, by the offset that each value arrives at. */
function movesOf(names) {
  const scratch = new ArrayBuffer(2048);
  const moves = [];
  let next = 0x1122_3344_5566_0000n;
  const read = (kind, which) => {
    moves.push({ kind, which, value: ++next });
    return kind === "Q" ? (next << 64n) | next : next;
  };
  const cpu = {
    readX: (number) => read("X", number),
    readQ: (number) => read("Q", number),
    readSysreg: (name) => read("Sysreg", JSON.stringify(name)),
  };
  for (const name of names) generated[name](cpu, new generated.KvmCpuContext(scratch, 0));
  const view = new DataView(scratch);
  return moves.map(({ kind, which, value }) => {
    for (const bits of [64, 32])
      for (let offset = 0; offset < 2040; offset += bits / 8) {
        const found = bits === 64 ? view.getBigUint64(offset, true) : BigInt(view.getUint32(offset, true));
        if (found === BigInt.asUintN(bits, value)) return { kind, which, offset, bits };
      }
    throw new Error("a register that goes nowhere");
  });
}

function byHand() {
  const moves = movesOf(SAVES);
  const save = moves.map(({ kind, which, offset, bits }) => {
    const value = `cpu.read${kind}(${which})`;
    if (bits === 32) return `set32(view, ${offset}, Number(BigInt.asUintN(32, ${value})));`;
    return `${kind === "Q" ? "set128" : "set64"}(view, ${offset}, ${value});`;
  });
  const restore = moves.map(({ kind, which, offset, bits }) => {
    const wide = kind === "Q" ? `get128(view, ${offset})` : `view.getBigUint64(${offset}, true)`;
    return `cpu.write${kind}(${which}, ${bits === 32 ? `BigInt(view.getUint32(${offset}, true))` : wide});`;
  });
  const sysreg = moves.find(({ which }) => which === '"SCTLR_EL1"').offset;
  return new Function(`${HELPERS[side]} ${GET128}
    class Fault {
      #view;
      constructor(buffer, base) { this.#view = new DataView(buffer, base, 24); }
      get esr() { return this.#view.getUint32(0, true); }
      set esr(value) { set32(this.#view, 0, value); }
    }
    return class {
      constructor(buffer) { this.view = new DataView(buffer, 0, 1040); this.fault = new Fault(buffer, 1040); }
      save(cpu) { const view = this.view; ${save.join("\n")} }
      restore(cpu) { const view = this.view; ${restore.join("\n")} }
      get esr() { return this.fault.esr; }
      set esr(value) { this.fault.esr = value; }
      get sctlr() { return this.view.getBigUint64(${sysreg}, true); }
      set sctlr(value) { set64(this.view, ${sysreg}, value); }
    };`)();
}

function byGenerator() {
  const { KvmCpuContext, KvmVcpuFaultInfo } = generated;
  return new Function(
    "generated",
    "KvmCpuContext",
    "KvmVcpuFaultInfo",
    `const { ${[...SAVES, ...RESTORES].join(", ")} } = generated;
    return class {
      constructor(buffer) { this.context = new KvmCpuContext(buffer, 0); this.fault = new KvmVcpuFaultInfo(buffer, 1040); }
      save(cpu) { ${SAVES.map((name) => `${name}(cpu, this.context);`).join("\n")} }
      restore(cpu) { ${RESTORES.map((name) => `${name}(cpu, this.context);`).join("\n")} }
      get esr() { return this.fault.esr_el2; }
      set esr(value) { this.fault.esr_el2 = value; }
      get sctlr() { return this.context.sys_regs.SCTLR_EL1; }
      set sctlr(value) { this.context.sys_regs.SCTLR_EL1 = value; }
    };`,
  )(generated, KvmCpuContext, KvmVcpuFaultInfo);
}

const Subject = side === "generated" ? byGenerator() : byHand();
const subject = new Subject(buffer);
const cpu = new Registers();
const wide = Array.from({ length: 16 }, (_, i) => 0xffff_ffff_0000_0000n + BigInt(i));
let sum = 0;
let last = 0n;

const LOOPS = {
  "u32 read": (n) => {
    for (let i = 0; i < n; i++) sum = (sum + subject.esr) >>> 0;
  },
  "u32 write": (n) => {
    for (let i = 0; i < n; i++) subject.esr = (i * 0x9e3779b1) >>> 0;
  },
  "u64 read": (n) => {
    for (let i = 0; i < n; i++) last = subject.sctlr;
  },
  "u64 write": (n) => {
    for (let i = 0; i < n; i++) subject.sctlr = wide[i & 15];
  },
  "save of the context": (n) => {
    for (let i = 0; i < n; i += 100) subject.save(cpu);
  },
  "restore of the context": (n) => {
    for (let i = 0; i < n; i += 100) subject.restore(cpu);
  },
};

const nanoseconds = {};
const bytes = {};
for (const [name, loop] of Object.entries(LOOPS)) {
  const calls = name.includes("context") ? COUNT / 100 : COUNT;
  for (let warm = 0; warm < 10; warm++) loop(COUNT);
  const times = Array.from({ length: BATCHES }, () => {
    const began = performance.now();
    loop(COUNT);
    return ((performance.now() - began) * 1e6) / calls;
  });
  nanoseconds[name] = Math.min(...times);
  const accesses = name.startsWith("u32") ? 1e7 : 1e5;
  bytes[name] = allocated(loop, accesses) / (name.includes("context") ? accesses / 100 : accesses);
}
const hash = createHash("sha256")
  .update(new Uint8Array(buffer))
  .update(`${sum} ${last} ${cpu.x} ${cpu.q} ${cpu.values}`);
console.log(JSON.stringify({ nanoseconds, bytes, result: hash.digest("hex") }));

/** Bytes that so many accesses take from the heap, in parts so small that nothing is collected within one. */
function allocated(loop, accesses) {
  const PART = accesses / 10;
  const used = (n) => {
    globalThis.gc();
    const before = process.memoryUsage().heapUsed;
    loop(n);
    return process.memoryUsage().heapUsed - before;
  };
  used(PART);
  const nothing = used(0);
  let total = 0;
  for (let part = 0; part < 10; part++) total += Math.max(0, used(PART) - nothing);
  return total;
}
