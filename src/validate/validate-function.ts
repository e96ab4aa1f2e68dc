/** A schema with its annotations left out, as the generated module holds it. */
export type SchemaNode = { readonly [keyword: string]: unknown };

/** A mismatch as ajv reports it. Both paths are JSON pointers, schemaPath with a leading "#". */
export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A validator compiled ahead of time; errors holds the mismatches of the last call. */
export interface ValidateFunction {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}
