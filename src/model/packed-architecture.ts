import { createHash } from "node:crypto";
import type { SourceRef } from "../core/source-ref.js";
import type { ArchitectureSources } from "../read/sources.js";
import type { A64Alias, A64Instruction, A64Names, A64Table, SystemOperation } from "./a64/index.js";
import type { Architecture } from "./architecture.js";
import { LazyMap } from "./lazy-map.js";
import type { Sysreg } from "./types.js";

/** What stands for `at` in JSON: the document's number among the sources, line, column and, when known, length. */
type PackedPlace = readonly [file: number, line: number, column: number, length?: number];
type Packed<T> = Omit<T, "at"> & { readonly at: PackedPlace };

interface PackedSysreg extends Omit<Packed<Sysreg>, "reset"> {
  readonly reset?: string;
}

/** Of each register its name, and the rest as text: hardly anybody asks for all of nine hundred. */
interface PackedArchitecture {
  readonly digest: string;
  readonly sysregs: readonly (readonly [name: string, register: string])[];
  readonly instructions: readonly Packed<A64Instruction>[];
  readonly aliases: readonly Packed<A64Alias>[];
  readonly names: readonly {
    readonly name: string;
    readonly unnamed?: "hex2";
    readonly byName: readonly (readonly [string, number])[];
    readonly byValue: readonly (readonly [number, string])[];
  }[];
  readonly systemOperations: readonly SystemOperation[];
  readonly encodingGroups: A64Table["encodingGroups"];
}

/** A compiled architecture as JSON, with the digest of the documents that it is made of. */
export function packArchitecture(sources: ArchitectureSources, { sysregs, a64 }: Architecture): string {
  const numbers = new Map([...sources.sysregs, ...sources.a64].map(({ file }, i) => [file, i]));
  const pack = <T extends { readonly at: SourceRef }>(thing: T): Packed<T> => {
    const { file, line, column, length } = thing.at;
    const place = [numbers.get(file) ?? 0, line, column] as const;
    return { ...thing, at: length === undefined ? place : [...place, length] };
  };
  const packed: PackedArchitecture = {
    digest: digestOf(sources),
    sysregs: [...sysregs].map(([name, register]) => {
      const { reset, ...rest } = pack(register);
      const whole: PackedSysreg = reset === undefined ? rest : { ...rest, reset: reset.toString() };
      return [name, JSON.stringify(whole)];
    }),
    instructions: a64.instructions.map(pack),
    aliases: a64.aliases.map(pack),
    names: [...a64.names.values()].map(({ name, unnamed, byName, byValue }) => ({
      name,
      ...(unnamed === undefined ? {} : { unnamed }),
      byName: [...byName],
      byValue: [...byValue],
    })),
    systemOperations: a64.systemOperations,
    encodingGroups: a64.encodingGroups,
  };
  return JSON.stringify(packed);
}

/**
 * The architecture of packArchitecture's text, its places in the sources given. Undefined when the text was made of other
 * documents.
 */
export function unpackArchitecture(text: string, sources: ArchitectureSources): Architecture | undefined {
  const packed = JSON.parse(text) as PackedArchitecture;
  if (packed.digest !== digestOf(sources)) return undefined;
  const files = [...sources.sysregs, ...sources.a64].map(({ file }) => file);
  const unpack = <T>(thing: Packed<T>): T => {
    const [file, line, column, length] = thing.at;
    const at = { file: files[file] ?? "", line, column };
    return Object.assign(thing, { at: length === undefined ? at : { ...at, length } }) as T;
  };
  return {
    sysregs: new LazyMap(packed.sysregs, (text): Sysreg => {
      const register = JSON.parse(text) as PackedSysreg;
      const { reset } = register;
      const placed = unpack<Omit<Sysreg, "reset">>(register);
      return reset === undefined ? placed : Object.assign(placed, { reset: BigInt(reset) });
    }),
    a64: {
      instructions: packed.instructions.map((line) => unpack<A64Instruction>(line)),
      aliases: packed.aliases.map((line) => unpack<A64Alias>(line)),
      names: new Map(packed.names.map((names) => [names.name, unpackNames(names)])),
      systemOperations: packed.systemOperations,
      encodingGroups: packed.encodingGroups,
    },
  };
}

function unpackNames({ name, unnamed, byName, byValue }: PackedArchitecture["names"][number]): A64Names {
  return { name, unnamed, byName: new Map(byName), byValue: new Map(byValue) };
}

/** sha256 over the texts in their order, each behind its length; where the documents are does not count. */
function digestOf({ sysregs, a64 }: ArchitectureSources): string {
  const hash = createHash("sha256");
  for (const { text } of [...sysregs, ...a64]) hash.update(`${text.length}\n`).update(text);
  return hash.digest("hex");
}
