/** Where layouts are looked for, from the current directory. */
export const SCHEMA_FOLDER = "schema";
