import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Architecture } from "../../../src/runtime/index.js";
import type { Batch } from "./batch.js";
import { RESULTS_FILE } from "./harness.js";
import { buildHarness, type Tools } from "./harness-image.js";
import {
  CODE,
  DATA,
  DATA_BYTES,
  EL1_VECTORS,
  EL1_VECTORS_BYTES,
  INPUT,
  PRISTINE,
  RESULT_BYTES,
  TABLES,
} from "./layout.js";
import { pageTables } from "./page-tables.js";

/** HVC #1 in all of EL1's vectors; both sides execute it. */
export function el1Vectors(): Uint8Array {
  return new Uint8Array(Uint32Array.from({ length: EL1_VECTORS_BYTES / 4 }, () => 0xd4000022).buffer);
}

const board = [
  ...["-M", "virt,virtualization=on", "-cpu", "cortex-a57", "-m", "1024", "-nographic", "-nic", "none"],
  ...["-semihosting-config", "enable=on,target=native", "-serial", "none", "-monitor", "none"],
];

/** What QEMU made of a batch: a record for each case, and the data afterwards. */
export interface QemuResults {
  readonly records: Uint8Array;
  readonly data: Uint8Array;
}

/** Runs batches on QEMU, each in a process of its own, in a folder that dispose removes. */
export class QemuSide {
  readonly #folder = mkdtempSync(join(tmpdir(), "worldswitch-instructions-"));
  #runs = 0;

  constructor(
    readonly tools: Tools,
    readonly architecture: Architecture,
    readonly timeoutMs: number,
  ) {}

  /** undefined when QEMU does not come to an end in time, or fails. */
  async run(batch: Batch): Promise<QemuResults | undefined> {
    const folder = join(this.#folder, `run${this.#runs++}`);
    const elf = buildHarness(this.tools, this.architecture, batch.cases.length, this.#folder);
    const files: readonly (readonly [name: string, address: bigint, bytes: Uint8Array])[] = [
      ["tables", TABLES, pageTables()],
      ["vectors", EL1_VECTORS, el1Vectors()],
      ["code", CODE, batch.code],
      ["data", DATA, batch.data],
      ["pristine", PRISTINE, batch.data],
      ["input", INPUT, batch.input],
    ];
    mkdirSync(folder);
    try {
      for (const [name, , bytes] of files) writeFileSync(join(folder, name), bytes);
      const loaders = files.flatMap(([name, address]) => [
        "-device",
        `loader,file=${name},addr=0x${address.toString(16)},force-raw=on`,
      ]);
      const ended = await this.#start([...board, "-kernel", elf, ...loaders], folder);
      if (!ended) return undefined;
      const bytes = new Uint8Array(readFileSync(join(folder, RESULTS_FILE)));
      const end = batch.cases.length * RESULT_BYTES;
      if (bytes.length !== end + DATA_BYTES) throw new Error(`QEMU wrote ${bytes.length} bytes`);
      return { records: bytes.subarray(0, end), data: bytes.subarray(end) };
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  /** Removes what it has written. */
  dispose(): void {
    rmSync(this.#folder, { recursive: true });
  }

  #start(args: readonly string[], cwd: string): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const child = spawn(this.tools.qemu, args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
      const timer = setTimeout(() => child.kill("SIGKILL"), this.timeoutMs);
      child.on("error", reject);
      child.on("exit", (code) => {
        clearTimeout(timer);
        resolve(code === 0);
      });
    });
  }
}
