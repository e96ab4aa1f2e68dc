/**
 * Bundles the command line: dist/cli/ with main.js, which Node starts with, and the modules that it loads when it needs
 * them, as CommonJS, since Node loads that fastest and V8's code cache works for it (src/cli/code-cache.ts).
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build, version } from "esbuild";
import { asFunction, modulesOf, packOf, withModuleUrl } from "./plain-modules.mjs";

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
  const modules = await modulesOf(program, root, TARGET);
  for (const [name, { text }] of modules) writeFileSync(join(folder, name), text);
  const named = (entry) => nameOf(entry, modules);
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

/** The name of the module of an entry: a source's name and a hash. */
function nameOf(entry, modules) {
  const name = [...modules.keys()].find(
    (each) => each.startsWith(`${entry}-`) && /^-[0-9A-Z]{8}\.js$/.test(each.slice(entry.length)),
  );
  if (name === undefined) throw new Error(`there is no module of ${entry}.ts`);
  return name;
}

function digestOf(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 16).toUpperCase();
}

/** Says what the command is made of; two builds of the same sources have the same. */
function buildId({ outputFiles }) {
  const hash = createHash("sha256");
  for (const { path, text } of [...outputFiles].sort((a, b) => (a.path < b.path ? -1 : 1)))
    hash.update(`${basename(path)}\n${text}`);
  return hash.digest("hex").slice(0, 32);
}

/** Says how modules are made of their sources: these scripts, and esbuild. */
function bundlerId() {
  const hash = createHash("sha256").update(version);
  for (const script of ["bundle-command.mjs", "plain-modules.mjs"])
    hash.update(readFileSync(new URL(script, import.meta.url)));
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
