import { hex } from "../core/u64.js";
import { toSpsr } from "../runtime/index.js";
import { constantOf } from "./address-map.js";
import type { Board, RegisterState } from "./board.js";
import { EL1H_MASKED, type StartValues } from "./board-start.js";
import { Checklist } from "./checklist.js";
import {
  compareControls,
  compareGuest,
  compareHost,
  compareHostContext,
  compareOthers,
  compareStores,
  compareVcpu,
} from "./comparisons.js";
import { controls, guestPlace, tellException, tellVisit } from "./narrator.js";
import { addressOf, contains, symbolic } from "./placed-code.js";
import { codePlace } from "./places.js";
import { distinctValue } from "./random-values.js";
import type { Actor, Counts, Step } from "./report.js";
import { snapshotHost } from "./snapshot.js";
import { saved } from "./switched.js";
import { type Visit, Watch } from "./watch.js";

/** How a run of the guest is to end. */
export interface ExpectedExit {
  /** The constant of the exit code, such as ARM_EXCEPTION_TRAP. */
  readonly code: string;
  /** Where the guest is to go on: a VA, or a symbol of its program and an offset in bytes. */
  readonly at: bigint | readonly [symbol: string, offset: number];
  /** Whether AT, or the guest, writes the registers that the layout's waivers give up: then they may change. */
  readonly clobbers?: boolean;
  /** Registers that the guest has changed since it was last seen, besides the new values of its first run. */
  readonly changes?: RegisterState;
}

/** More than any run of any layout takes; a run that takes more hangs. */
const MOST_STEPS = 20_000;

/**
 * A scenario while it is played: it lets the host call EL2, watches, tells and compares. What the host's C code does
 * to the structs between calls is the scenario's part.
 */
export class Session {
  readonly steps: Step[] = [];
  readonly list = new Checklist();
  readonly notes: string[] = [];
  readonly watch: Watch;
  /** What the guest is to find in its registers when it next runs, PC and PSTATE as ELR_EL2 and SPSR_EL2. */
  readonly guest: RegisterState;
  /** Visits to EL2 since the last call of the host. */
  visits: Visit[] = [];
  /** Called when an exception has been taken to EL2, before EL2's first instruction. */
  onArrival: ((visit: Visit) => void) | undefined;
  #calls = 0;
  #hasRun = false;
  #before: ReadonlyMap<string, bigint> = new Map();
  readonly #told = new Set<string>();
  #atTrap: RegisterState = new Map();

  constructor(
    readonly board: Board,
    readonly values: StartValues,
  ) {
    this.guest = new Map(values.entry);
    this.guest.set("ELR_EL2", addressOf(board.code.guest, "guest_start"));
    this.guest.set("SPSR_EL2", EL1H_MASKED | (values.entry.get("NZCV") ?? 0n));
    this.watch = new Watch(
      () => board.machine.registers.get(board.model.worldSwitch.vm.register.name) !== 0n,
      (visit) => this.#arrive(visit),
      (visit, runner) => this.#leave(visit, runner),
    );
    board.machine.observe(this.watch);
  }

  /** Adds a line to the story. */
  tell(who: Actor, what: string, where?: string): void {
    this.steps.push(where === undefined ? { who, what } : { who, what, where });
  }

  /**
   * Lets the host call a function of EL2 and runs until it is back. The result is X0; undefined when the host was
   * not reached again, which is then a failed check.
   */
  call(symbol: string, args: readonly bigint[]): bigint | undefined {
    const shown = args.map((arg) => hex(arg)).join(", ");
    this.tell("host", `calls ${symbol}(${shown}) through kvm_call_hyp: HVC #0`);
    if (!this.post(addressOf(this.board.code.hypervisor, symbol), args)) return undefined;
    return this.runTo("host_returned") ? (this.board.machine.x[0] ?? 0n) : undefined;
  }

