// Preloaded by tests: appends the path of each module that the command opens to the file that RECORD_MODULES names, and the
// sources that are in it.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { openSync, readFileSync, appendFileSync } = fs;
// Reading a file opens it, too.
let recording = false;
fs.openSync = (path, ...rest) => {
  if (!recording && /dist[\\/]cli[\\/].*\.c?js$/.test(String(path))) {
    recording = true;
    const sources = readFileSync(path, "utf8").match(/^\/\/ (src|node_modules)\/\S+$/gm) ?? [];
    appendFileSync(process.env.RECORD_MODULES, `${[path, ...sources].join("\n")}\n`);
    recording = false;
  }
  return openSync(path, ...rest);
};
syncBuiltinESMExports();
