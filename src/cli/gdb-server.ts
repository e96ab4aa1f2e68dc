import { once } from "node:events";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import type { DebugLink } from "../debug/index.js";
import type { SocketMail, SocketOrder, SocketWork } from "./gdb-socket.js";
import { UsageError } from "./usage-error.js";

/**
 * A GDB server on the loopback interface for one client. Its link blocks this thread while the client thinks, so that
 * what runs the machine need not know of waiting; the socket is served by a thread of its own.
 */
export class GdbServer implements DebugLink {
  #gone = false;

  private constructor(
    readonly port: number,
    private readonly worker: Worker,
    private readonly mail: MessagePort,
    private readonly mailCount: Int32Array<SharedArrayBuffer>,
  ) {}

  /** Listens on a port, 0 for any free one. Throws UsageError where that is not possible. */
  static async listen(port: number): Promise<GdbServer> {
    const mailCount = new Int32Array(new SharedArrayBuffer(4));
    const { port1: ours, port2: mail } = new MessageChannel();
    const work: SocketWork = { port, mailCount, mail };
    const worker = new Worker(new URL("./gdb-socket.mjs", import.meta.url), {
      workerData: work,
      transferList: [mail],
    });
    const [first]: SocketMail[] = await once(ours, "message");
    if (first?.kind === "listening") return new GdbServer(first.port, worker, ours, mailCount);
    await worker.terminate();
    throw new UsageError(
      `cannot listen on port ${port} of 127.0.0.1: ${first?.kind === "failed" ? first.message : "no answer"}`,
      "--gdb 0 takes a free port",
    );
  }

  wait(): Uint8Array | undefined {
    for (;;) {
      const seen = Atomics.load(this.mailCount, 0);
      const bytes = this.poll();
      if (bytes !== undefined) return bytes;
      if (this.#gone) return undefined;
      Atomics.wait(this.mailCount, 0, seen);
    }
  }

  poll(): Uint8Array | undefined {
    for (;;) {
      const mail = this.#next();
      if (mail === undefined) return undefined;
      if (mail.kind === "bytes") return mail.bytes;
      this.#gone = true;
    }
  }

  send(bytes: Uint8Array): void {
    this.#order({ kind: "send", bytes });
  }

  /** Ends the connection when everything is sent. */
  async close(): Promise<void> {
    const ended = once(this.worker, "exit");
    this.#order({ kind: "end" });
    await ended;
  }

  #order(order: SocketOrder): void {
    this.mail.postMessage(order);
  }

  #next(): SocketMail | undefined {
    return receiveMessageOnPort(this.mail)?.message;
  }
}
