/** A template as the build compiled it: its text then, and what Handlebars' runtime makes a function of. */
export interface Precompiled {
  readonly source: string;
  readonly specification: TemplateSpecification;
}

/** Handlebars' own form, which only its runtime reads. */
export type TemplateSpecification = Readonly<Record<string, unknown>>;

/** The package's templates by name. Empty in src/: scripts/precompile-templates.mjs puts the build's in its place. */
export const precompiled: ReadonlyMap<string, Precompiled> = new Map();
