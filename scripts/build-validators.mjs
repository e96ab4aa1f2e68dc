/**
 * Writes src/validate/generated/ from schema/language/: the validators as plain code, so that ajv is not loaded
 * at run time, the schemas without their descriptions, and the documents' TypeScript types; and
 * schema/language/overlay/, for the documents of layouts that extend others.
 * With --check nothing is written: exits 1 and names what is stale.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { compile } from "json-schema-to-typescript";
import { overlaySchema } from "./overlay-schemas.mjs";

const LANGUAGE = new URL("../schema/language/", import.meta.url);
const GENERATED = new URL("../src/validate/generated/", import.meta.url);
/** The documents that a layout's folder has. */
const LAYOUT_KINDS = ["layout", "constants", "structs", "sysreg-order", "asm-offsets", "world-switch"];
const HEAD = "// Made by scripts/build-validators.mjs from schema/language/. Do not edit.\n";

const pascal = (text) =>
  text.replace(/(^|[^A-Za-z0-9]+)([a-z0-9])/g, (_, __, letter) => letter.toUpperCase());

/** The schemas by kind, such as "sysreg-order", in code-unit order of their files' names. */
function readSchemas() {
  const suffix = ".schema.json";
  return readdirSync(LANGUAGE)
    .filter((name) => name.endsWith(suffix))
    .sort()
    .map((name) => ({
      kind: name.slice(0, -suffix.length),
      schema: JSON.parse(readFileSync(new URL(name, LANGUAGE), "utf8")),
    }));
}

/** A schema without what only its readers need. */
function bare(node, parentKey = "") {
  if (Array.isArray(node)) return node.map((item) => bare(item));
  if (node === null || typeof node !== "object") return node;
  const isMap = parentKey === "properties" || parentKey === "$defs";
  const entries = Object.entries(node).filter(([key]) => isMap || (key !== "description" && key !== "title"));
  return Object.fromEntries(entries.map(([key, value]) => [key, bare(value, isMap ? "" : key)]));
}

/** A schema with every "#/$defs/…" replaced by what it names, so that the path of an error says where it is. */
function inline(node, defs, way = []) {
  if (Array.isArray(node)) return node.map((item) => inline(item, defs, way));
  if (node === null || typeof node !== "object") return node;
  const { $ref, ...rest } = node;
  const own = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, inline(value, defs, way)]));
  if ($ref === undefined) return own;
  const name = $ref.replace("#/$defs/", "");
  if (way.includes(name)) throw new Error(`a schema refers to itself: ${[...way, name].join(" -> ")}`);
  return { ...inline(defs[name], defs, [...way, name]), ...own };
}

function validatorsModule(schemas) {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    allErrors: true,
    unicode: false,
    messages: false,
    logger: { log() {}, warn() {}, error: console.error },
    code: { source: true, esm: true, lines: true },
  });
  ajv.addVocabulary(["x-key"]);
  const names = {};
  for (const { kind, schema } of schemas) {
    const { $defs = {}, ...rest } = bare(schema);
    ajv.addSchema(inline(rest, $defs));
    names[`validate${pascal(kind)}`] = schema.$id;
  }
  const equal = /require\("ajv\/dist\/runtime\/equal"\)\.default/g;
  const code = withoutUnseenErrors(withoutSchemas(standalone(ajv, names)))
    .replace(/^"use strict";\s*/, "")
    .replace(/\bexport const (validate\w+)/g, "const $1")
    .replace(equal, "Object.is");
  if (code.includes("require(")) throw new Error("the validators need a part of ajv at run time");
  const kinds = schemas.map(({ kind }) => `  ${JSON.stringify(kind)}: validate${pascal(kind)},\n`).join("");
  const texts = schemas
    .map(({ kind, schema }) => `  ${JSON.stringify(kind)}: ${textLiteral(bare(schema))},\n`)
    .join("");
  return `${HEAD}// @ts-nocheck
import type { SchemaNode, ValidateFunction } from "../validate-function.js";

${code.trim()}

export const validators: Readonly<Record<string, ValidateFunction>> = {
${kinds}};

const texts: Readonly<Record<string, string>> = {
${texts}};

const schemas = new Map<string, SchemaNode>();

/** The schema of a kind of document, undefined when there is no such kind; read from its text when it is first asked for. */
export function schemaOfKind(kind: string): SchemaNode | undefined {
  const text = texts[kind];
  if (text === undefined) return undefined;
  const schema = schemas.get(kind) ?? JSON.parse(text);
  schemas.set(kind, schema);
  return schema;
}
`;
}

