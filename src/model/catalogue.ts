import type { Diagnostic } from "../core/diagnostic.js";
import { nodeAt, placeOf, stringAt } from "../read/json-node.js";
import type { ValidDocument } from "../validate/document.js";
import type { SysregsDocument, SysregsField, SysregsRegister } from "../validate/generated/documents.js";
import { nearestHint } from "../validate/nearest.js";
import { errorAt } from "./finding.js";
import { eachOf } from "./scope.js";
import type { Sysreg, SysregField } from "./types.js";

interface Entry {
  readonly group: string;
  readonly register: SysregsRegister;
  readonly at: Sysreg["at"];
  readonly node: ValidDocument<SysregsDocument>["node"];
}

/**
 * The architecture's registers by name, in the order of the documents.
 * Errors: WS104 a name in two documents; WS205 a register that another takes its fields from is unknown;
 * WS207 bits not in descending order, claimed twice or not at all; WS208 fields taken in a circle.
 */
export function compileCatalogue(
  documents: readonly ValidDocument<SysregsDocument>[],
  found: Diagnostic[],
): ReadonlyMap<string, Sysreg> {
  const entries = new Map<string, Entry>();
  for (const { value, node } of documents)
    eachOf(value.registers, nodeAt(node, "registers"), (register, registerNode) => {
      const at = placeOf(stringAt(registerNode, "name"));
      const first = entries.get(register.name);
      if (first === undefined)
        entries.set(register.name, { group: value.group, register, at, node: registerNode });
      else
        found.push(
          errorAt("WS104", at, `${register.name} is listed twice`, {
            related: [{ at: first.at, message: "first listed here" }],
            hint: "remove one",
          }),
        );
    });
  const registers = new Map<string, Sysreg>();
  for (const [name, entry] of entries) registers.set(name, toSysreg(entry, entries, found));
  return registers;
}

function toSysreg(entry: Entry, entries: ReadonlyMap<string, Entry>, found: Diagnostic[]): Sysreg {
  const { register, at } = entry;
  const fields = fieldsOf(entry, entries, found);
  if (register.fields !== undefined) checkCover(entry, fields, found);
  return {
    name: register.name,
    title: register.title,
    group: entry.group,
    encoding: register.encoding,
    widthBits: register.width,
    since: register.since,
    ...(register.extension === undefined ? {} : { extension: register.extension }),
    ...(register.feature === undefined ? {} : { feature: register.feature }),
    ...(register.read === undefined ? {} : { readEl: register.read }),
    ...(register.write === undefined ? {} : { writeEl: register.write }),
    ...(register.reset === undefined ? {} : { reset: BigInt(register.reset) }),
    effects: register.effects ?? [],
    fields,
    ...(register.aliasOf === undefined ? {} : { aliasOf: register.aliasOf }),
    ...(register.readsAtEL1 === undefined ? {} : { readsAtEl1: register.readsAtEL1 }),
    at,
  };
}

/** The register's own fields or those of the register that it names, however many names that takes. */
function fieldsOf(
  entry: Entry,
  entries: ReadonlyMap<string, Entry>,
  found: Diagnostic[],
): readonly SysregField[] {
  let source = entry;
  for (const seen = new Set<Entry>(); source.register.fields === undefined; ) {
    seen.add(source);
    const key = source.register.sameFieldsAs !== undefined ? "sameFieldsAs" : "aliasOf";
    const name = source.register[key];
    if (name === undefined) return [];
    const next = entries.get(name);
    const place = placeOf(stringAt(source.node, key));
    if (next === undefined) {
      if (source === entry)
        found.push(
          errorAt("WS205", place, `no system register is called ${name}`, {
            hint: nearestHint(name, entries.keys()),
          }),
        );
      return [];
    }
    if (seen.has(next)) {
      const way = [...seen, next].map(({ register }) => register.name).join(" -> ");
      found.push(errorAt("WS208", place, `fields are taken in a circle: ${way}`));
      return [];
    }
    source = next;
  }
  return source.register.fields.map(toField);
}

function toField(field: SysregsField): SysregField {
  const [msb = 0, lsb = msb] = field.bits.split(":").map(Number);
  return {
    ...(field.name === undefined ? {} : { name: field.name }),
    ...(field.reserved === undefined ? {} : { reserved: field.reserved }),
    msb,
    lsb,
    ...(field.doc === undefined ? {} : { doc: field.doc }),
    ...(field.values === undefined ? {} : { values: field.values }),
  };
}

function checkCover(
  { register, node, at }: Entry,
  fields: readonly SysregField[],
  found: Diagnostic[],
): void {
  let next = register.width - 1;
  fields.forEach((field, index) => {
    const place = placeOf(stringAt(node, "fields", index, "bits"));
    if (field.msb !== next || field.lsb > field.msb) {
      const written = register.fields?.[index]?.bits ?? "";
      const expected = next < 0 ? "no more bits" : `bit ${next} to come next`;
      found.push(errorAt("WS207", place, `${register.name} has bits ${written} here, expected ${expected}`));
    }
    next = field.lsb - 1;
  });
  if (next >= 0) found.push(errorAt("WS207", at, `${register.name} leaves bits ${next}:0 unclaimed`));
}
