import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requireTool } from "../../oracles/tools.js";
import { harnessSource, RESULTS_FILE } from "./harness.js";
import { HARNESS, INPUT, RESULT_WORDS, RESULTS } from "./layout.js";

/** Paths of the tools. */
export interface Tools {
  readonly as: string;
  readonly ld: string;
  readonly qemu: string;
}

/** The tools, or undefined when one is missing and not required. */
export function residentTools(): Tools | undefined {
  const as = requireTool("aarch64-linux-gnu-as");
  const ld = requireTool("aarch64-linux-gnu-ld");
  const qemu = requireTool("qemu-system-aarch64");
  return as !== undefined && ld !== undefined && qemu !== undefined ? { as, ld, qemu } : undefined;
}

/** Cases for one run: their records one after the other, and what else lies in memory. processor: QEMU's name of it. */
export interface ResidentBatch {
  readonly processor: string;
  readonly caseCount: number;
  readonly records: BigUint64Array;
  readonly memory: readonly { readonly address: bigint; readonly bytes: Uint8Array }[];
}

/** A batch that takes longer than this never ends. */
const PATIENCE_MS = 45_000;

/** Runs batches on QEMU, each in a process of its own, in a folder that dispose removes. */
export class QemuSide {
  readonly #folder = mkdtempSync(join(tmpdir(), "worldswitch-resident-"));
  #runs = 0;

  /** registers: what each record sets, in its order. */
  constructor(
    readonly tools: Tools,
    readonly registers: readonly string[],
  ) {}

  /** RESULT_WORDS doublewords for each case, or the index of the case in which QEMU stays for ever. */
  async run(batch: ResidentBatch): Promise<BigUint64Array | number> {
    const folder = join(this.#folder, `run${this.#runs++}`);
    mkdirSync(folder);
    try {
      const input = new BigUint64Array(batch.records.length + 2);
      input[0] = BigInt(batch.caseCount);
      input.set(batch.records, 2);
      const parts = [...batch.memory, { address: INPUT, bytes: new Uint8Array(input.buffer) }];
      const loaders = parts.flatMap(({ address, bytes }, i) => {
        writeFileSync(join(folder, `part${i}`), bytes);
        return ["-device", `loader,file=part${i},addr=0x${address.toString(16)},force-raw=on`];
      });
      const stuck = await this.#start(batch.processor, ["-kernel", this.#harness(), ...loaders], folder);
      if (stuck !== undefined) return stuck;
      const bytes = readFileSync(join(folder, RESULTS_FILE));
      const expected = batch.caseCount * RESULT_WORDS * 8;
      if (bytes.length !== expected) throw new Error(`QEMU wrote ${bytes.length} bytes, not ${expected}`);
      return new BigUint64Array(new Uint8Array(bytes).buffer);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  /** Removes what it has written. */
  dispose(): void {
    rmSync(this.#folder, { recursive: true });
  }

  /** Runs QEMU to its end; after so long, asks its monitor for the case and ends it. */
  #start(processor: string, args: readonly string[], cwd: string): Promise<number | undefined> {
    const board = [
      ...["-M", "virt,virtualization=on", "-cpu", processor, "-m", "512", "-nographic", "-nic", "none"],
      ...["-semihosting-config", "enable=on,target=native", "-serial", "none", "-monitor", "stdio"],
    ];
    return new Promise((resolve, reject) => {
      const child = spawn(this.tools.qemu, [...board, ...args], { cwd, stdio: ["pipe", "pipe", "inherit"] });
      let said = "";
      child.stdout.on("data", (text) => {
        said += text;
      });
      const place = HARNESS + 8n;
      const timer = setTimeout(
        () => child.stdin.write(`xp/1gx 0x${place.toString(16)}\nquit\n`),
        PATIENCE_MS,
      );
      child.on("error", reject);
      child.on("exit", (code) => {
        clearTimeout(timer);
        const answer = /^0*[0-9a-f]+: 0x([0-9a-f]+)/m.exec(said);
        if (answer?.[1] !== undefined) {
          resolve((Number(`0x${answer[1]}`) - Number(RESULTS)) / (8 * RESULT_WORDS));
        } else if (code === 0) resolve(undefined);
        else reject(new Error(`QEMU ended with status ${code}`));
      });
    });
  }

  #harness(): string {
    const elf = join(this.#folder, "harness.elf");
    if (existsSync(elf)) return elf;
    const source = join(this.#folder, "harness.S");
    writeFileSync(source, harnessSource(this.registers));
    execFileSync(this.tools.as, ["-march=armv8-a", "-o", `${elf}.o`, source]);
    const place = `--section-start=.text=0x${HARNESS.toString(16)}`;
    execFileSync(this.tools.ld, ["--no-warn-rwx-segments", "-e", "_start", place, "-o", elf, `${elf}.o`]);
    return elf;
  }
}