/** A value's JSON as a literal of a text. */
function textLiteral(value) {
  const text = JSON.stringify(value).replaceAll("\\", "\\\\").replaceAll("'", "\\'");
  return `'${text}'`;
}

/**
 * The validators without the whole schemas: the little that they look up in them is put in its place, the names of properties
 * as constants of their own.
 */
function withoutSchemas(code) {
  const whole = new Map();
  const rest = code.replace(/^const (schema\d+) = (\{.*\});$/gm, (_, name, literal) => {
    whole.set(name, JSON.parse(literal));
    return "";
  });
  const names = [];
  const used = rest.replace(/\b(schema\d+)((?:\.\w+|\["[^"]*"\])+)/g, (_, name, path) => {
    const steps = path.match(/\.\w+|\["[^"]*"\]/g).map((step) => step.replace(/^\.|^\["|"\]$/g, ""));
    const found = steps.reduce((node, step) => node[step], whole.get(name));
    if (steps.at(-1) !== "properties") return JSON.stringify(found);
    const keys = Object.keys(found).map((key) => [key, 0]);
    return `names${names.push(JSON.stringify(Object.fromEntries(keys))) - 1}`;
  });
  const left = /\bschema\d+\b/.exec(used);
  if (left !== null) throw new Error(`the validators use ${left[0]} in a way that is not known here`);
  return `${names.map((keys, i) => `const names${i} = ${keys};\n`).join("")}${used}`;
}

/**
 * The validators without the errors that nobody sees: whether an `if` or a `not` holds is told by their number, and they are taken
 * back right after; ajv makes an object for each all the same.
 */
function withoutUnseenErrors(code) {
  const unseen =
    /const (err\d+) = \{\};\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}\n/g;
  const rest = code.replace(unseen, "");
  if (/\berr\d+ = \{\}/.test(rest)) throw new Error("ajv makes its errors in a way that is not known here");
  return rest;
}

/** Conditions say nothing that a type could: they are left out. Names of $defs get the kind before them. */
function forTypes(kind, schema) {
  const { title: _, ...rest } = schema;
  const text = JSON.stringify(rest, (key, value) =>
    key === "allOf" || key === "dependentRequired" || key === "if" || key === "then" || key === "else"
      ? undefined
      : value,
  );
  const copy = JSON.parse(text.replaceAll('"#/$defs/', `"#/$defs/${kind}-`));
  const defs = Object.entries(copy.$defs ?? {}).map(([key, value]) => [`${kind}-${key}`, value]);
  return { ...copy, $defs: Object.fromEntries(defs) };
}

async function documentsModule(schemas) {
  const parts = [];
  for (const { kind, schema } of schemas) {
    const { $id: _, ...types } = forTypes(kind, schema);
    parts.push(
      await compile(types, `${kind}-document`, {
        bannerComment: "",
        additionalProperties: false,
        unreachableDefinitions: true,
        format: true,
        ignoreMinAndMaxItems: true,
      }),
    );
  }
  return `${HEAD}\n${parts.join("\n").replaceAll(/^export interface (\w+) \{/gm, "export interface $1 {")}`;
}

const schemas = readSchemas();
const overlays = schemas
  .filter(({ kind }) => LAYOUT_KINDS.includes(kind))
  .map(({ kind, schema }) => [
    new URL(`overlay/${kind}.schema.json`, LANGUAGE),
    `${JSON.stringify(overlaySchema(schema), null, 2)}\n`,
  ]);
const files = new Map([
  [new URL("validators.ts", GENERATED), validatorsModule(schemas)],
  [new URL("documents.ts", GENERATED), await documentsModule(schemas)],
  ...overlays,
]);
const check = process.argv.includes("--check");
for (const [url, text] of files) {
  mkdirSync(new URL(".", url), { recursive: true });
  let before;
  try {
    before = readFileSync(url, "utf8");
  } catch {
    before = undefined;
  }
  if (before === text) continue;
  if (!check) writeFileSync(url, text);
  else {
    console.error(`${fileURLToPath(url)} is stale: run node scripts/build-validators.mjs`);
    process.exitCode = 1;
  }
}
