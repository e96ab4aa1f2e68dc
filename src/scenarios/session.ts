import { hex } from "../core/u64.js";
import { constantOf } from "./address-map.js";
import type { Board, RegisterState } from "./board.js";
import { EL1H_MASKED, type StartValues } from "./board-start.js";
import { Checklist } from "./checklist.js";
import {
  compareControls,
  compareHost,
  compareHostContext,
  compareOthers,
  compareStores,
  compareVcpu,
} from "./comparisons.js";
import { Crossings } from "./crossings.js";
import { controls, tellException } from "./narrator.js";
import { addressOf } from "./placed-code.js";
import { runningPlace } from "./places.js";
import { distinctValue } from "./random-values.js";
import type { Actor, Counts, Step } from "./report.js";
import { snapshotHost } from "./snapshot.js";
import { saved } from "./switched.js";

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

/** Asked before each step of the machine; it may take its time, as a debugger does. False: no more steps. */
export type StepControl = () => boolean;

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
  readonly crossings: Crossings;
  /** What the guest is to find in its registers when it next runs, PC and PSTATE as ELR_EL2 and SPSR_EL2. */
  readonly guest: RegisterState;
  #calls = 0;
  #hasRun = false;

  constructor(
    readonly board: Board,
    readonly values: StartValues,
    readonly control?: StepControl,
  ) {
    this.guest = new Map(values.entry);
    this.guest.set("ELR_EL2", addressOf(board.code.guest, "guest_start"));
    this.guest.set("SPSR_EL2", EL1H_MASKED | (values.entry.get("NZCV") ?? 0n));
    this.crossings = new Crossings(board, this.list, this.steps, this.guest);
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
    this.crossings.visits = [];
    return true;
  }

  /** Runs the guest until the host is back, and compares the state of both sides. False when it cannot go on. */
  runGuest(expected: ExpectedExit): boolean {
    const { board, list } = this;
    if (!this.runTo("host_call")) return false;
    const before = snapshotHost(board);
    const controlsBefore = controls(board);
    const code = this.call("__kvm_vcpu_run", [board.map.host("vcpu")]);
    const { visits } = this.crossings;
    const [entry] = visits;
    const exit = visits.at(-1);
    if (entry === undefined || exit === undefined) return false;
    this.#expectExit(expected);
    for (const visit of visits) compareStores(board, list, visit);
    compareHostContext(board, list, before, entry);
    if (exit.from === "guest") compareVcpu(board, list, this.guest, exit);
    if (code === undefined) return false;
    this.tell("host", `is back, with the exit code ${this.#codeName(code)} in X0`);
    list.equal("the exit code", expected.code, constantOf(board.model, expected.code), code);
    compareHost(board, list, before, addressOf(board.code.host, "host_returned"), exit);
    compareOthers(board, list, before, expected.clobbers === true ? this.#givenUp() : new Set());
    compareControls(board, list, "host", controlsBefore, 0n);
    return true;
  }

  /**
   * What the vcpu says about the last trap: a syndrome register as stored, as wide as its member; undefined when the
   * layout does not keep it.
   */
  fault(register: string): bigint | undefined {
    const transfer = this.board.model.worldSwitch.fault.find((f) => f.register.name === register);
    return transfer && this.board.member(transfer.place);
  }

  /** A register of the guest as its vcpu holds it; undefined when the layout does not save it. */
  guestSlot(name: string): bigint | undefined {
    const register = saved(this.board.model, "guest").find((r) => r.register === name);
    return register && this.board.slot("guest", register);
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
      until: ({ pc }) => pc === target || pc === panic || stray.includes(pc) || this.control?.() === false,
    });
    if (machine.pc === target) return true;
    const found = `${reason === "limit" ? `${MOST_STEPS} instructions later ` : ""}at ${runningPlace(this.board, machine.pc)}`;
    const last = this.crossings.visits.at(-1)?.nested.at(-1) ?? this.crossings.visits.at(-1)?.cause;
    const cause =
      last?.esr === undefined
        ? ""
        : `; the last exception was ${tellException(this.board, "guest", last).what}`;
    this.list.same("the host goes on", "PC", symbol, `${found}${cause}`);
    return false;
  }

  /** The counts up to now. */
  counts(): Counts {
    const { instructions, entries, exits, stores } = this.crossings.watch;
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
}
