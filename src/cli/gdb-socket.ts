import { createServer, type Socket } from "node:net";
import { type MessagePort, workerData } from "node:worker_threads";

/**
 * What the thread with the socket and the thread with the machine share. mailCount: counts messages to the latter,
 * which sleeps on it. mail: the socket's end of the channel between them. port: where the server listens, 0 for any
 * free port.
 */
export interface SocketWork {
  readonly port: number;
  readonly mailCount: Int32Array<SharedArrayBuffer>;
  readonly mail: MessagePort;
}

/** To the machine's thread. gone: the client has closed the connection. */
export type SocketMail =
  | { readonly kind: "listening"; readonly port: number }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "gone" };

/** To the socket's thread. end: everything sent, then nothing more. */
export type SocketOrder = { readonly kind: "send"; readonly bytes: Uint8Array } | { readonly kind: "end" };

/** How long a client may take to close its end when the run is over. */
const PATIENCE_MS = 2000;

/**
 * The thread with the socket: one client on the loopback interface, whose bytes it hands on. It is a thread of its
 * own because the machine's is busy or asleep; see docs/adr/0023.
 */
function serve({ port, mailCount, mail }: SocketWork): void {
  let client: Socket | undefined;
  const post = (message: SocketMail): void => {
    mail.postMessage(message);
    Atomics.add(mailCount, 0, 1);
    Atomics.notify(mailCount, 0);
  };
  const server = createServer((socket) => {
    server.close();
    if (client !== undefined) {
      socket.destroy();
      return;
    }
    client = socket;
    socket.setNoDelay(true);
    socket.on("data", (bytes) => post({ kind: "bytes", bytes: new Uint8Array(bytes) }));
    socket.on("error", () => socket.destroy());
    socket.on("close", () => post({ kind: "gone" }));
  });
  server.on("error", ({ message }) => post({ kind: "failed", message }));
  server.listen(port, "127.0.0.1", () => {
    const address = server.address();
    post({ kind: "listening", port: typeof address === "object" && address !== null ? address.port : port });
  });
  mail.on("message", (order: SocketOrder) => {
    if (order.kind === "send") client?.write(order.bytes);
    else {
      server.close();
      client?.end();
      setTimeout(() => client?.destroy(), PATIENCE_MS).unref();
      mail.close();
    }
  });
}

serve(workerData);
