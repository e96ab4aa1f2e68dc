/**
 * What a careful person would write by hand for the structs and transfers of bench/accessors.mjs: straight-line DataView
 * code at literal offsets, with the checks of the generated code ("checked") or with none ("bare").
 */
export const SAVES = ["saveGuestRegs", "saveFpsimd", "saveSysregs"];
export const RESTORES = ["restoreGuestRegs", "restoreFpsimd", "restoreSysregs"];

/** A register file of arrays. */
export const REGISTERS = `class Registers {
  x = Array.from({ length: 31 }, (_, i) => 0x8000_0000_0000_0001n + BigInt(i));
  q = Array.from({ length: 32 }, (_, i) => (0x8123_4567_89ab_cdefn << 64n) + BigInt(i));
  names = new Map();
  values = [];
  readX(number) { return this.x[number]; }
  writeX(number, value) { this.x[number] = value; }
  readQ(number) { return this.q[number]; }
  writeQ(number, value) { this.q[number] = value; }
  readSysreg(name) { return this.values[this.indexOf(name)]; }
  writeSysreg(name, value) { this.values[this.indexOf(name)] = value; }
  indexOf(name) {
    const known = this.names.get(name);
    if (known !== undefined) return known;
    this.names.set(name, this.values.length);
    return this.values.push(0xfedc_ba98_0000_0000n + BigInt(this.values.length)) - 1;
  }
}`;

const WRITES = {
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

/** The text of a class Subject. side: "checked" or "bare". */
export function handWritten(generated, side) {
  const moves = movesOf(generated, SAVES);
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
  return `${WRITES[side]} ${GET128}
    class Fault {
      #view;
      constructor(buffer, base) { this.#view = new DataView(buffer, base, 24); }
      get esr() { return this.#view.getUint32(0, true); }
      set esr(value) { set32(this.#view, 0, value); }
    }
    class Subject {
      constructor(buffer) { this.view = new DataView(buffer, 0, 1040); this.fault = new Fault(buffer, 1040); }
      save(cpu) { const view = this.view; ${save.join("\n")} }
      restore(cpu) { const view = this.view; ${restore.join("\n")} }
      get esr() { return this.fault.esr; }
      set esr(value) { this.fault.esr = value; }
      get sctlr() { return this.view.getBigUint64(${sysreg}, true); }
      set sctlr(value) { set64(this.view, ${sysreg}, value); }
    }`;
}

/** The moves of a function of save-restore.ts, by the offset that each value arrives at. */
function movesOf(generated, names) {
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
