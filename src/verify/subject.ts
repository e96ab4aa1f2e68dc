import type { ObjectCode } from "../assembler/index.js";
import type { Diagnostic } from "../core/diagnostic.js";
import { failure, type Result, success } from "../core/result.js";
import type { Model, Place, Sysreg } from "../model/types.js";
import { Architecture } from "./architecture.js";
import { addressOf, Memory } from "./memory.js";
import { Program } from "./program.js";
import { type SwitchedRegisters, switchedRegisters } from "./switched.js";
import { ALL, type Term, Terms } from "./term.js";

/** Symbols of the object that the proof starts from. Each stands for what the kernel's C code and VBAR_EL2 refer to. */
export interface EntrySymbols {
  /** u64 run(vcpu), called by the host through HVC. */
  readonly run: string;
  readonly vectors: string;
}

export const DEFAULT_ENTRIES: EntrySymbols = { run: "__kvm_vcpu_run", vectors: "__kvm_hyp_vector" };

/** Constants of the layout that the glue of every layout needs. */
const CONSTANTS = {
  mask: "HYP_PAGE_OFFSET_MASK",
  kernel: "PAGE_OFFSET",
  hyp: "HYP_PAGE_OFFSET",
  irq: "ARM_EXCEPTION_IRQ",
  trap: "ARM_EXCEPTION_TRAP",
} as const;

/** Memory that the switch may touch, by the base of its addresses at EL2. */
export interface Regions {
  readonly vcpu: Term;
  readonly hostContext: Term;
  readonly vm: Term;
  readonly stack: Term;
}

/** What is proved of what: a layout's model, the object's code, and the values that both start with. */
export interface Subject {
  readonly model: Model;
  readonly program: Program;
  readonly entries: EntrySymbols;
  readonly runAddress: bigint;
  readonly vectorAddress: bigint;
  readonly terms: Terms;
  readonly architecture: Architecture;
  readonly switched: SwitchedRegisters;
  readonly constants: Readonly<Record<keyof typeof CONSTANTS, bigint>>;
  readonly regions: Regions;
  /** Memory as nobody has written it. */
  readonly memory: Memory;
}

/** EL2 code lies here, within what the address mask lets through. */
const CODE_OFFSET = 0x8_0000n;

/**
 * A layout and an object as the subject of a proof.
 * Errors: WS801 a constant or a symbol is missing; those of linking (WS630 to WS634).
 */
export function subjectOf(model: Model, object: ObjectCode, entries: EntrySymbols): Result<Subject> {
  const found: Diagnostic[] = [];
  const constant = (name: string): bigint => {
    const known = model.constants.find((c) => c.name === name);
    if (known === undefined) found.push(missing(model, `the layout has no constant ${name}`));
    return known?.value ?? 0n;
  };
  const constants = {
    mask: constant(CONSTANTS.mask),
    kernel: constant(CONSTANTS.kernel),
    hyp: constant(CONSTANTS.hyp),
    irq: constant(CONSTANTS.irq),
    trap: constant(CONSTANTS.trap),
  };
  const placed = Program.place(model, object, (constants.hyp & constants.mask) + CODE_OFFSET);
  if (!placed.ok) return failure([...found, ...placed.diagnostics]);
  const program = placed.value;
  const address = (name: string): bigint => {
    const known = program.address(name);
    if (known === undefined || !program.holds(known))
      found.push(missing(model, `the object defines no symbol ${name}`));
    return known ?? 0n;
  };
  const runAddress = address(entries.run);
  const vectorAddress = address(entries.vectors);
  if (found.length > 0) return failure(found);
  const terms = new Terms();
  const { regions, memory } = placesOf(model, terms, constants.mask);
  const architecture = new Architecture(model);
  const switched = switchedRegisters(model);
  return success({
    ...{ model, program, entries, runAddress, vectorAddress, terms, architecture },
    ...{ switched, constants, regions, memory },
  });
}

function missing(model: Model, message: string): Diagnostic {
  return { code: "WS801", severity: "error", at: model.layout.at, message };
}

/** EL2 reaches a kernel address through the address mask. */
function placesOf(model: Model, terms: Terms, mask: bigint): { regions: Regions; memory: Memory } {
  const { contexts, vm } = model.worldSwitch;
  const names = new Map<Term, string>();
  const memory = new Memory(terms, (base) => names.get(base) ?? "memory");
  const at = (pointer: Term): Term => terms.bits(pointer, 0, mask);
  const vcpu = at(terms.symbol("vcpu"));
  names.set(vcpu, "vcpu");
  const field = (place: Place): Term => at(memory.load(vcpu, BigInt(place.offsetBytes), 8));
  const regions = {
    vcpu,
    hostContext: field(contexts.host),
    vm: field(vm.pointer),
    stack: terms.symbol("host SP_EL2", ALL & ~0xfn),
  };
  names.set(regions.hostContext, "host context");
  names.set(regions.vm, "vm");
  names.set(regions.stack, "stack");
  return { regions, memory };
}

/** `vcpu+0x41c`: an address as people read it. */
export function describeAddress(subject: Subject, base: Term | undefined, offset: bigint): string {
  const { regions } = subject;
  const names = new Map<Term | undefined, string>([
    [regions.vcpu, "vcpu"],
    [regions.hostContext, "host context"],
    [regions.vm, "vm"],
    [regions.stack, "stack"],
    [undefined, ""],
  ]);
  const sign = offset < 0n ? "-" : "+";
  const size = offset < 0n ? -offset : offset;
  return `${names.get(base) ?? "an unknown address"}${sign}0x${size.toString(16)}`;
}

/** The offset of a term from a region's base; undefined when it is elsewhere. */
export function offsetIn(base: Term, term: Term): bigint | undefined {
  const address = addressOf(term);
  return address.base === base ? address.offset : undefined;
}

/** The names of the model's registers, for reading a state. */
export function sysregNamed(model: Model, name: string): Sysreg {
  const found = model.sysregs.get(name);
  if (found === undefined) throw new Error(`no register ${name} in the model`);
  return found;
}
