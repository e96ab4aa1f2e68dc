import type { Result } from "../core/result.js";
import { parseJson } from "./json.js";
import type { JsonNode } from "./json-node.js";

interface Parsed {
  readonly text: string;
  readonly result: Result<JsonNode>;
}

/** Documents, of all layouts of a process. */
const MOST_REMEMBERED = 1000;
const last = new Map<string, Parsed>();

/**
 * As parseJson; a file whose text is that of the last time is what it was then. An edit, as `generate --watch` sees it, leaves most
 * documents as they were.
 */
export function parseDocument(file: string, text: string): Result<JsonNode> {
  const before = last.get(file);
  if (before?.text === text) return before.result;
  const result = parseJson(file, text);
  if (last.size >= MOST_REMEMBERED) last.clear();
  last.set(file, { text, result });
  return result;
}
