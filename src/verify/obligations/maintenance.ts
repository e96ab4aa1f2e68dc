import type { Findings } from "../findings.js";
import { formatTerm } from "../format-term.js";
import type { Event, State } from "../state.js";
import type { Subject } from "../subject.js";
import type { Term } from "../term.js";

/** One operation that a function shall perform. argument: index of the function's argument that it is about. */
interface Wanted {
  readonly class: string;
  readonly name: string;
  readonly argument?: number;
}

/**
 * What the host calls EL2 for besides running a guest: maintenance in this order, for the VM that the first argument
 * points to where forVm says so. Source: DDI0487, TLB maintenance: invalidating stage 2 by IPA leaves combined entries,
 * which need an invalidation of stage 1 after the first has completed.
 */
export interface MaintenanceCall {
  readonly symbol: string;
  readonly arguments: readonly ("vm" | "ipa")[];
  readonly forVm: boolean;
  readonly operations: readonly Wanted[];
}

export const maintenanceCalls: readonly MaintenanceCall[] = [
  {
    symbol: "__kvm_tlb_flush_vmid_ipa",
    arguments: ["vm", "ipa"],
    forVm: true,
    operations: [
      { class: "TLBI", name: "IPAS2E1IS", argument: 1 },
      { class: "TLBI", name: "VMALLE1IS" },
    ],
  },
  {
    symbol: "__kvm_flush_vm_context",
    arguments: [],
    forVm: false,
    operations: [
      { class: "TLBI", name: "ALLE1IS" },
      { class: "IC", name: "IALLUIS" },
    ],
  },
];

type Operation = Extract<Event, { kind: "operation" }>;

/** WS818: the operations, their order, their VM and the barriers between them. arguments: as the function got them. */
export function checkMaintenance(
  subject: Subject,
  findings: Findings,
  call: MaintenanceCall,
  args: readonly Term[],
  state: State,
): void {
  const path = call.symbol;
  const done = state.events.filter((event): event is Operation => event.kind === "operation");
  const names = (operations: readonly Pick<Wanted, "class" | "name">[]): string =>
    operations.map((operation) => `${operation.class} ${operation.name}`).join(", ") || "nothing";
  if (names(done) !== names(call.operations)) {
    const message = `${call.symbol} does ${names(done)}; it shall do ${names(call.operations)}`;
    findings.add({ code: "WS818", path, state, message, pc: subject.program.address(call.symbol) });
    return;
  }
  for (const [i, operation] of done.entries()) {
    const argument = call.operations[i]?.argument;
    if (argument !== undefined) checkOperand(subject, findings, state, path, operation, args[argument]);
    if (call.forVm) checkVm(subject, findings, state, path, operation);
  }
  checkBarriers(findings, state, path, call.operations.length > 1 && call.forVm);
}

/** Bits of a TLBI operand that take a page number: IPA[47:12] from bit 0 up. Source: DDI0487, TLBI IPAS2E1IS. */
const PAGE = { shift: -12, mask: 0xf_ffff_ffffn } as const;

function checkOperand(
  subject: Subject,
  findings: Findings,
  state: State,
  path: string,
  { name, value, pc }: Operation,
  argument: Term | undefined,
): void {
  if (argument === undefined || value === subject.terms.bits(argument, PAGE.shift, PAGE.mask)) return;
  if (value === subject.terms.bits(argument, PAGE.shift, (1n << 52n) - 1n)) return;
  if (value === argument) {
    const message = `TLBI ${name} gets ${formatTerm(value)} itself; the architecture takes its bits 47:12 from bit 0 up, so another page is invalidated`;
    const hint = "shift the address right by 12 before";
    const { waivers, at } = subject.model.worldSwitch.flush;
    findings.add({ code: "WS830", path, state, message, pc, hint, waivers, at });
    return;
  }
  const message = `TLBI ${name} gets ${formatTerm(value)}, not the caller's ${formatTerm(argument)}`;
  findings.add({ code: "WS818", path, state, message, pc });
}

/** VTTBR_EL2, whose VMID the operation is for, is the VM's and takes effect before the operation. */
function checkVm(
  subject: Subject,
  findings: Findings,
  state: State,
  path: string,
  operation: Operation,
): void {
  const { vm } = subject.model.worldSwitch;
  const { name, pc } = operation;
  const table = subject.memory.load(subject.regions.vm, BigInt(vm.place.offsetBytes), vm.place.widthBytes);
  if (operation.vm !== table) {
    const message = `TLBI ${name} is done for ${vm.register.name} = ${formatTerm(operation.vm)}, not ${formatTerm(table)}`;
    findings.add({ code: "WS818", path, state, message, pc, place: vm.register.name, at: vm.at });
  }
  if (operation.vmPending) {
    const message = `TLBI ${name} may still see the old ${vm.register.name}: no ISB since it was written`;
    findings.add({ code: "WS818", path, state, message, pc, at: vm.at });
  }
}

/** A DSB after the last operation, and after each one when the next relies on it. */
function checkBarriers(findings: Findings, state: State, path: string, between: boolean): void {
  let open: Operation | undefined;
  const report = (operation: Operation, what: string): void => {
    const message = `${operation.class} ${operation.name} is not known to be complete ${what}: no DSB of the inner shareable domain after it`;
    findings.add({ code: "WS818", path, state, message, pc: operation.pc });
  };
  for (const event of state.events) {
    if (event.kind === "operation") {
      if (between && open !== undefined) report(open, `when ${event.class} ${event.name} starts`);
      open = event;
    }
    if (event.kind === "barrier" && COMPLETES.has(event.barrier)) open = undefined;
  }
  if (open !== undefined) report(open, "at the end");
}

/** Barriers that wait for inner shareable maintenance to complete. Source: DDI0487, DSB. */
const COMPLETES = new Set(["DSB SY", "DSB ISH"]);

/** The symbols of a call's arguments: a kernel address and an IPA. */
export function argumentsOf(subject: Subject, call: MaintenanceCall): Term[] {
  const { vm } = subject.model.worldSwitch;
  const pointer = subject.memory.load(subject.regions.vcpu, BigInt(vm.pointer.offsetBytes), 8);
  return call.arguments.map((kind) => (kind === "vm" ? pointer : subject.terms.symbol("ipa")));
}
