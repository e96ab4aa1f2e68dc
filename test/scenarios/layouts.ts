import { loadSources } from "../../src/model/load.js";
import { resolveModel } from "../../src/model/resolve.js";
import type { Model } from "../../src/model/types.js";

/** The seed's model with some of its documents changed. edit: gets a document's file name and text, gives the new text. */
export function derivedModel(edit: (file: string, text: string) => string): Model {
  const sources = loadSources("schema/kvm-arm64-v3");
  if (!sources.ok) throw new Error(JSON.stringify(sources.diagnostics, null, 1));
  const documents = { ...sources.value.documents };
  const before = JSON.stringify(documents);
  for (const name of [
    "sysreg-order.json",
    "world-switch.json",
    "vcpu-context.json",
    "constants.json",
  ] as const) {
    documents[name] = { ...documents[name], text: edit(name, documents[name].text) };
  }
  if (JSON.stringify(documents) === before) throw new Error("the edit changes nothing");
  const result = resolveModel({ ...sources.value, documents });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, null, 1));
  return result.value;
}

/** sysreg-order.json with more registers behind the last one. */
export function withRegisters(names: readonly string[]): (file: string, text: string) => string {
  const last = '{ "name": "CNTKCTL_EL1", "groups": ["sysregs"] }';
  const lines = names.map((name) => `    { "name": "${name}", "groups": ["sysregs"] }`);
  return (file, text) => {
    if (file !== "sysreg-order.json") return text;
    if (!text.includes(last)) throw new Error(`${file} does not end as expected`);
    return text.replace(last, [last, ...lines].join(",\n"));
  };
}

/**
 * The four defects of the seed mended: the width of the syndrome's store, the bit that is tested, PAR_EL1 switched, and
 * the page's number for TLBI.
 */
export function mended(file: string, text: string): string {
  if (file !== "world-switch.json") return withRegisters(["PAR_EL1"])(file, text);
  const edits: readonly (readonly [RegExp, string])[] = [
    [/"width": 64,\s*"waive": \[\{ "code": "WS303".*?\}\]/, '"width": 32'],
    [/"bit": 1,\s*"waive": \[\{ "code": "WS304".*?\}\]/, '"bit": 0'],
    [/"register": "PAR_EL1",\s*"waive": \[\{ "code": "WS305".*?\}\]/, '"register": "PAR_EL1"'],
    [/"ipaShift": 0,\s*"waive": \[\{ "code": "WS333".*?\}\]/, '"ipaShift": 12'],
  ];
  return edits.reduce((done, [pattern, replacement]) => {
    if (!pattern.test(done)) throw new Error(`${pattern} does not occur`);
    return done.replace(pattern, replacement);
  }, text);
}

/** A host with 48-bit addresses. */
export function wideAddresses(file: string, text: string): string {
  if (file !== "constants.json") return text;
  return text
    .replace('"VA_BITS", "value": "39"', '"VA_BITS", "value": "48"')
    .replace('"PAGE_OFFSET", "value": "0xffffffc000000000"', '"PAGE_OFFSET", "value": "0xffff800000000000"');
}

/** The registers of EL1 and the FP/SIMD ones far from the start of the context, past the reach of LDP and STP. */
export function farSlots(file: string, text: string): string {
  if (file !== "vcpu-context.json") return text;
  return text
    .replace(
      '{ "name": "sp_el1", "type": "u64" }',
      '{ "name": "gap", "type": "u64", "count": 200 },\n        { "name": "sp_el1", "type": "u64" }',
    )
    .replace(
      '{ "name": "sys_regs",',
      '{ "name": "more_gap", "type": "u64", "count": 77 },\n        { "name": "sys_regs",',
    );
}

/** Forty registers more than the seed has, sixty in all. */
export const forty: readonly string[] = [
  "PAR_EL1",
  "MDSCR_EL1",
  "CNTV_CVAL_EL0",
  "CNTV_CTL_EL0",
  "PMCCNTR_EL0",
  "PMSELR_EL0",
  "SCXTNUM_EL1",
  "APIAKeyLo_EL1",
  ...["DBGBVR", "DBGBCR"].flatMap((name) => Array.from({ length: 16 }, (_, i) => `${name}${i}_EL1`)),
];
