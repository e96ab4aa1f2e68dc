import type { Rule } from "./rule.js";

/**
 * The bit that says that an address translation failed is the field's of that name, not a number from memory.
 * Behind it: KVM/arm64 tested bit 1 of PAR_EL1, which is FST[0]; the failure flag F is bit 0.
 */
export const rule: Rule = {
  code: "WS304",
  name: "failure-bit",
  severity: "error",
  why: "a failed translation is taken for a good one, and a stale address is handed to the host",
  check(model) {
    const { result, failed } = model.worldSwitch.abort;
    const fields = result.fields.filter((field) => field.name === failed.field);
    if (fields.some((field) => field.msb === field.lsb && field.lsb === failed.bit)) return [];
    const [field] = fields;
    if (field === undefined && result.fields.length === 0) return [];
    const place =
      field === undefined
        ? `${result.name} has no field ${failed.field}`
        : field.msb === field.lsb
          ? `${failed.field} is bit ${field.lsb}`
          : `${failed.field} is bits ${field.msb}:${field.lsb}`;
    const tested = result.fields.find((f) => f.lsb <= failed.bit && failed.bit <= f.msb);
    const what =
      tested?.name === undefined || tested.name === failed.field
        ? ""
        : `, which is ${bitOf(tested, failed.bit)}`;
    return [
      {
        at: failed.at,
        message: `the switch tests bit ${failed.bit} of ${result.name}${what}, but ${place}`,
        ...(field === undefined ? {} : { hint: `test bit ${field.lsb}` }),
        ...(field !== undefined && field.msb === field.lsb
          ? { mend: { kind: "set" as const, key: "bit", value: field.lsb } }
          : {}),
        waivers: failed.waivers,
      },
    ];
  },
};

function bitOf(field: { name?: string; msb: number; lsb: number }, bit: number): string {
  return field.msb === field.lsb ? `${field.name}` : `${field.name}[${bit - field.lsb}]`;
}