  /**
   * Puts a call into the host's mailbox when it is ready for one; arguments that are not given are something else than
   * zero. False when the host is never ready.
   */
  post(address: bigint, args: readonly bigint[]): boolean {
    const { board } = this;
    if (!this.runTo("host_call")) return false;
    const mailbox = board.map.physical(board.map.host("mailbox"));
    for (let i = 0; i < 4; i++) {
      const value = i === 0 ? address : (args[i - 1] ?? distinctValue(`the host's X${i}`));
      board.write(mailbox + BigInt(8 * i), 8, value);
    }
    this.#calls++;
    this.visits = [];
    return true;
  }

  /** Runs the guest until the host is back, and compares the state of both sides. False when it cannot go on. */
  runGuest(expected: ExpectedExit): boolean {
    const { board, list } = this;
    if (!this.runTo("host_call")) return false;
    const before = snapshotHost(board);
    const controlsBefore = controls(board);
    const code = this.call("__kvm_vcpu_run", [board.map.host("vcpu")]);
    const [entry] = this.visits;
    const exit = this.visits.at(-1);
    if (entry === undefined || exit === undefined) return false;
    this.#expectExit(expected);
    compareHostContext(board, list, before, entry);
    if (exit.from === "guest") compareVcpu(board, list, this.guest, exit);
    if (code === undefined) return false;
    this.tell("host", `is back, with the exit code ${this.#codeName(code)} in X0`);
    list.equal("the exit code", expected.code, constantOf(board.model, expected.code), code);
    compareHost(board, list, before, addressOf(board.code.host, "host_returned"), exit);
    compareOthers(board, list, before, expected.clobbers === true ? this.#givenUp() : new Set());
    compareControls(board, list, "host", controlsBefore, 0n);
    for (const visit of this.visits) compareStores(board, list, visit);
    return true;
  }

  /** What the vcpu says about the last trap: a syndrome register as stored, as wide as its member. */
  fault(register: string): bigint {
    const { fault } = this.board.model.worldSwitch;
    const transfer = fault.find((f) => f.register.name === register);
    if (transfer === undefined) throw new Error(`the layout does not keep ${register}`);
    return this.board.member(transfer.place);
  }

  /** A register of the guest as its vcpu holds it. */
  guestSlot(name: string): bigint {
    const register = saved(this.board.model, "guest").find((r) => r.register === name);
    if (register === undefined) throw new Error(`the layout does not save ${name}`);
    return this.board.slot("guest", register);
  }

  /** Changes a register of the guest in its vcpu, as the host's KVM does between runs. */
  setGuest(name: string, value: bigint): void {
    for (const register of saved(this.board.model, "guest")) {
      if (register.register === name) this.board.setSlot("guest", register, value);
    }
    this.guest.set(name, value);
  }

  /** Runs until the host is at a symbol of its program. False, with a failed check, when it does not get there. */
  runTo(symbol: string): boolean {
    const { machine, code } = this.board;
    const target = addressOf(code.host, symbol);
    const stray = [addressOf(code.host, "host_unexpected"), addressOf(code.guest, "guest_unexpected")];
    const panic = addressOf(code.host, this.board.model.worldSwitch.panic.function);
    const { reason } = machine.run({
      maxInstructions: MOST_STEPS,
      until: ({ pc }) => pc === target || pc === panic || stray.includes(pc),
    });
    if (machine.pc === target) return true;
    const found = `${reason === "limit" ? `${MOST_STEPS} instructions later ` : ""}at ${this.#place(machine.pc)}`;
    const last = this.visits.at(-1)?.nested.at(-1) ?? this.visits.at(-1)?.cause;
    const cause =
      last?.esr === undefined
        ? ""
        : `; the last exception was ${tellException(this.board, "guest", last).what}`;
    this.list.same("the host goes on", "PC", symbol, `${found}${cause}`);
    return false;
  }

  /** The counts up to now. */
  counts(): Counts {
    const { instructions, entries, exits, stores } = this.watch;
    return {
      instructions: instructions.host + instructions.EL2 + instructions.guest,
      hostInstructions: instructions.host,
      hypInstructions: instructions.EL2,
      guestInstructions: instructions.guest,
      entries,
      exits,
      calls: this.#calls,
      stores,
    };
  }

  #arrive(visit: Visit): void {
    this.visits.push(visit);
    this.#before = controls(this.board);
    if (visit.from === "guest") {
      this.steps.push(tellException(this.board, visit.from, visit.cause));
      this.#atTrap = this.#generalRegisters();
    }
    this.onArrival?.(visit);
  }

