import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A server that waits for GDB, and how it ended. */
export interface WaitingServer {
  readonly address: string;
  /** All that it wrote to stderr up to now. */
  readonly stderr: () => string;
  /** Its exit status and stdout. */
  readonly ended: Promise<{ readonly status: number | null; readonly stdout: string }>;
  kill(): void;
}

/**
 * Starts a program. ready: the address that GDB is to connect to, out of its stderr, once it is there; a program that says
 * nothing may have one from the start, for GDB tries again until somebody listens.
 */
export async function serve(
  program: string,
  args: readonly string[],
  cwd: string,
  ready: (stderr: string) => string | undefined,
): Promise<WaitingServer> {
  const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let stderr = "";
  let stdout = "";
  child.stderr.on("data", (text: Buffer) => {
    stderr += text;
  });
  child.stdout.on("data", (text: Buffer) => {
    stdout += text;
  });
  const ended = once(child, "close").then(([status]) => ({ status: status as number | null, stdout }));
  for (let i = 0; i < 600; i++) {
    const address = ready(stderr);
    if (address !== undefined) {
      return { address, stderr: () => stderr, ended, kill: () => child.kill("SIGKILL") };
    }
    if (child.exitCode !== null) break;
    await sleep(100);
  }
  child.kill("SIGKILL");
  throw new Error(`${program} does not wait for GDB: ${stderr}`);
}

/** What gdb-multiarch prints for commands, in batch mode, without its user's own settings: stdout, then stderr. */
export function gdb(
  tool: string,
  address: string,
  file: string,
  commands: readonly string[],
  cwd: string,
): string {
  const all = [
    "set pagination off",
    "set confirm off",
    "set width 0",
    "set tcp connect-timeout 30",
    `target remote ${address}`,
    ...commands,
  ];
  const args = ["-nx", "-batch", file, ...all.flatMap((command) => ["-ex", command])];
  const { stdout, stderr } = spawnSync(tool, args, { cwd, encoding: "utf8", timeout: 90_000 });
  return stdout + stderr;
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
