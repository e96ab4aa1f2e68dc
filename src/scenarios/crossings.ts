import { toSpsr } from "../runtime/index.js";
import type { Board, RegisterState } from "./board.js";
import type { Checklist } from "./checklist.js";
import { compareControls, compareGuest } from "./comparisons.js";
import { controls, guestPlace, tellException, tellVisit } from "./narrator.js";
import { contains } from "./placed-code.js";
import { codePlace } from "./places.js";
import type { Step } from "./report.js";
import { type Runner, type Visit, Watch } from "./watch.js";

/**
 * What happens where levels meet: it tells each visit to EL2, and compares what the guest finds when it is entered.
 * guest: what it is to find, as the session keeps it.
 */
export class Crossings {
  readonly watch: Watch;
  /** Visits to EL2 since the last call of the host. */
  visits: Visit[] = [];
  /** Called when an exception has been taken to EL2, before EL2's first instruction. */
  onArrival: (() => void) | undefined;
  readonly #told = new Set<string>();
  #controls: ReadonlyMap<string, bigint> = new Map();
  #atTrap: RegisterState = new Map();

  constructor(
    readonly board: Board,
    readonly list: Checklist,
    readonly steps: Step[],
    readonly guest: RegisterState,
  ) {
    const { machine, model } = board;
    this.watch = new Watch(
      () => machine.registers.get(model.worldSwitch.vm.register.name) !== 0n,
      (visit) => this.#arrive(visit),
      (visit, runner) => this.#leave(visit, runner),
    );
    machine.observe(this.watch);
  }

  #arrive(visit: Visit): void {
    this.visits.push(visit);
    this.#controls = controls(this.board);
    if (visit.from === "guest") {
      this.#tellException(tellException(this.board, visit.from, visit.cause));
      this.#atTrap = this.#generalRegisters();
    }
    this.onArrival?.();
  }

  #leave(visit: Visit, runner: Runner): void {
    const { board, list, steps } = this;
    const { pc } = board.machine;
    this.#tellVisit(visit);
    if (runner !== "guest" || contains(board.code.host, pc)) return;
    const where = codePlace(board, this.watch.pc);
    if (visit.from === "guest") {
      steps.push({
        who: "EL2",
        what: `lets the guest go on at VA ${guestPlace(board, pc)}, without an exit`,
        where,
      });
      for (const [name, value] of this.#generalRegisters()) {
        const before = this.#atTrap.get(name) ?? 0n;
        list.equal("EL2 gives the guest its registers back when it does not exit", name, before, value);
      }
      return;
    }
    compareGuest(board, list, this.guest, visit);
    compareControls(board, list, "guest", this.#controls, board.vmVttbr);
    steps.push({ who: "EL2", what: `ERET to the guest at VA ${guestPlace(board, pc)}`, where });
  }

  /** An exception of the guest; in a word when it was told before. */
  #tellException(step: Step): void {
    const again = this.#told.has(step.what);
    this.steps.push(again ? { ...step, what: "takes that exception to EL2 again" } : step);
    this.#told.add(step.what);
  }

  /** What a visit did; in a word when it was all told before. */
  #tellVisit(visit: Visit): void {
    const told = tellVisit(this.board, visit, this.#controls);
    const fresh = told.filter(({ what }) => !this.#told.has(what));
    if (told.length > 1 && fresh.length < told.length) {
      const way = visit.from === "host" ? "the host to the guest" : "the guest to the host";
      this.steps.push({ who: "EL2", what: `switches from ${way}, as before` });
    }
    this.steps.push(...fresh);
    for (const { what } of told) this.#told.add(what);
  }

  /** X0 … X30, and the interrupted side's PC and PSTATE. */
  #generalRegisters(): RegisterState {
    const { machine } = this.board;
    const { registers } = machine;
    const state: RegisterState = new Map(Array.from(machine.x, (value, n) => [`X${n}`, value]));
    const atEl2 = machine.pstate.EL === 2;
    state.set("PC", atEl2 ? registers.get("ELR_EL2") : machine.pc);
    state.set("PSTATE", atEl2 ? registers.get("SPSR_EL2") : toSpsr(machine.pstate));
    return state;
  }
}
