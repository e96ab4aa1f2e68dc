/**
 * Bundles the command line: dist/cli/ with main.js, which Node starts with, and the modules that it loads when it needs
 * them, as CommonJS, since Node loads that fastest and V8's code cache works for it (src/cli/code-cache.ts).
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { build, transform, version } from "esbuild";

const TARGET = "node20";
/** What Node has to load by itself, by the name that it is imported by. */
const NATIVE = new Map([["import-module", "import-module.cjs"]]);

/**
 * Commands that are to begin soon have their modules in one file: the program's, and those of these entries with all that they import.
 * What a command loads besides is in files of its own, as for the others.
 */
const PACKS = { run: ["program", "run-program"] };

/** What runs in a thread of its own, and is loaded there by its file's name. */
const OWN_THREADS = ["transpile-hook", "gdb-socket"];

const native = {
  name: "native-modules",
  setup(bundling) {
    bundling.onResolve({ filter: /^\.\/.*\.js$/ }, ({ path, kind }) => {
      const file = NATIVE.get(basename(path, ".js"));
      return file === undefined || kind === "entry-point" ? undefined : { path: `./${file}`, external: true };
    });
  },
};

/** The templates as the build compiled them, in the place of the source's empty list. */
const withTemplates = (contents) => ({
  name: "templates",
  setup(bundling) {
    bundling.onLoad({ filter: /[\\/]print[\\/]precompiled\.ts$/ }, () => ({ contents, loader: "js" }));
  },
});

/** root: the package's folder. folder: where dist/cli is being made. templates: the text of their module. */
export async function bundleCommand(root, folder, templates) {
  mkdirSync(folder, { recursive: true });
  const source = (name) => join(root, "src/cli", `${name}.ts`);
  const { outputFiles, metafile } = await bundleTsMorph(root, folder);
  for (const { path, text } of outputFiles) writeFileSync(path, asFunction(text));
  const printer = basename(outputFiles[0].path);
  const common = {
    bundle: true,
    platform: "node",
    target: TARGET,
    absWorkingDir: root,
    write: false,
    logLevel: "error",
    plugins: [native, withTemplates(templates), asModule("ts-morph", printer), startsNoProgram],
    define: {
      "import.meta.url": "moduleUrl",
      PACKAGE_VERSION: JSON.stringify(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version),
    },
  };
  const program = await build({
    ...common,
    entryPoints: { program: source("program") },
    format: "esm",
    splitting: true,
    outdir: folder,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    metafile: true,
  });
  const modules = new Map();
  for (const { path, text } of program.outputFiles) {
    const { inputs, imports } = program.metafile.outputs[relative(root, path)];
    const sources = Object.keys(inputs);
    const code = await asCommonJs(withPlainNamespaces(text, sources), path);
    modules.set(basename(path), {
      text: `${sources.map((source) => `// ${source}\n`).join("")}${asFunction(code)}`,
      imports: imports
        .filter(({ kind }) => kind === "import-statement")
        .map(({ path: imported }) => basename(imported))
        .filter((name) => name.endsWith(".js")),
    });
  }
  refuseCircles(modules);
  for (const [name, { text }] of modules) writeFileSync(join(folder, name), text);
  const named = (entry) => [...modules.keys()].find((name) => isEntry(name, entry));
  const packs = {};
  for (const [command, entries] of Object.entries(PACKS)) {
    const text = packOf(entries.map(named), modules);
    packs[command] = `${command}-${digestOf(text)}.js`;
    writeFileSync(join(folder, packs[command]), text);
  }
  const define = {
    ...common.define,
    PROGRAM: JSON.stringify(named("program")),
    PACKS: JSON.stringify(packs),
    BUILD_ID: JSON.stringify(buildId(program)),
    BUNDLER: JSON.stringify(bundlerId()),
  };
  for (const [name, file] of [["main", "main.js"], ...NATIVE]) {
    const { outputFiles } = await build({
      ...common,
      entryPoints: [source(name)],
      format: "cjs",
      outfile: join(folder, file),
      supported: { "dynamic-import": name === "import-module" },
      minify: true,
      lineLimit: 120,
      define,
    });
    for (const { path, text } of outputFiles) writeFileSync(path, withModuleUrl(text));
  }
  for (const name of OWN_THREADS) {
    const { outputFiles } = await build({
      ...common,
      entryPoints: [source(name)],
      format: "esm",
      outfile: join(folder, `${name}.mjs`),
      external: ["ts-morph"],
      plugins: [],
      define: {},
    });
    writeFileSync(outputFiles[0].path, outputFiles[0].contents);
  }
  writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }\n');
  writeFileSync(
    join(folder, "THIRD-PARTY.txt"),
    notices(root, [...Object.keys(program.metafile.inputs), ...Object.keys(metafile.inputs)]),
  );
}

