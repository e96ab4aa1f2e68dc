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

/** The encoding as `S3_0_C1_C0_0`. */
export function encodingName({ encoding: e }: CatalogueRegister): string {
  return `S${e.op0}_${e.op1}_C${e.CRn}_C${e.CRm}_${e.op2}`;
}
