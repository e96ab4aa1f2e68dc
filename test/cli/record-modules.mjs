// Preloaded by tests: appends the path of each module that the command reads to the file that RECORD_MODULES names, and the
// sources that are in it.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { readFileSync, appendFileSync } = fs;
fs.readFileSync = (path, ...rest) => {
  const content = readFileSync(path, ...rest);
  if (/\.c?js$/.test(String(path))) {
    const sources = String(content).match(/^\/\/ (src|node_modules)\/\S+$/gm) ?? [];
    appendFileSync(process.env.RECORD_MODULES, `${[path, ...sources].join("\n")}\n`);
  }
  return content;
};
syncBuiltinESMExports();
