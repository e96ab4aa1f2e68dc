import { assemble, link, type ObjectCode } from "../assembler/index.js";
import { failure, type Result, success } from "../core/result.js";
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

/**
 * The section of the world switch, from an object of our assembler or of another one, linked at the kernel address
 * that the scenarios' board gives it, with the host's panic() resolved.
 * Errors: those of link (a symbol that neither the object nor the host defines, no such section).
 */
export function placeHypervisor(model: Model, object: ObjectCode): Result<PlacedCode> {
  const map = new AddressMap(model);
  const { name: section } = model.worldSwitch.section;
  const host = assembleHost(model, map);
  const { function: panic } = model.worldSwitch.panic;
  const symbols = new Map([[panic, map.host("hostText") + symbolValue(host, panic)]]);
  return place(object, section, map.host("hypText"), symbols);
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
  const sysregs = new Map([...model.sysregs].map(([name, { encoding }]) => [name.toLowerCase(), encoding]));
  const result = assemble({ file, text, table: model.a64, sysregs, defines });
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
    const at = { file: object.lines[0]?.at.file ?? "object", line: 1, column: 1 };
    return failure([{ code: "WS690", severity: "error", at, message: `there is no section ${section}` }]);
  }
  const symbols = new Map(
    object.symbols
      .filter((symbol) => symbol.defined && symbol.section === section)
      .map((symbol) => [symbol.name, base + symbol.value]),
  );
  const lines = object.lines.filter((line) => line.section === section);
  return success({ base, bytes: placed.bytes, symbols, lines });
}
