import type { ObjectCode } from "../assembler/index.js";
import { breaksOf, diffModels } from "../diff/index.js";
import { lint } from "../lint/index.js";
import { resolveModel } from "../model/resolve.js";
import type { Model } from "../model/types.js";
import { parseJson } from "../read/json.js";
import type { LayoutSources, SourceText } from "../read/sources.js";
import { codeOf, sameCode } from "./code.js";
import { type DocumentMutant, documentMutants } from "./document-mutants.js";
import { refusal } from "./judge-code.js";
import type { Check, Judged } from "./report.js";
import { type Built, sameSwitch } from "./unused-by-switch.js";

/** What mutants are compared with: the layout as it is, and its code. known: what lint finds in it anyway. */
interface Original extends Built {
  readonly sources: LayoutSources;
  readonly known: ReadonlySet<string>;
}

/** What there is to say of a mutant before it is judged. */
export type Mutated = Pick<DocumentMutant, "kind" | "what" | "at">;

/**
 * Every single-point mutant of a layout's own documents and what the first check says that minds it, one after the
 * other. A layout that extends another has its overlays mutated, not what it extends. every: of how many one is taken.
 * wanted: whether to judge a mutant (default: all).
 */
export async function* judgeDocuments(
  sources: LayoutSources,
  model: Model,
  object: ObjectCode,
  every = 1,
  wanted: (mutant: Mutated) => boolean = () => true,
): AsyncGenerator<Judged> {
  const known = new Set(lint(model, { notes: true }).map(({ code, message }) => `${code} ${message}`));
  const original = { sources, model, object, known };
  const all = ownDocuments(sources).flatMap(({ file, text }) => {
    const parsed = parseJson(file, text);
    return parsed.ok ? documentMutants(parsed.value).map((mutant) => ({ file, mutant })) : [];
  });
  for (const { file, mutant } of all.filter((_, i) => i % every === 0)) {
    const { kind, what, at } = mutant;
    if (!wanted(mutant)) continue;
    yield { kind, what, at, ...(await judge(original, mutated(sources, file, mutant))) };
  }
}

/** The texts that a layout's own folder has. */
function ownDocuments({ documents, overlays = [] }: LayoutSources): readonly SourceText[] {
  const own = overlays.at(-1) ?? documents;
  return Object.values(own).filter((source) => source !== undefined);
}

function mutated(sources: LayoutSources, file: string, { start, end, text }: DocumentMutant): LayoutSources {
  const change = <T extends object>(texts: T): T =>
    Object.fromEntries(
      Object.entries(texts).map(([name, source]: [string, SourceText]) => [
        name,
        source.file === file
          ? { ...source, text: source.text.slice(0, start) + text + source.text.slice(end) }
          : source,
      ]),
    ) as T;
  const { documents, overlays } = sources;
  return {
    ...sources,
    documents: change(documents),
    ...(overlays === undefined ? {} : { overlays: overlays.map(change) }),
  };
}

async function judge(
  original: Original,
  sources: LayoutSources,
): Promise<Pick<Judged, "caught" | "because">> {
  const resolved = resolveModel(sources);
  if (!resolved.ok) {
    const code = resolved.diagnostics.find(({ severity }) => severity === "error")?.code ?? "";
    return caught(code < "WS2" ? "schema" : "resolve", code);
  }
  const model = resolved.value;
  const finding = lint(model).find(({ code, message }) => !original.known.has(`${code} ${message}`));
  if (finding !== undefined) return caught("lint", finding.code);
  const generated = await codeOf(model);
  if (!generated.ok) {
    const code = generated.diagnostics[0]?.code ?? "";
    return caught(code < "WS6" ? "generate" : "assemble", code);
  }
  const own = refusal(model, generated.value);
  if (own !== undefined) return caught("verify", own);
  const inUse = refusal(model, original.object);
  if (inUse !== undefined) return caught("verify", inUse);
  const noted = lint(model, { notes: true }).find(
    ({ code, message }) => !original.known.has(`${code} ${message}`),
  );
  if (noted !== undefined) return caught("lint", noted.code);
  const diff = diffModels(original.model, model);
  const [broken] = breaksOf(diff);
  if (broken !== undefined) {
    const { code } = broken.reason;
    const same = sameSwitch(original, { model, object: generated.value });
    return same ? { because: `${UNUSED} (${code})` } : caught("diff", code);
  }
  const code = sameCode(original.object, generated.value)
    ? "the code is the same byte for byte"
    : "the code does the same another way: the old and the new are both proved against it";
  const what = diff.changes.length > 0 ? "nothing that anybody else relies on changes" : "it means the same";
  return { because: `${what}, and ${code}` };
}

const UNUSED =
  "the switch uses none of it: its code, its layout's demands, its proof and lint's findings are the same; diff says what it breaks for those who compile with it";

function caught(by: Check, code: string): Pick<Judged, "caught"> {
  return { caught: { by, code } };
}
