import type { Diagnostic } from "../core/diagnostic.js";
import { nodeAt, placeOf, placeOfSpan, stringAt } from "../read/json-node.js";
import type { ValidDocument } from "../validate/document.js";
import type { WorldSwitchDocument } from "../validate/generated/documents.js";
import { errorAt } from "./finding.js";
import { eachOf } from "./scope.js";
import type { Vector, VectorSource } from "./types.js";

const SOURCES: readonly VectorSource[] = ["EL2t", "EL2h", "64-bit EL1", "32-bit EL1"];
const KINDS: readonly Vector["kind"][] = ["sync", "irq", "fiq", "error"];
/** The order of the table at VBAR_EL2. Source: DDI0487, "Exception vectors". */
const ORDER = SOURCES.flatMap((from) => KINDS.map((kind) => `${kind} from ${from}`));

/** The sixteen vectors. Errors: WS265 one is missing, listed twice or out of the architecture's order. */
export function resolveVectors(
  { value, node }: ValidDocument<WorldSwitchDocument>,
  found: Diagnostic[],
): readonly Vector[] {
  const list = nodeAt(node, "vectors");
  const vectors = eachOf(value.vectors, list, (vector, line) => ({
    ...vector,
    at: placeOf(stringAt(line, "from")),
  }));
  const names = vectors.map(nameOf);
  const before = found.length;
  vectors.forEach((vector, position) => {
    const first = vectors[names.indexOf(nameOf(vector))];
    if (first === undefined || first === vector) return;
    const related = [{ at: first.at, message: "first listed here" }];
    found.push(
      errorAt("WS265", vector.at, `vector ${names[position]} is listed twice`, {
        related,
        hint: "remove one",
      }),
    );
  });
  ORDER.forEach((name, position) => {
    if (names.includes(name)) return;
    const previous = ORDER.slice(0, position).findLast((earlier) => names.includes(earlier));
    const neighbour = previous === undefined ? undefined : nodeAt(list, names.indexOf(previous));
    const at =
      neighbour === undefined
        ? placeOfSpan(list.source, list.start, list.start + 1)
        : placeOfSpan(list.source, neighbour.end - 1, neighbour.end);
    const where = previous === undefined ? "" : ` after ${previous}`;
    found.push(
      errorAt("WS265", at, `vector ${name} is missing${where}`, {
        hint: 'add it, with the handler "panic" unless it is served',
      }),
    );
  });
  if (found.length > before) return [];
  names.forEach((name, position) => {
    const wanted = ORDER[position];
    const vector = vectors[position];
    if (name !== wanted && vector !== undefined)
      found.push(
        errorAt("WS265", vector.at, `vector ${name} stands where ${wanted} belongs`, {
          hint: "the order is the architecture's",
        }),
      );
  });
  return vectors;
}

function nameOf({ from, kind }: Pick<Vector, "from" | "kind">): string {
  return `${kind} from ${from}`;
}
