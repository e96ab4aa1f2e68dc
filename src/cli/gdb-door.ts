import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Debugger, type DebugTarget } from "../debug/index.js";
import { reason } from "../read/text-file.js";
import { GdbServer } from "./gdb-server.js";
import type { Terminal } from "./terminal.js";
import { UsageError } from "./usage-error.js";

/** port: as the user gave it. symbols: where the user wants the file of symbols. */
export interface GdbRequest {
  readonly gdb: string;
  readonly gdbSymbols?: string;
}

/** Where a debugger connects: a server, and the file that its user gets symbols from. */
export class GdbDoor {
  #folder: string | undefined;

  private constructor(
    readonly request: GdbRequest,
    readonly server: GdbServer,
    readonly terminal: Terminal,
  ) {}

  /** Opens the server. Throws UsageError: no port, or one that is taken. */
  static async open(request: GdbRequest, terminal: Terminal): Promise<GdbDoor> {
    const port = /^\d{1,5}$/.test(request.gdb) ? Number(request.gdb) : Number.NaN;
    if (!(port <= 0xffff)) throw new UsageError(`${request.gdb} is no port`, "--gdb 0 takes a free one");
    return new GdbDoor(request, await GdbServer.listen(port), terminal);
  }

  /**
   * A debugger that stops target before its first step until a client lets it go, and says on stderr how to reach it.
   * what: that waits. symbols: a file that exists, or the bytes of one that is to be written; none for a raw image.
   */
  attach(target: DebugTarget, what: string, symbols: string | Uint8Array | undefined): Debugger {
    const file = symbols instanceof Uint8Array ? this.#write(what, symbols) : symbols;
    const address = `127.0.0.1:${this.server.port}`;
    this.terminal.progress("");
    this.terminal.err(`gdb: ${what} waits for a debugger on ${address}`);
    const program = file ?? "-ex 'set architecture aarch64'";
    this.terminal.err(`  gdb-multiarch ${program} -ex 'target remote ${address}'`);
    return new Debugger(target, this.server);
  }

  /** Ends the connection. */
  async close(): Promise<void> {
    await this.server.close();
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
  }

  #write(what: string, bytes: Uint8Array): string {
    const file = this.request.gdbSymbols ?? join(this.#temporary(), `${what}.elf`);
    try {
      writeFileSync(file, bytes);
    } catch (error) {
      throw new UsageError(`cannot write ${file}: ${reason(error)}`, `is there a folder ${dirname(file)}?`);
    }
    return file;
  }

  #temporary(): string {
    this.#folder ??= mkdtempSync(join(tmpdir(), "worldswitch-gdb-"));
    return this.#folder;
  }
}
