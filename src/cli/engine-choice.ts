import { EngineMemory, type VirtBoardOptions } from "../runtime/board/index.js";
import type { Engine, Machine } from "../runtime/index.js";
import { UsageError } from "./usage-error.js";

/** What executes: one instruction at a time, a generated interpreter, or that and translation of hot code. */
export const engineNames = ["reference", "interpreter", "translate"] as const;

/** RAM that leaves room for an engine's tables in the 4 GiB that WebAssembly has. */
const MOST_MEMORY = 0xe000_0000n;

/** What the choice depends on. trace: every instruction is to be seen. */
interface EngineRequest {
  readonly engine?: string;
  readonly trace?: boolean;
  readonly crossCheck?: string | true;
}

/** Where the board is to keep what its engine shares, and the engine, which is more to load than all of the board. */
export interface EngineChoice {
  readonly windows?: NonNullable<VirtBoardOptions["windows"]>;
  readonly load?: () => Promise<(machine: Machine) => Engine>;
}

/**
 * The engine of a board; none to load for the reference machine. Unless one is named it is the fastest that fits:
 * WebAssembly executes one PE that nobody traces. Throws UsageError for a name that is none, or an engine that cannot do
 * what is asked.
 */
export function chooseEngine(
  { engine, trace, crossCheck }: EngineRequest,
  cpus: number,
  memoryBytes: bigint,
  { registers }: { readonly registers: readonly unknown[] },
): EngineChoice {
  checkEngineName(engine);
  const fits = cpus === 1 && memoryBytes <= MOST_MEMORY;
  const isReference =
    engine === "reference" || (engine === undefined && crossCheck === undefined && (!fits || trace === true));
  if (!isReference && !fits)
    throw new UsageError(
      `--engine ${engine ?? "translate"} executes one PE with at most ${MOST_MEMORY >> 20n} MiB`,
      "use --engine reference",
    );
  if (memoryBytes > MOST_MEMORY) return {};
  // The reference machine's, too: RAM that V8 counted would have it collect garbage before the program begins.
  const memory = new EngineMemory(registers.length, memoryBytes);
  const windows = { ram: memory.takeRam(memoryBytes), state: memory.state };
  if (isReference) return { windows };
  return {
    windows,
    load: async () => {
      const { FastEngine } = await import("./fast-engine.js");
      return (machine) =>
        new FastEngine(machine, memory, {
          translate: engine !== "interpreter",
          // A run of a few instructions is to be the engine's.
          exact: crossCheck !== undefined,
        });
    },
  };
}

/** Throws UsageError for a name that is no engine's. */
export function checkEngineName(engine: string | undefined): void {
  if (engine !== undefined && !engineNames.some((name) => name === engine))
    throw new UsageError(`no engine ${engine}`, `there are ${engineNames.join(", ")}`);
}
