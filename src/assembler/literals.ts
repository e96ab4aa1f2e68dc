import type { Assembly } from "./assembly.js";
import type { Section } from "./section.js";

/** Writes the literals that wait in a section: each size on its own alignment, filled up with zeros as GNU as does. */
export function writeLiterals(assembly: Assembly, section: Section): void {
  const pool = assembly.pools.get(section.name);
  if (pool === undefined) return;
  for (const literal of pool.flush()) {
    section.requireAlignment(literal.sizeBytes);
    section.append(new Uint8Array(section.padding(literal.sizeBytes)), "data");
    const offset = section.length;
    section.marks.push({ offset, at: literal.at });
    pool.put(literal.number, offset);
    assembly.deferred.push({
      kind: "literal",
      place: literal.place,
      sizeBytes: literal.sizeBytes,
      offset,
      expression: literal.expression,
      list: literal.list,
    });
    section.append(new Uint8Array(literal.sizeBytes), "data");
  }
}
