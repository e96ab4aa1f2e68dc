import { describe, expect, test } from "vitest";
import { boardTools, compile, runHere, runOnQemu } from "./board-programs.js";

/** A line of step.c: which case; then vector, ESR, ELR and SPSR of what EL1 got, if anything, and EL2; then OSLSR_EL1. */
interface Line {
  readonly number: number;
  readonly instruction: number;
  readonly mode: number;
  readonly got: readonly number[];
}

const tools = boardTools();

/** What step.c counts in a case's number; its codes for MSR DAIFSet, #8 and MSR MDSCR_EL1, XZR. */
const bit = { SS: 1, SPSR_SS: 4, TGE: 32, LOCK: 64 } as const;
const code = { daifSet: 9, writeMdscr: 12 } as const;
const ISV = 1 << 24;

const isStep = (esr: number): boolean => [0x32, 0x33].includes(esr >>> 26);

/** The exceptions of a line; ISS only of steps, for that of others is compared by the campaign of exceptions. */
function parse(text: string): readonly Line[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => {
      const [number = 0, instruction = 0, mode = 0, ...got] = line
        .trim()
        .split(" ")
        .map((field) => Number.parseInt(field, 16));
      for (let i = 1; i < got.length - 1; i += 4) if (!isStep(got[i]!)) got[i] = (got[i]! >>> 26) * 2 ** 26;
      return { number, instruction, mode, got };
    });
}

const nameOf = ({ number, instruction, mode }: Omit<Line, "got">): string =>
  `${number}/${instruction}/${mode}`;
const show = (got: readonly number[]): string => got.map((value) => value.toString(16)).join(" ");

/**
 * What a case comes to by QEMU 7.2, or where that leaves the manual, by QEMU without steps: the OS lock forbids debug exceptions
 * (DDI0487, AArch64.GenerateDebugExceptionsFrom), an instruction that masks them at its own level or clears MDSCR_EL1.SS
 * is not followed by one, and an illegal return takes over SPSR.SS (SetPSTATEFromSPSR).
 */
function expectedOf(line: Line, qemu: ReadonlyMap<string, Line>): readonly number[] {
  const { number, instruction, mode, got } = line;
  const without = qemu.get(nameOf({ ...line, number: number & ~bit.SS }))!.got;
  const lock = got.at(-1)!;
  if ((number & bit.LOCK) !== 0) return without;
  const esr = got[1]!;
  if (!isStep(esr)) return got;
  const isAfter = (esr & ISV) !== 0;
  const masks = instruction === code.daifSet && esr >>> 26 === 0x33;
  if (isAfter && mode !== 0 && (masks || instruction === code.writeMdscr)) return without;
  const isIllegal = (number & bit.TGE) !== 0 && mode >> 2 === 1;
  if (!isIllegal || (number & bit.SPSR_SS) === 0) return got;
  return [...without.slice(0, -2), without.at(-2)! | (1 << 21), lock];
}

describe.skipIf(tools === undefined)("software step", () => {
  test("is the manual's for each combination of controls, instruction and level", async () => {
    const elf = compile(tools!, { file: "step.c" });
    const { out, status } = runOnQemu(tools!, elf);
    const qemu = new Map(parse(out.toString()).map((line) => [nameOf(line), line]));
    expect([qemu.size, status]).toEqual([8064, 0]);
    // Steps are the reference machine's; whether it is its turn is the engine's decision.
    const here = parse((await runHere(elf, { engine: "translate" })).out.toString());
    expect(here).toHaveLength(qemu.size);
    for (const line of here) {
      const name = nameOf(line);
      expect(`${name}: ${show(line.got)}`).toBe(`${name}: ${show(expectedOf(qemu.get(name)!, qemu))}`);
    }
  });
});
