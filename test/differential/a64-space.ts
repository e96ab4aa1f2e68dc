import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inFolder } from "./a64-words.js";

/**
 * Words from all over the encoding space. Whatever selects an A64 instruction lies in bits 31:10, but for system and
 * exception encodings, so every step-th value of these is taken (step odd, or some bits would stay), with Rn and Rd at random or at their special values;
 * and of the system space every value of bits 21:5 likewise, with Rt 31 and another.
 */
export function* spaceWords(step: number, random: (below: number) => number): Generator<number> {
  const register = (): number => [0, 31, random(32), random(32)][random(4)]!;
  for (let high = random(step); high < 2 ** 22; high += step)
    yield (high * 1024 + register() * 32 + register()) >>> 0;
  for (let system = random(step); system < 2 ** 17; system += step)
    for (const Rt of [31, random(31)]) yield (0xd5000000 + system * 32 + Rt) >>> 0;
  for (let low = 0; low < 2 ** 5; low++)
    for (let opc = 0; opc < 8; opc++) yield (0xd4000000 + opc * 2 ** 21 + random(2 ** 16) * 32 + low) >>> 0;
}

/** One text with numbers for its numbers: instructions that GNU as judges alike. */
export function shapeOf(text: string): string {
  return text.replace(/0x[0-9a-f]+|\d+(?:\.\d+e[+-]\d+)?/g, "N");
}

/** Why GNU as refuses each text for an architecture; undefined where it takes it. */
export function refusals(as: string, march: string, texts: readonly string[]): (string | undefined)[] {
  return inFolder((folder) => {
    const source = join(folder, "x.s");
    writeFileSync(source, `${texts.join("\n")}\n`);
    const run = spawnSync(as, ["-W", `-march=${march}`, "-o", join(folder, "x.o"), source], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    const reasons = new Map(
      [...run.stderr.matchAll(/x\.s:(\d+): Error: (.*)/g)].map((m) => [Number(m[1]) - 1, m[2]!]),
    );
    return texts.map((_, i) => reasons.get(i));
  });
}
