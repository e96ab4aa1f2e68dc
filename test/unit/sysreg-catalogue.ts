import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDER = new URL("../../schema/arm64/sysregs/", import.meta.url);

export interface CatalogueField {
  readonly bits: string;
  readonly name?: string;
  readonly reserved?: string;
  readonly values?: Readonly<Record<string, string>>;
}

export interface CatalogueRegister {
  readonly name: string;
  readonly encoding: Readonly<Record<"op0" | "op1" | "CRn" | "CRm" | "op2", number>>;
  readonly width: number;
  readonly since: string;
  readonly extension?: string;
  readonly read?: number;
  readonly write?: number;
  readonly aliasOf?: string;
  readonly readsAtEL1?: string;
  readonly sharesEncodingWith?: { readonly name: string; readonly because: "direction" | "renamed" };
  readonly reset?: string;
  readonly effects?: readonly string[];
  readonly fields?: readonly CatalogueField[];
  readonly sameFieldsAs?: string;
  readonly fieldsWhen?: readonly {
    readonly when: string;
    readonly fields?: readonly CatalogueField[];
    readonly sameFieldsAs?: string;
  }[];
}

export interface CatalogueDocument {
  readonly file: string;
  readonly group: string;
  readonly registers: readonly CatalogueRegister[];
}

/** The documents of schema/arm64/sysregs in file order, as JSON gives them: not validated. */
export function readCatalogue(): CatalogueDocument[] {
  return readdirSync(fileURLToPath(FOLDER))
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => ({ ...JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")), file }));
}

/** Highest and lowest bit of a field. */
export function boundsOf({ bits }: CatalogueField): [msb: number, lsb: number] {
  const [msb = Number.NaN, lsb = msb] = bits.split(":").map(Number);
  return [msb, lsb];
}

/** A value with ones in the bits of a field. */
export function maskOf(field: CatalogueField): bigint {
  const [msb, lsb] = boundsOf(field);
  return ((1n << BigInt(msb - lsb + 1)) - 1n) << BigInt(lsb);
}

/** What is wrong with the division of a register of the given width into fields; empty when nothing is. */
export function faultsOfFields(fields: readonly CatalogueField[], width: number): string[] {
  const faults: string[] = [];
  const names = new Set<string>();
  let next = width - 1;
  for (const field of fields) {
    const { bits, name, values } = field;
    const [msb, lsb] = boundsOf(field);
    if (msb !== next) faults.push(`${bits} follows where bit ${next} is due`);
    if (lsb > msb) faults.push(`${bits} ascends`);
    if (name !== undefined && names.has(name)) faults.push(`${name} twice`);
    if (name !== undefined) names.add(name);
    for (const value of Object.keys(values ?? {}))
      if (BigInt(value) >= 1n << BigInt(msb - lsb + 1)) faults.push(`${name} cannot be ${value}`);
    next = lsb - 1;
  }
  if (next !== -1) faults.push(`bit ${next} and those below it belong to no field`);
  return faults;
}

/** The encoding as `S3_0_C1_C0_0`. */
export function encodingName({ encoding: e }: CatalogueRegister): string {
  return `S${e.op0}_${e.op1}_C${e.CRn}_C${e.CRm}_${e.op2}`;
}
