import type { SourceRef } from "../core/source-ref.js";
import type { ArchitectureSources } from "../read/sources.js";
import type { A64Alias, A64Instruction, A64Names, A64Table } from "./a64/index.js";
import type { Architecture } from "./architecture.js";
import { LazyMap } from "./lazy-map.js";
import type { Sysreg } from "./types.js";

/** What stands for `at` in JSON: the document's number among the sources, line, column and, when known, length. */
type PackedPlace = readonly [file: number, line: number, column: number, length?: number];
type Packed<T> = Omit<T, "at"> & { readonly at: PackedPlace };

interface PackedSysreg extends Omit<Packed<Sysreg>, "reset"> {
  readonly reset?: string;
}

interface PackedA64 extends Omit<A64Table, "instructions" | "aliases" | "names" | Known> {
  readonly instructions: readonly Packed<A64Instruction>[];
  readonly aliases: readonly Packed<A64Alias>[];
  readonly names: readonly {
    readonly name: string;
    readonly unnamed?: "hex2";
    readonly byName: readonly (readonly [string, number])[];
    readonly byValue: readonly (readonly [number, string])[];
  }[];
}

/** What many ask of the instruction set, and is quickly read. */
type Known = "mnemonics" | "systemOperations";

/** The first line of a packed catalogue. The others are the registers, a line each, in the order of their names here. */
interface Head {
  readonly builtFrom: string;
  readonly sysregs: readonly string[];
  readonly mnemonics: readonly string[];
  readonly systemOperations: A64Table["systemOperations"];
}

/** A compiled architecture as texts. catalogue: JSON, a value a line. a64: JSON. */
export interface PackedArchitecture {
  readonly catalogue: string;
  readonly a64: string;
}

/** Packs a compiled architecture: hardly anybody asks for all of nine hundred registers, and few for the instructions. */
export function packArchitecture(
  sources: ArchitectureSources,
  { sysregs, a64 }: Architecture,
  builtFrom: string,
): PackedArchitecture {
  const numbers = new Map([...sources.sysregs, ...sources.a64].map(({ file }, i) => [file, i]));
  const pack = <T extends { readonly at: SourceRef }>(thing: T): Packed<T> => {
    const { file, line, column, length } = thing.at;
    const place = [numbers.get(file) ?? 0, line, column] as const;
    return { ...thing, at: length === undefined ? place : [...place, length] };
  };
  const head: Head = {
    builtFrom,
    sysregs: [...sysregs.keys()],
    mnemonics: [...a64.mnemonics],
    systemOperations: a64.systemOperations,
  };
  const registers = [...sysregs.values()].map((register): PackedSysreg => {
    const { reset, ...rest } = pack(register);
    return reset === undefined ? rest : { ...rest, reset: reset.toString() };
  });
  const table: PackedA64 = {
    instructions: a64.instructions.map(pack),
    aliases: a64.aliases.map(pack),
    names: [...a64.names.values()].map(({ name, unnamed, byName, byValue }) => ({
      name,
      ...(unnamed === undefined ? {} : { unnamed }),
      byName: [...byName],
      byValue: [...byValue],
    })),
    encodingGroups: a64.encodingGroups,
  };
  return {
    catalogue: [head, ...registers].map((value) => JSON.stringify(value)).join("\n"),
    a64: JSON.stringify(table),
  };
}

/** The documents that packArchitecture's catalogue was built from, as builtFromText has them. */
export function builtFromOf(catalogue: string): string {
  return headOf(catalogue).builtFrom;
}

function headOf(catalogue: string): Head {
  return JSON.parse(catalogue.slice(0, catalogue.indexOf("\n"))) as Head;
}

/**
 * The architecture of packArchitecture's texts. files: the documents as diagnostics name them, sysregs before a64. readA64: gives the
 * text of the instruction set, once, when something of it is first asked for.
 */
export function unpackArchitecture(
  catalogue: string,
  readA64: () => string,
  files: readonly string[],
): Architecture {
  const unpack = <T>(thing: Packed<T>): T => {
    const [file, line, column, length] = thing.at;
    const at = { file: files[file] ?? "", line, column };
    return Object.assign(thing, { at: length === undefined ? at : { ...at, length } }) as T;
  };
  const { sysregs, mnemonics, systemOperations } = headOf(catalogue);
  const registers = catalogue.split("\n");
  return {
    sysregs: new LazyMap(
      sysregs.map((name, i) => [name, registers[i + 1] ?? ""]),
      (text): Sysreg => {
        const register = JSON.parse(text) as PackedSysreg;
        const { reset } = register;
        const placed = unpack<Omit<Sysreg, "reset">>(register);
        return reset === undefined ? placed : Object.assign(placed, { reset: BigInt(reset) });
      },
    ),
    a64: new LazyA64(new Set(mnemonics), systemOperations, () => {
      const { instructions, aliases, names, ...rest } = JSON.parse(readA64()) as PackedA64;
      return {
        instructions: instructions.map((line) => unpack<A64Instruction>(line)),
        aliases: aliases.map((line) => unpack<A64Alias>(line)),
        names: new Map(names.map((list) => [list.name, unpackNames(list)])),
        ...rest,
      };
    }),
  };
}

/** An instruction set of which most is made when it is asked for. */
class LazyA64 implements A64Table {
  #made: Omit<A64Table, Known> | undefined;

  constructor(
    readonly mnemonics: ReadonlySet<string>,
    readonly systemOperations: A64Table["systemOperations"],
    private readonly make: () => Omit<A64Table, Known>,
  ) {}

  get instructions(): A64Table["instructions"] {
    return this.#table().instructions;
  }

  get aliases(): A64Table["aliases"] {
    return this.#table().aliases;
  }

  get names(): A64Table["names"] {
    return this.#table().names;
  }

  get encodingGroups(): A64Table["encodingGroups"] {
    return this.#table().encodingGroups;
  }

  #table(): Omit<A64Table, Known> {
    this.#made ??= this.make();
    return this.#made;
  }
}

function unpackNames({ name, unnamed, byName, byValue }: PackedA64["names"][number]): A64Names {
  return { name, unnamed, byName: new Map(byName), byValue: new Map(byValue) };
}
