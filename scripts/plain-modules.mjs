/**
 * What the modules of esbuild's that the command loads become: functions (src/cli/code-cache.ts) whose exports and namespaces are
 * objects of values, where esbuild has a getter for each, and one for each copy (docs/adr/0039).
 */
import { readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { transform } from "esbuild";

/**
 * The modules of a bundle that esbuild has split, by name: their texts, and the names of those that they import at once.
 * root: the package's folder. Throws where esbuild writes otherwise than it did, and where modules import each other.
 */
export async function modulesOf({ outputFiles, metafile }, root, target) {
  refuseVariables(Object.keys(metafile.inputs), root);
  const modules = new Map();
  for (const { path, text } of outputFiles) {
    const { inputs, imports } = metafile.outputs[relative(root, path)];
    const sources = Object.keys(inputs);
    const code = await asCommonJs(withPlainNamespaces(text, sources), path, target);
    modules.set(basename(path), {
      text: `${sources.map((source) => `// ${source}\n`).join("")}${asFunction(code)}`,
      imports: imports
        .filter(({ kind }) => kind === "import-statement")
        .map(({ path: imported }) => basename(imported))
        .filter((name) => name.endsWith(".js")),
    });
  }
  refuseCircles(modules);
  return modules;
}

async function asCommonJs(text, path, target) {
  const common = {
    platform: "node",
    target,
    supported: { "dynamic-import": false },
    sourcefile: path,
  };
  const { code } = await transform(text, { ...common, format: "cjs" });
  const { code: minified } = await transform(withPlainExports(code, path), {
    ...common,
    format: "cjs",
    // Less to read at each start; names and lines stay, for the stacks of our own bugs.
    minifyWhitespace: true,
    minifySyntax: true,
    treeShaking: true,
    lineLimit: 120,
  });
  return withModuleUrl(minified);
}

/**
 * A module of esbuild's in which what `import * as` gives of a source is an object of its values, made where the source ends, in the
 * place of one with a getter for each at its beginning. Only where nothing before that end asks for it.
 */
function withPlainNamespaces(text, sources) {
  const heads = new Set([...sources.map((source) => `// ${source}`), "export {"]);
  const parts = [{ head: undefined, lines: [] }];
  for (const line of text.split("\n")) {
    if (heads.has(line)) parts.push({ head: line, lines: [] });
    parts.at(-1).lines.push(line);
  }
  const texts = parts.map(({ lines }) => lines.join("\n"));
  const namespace = /^var (\w+) = \{\};\n__export\(\1, \{\n((?: {2}[\w$]+: \(\) => [\w$]+,?\n)+)\}\);\n/m;
  for (const [index, { head }] of parts.entries()) {
    const [whole, name, list] = namespace.exec(texts[index]) ?? [];
    if (whole === undefined) continue;
    const last = parts.findLastIndex((part) => part.head === head);
    const without = texts.with(index, texts[index].replace(whole, ""));
    if (without.slice(0, last + 1).some((part) => new RegExp(`\\b${name}\\b`).test(part))) continue;
    texts[index] = without[index];
    texts[last] += `\nvar ${name} = {\n${list.replace(/: \(\) => /g, ": ")}};`;
  }
  return withJoinedNamespaces(texts.join("\n"));
}

/**
 * A module in which a dictionary that namespaces are assigned to is one object of their values: V8 makes it once, where it would go from
 * shape to shape for each namespace and then for the dictionary. Throws where esbuild writes such a one otherwise than it did.
 */
function withJoinedNamespaces(text) {
  const assigned =
    /Object\.assign\(\n(?: *\/\/.*\n)* *\/\* @__PURE__ \*\/ Object\.create\(null\),\n((?: +\w+_exports,?\n)+)\)/;
  const [whole, names] = assigned.exec(text) ?? [];
  if (whole === undefined) {
    if (/Object\.assign\([^)]*create\(null\)[^)]*_exports/.test(text))
      throw new Error("esbuild writes Object.assign otherwise");
    return text;
  }
  let joined = "";
  let rest = text;
  for (const name of names.match(/\w+_exports/g)) {
    const [object, members] = new RegExp(`^var ${name} = \\{\\n([^}]*)\\};\\n?`, "m").exec(rest) ?? [];
    if (object === undefined || rest.split(name).length !== 3)
      throw new Error(`${name} is no plain namespace`);
    rest = rest.replace(object, "");
    joined += `${members.trimEnd().replace(/,?$/, ",")}\n`;
  }
  return rest.replace(whole, () => `{\n__proto__: null,\n${joined}}`);
}

/**
 * A module of esbuild's with its exports as values, which are there once it has run, in the place of a getter for each, and one more
 * for each that copies it: no two of our modules import each other, and none exports what it changes later.
 */
function withPlainExports(code, path) {
  const head =
    /^var (\w+) = \{\};\n__export\(\1, \{\n((?: {2}[\w$]+: \(\) => [\w$.]+,?\n)*)\}\);\nmodule\.exports = __toCommonJS\(\1\);\n/m;
  const tail =
    /^\/\/ Annotate the CommonJS export names for ESM import in node:\n0 && \(module\.exports = \{[^}]*\}\);\n/m;
  const [found, , list] = head.exec(code) ?? [];
  if (found === undefined) {
    if (code.includes("__toCommonJS(")) throw new Error(`${path}: esbuild exports otherwise`);
    return code;
  }
  const values = list.replace(/: \(\) => /g, ": ");
  const rest = code
    .replace(head, "")
    .replace(tail, "")
    .replace(/__toESM\((require\("\.\/[\w-]+\.js"\))\)/g, "$1");
  return `${rest}module.exports = {\n${values}};\n`;
}

/** Throws where a source exports a variable: what others have of it would stay as it was first. */
function refuseVariables(sources, root) {
  for (const source of sources) {
    if (source.startsWith("src/") && /^export (let|var) /m.test(readFileSync(join(root, source), "utf8")))
      throw new Error(`${source} exports a variable`);
  }
}

/** Throws where modules import each other: the first of them to run would see nothing of the others. */
function refuseCircles(modules) {
  const done = new Set();
  const visit = (name, path) => {
    if (path.includes(name)) throw new Error(`modules import each other: ${[...path, name].join(" → ")}`);
    if (done.has(name)) return;
    for (const imported of modules.get(name)?.imports ?? []) visit(imported, [...path, name]);
    done.add(name);
  };
  for (const name of modules.keys()) visit(name, []);
}

/** Some modules and all that they import as one file: an object of their functions. */
export function packOf(entries, modules) {
  const names = new Set();
  const add = (name) => {
    const module = modules.get(name);
    if (module === undefined || names.has(name)) return;
    names.add(name);
    for (const imported of module.imports) add(imported);
  };
  for (const name of entries) add(name);
  const members = [...names].map((name) => `${JSON.stringify(name)}:\n${modules.get(name).text}`);
  return `({\n${members.join(",\n")}\n})`;
}

/** A module as src/cli/code-cache.ts runs it, which would otherwise copy its text to put this around it. */
export function asFunction(code) {
  return `(function (exports, require, module, __filename, __dirname) {\n${code}\n})`;
}

export function withModuleUrl(code) {
  if (!code.includes("moduleUrl")) return code;
  const line = 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;\n';
  const shebang = /^#!.*\n/.exec(code)?.[0] ?? "";
  return `${shebang}${line}${code.slice(shebang.length)}`;
}
