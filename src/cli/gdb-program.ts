import { type Debugger, machineTarget } from "../debug/index.js";
import type { Engine, Machine } from "../runtime/index.js";
import { GdbDoor, type GdbRequest } from "./gdb-door.js";
import { PermittedEngine } from "./gdb-engine.js";
import type { Terminal } from "./terminal.js";

/** A debugger on the PEs of a board, from the first instruction of the program on. */
export class ProgramDebugger {
  readonly #machines: Machine[] = [];
  #client: Debugger | undefined;

  private constructor(readonly door: GdbDoor) {}

  /** Opens the server. Throws UsageError: no port, or one that is taken. */
  static async open(request: GdbRequest, terminal: Terminal): Promise<ProgramDebugger> {
    return new ProgramDebugger(await GdbDoor.open(request, terminal));
  }

  /** Whether the client has ended the run. */
  get killed(): boolean {
    return this.#client?.session.conversation.ended === "killed";
  }

  /** The engine of the board's next PE. */
  readonly engine = (machine: Machine): Engine => {
    const core = this.#machines.push(machine) - 1;
    return new PermittedEngine(machine, () => this.#client?.beforeStep(core) ?? "go");
  };

  /** To be called before the run. executable: the file with the program's symbols, if there is one. */
  begin(executable: string | undefined): void {
    this.#client = this.door.attach(machineTarget(this.#machines), executable ?? "the image", executable);
  }

  /** To be called when the run has ended with a status, 0 … 255. */
  async end(status: number): Promise<void> {
    this.#client?.exited(status);
    await this.door.close();
  }
}
