import type { WatchKind } from "./breakpoints.js";
import { hexOfBytes, littleEndian } from "./hex-bytes.js";
import type { DebugCore } from "./target.js";

/** Why a core has stopped, before its next instruction. interrupt: the client wanted it. */
export type StopCause =
  | { readonly kind: "start" | "step" | "interrupt" }
  | { readonly kind: "breakpoint"; readonly hardware: boolean }
  | { readonly kind: "watch"; readonly watch: WatchKind; readonly address: bigint };

/** A stop. core: its place among the target's cores. */
export interface Stop {
  readonly core: number;
  readonly cause: StopCause;
}

/** GDB's numbers of signals, as stop replies have them. */
const signals = { interrupt: "02", trap: "05" } as const;

/** Registers that a stop reply brings along, so that GDB need not ask: FP, SP, PC. */
const expedited = ["x29", "sp", "pc"];

/** `T0520:…;thread:1;watch:4000;`. breakpointReasons: whether the client knows swbreak and hwbreak. */
export function stopReply({ core, cause }: Stop, stopped: DebugCore, breakpointReasons: boolean): string {
  const registers = stopped.registers.flatMap((register, number) =>
    expedited.includes(register.name)
      ? [`${number.toString(16).padStart(2, "0")}:${hexOfBytes(littleEndian(register.read(), 8))};`]
      : [],
  );
  const signal = cause.kind === "interrupt" ? signals.interrupt : signals.trap;
  return `T${signal}${registers.join("")}thread:${threadId(core)};${reasonText(cause, breakpointReasons)}`;
}

/** A core's thread number: there is no thread 0. */
export function threadId(core: number): string {
  return (core + 1).toString(16);
}

function reasonText(cause: StopCause, breakpointReasons: boolean): string {
  if (cause.kind === "watch") return `${cause.watch}:${cause.address.toString(16)};`;
  if (cause.kind !== "breakpoint" || !breakpointReasons) return "";
  return cause.hardware ? "hwbreak:;" : "swbreak:;";
}
