import { commentText } from "../core/comment-text.js";
import { oncePer } from "../core/once-per.js";
import { oncePerText } from "../core/once-per-text.js";
import { success } from "../core/result.js";
import { maskOf } from "../core/u64.js";
import type { Model, Sysreg, SysregField } from "../model/types.js";
import { printTypeScript } from "../print/typescript.js";
import { alignColumns } from "./columns.js";
import { headerLines } from "./header.js";
import { quoted } from "./literal.js";
import { switchedRegisters } from "./switched-registers.js";
import type { Target } from "./target.js";
import { bindingName, objectKey, uniqueNames } from "./ts-names.js";

/**
 * ts/sysregs.ts: `SysregIndex.SCTLR_EL1`, and `SCTLR_EL1.fields.M.get(value)` for every register that the world switch
 * names, each a binding of its own, so that a bundler keeps those that are used; `sysregs` has all of them by name.
 */
export const target: Target = {
  name: "ts-sysregs",
  directory: "ts",
  async emit(model) {
    const registers = switchedRegisters(model);
    const names = uniqueNames(
      registers.map(({ name }) => bindingName(name)),
      ["SysregIndex", "SysregName", "sysregs", "systemRegister"],
    );
    const text = await printTypeScript(
      headerLines(model, "The system registers: order, encodings and fields."),
      [
        `import { systemRegister } from "worldswitch/runtime";\n`,
        ...indexObject(model),
        indexTypes(model),
        ...registers.map((register, i) => declaration(register)(names[i] ?? register.name)),
        "\n/** Every register that the world switch names. */",
        "export const sysregs = {",
        ...registers.map(({ name }, i) => property(name, names[i] ?? name)),
        "} as const;",
      ],
    );
    return success([{ path: "ts/sysregs.ts", text }]);
  },
};

/** `SCTLR_EL1: 3,` per slot, the sentinel at 0. */
function indexObject(model: Model): string[] {
  const { sentinel, slots, storageStruct, storageMember } = model.sysregOrder;
  const rows = [
    [`${objectKey(sentinel.name)}:`, "0,", `// ${commentText(sentinel.doc ?? "no register")}`],
    ...slots.map((slot) => [
      `${objectKey(slot.name)}:`,
      `${slot.index},`,
      `// ${commentText(slot.sysreg.title)}`,
    ]),
  ];
  return [
    "",
    `/** Indices into struct ${storageStruct}, ${storageMember}. */`,
    "export const SysregIndex = {",
    ...alignColumns(rows).map((line) => `  ${line}`),
    "} as const;",
  ];
}

function indexTypes(model: Model): string {
  return [
    "export type SysregIndex = (typeof SysregIndex)[keyof typeof SysregIndex];",
    "",
    "/** A register of the order by name. */",
    `export type SysregName = Exclude<keyof typeof SysregIndex, ${quoted(model.sysregOrder.sentinel.name)}>;`,
    "",
  ].join("\n");
}

/** `SCTLR_EL1,`; the key before it where the binding has another name. */
function property(name: string, binding: string): string {
  return name === binding && objectKey(name) === name ? `  ${name},` : `  ${objectKey(name)}: ${binding},`;
}

/** A register's declaration by the name of its binding; the catalogue keeps registers through edits of a layout. */
const declaration = oncePer((register: Sysreg) => oncePerText((name) => declarationOf(register, name)));

/** `export const SCTLR_EL1 = systemRegister({ … });`, marked as free of effects for bundlers. */
function declarationOf(register: Sysreg, name: string): string {
  const { op0, op1, CRn, CRm, op2 } = register.encoding;
  const access = [
    register.readEl === undefined ? [] : [`readEl: ${register.readEl}`],
    register.writeEl === undefined ? [] : [`writeEl: ${register.writeEl}`],
  ].flat();
  const lines = [
    `name: ${quoted(register.name)},`,
    `title: ${quoted(register.title)},`,
    `encoding: { op0: ${op0}, op1: ${op1}, CRn: ${CRn}, CRm: ${CRm}, op2: ${op2} },`,
    `${[`widthBits: ${register.widthBits}`, ...access].join(", ")},`,
    `res0: ${reservedMask(register, "RES0")}, res1: ${reservedMask(register, "RES1")},`,
    ...fieldLines(register),
  ];
  return [
    "",
    `export const ${name} = /* @__PURE__ */ systemRegister({`,
    ...lines.map((line) => `  ${line}`),
    "});",
  ].join("\n");
}

/** One entry per named field; a register without known fields is one field of its whole width. */
const fieldLines: (register: Sysreg) => readonly string[] = oncePer((register: Sysreg) => {
  const whole: SysregField = { name: "VALUE", msb: register.widthBits - 1, lsb: 0 };
  const named = register.fields.filter((field) => field.name !== undefined);
  const fields = register.fields.length === 0 ? [whole] : named;
  if (fields.length === 0) return ["fields: {},"];
  const names = uniqueNames(fields.map((field) => field.name ?? ""));
  const keys = alignColumns(fields.map((_, i) => [`${objectKey(names[i] ?? "")}:`, "{"]));
  const lines = fields.flatMap((field, i) => fieldEntry(field, keys[i] ?? ""));
  return ["fields: {", ...lines.map((line) => `  ${line}`), "},"];
});

/** `M:   { msb: 0, lsb: 0 },`; the values of a field that has some go on lines of their own. */
function fieldEntry(field: SysregField, key: string): string[] {
  const doc = field.doc === undefined ? "" : `, doc: ${quoted(field.doc)}`;
  const start = `${key} msb: ${field.msb}, lsb: ${field.lsb}${doc}`;
  const values = Object.entries(field.values ?? {});
  if (values.length === 0) return [`${start} },`];
  return [
    `${start}, values: {`,
    ...values.map(([value, meaning]) => `  ${quoted(value)}: ${quoted(meaning)},`),
    "} },",
  ];
}

function reservedMask(register: Sysreg, reserved: "RES0" | "RES1"): string {
  const mask = register.fields
    .filter((field) => field.reserved === reserved)
    .reduce((bits, field) => bits | maskOf(field.lsb, field.msb - field.lsb + 1), 0n);
  return `0x${mask.toString(16)}n`;
}
