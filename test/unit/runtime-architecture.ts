import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type {
  Architecture,
  BitRange,
  Effect,
  EncodingGroupDescription,
  InstructionDescription,
  RegisterDescription,
  SystemOperationDescription,
} from "../../src/runtime/index.js";

/**
 * The architecture as tests of the runtime see it: read straight from schema/arm64, with a decoder that tries one
 * line after the other. It shares no code with the model and the generator, so that both are tested against it.
 */

interface FieldDocument {
  readonly name?: string;
  readonly bits: string;
  readonly reserved?: string;
}

interface RegisterDocument {
  readonly name: string;
  readonly encoding: { op0: number; op1: number; CRn: number; CRm: number; op2: number };
  readonly width: number;
  readonly read?: number;
  readonly write?: number;
  readonly reset?: string;
  readonly effects?: readonly Effect[];
  readonly aliasOf?: string;
  readonly sameFieldsAs?: string;
  readonly fields?: readonly FieldDocument[];
}

interface LineDocument {
  readonly name: string;
  readonly bits: string;
  readonly variant?: readonly string[];
  readonly unallocated?: readonly string[];
}

const root = fileURLToPath(new URL("../../schema/arm64/", import.meta.url));

function documents(folder: string): Record<string, unknown>[] {
  return readdirSync(`${root}${folder}`)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(readFileSync(`${root}${folder}/${name}`, "utf8")));
}

function bitRange(bits: string): BitRange {
  const [msb, lsb = msb] = bits.split(":").map(Number);
  return [lsb!, msb! - lsb! + 1];
}

function readRegisters(): RegisterDescription[] {
  const all = documents("sysregs").flatMap(({ group, registers }) =>
    (registers as RegisterDocument[]).map((r) => ({ ...r, group: group as string })),
  );
  const byName = new Map(all.map((r) => [r.name, r]));
  const fieldsOf = (r: RegisterDocument): readonly FieldDocument[] => {
    const other = r.sameFieldsAs ?? (r.fields === undefined ? r.aliasOf : undefined);
    return other === undefined ? (r.fields ?? []) : fieldsOf(byName.get(other)!);
  };
  return all.map((r) => {
    const fields = fieldsOf(r);
    const reserved = (kind: string) =>
      fields
        .filter((f) => f.reserved === kind)
        .map((f) => bitRange(f.bits))
        .reduce((mask, [lsb, width]) => mask | (((1n << BigInt(width)) - 1n) << BigInt(lsb)), 0n);
    return {
      name: r.name,
      group: r.group,
      ...r.encoding,
      widthBits: r.width,
      ...(r.read === undefined ? {} : { readEl: r.read }),
      ...(r.write === undefined ? {} : { writeEl: r.write }),
      ...(r.reset === undefined ? {} : { reset: BigInt(r.reset) }),
      effects: r.effects ?? [],
      res0: reserved("RES0"),
      res1: reserved("RES1"),
      ...(r.aliasOf === undefined ? {} : { aliasOf: r.aliasOf }),
      fields: Object.fromEntries(
        fields.filter((f) => f.name !== undefined).map((f) => [f.name!, bitRange(f.bits)]),
      ),
    };
  });
}

type Line = InstructionDescription & { readonly allowed: (word: number) => boolean };

/** A diagram is read from bit 31 down: 0 1 (0) (1) name:width name=pattern. */
function readLine(document: LineDocument): Line {
  let lsb = 32;
  let mask = 0n;
  let match = 0n;
  const fields: Record<string, BitRange> = {};
  const fixed = (bit: string) => {
    lsb -= 1;
    if (bit === "x") return;
    mask |= 1n << BigInt(lsb);
    if (bit === "1") match |= 1n << BigInt(lsb);
  };
  for (const [token] of document.bits.matchAll(/\([01]\)|\w+:\d+|\w+=[01x]+|[01]/g)) {
    if (token.startsWith("(")) {
      lsb -= 1;
    } else if (token.includes(":")) {
      const [name, width] = token.split(":");
      lsb -= Number(width);
      fields[name!] = [lsb, Number(width)];
    } else if (token.includes("=")) {
      const [name, pattern] = token.split("=");
      for (const bit of pattern!) fixed(bit);
      fields[name!] = [lsb, pattern!.length];
    } else fixed(token);
  }
  if (lsb !== 0) throw new Error(`${document.name}: the diagram has ${32 - lsb} bits`);
  const bitsOf = (word: number, field: string) => {
    const [at, width] = fields[field]!;
    return ((BigInt(word) >> BigInt(at)) & ((1n << BigInt(width)) - 1n)).toString(2).padStart(width, "0");
  };
  const holds = (word: number, condition: string) => {
    const [field, pattern] = condition.split("=");
    const value = bitsOf(word, field!);
    return [...pattern!].every((bit, i) => bit === "x" || bit === value[i]);
  };
  return {
    name: document.name,
    mask: Number(mask),
    match: Number(match),
    fields,
    variant: document.variant ?? [],
    allowed: (word) =>
      !(document.unallocated ?? []).some((rule) => rule.split(" ").every((part) => holds(word, part))),
  };
}

const lines = documents("a64").flatMap((d) => ((d.instructions ?? []) as LineDocument[]).map(readLine));

function readOperations(): SystemOperationDescription[] {
  const all = documents("a64").flatMap((d) => (d.operations ?? []) as Record<string, unknown>[]);
  return all.map((o) => ({ ...o, ...(o.encoding as object) }) as unknown as SystemOperationDescription);
}

function readGroups(): EncodingGroupDescription[] {
  const all = documents("a64").flatMap((d) => (d.groups ?? []) as { name: string; bits: string }[]);
  const number = (bits: string): number => Number.parseInt(bits, 2);
  return all.map(({ name, bits }) => ({
    name,
    mask: number(bits.replace(/[01]/g, "1").replace(/x/g, "0")),
    match: number(bits.replace(/x/g, "0")),
  }));
}

/** The whole architecture. */
export const architecture: Architecture = {
  registers: readRegisters(),
  instructions: lines,
  decode: (word) => lines.findIndex((line) => (word & line.mask) >>> 0 === line.match && line.allowed(word)),
  systemOperations: readOperations(),
  encodingGroups: readGroups(),
};

/** A system register's instruction word: MRS Xt or MSR. */
export function systemWord(kind: "mrs" | "msr", name: string, t: number): number {
  const r = architecture.registers.find((known) => known.name === name)!;
  const base = kind === "mrs" ? 0xd5300000 : 0xd5100000;
  const encoding = ((r.op0 & 1) << 19) | (r.op1 << 16) | (r.CRn << 12) | (r.CRm << 8) | (r.op2 << 5) | t;
  return (base | encoding) >>> 0;
}
