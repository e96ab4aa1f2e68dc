// The directions of DESIGN: core <- read <- validate <- model <- {lint, targets, assembler, verify} <- cli.
// Each rule says what a folder may import; what is not said may not. Type imports count.

const folders = {
  core: [],
  read: ["core"],
  validate: ["core", "read"],
  model: ["core", "read", "validate"],
  edit: ["core", "read", "model", "lint"],
  report: ["core"],
  print: ["core"],
  write: ["core"],
  runtime: ["core"],
  description: ["core", "read", "validate", "model", "runtime"],
  lint: ["core", "read", "model"],
  assembler: ["core", "model"],
  diff: ["core", "model"],
  oracle: ["core", "model", "assembler"],
  verify: ["core", "model", "runtime", "assembler"],
  targets: ["core", "model", "print", "runtime", "description"],
  mutate: ["core", "read", "model", "lint", "diff", "verify", "assembler", "targets"],
  scenarios: ["core", "model", "runtime", "assembler"],
  debug: ["core", "runtime"],
};

const mayImport = Object.entries(folders).map(([folder, allowed]) => ({
  name: `${folder}-imports-${allowed.length === 0 ? "nothing" : allowed.join("-")}`,
  severity: "error",
  from: { path: `^src/${folder}/` },
  to: { path: "^src/", pathNot: `^src/(${[folder, ...allowed].join("|")})/` },
}));

// What scripts/check-directions.mjs makes of `import type`.
const loaded = { dependencyTypesNot: ["require"] };

const only = (name, packagePattern, importers) => ({
  name,
  severity: "error",
  from: { path: "^src/", pathNot: importers },
  to: { path: `^node_modules/(${packagePattern})(/|$)`, ...loaded },
});

module.exports = {
  forbidden: [
    ...mayImport,
    only("ajv-only-in-validate", "ajv|ajv-formats", "^src/validate/"),
    only("ts-morph-only-in-print", "ts-morph|@ts-morph|typescript", "^src/(print/|cli/transpile-hook)"),
    only("handlebars-only-in-print", "handlebars", "^src/print/"),
    only("commander-only-in-cli", "commander", "^src/cli/"),
    {
      name: "nothing-imports-generated",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^generated/" },
    },
    {
      name: "browser-folders-use-no-node-api",
      comment: "the runtime and the debugger on top of it run in a browser",
      severity: "error",
      from: { path: "^src/(core|runtime|debug)/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "only-dependencies",
      comment: "what src imports is installed with the package",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: { path: "^src/" },
      to: { circular: true, viaOnly: loaded },
    },
    { name: "no-missing-files", severity: "error", from: { path: "^src/" }, to: { couldNotResolve: true } },
  ],
  options: { doNotFollow: { path: "node_modules" } },
};