  #leave(visit: Visit, runner: string): void {
    const { board, list } = this;
    const { pc } = board.machine;
    this.#tellVisit(visit);
    if (runner !== "guest" || contains(board.code.host, pc)) return;
    if (visit.from === "guest") {
      this.tell(
        "EL2",
        `lets the guest go on at ${guestPlace(board, pc)}, without an exit`,
        codePlace(board, this.watch.pc),
      );
      for (const [name, value] of this.#generalRegisters()) {
        const before = this.#atTrap.get(name) ?? 0n;
        list.equal("EL2 gives the guest its registers back when it does not exit", name, before, value);
      }
      return;
    }
    compareGuest(board, list, this.guest, visit);
    compareControls(board, list, "guest", this.#before, board.vmVttbr);
    this.tell("EL2", `ERET to the guest at VA ${guestPlace(board, pc)}`, codePlace(board, this.watch.pc));
  }

  /** What a visit did; in a word when it was all told before. */
  #tellVisit(visit: Visit): void {
    const told = tellVisit(this.board, visit, this.#before);
    const isNew = (step: Step): boolean => !this.#told.has(step.what);
    const fresh = told.filter(isNew);
    if (told.length > 1 && fresh.length < told.length) {
      const from = visit.from === "host" ? "the host to the guest" : "the guest to the host";
      const once = { who: "EL2", what: `switches from ${from}, as before` } as const;
      this.steps.push(once, ...fresh);
    } else this.steps.push(...fresh);
    for (const { what } of told) this.#told.add(what);
  }

  /** X0 … X30, PC and PSTATE. */
  #generalRegisters(): RegisterState {
    const { machine } = this.board;
    const state: RegisterState = new Map(machine.x.map((value, n) => [`X${n}`, value]));
    const { registers } = machine;
    const atEl2 = machine.pstate.EL === 2;
    state.set("PC", atEl2 ? registers.get("ELR_EL2") : machine.pc);
    state.set("PSTATE", atEl2 ? registers.get("SPSR_EL2") : toSpsr(machine.pstate));
    return state;
  }

  #expectExit({ at, changes }: ExpectedExit): void {
    const { guest, values } = this;
    if (!this.#hasRun) for (const [name, value] of values.exit) guest.set(name, value);
    this.#hasRun = true;
    for (const [name, value] of changes ?? []) guest.set(name, value);
    const pc = typeof at === "bigint" ? at : addressOf(this.board.code.guest, at[0]) + BigInt(at[1]);
    guest.set("ELR_EL2", pc);
    guest.set("SPSR_EL2", EL1H_MASKED | (guest.get("NZCV") ?? 0n));
  }

  /** Registers that the layout gives up by name: clobbers with a waiver. */
  #givenUp(): ReadonlySet<string> {
    const { clobbers } = this.board.model.worldSwitch.abort;
    return new Set(clobbers.filter((c) => c.waivers.length > 0).map((c) => c.register.name));
  }

  #codeName(code: bigint): string {
    const { constants } = this.board.model;
    const named = constants.find((c) => c.name.startsWith("ARM_EXCEPTION_") && c.value === code);
    return named === undefined ? hex(code) : `${named.name} (${code})`;
  }

  #place(pc: bigint): string {
    const { host, guest } = this.board.code;
    if (contains(host, pc)) return `${hex(pc)} (${symbolic(host, pc)})`;
    if (contains(guest, pc)) return `${hex(pc)} (${symbolic(guest, pc)})`;
    return codePlace(this.board, pc);
  }
}