/** Commander can start programs for subcommands, which ours never does: what it would need for that is not loaded. */
const startsNoProgram = {
  name: "no-child-process",
  setup(bundling) {
    bundling.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]node_modules[\\/]commander[\\/]/.test(importer)
        ? { path: "child_process", namespace: "absent" }
        : undefined,
    );
    bundling.onLoad({ filter: /.*/, namespace: "absent" }, () => ({ contents: "module.exports = {};" }));
  },
};

/** A package in a module of its own. file: that module's name. */
const asModule = (name, file) => ({
  name: `module-${name}`,
  setup(bundling) {
    bundling.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: `./${file}`, external: true }));
  },
});

/** ts-morph as one module, without the declarations of the DOM and the like: what is printed is never type-checked. */
function bundleTsMorph(root, folder) {
  const withoutLibraries = {
    name: "no-libraries",
    setup(bundling) {
      bundling.onLoad({ filter: /ts-morph-common\.js$/ }, ({ path }) => {
        const text = readFileSync(path, "utf8");
        const contents = text.replace(/^const libFiles = \[\{$[\s\S]*?^ *\}\];$/m, "const libFiles = [];");
        if (contents === text) throw new Error("ts-morph keeps its library files elsewhere");
        return { contents, loader: "js" };
      });
    },
  };
  return build({
    entryPoints: { "ts-morph": "ts-morph" },
    bundle: true,
    minify: true,
    legalComments: "eof",
    platform: "node",
    target: TARGET,
    format: "cjs",
    absWorkingDir: root,
    outdir: folder,
    entryNames: "[name]-[hash]",
    write: false,
    metafile: true,
    logLevel: "error",
    plugins: [withoutLibraries],
  });
}

async function asCommonJs(text, path) {
  const common = {
    platform: "node",
    target: TARGET,
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
  return texts.join("\n");
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
function packOf(entries, modules) {
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

/** Whether a module is that of an entry: a source's name and a hash. */
function isEntry(name, entry) {
  return name.startsWith(`${entry}-`) && /^-[0-9A-Z]{8}\.js$/.test(name.slice(entry.length));
}

function digestOf(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 8).toUpperCase();
}

/** A module as src/cli/code-cache.ts runs it, which would otherwise copy its text to put this around it. */
function asFunction(code) {
  return `(function (exports, require, module, __filename, __dirname) {\n${code}\n})`;
}

function withModuleUrl(code) {
  if (!code.includes("moduleUrl")) return code;
  const line = 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;\n';
  const shebang = /^#!.*\n/.exec(code)?.[0] ?? "";
  return `${shebang}${line}${code.slice(shebang.length)}`;
}

/** Says what the command is made of; two builds of the same sources have the same. */
function buildId({ outputFiles }) {
  const hash = createHash("sha256");
  for (const { path, text } of [...outputFiles].sort((a, b) => (a.path < b.path ? -1 : 1)))
    hash.update(`${basename(path)}\n${text}`);
  return hash.digest("hex").slice(0, 32);
}

/** Says how modules are made of their sources: this script, and esbuild. */
function bundlerId() {
  const hash = createHash("sha256")
    .update(readFileSync(new URL(import.meta.url)))
    .update(version);
  return hash.digest("hex").slice(0, 8);
}

/** The licences of the packages whose code is in the bundle, which ask to be kept with copies; TypeScript is in ts-morph. */
function notices(root, inputs) {
  const packages = new Set(
    inputs.flatMap((path) => /^(node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  return [...packages, "node_modules/typescript"]
    .sort()
    .map((path) => {
      const { name, version } = JSON.parse(readFileSync(join(root, path, "package.json"), "utf8"));
      const license = readdirSync(join(root, path)).find((file) => /^licen[cs]e/i.test(file));
      if (license === undefined) throw new Error(`${name} has no licence to go with its code`);
      return `${name} ${version}\n\n${readFileSync(join(root, path, license), "utf8").trim()}\n`;
    })
    .join(`\n${"-".repeat(72)}\n\n`);
}
