import { assemble, assemblerNames, link, type ObjectCode } from "../assembler/index.js";
import { failure, type Result, resultOf, success } from "../core/result.js";
import type { SourceRef } from "../core/source-ref.js";
import { hex } from "../core/u64.js";
import type { Model } from "../model/types.js";
import { AddressMap, guestPages } from "./address-map.js";
import type { PlacedCode } from "./placed-code.js";
import { guestProgram, hostProgram } from "./programs.js";
import type { Switched } from "./switched.js";

/** All code of a board, each part at its address: EL2's and the host's at kernel addresses, the guest's at its own. */
export interface Code {
  readonly map: AddressMap;
  readonly hypervisor: PlacedCode;
  readonly host: PlacedCode;
  readonly guest: PlacedCode;
}

/** What the host's program and its KVM reach EL2 by. */
const ENTRY_POINTS = [
  "kvm_call_hyp",
  "__kvm_hyp_vector",
  "__kvm_vcpu_run",
  "__kvm_tlb_flush_vmid_ipa",
  "__kvm_flush_vm_context",
];

/**
 * The section of the world switch, from an object of our assembler or of another one, linked at the kernel address
 * that the scenarios' board gives it, with the host's panic() resolved.
 * Errors: those of link; WS630 a function that the host calls is not there; WS690 the section is not there.
 */
export function placeHypervisor(model: Model, object: ObjectCode): Result<PlacedCode> {
  const map = new AddressMap(model);
  const { name: section } = model.worldSwitch.section;
  const host = assembleHost(model, map);
  const { function: panic } = model.worldSwitch.panic;
  const symbols = new Map([[panic, map.host("hostText") + symbolValue(host, panic)]]);
  const placed = place(object, section, map.host("hypText"), symbols);
  if (!placed.ok) return placed;
  const missing = ENTRY_POINTS.filter((name) => !placed.value.symbols.has(name));
  const at = startOf(object);
  return resultOf(
    missing.map((name) => ({ code: "WS630", severity: "error", at, message: `nobody defines ${name}` })),
    () => placed.value,
  );
}

/** The host's program and the guest's, with a hypervisor that is in its place. body: see guestProgram. */
export function placePrograms(
  model: Model,
  hypervisor: PlacedCode,
  changed: readonly Switched[],
  body: string,
): Code {
  const map = new AddressMap(model);
  const host = program(assembleHost(model, map), map.host("hostText"), hypervisor.symbols);
  const defines = new Map([["VALUES", hex(map.guestKernel(guestPages.values))]]);
  const guestText = assembleProgram(model, "guest.S", guestProgram(changed, body), defines);
  const guest = program(guestText, map.guestKernel(guestPages.text), new Map());
  return { map, hypervisor, host, guest };
}

function assembleHost(model: Model, map: AddressMap): ObjectCode {
  const defines = new Map([
    ["MAILBOX", hex(map.host("mailbox"))],
    ["INTERRUPT_CONTROLLER", hex(map.interruptController)],
    ["PANIC", model.worldSwitch.panic.function],
  ]);
  return assembleProgram(model, "host.S", hostProgram, defines);
}

/** The programs are ours: one that does not assemble is a bug of ours, and throws. */
function assembleProgram(
  model: Model,
  file: string,
  text: string,
  defines: ReadonlyMap<string, string>,
): ObjectCode {
  const result = assemble({ file, text, table: model.a64, sysregs: assemblerNames(model), defines });
  if (!result.ok) throw new Error(`${file}: ${result.diagnostics.map((d) => d.message).join("; ")}`);
  return result.value;
}

function program(object: ObjectCode, base: bigint, symbols: ReadonlyMap<string, bigint>): PlacedCode {
  const result = place(object, ".text", base, symbols);
  if (!result.ok) throw new Error(result.diagnostics.map((d) => d.message).join("; "));
  return result.value;
}

function symbolValue(object: ObjectCode, name: string): bigint {
  const symbol = object.symbols.find((s) => s.name === name && s.defined);
  if (symbol === undefined) throw new Error(`the host's program has no symbol ${name}`);
  return symbol.value;
}

function place(
  object: ObjectCode,
  section: string,
  base: bigint,
  externals: ReadonlyMap<string, bigint>,
): Result<PlacedCode> {
  const linked = link(object, { sectionAddresses: new Map([[section, base]]), symbols: externals });
  if (!linked.ok) return linked;
  const placed = linked.value.sections.find((s) => s.name === section);
  if (placed === undefined) {
    const message = `there is no section ${section}`;
    return failure([{ code: "WS690", severity: "error", at: startOf(object), message }]);
  }
  const symbols = new Map(
    object.symbols
      .filter((symbol) => symbol.defined && symbol.section === section)
      .map((symbol) => [symbol.name, base + symbol.value]),
  );
  const lines = object.lines.filter((line) => line.section === section);
  return success({ base, bytes: placed.bytes, symbols, lines });
}

/** The start of the object's file, for what is missing in it. */
function startOf(object: ObjectCode): SourceRef {
  return { file: object.lines[0]?.at?.file ?? "object", line: 1, column: 1 };
}
