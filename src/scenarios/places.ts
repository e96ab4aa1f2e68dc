import { formatSourceRef } from "../core/source-ref.js";
import { hex } from "../core/u64.js";
import type { Model, Struct } from "../model/types.js";
import type { Board } from "./board.js";
import { contains, lineOf, type PlacedCode, symbolic } from "./placed-code.js";
import { movedThrough, type Side, type Switched } from "./switched.js";
import type { Touch, Visit } from "./watch.js";

/** `asm/hyp.S:214, el1_sync+0x8` for an address of EL2's code, a kernel address or as EL2 sees it. */
export function codePlace(board: Board, address: bigint): string {
  const { hypervisor } = board.code;
  const kernel = kernelOf(board, hypervisor, address);
  if (!contains(hypervisor, kernel)) return hex(address);
  const symbol = symbolic(hypervisor, kernel);
  const line = lineOf(hypervisor, kernel);
  if (line === undefined) return symbol;
  const [place = ""] = formatSourceRef({ ...line, file: baseName(line.file) }).split(/:\d+$/);
  return `${place}, ${symbol}`;
}

/** Where a PC is: in the host's program, the guest's, or EL2's. */
export function runningPlace(board: Board, pc: bigint): string {
  const { host, guest } = board.code;
  const part = [host, guest].find((code) => contains(code, pc));
  return part === undefined ? codePlace(board, pc) : `${hex(pc)} (${symbolic(part, pc)})`;
}

/** The kernel address of what EL2 sees at an address of its own; other addresses as they are. */
export function kernelOf(board: Board, code: PlacedCode, address: bigint): bigint {
  return contains(code, address) ? address : board.map.hostOf(board.map.physical(address));
}

/**
 * Where a register of a side should have been saved: its slot, and the instruction that last stored there in a
 * visit to EL2.
 */
export function whereSaved(board: Board, side: Side, register: Switched, visit: Visit): string {
  const stores = touching(board, side, register, visit.stores);
  return `${slotText(board, side, register)}: ${lastOf(board, stores, "stored by", "nothing stored there")}`;
}

/** Where a register of a side should have come from: its slot, who loaded it, and who wrote the register. */
export function whereRestored(board: Board, side: Side, register: Switched, visit: Visit): string {
  const loads = touching(board, side, register, visit.loads);
  const loaded = lastOf(board, loads, "loaded by", "nothing loaded it");
  if (register.kind !== "sysreg") return `${slotText(board, side, register)}: ${loaded}`;
  const name = movedThrough(register);
  const write = visit.writes.findLast((w) => w.name === name);
  const wrote =
    write === undefined ? `nothing wrote ${name}` : `${name} written at ${codePlace(board, write.pc)}`;
  return `${slotText(board, side, register)}: ${loaded}; ${wrote}`;
}

/** `gp_regs.regs.regs[19] at kvm_vcpu+408`. */
function slotText(board: Board, side: Side, { place }: Switched): string {
  const { guest } = board.model.worldSwitch.contexts;
  return side === "guest"
    ? `${guest.path}.${place.path} at ${guest.struct}+${guest.offsetBytes + place.offsetBytes}`
    : `${place.path} at the host's ${place.struct}+${place.offsetBytes}`;
}

function touching(board: Board, side: Side, register: Switched, touches: readonly Touch[]): Touch[] {
  const start = board.slotOf(side, register);
  const end = start + BigInt(register.place.widthBytes);
  return touches.filter((touch) => touch.pa < end && touch.pa + BigInt(touch.sizeBytes) > start);
}

function lastOf(board: Board, touches: readonly Touch[], verb: string, none: string): string {
  const last = touches.at(-1);
  return last === undefined ? none : `${verb} ${codePlace(board, last.pc)}`;
}

/** What lies at a physical address of the board: `kvm_vcpu.arch.fault.esr_el2+4 (kvm_vcpu+1052)`, or its address. */
export function memoryPlace(board: Board, physical: bigint): string {
  const { model, map } = board;
  const roots = [
    [model.layout.vcpu, map.host("vcpu")],
    [model.layout.context, map.host("hostContext")],
    [model.worldSwitch.vm.place.struct, map.host("kvm")],
  ] as const;
  for (const [name, kernel] of roots) {
    const struct = model.structs.find((s) => s.name === name);
    const offset = Number(physical - map.physical(kernel));
    if (struct !== undefined && offset >= 0 && offset < struct.sizeBytes) {
      return `${memberPath(model, struct, offset)} (${name}+${offset})`;
    }
  }
  const stack = physical - map.physical(map.host("hypStack"));
  return stack >= 0n && stack < 4096n ? `EL2's stack (${hex(physical)})` : `PA ${hex(physical)}`;
}

/** `kvm_vcpu.arch.ctxt.gp_regs…`: the innermost member that has the byte at an offset, or the hole. */
export function memberPath(model: Model, struct: Struct, offset: number): string {
  const member = struct.members.find((m) => offset >= m.offsetBytes && offset < m.offsetBytes + m.sizeBytes);
  if (member === undefined) {
    const hole = struct.holes.find((h) => offset >= h.offsetBytes && offset < h.offsetBytes + h.sizeBytes);
    return hole === undefined ? struct.name : `${struct.name}, the hole after ${hole.after}`;
  }
  const inside = offset - member.offsetBytes;
  const index = Math.floor(inside / member.elementBytes);
  const name = `${struct.name}.${member.name}${member.count === undefined ? "" : `[${index}]`}`;
  const rest = inside - index * member.elementBytes;
  const { type } = member;
  const inner = type.kind === "struct" ? model.structs.find((s) => s.name === type.struct) : undefined;
  if (inner === undefined) return rest === 0 ? name : `${name}+${rest}`;
  const path = memberPath(model, inner, rest);
  return path.startsWith(inner.name) ? `${name}${path.slice(inner.name.length)}` : `${name}, ${path}`;
}

function baseName(file: string): string {
  return file.split("/").at(-1) ?? file;
}
