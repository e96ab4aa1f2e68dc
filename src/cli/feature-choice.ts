import type { Diagnostic } from "../core/diagnostic.js";
import type { FeatureSelection } from "../model/extend/features.js";
import type { LayoutSources } from "../read/sources.js";
import { UsageError } from "./usage-error.js";

/** What --features and --sweep say. sweepLimit: the text of the option. */
export interface FeatureOptions {
  readonly features?: string;
  readonly sweep?: boolean;
  readonly sweepLimit?: string;
}

/** Throws UsageError for options that contradict each other or are no numbers. */
export function checkFeatureOptions({ features, sweep, sweepLimit }: FeatureOptions): void {
  if (features !== undefined && sweep === true)
    throw new UsageError("--features takes one combination, --sweep all of them");
  if (sweepLimit === undefined) return;
  if (sweep !== true) throw new UsageError("--sweep-limit needs --sweep");
  if (!/^[1-9]\d{0,5}$/.test(sweepLimit))
    throw new UsageError(`--sweep-limit ${sweepLimit}: expected a number from 1 to 999999`);
}

/**
 * The features that a text asks for: `all`, `none`, or exactly the named ones, `sve,pauth`; {} for no text: the
 * layout's defaults. A name that the layout does not have is left in, for resolveModel to report.
 */
export async function selectFeatures(
  sources: LayoutSources,
  text: string | undefined,
): Promise<FeatureSelection> {
  if (text === undefined) return {};
  const { layoutFeatures } = await import("../model/extend/documents.js");
  const ignored: Diagnostic[] = [];
  const declared = (layoutFeatures(sources, ignored) ?? []).map(({ name }) => name);
  const named = text.split(",").map((name) => name.trim());
  if (named.includes(""))
    throw new UsageError(`--features ${text}: expected all, none, or names with commas`);
  const word = declared.includes(text) ? undefined : text;
  if (word === "all") return Object.fromEntries(declared.map((name) => [name, true]));
  const off = declared.map((name) => [name, false] as const);
  if (word === "none") return Object.fromEntries(off);
  return Object.fromEntries([...off, ...named.map((name) => [name, true] as const)]);
}
