import type { Model } from "../../model/types.js";
import { switchedRegisters } from "../switched-registers.js";

/** What GNU as assumes without being told. */
const BASE = "armv8-a";

/**
 * What `.arch` has to say for GNU as to know the names of all registers of the switch: `armv8.6-a+profile`;
 * undefined when it knows them without.
 */
export function neededArchitecture(model: Model): string | undefined {
  const registers = switchedRegisters(model);
  const version = registers
    .map((register) => register.since)
    .reduce((newest, since) => (minorOf(since) > minorOf(newest) ? since : newest), BASE);
  const extensions = [...new Set(registers.flatMap((register) => register.extension ?? []))];
  const needed = [version, ...extensions].join("+");
  return needed === BASE ? undefined : needed;
}

/** 6 of armv8.6-a; 0 of armv8-a. */
function minorOf(architecture: string): number {
  return Number(/\.(\d+)-/.exec(architecture)?.[1] ?? 0);
}
