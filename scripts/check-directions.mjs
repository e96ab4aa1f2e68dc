// Holds the directions of .dependency-cruiser.cjs over src/, type imports included. dependency-cruiser reads
// TypeScript through a compiler API that TypeScript 7 no longer has, so it is given a skeleton of src/: each
// file reduced to its imports, as the TypeScript inside ts-morph finds them. `import type` becomes a require, so
// that the rules can tell what is loaded from what is only named.
//
//   node scripts/check-directions.mjs [ROOT]     exit status 1 and a line per import that goes the wrong way

import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { cruise } from "dependency-cruiser";
import { ts } from "ts-morph";

const here = fileURLToPath(new URL("..", import.meta.url));
const root = resolve(process.argv[2] ?? here);
const { forbidden, options } = createRequire(import.meta.url)(join(here, ".dependency-cruiser.cjs"));

const skeleton = mkdtempSync(join(tmpdir(), "worldswitch-directions-"));
try {
  const files = writeSkeleton();
  const { output } = await cruise(["src"], {
    ...options,
    baseDir: skeleton,
    preserveSymlinks: true,
    validate: true,
    ruleSet: { forbidden },
  });
  for (const { rule, from, to, cycle } of output.summary.violations) {
    const way = cycle === undefined ? to : cycle.map((step) => step.name).join(" -> ");
    console.error(`${asTypeScript(from)} -> ${asTypeScript(way)}: ${rule.name}`);
  }
  console.log(
    `directions: ${files} files, ${output.summary.totalDependenciesCruised} imports, ${output.summary.violations.length} wrong`,
  );
  process.exitCode = output.summary.violations.length === 0 ? 0 : 1;
} finally {
  rmSync(skeleton, { recursive: true, force: true });
}

function writeSkeleton() {
  copyFileSync(join(here, "package.json"), join(skeleton, "package.json"));
  symlinkSync(join(here, "node_modules"), join(skeleton, "node_modules"));
  const sources = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const source of sources) {
    const imported = importsOf(readFileSync(source, "utf8"));
    const file = join(skeleton, relative(root, source)).replace(/(\.d)?\.ts$/, ".js");
    mkdirSync(dirname(file), { recursive: true });
    const lines = imported.map(({ name, isType }) => (isType ? `require(${name});\n` : `import ${name};\n`));
    writeFileSync(file, lines.join(""), { flag: "a" });
  }
  return sources.length;
}

function importsOf(text) {
  const names = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const types = [];
  for (const statement of ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest).statements) {
    const isType =
      (ts.isImportDeclaration(statement) && statement.importClause?.isTypeOnly === true) ||
      (ts.isExportDeclaration(statement) && statement.isTypeOnly);
    if (isType && statement.moduleSpecifier !== undefined)
      types.push(...names.splice(names.indexOf(statement.moduleSpecifier.text), 1));
  }
  const quoted = (isType) => (name) => ({ name: JSON.stringify(name), isType });
  return [...names.map(quoted(false)), ...types.map(quoted(true))];
}

function asTypeScript(path) {
  return path.replaceAll(/(src\/\S+)\.js\b/g, "$1.ts");
}
