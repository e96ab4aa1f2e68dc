import type { Model } from "../model/types.js";
import type { Architecture } from "../runtime/index.js";
import type { AddressMap } from "./address-map.js";
import { Board, type RegisterState } from "./board.js";
import { startBoard } from "./board-start.js";
import { changeable } from "./changeable.js";
import { placePrograms } from "./code.js";
import type { PlacedCode } from "./placed-code.js";
import type { ScenarioReport } from "./report.js";
import { Session, type StepControl } from "./session.js";
import { traceTo } from "./trace.js";

/**
 * What a scenario is played on. hypervisor: the section of the world switch, placed by placeHypervisor, from our
 * assembler or from another one's object.
 */
export interface ScenarioInput {
  readonly model: Model;
  readonly architecture: Architecture;
  readonly hypervisor: PlacedCode;
}

/** The guest of a scenario. */
export interface GuestProgram {
  /** Assembly text that runs when the guest has taken new values into all its registers; labels are its own. */
  readonly body: string | ((model: Model) => string);
  /** New values that the body needs in registers, such as an address in X6. */
  readonly registers?: (map: AddressMap) => RegisterState;
}

/** A run of the world switch with something to see in it. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly guest: GuestProgram;
  /** Plays it in a session whose machine is at the start. Stops early when something keeps it from going on. */
  readonly play: (session: Session) => void;
}

/**
 * trace: gets a line per instruction, with what it changed.
 * control: gets the board at its start, and gives what is asked before each step of its machine.
 */
export interface PlayOptions {
  readonly trace?: (line: string) => void;
  readonly control?: (board: Board) => StepControl;
}

/** The report of a scenario on an input. The same input gives the same report. */
export function play(scenario: Scenario, input: ScenarioInput, options: PlayOptions = {}): ScenarioReport {
  const { model, architecture, hypervisor } = input;
  const changed = changeable(model, architecture);
  const { body, registers } = scenario.guest;
  const code = placePrograms(model, hypervisor, changed, typeof body === "string" ? body : body(model));
  const board = new Board(model, code, architecture);
  const values = startBoard(board, changed, registers?.(board.map) ?? new Map());
  const session = new Session(board, values, options.control?.(board));
  const endTrace = options.trace && traceTo(board, options.trace);
  session.tell("board", startText(board));
  scenario.play(session);
  endTrace?.();
  const { checks } = session.list;
  return {
    name: scenario.name,
    title: scenario.title,
    layout: model.layout.name,
    passed: checks.length > 0 && checks.every((check) => check.passed),
    steps: session.steps,
    checks,
    notes: session.notes,
    counts: session.counts(),
  };
}

function startText({ map, vmid, machine, code }: Board): string {
  const hex = (value: bigint): string => `0x${value.toString(16)}`;
  return (
    `set up as firmware and KVM's init would: MMU on; host kernel at ${hex(map.pageOffset)} (TTBR1_EL1), EL2's code at HYP VA ` +
    `${hex(map.hyp(code.hypervisor.base))}, its stack below ${hex(machine.spEl2)}, vcpu at ${hex(map.host("vcpu"))} (HYP VA ` +
    `${hex(map.hyp(map.host("vcpu")))}); guest RAM at IPA ${hex(map.guestIpa)}, VMID ${hex(vmid)}; every register holds a value of its own`
  );
}
