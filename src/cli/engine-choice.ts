import { EngineMemory, FastEngine, type VirtBoardOptions } from "../runtime/index.js";
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

/**
 * The board's options for an engine. Unless one is named it is the fastest that fits: WebAssembly executes one PE that
 * nobody traces. Throws UsageError for a name that is none, or an engine that cannot do what is asked.
 */
export function chooseEngine(
  { engine, trace, crossCheck }: EngineRequest,
  cpus: number,
  memoryBytes: bigint,
  { registers }: { readonly registers: readonly unknown[] },
): Pick<VirtBoardOptions, "engine" | "windows"> {
  checkEngineName(engine);
  const fits = cpus === 1 && memoryBytes <= MOST_MEMORY;
  if (
    engine === "reference" ||
    (engine === undefined && crossCheck === undefined && (!fits || trace === true))
  )
    return {};
  if (!fits)
    throw new UsageError(
      `--engine ${engine ?? "translate"} executes one PE with at most ${MOST_MEMORY >> 20n} MiB`,
      "use --engine reference",
    );
  const memory = new EngineMemory(registers.length, memoryBytes);
  return {
    windows: { ram: memory.takeRam(memoryBytes), state: memory.state },
    engine: (machine) =>
      new FastEngine(machine, memory, {
        translate: engine !== "interpreter",
        // A run of a few instructions is to be the engine's.
        exact: crossCheck !== undefined,
      }),
  };
}

/** Throws UsageError for a name that is no engine's. */
export function checkEngineName(engine: string | undefined): void {
  if (engine !== undefined && !engineNames.some((name) => name === engine))
    throw new UsageError(`no engine ${engine}`, `there are ${engineNames.join(", ")}`);
}
