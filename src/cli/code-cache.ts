import { isAscii } from "node:buffer";
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Script } from "node:vm";
import { writeCache } from "./cache-folder.js";

interface Loaded {
  readonly exports: unknown;
}

/**
 * Loads CommonJS modules with V8's code cache: what an earlier run of the same command compiled is not compiled again.
 * V8 itself refuses a cache of another version or of other flags; a module's name says its content. A missing or refused cache costs time and nothing else.
 */
export class CodeCache {
  readonly #loaded = new Map<string, Loaded>();
  readonly #uncached: { readonly file: string; readonly script: Script }[] = [];

  /**
   * own: the folder of this command's modules, whose names say their content.
   * folder: where the caches are; undefined for none. One per command, since each runs other functions.
   */
  constructor(
    private readonly own: string,
    private readonly folder: string | undefined,
  ) {}

  /** The exports of the module at a path. */
  load(file: string): unknown {
    const known = this.#loaded.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    this.#loaded.set(file, module);
    const run = this.#compile(file).runInThisContext();
    run.call(module.exports, module.exports, this.#require, module, file, dirname(file));
    return module.exports;
  }

  /** Writes caches of what was compiled anew, with all the functions that were run by now. */
  save(): void {
    for (const { file, script } of this.#uncached.splice(0)) writeCache(file, script.createCachedData());
  }

  #compile(file: string): Script {
    const text = readSource(file);
    const cache = this.folder === undefined ? undefined : join(this.folder, basename(file));
    const cachedData = cache === undefined ? undefined : readIfThere(cache);
    const script = new Script(`(function (exports, require, module, __filename, __dirname) { ${text}\n})`, {
      filename: file,
      ...(cachedData === undefined ? {} : { cachedData }),
    });
    if (cache !== undefined && (cachedData === undefined || script.cachedDataRejected === true))
      this.#uncached.push({ file: cache, script });
    return script;
  }

  /** What is none of ours Node loads, from where this is itself: node:module would take a while to load. */
  readonly #require = (id: string): unknown => (isOwn(id) ? this.load(join(this.own, id)) : require(id));
}

/** All of our modules are in one folder; those that Node itself has to load end in .cjs. */
function isOwn(id: string): boolean {
  return id.startsWith("./") && id.endsWith(".js");
}

/** The text of a module; ASCII, as the large ones are, is had without decoding. */
function readSource(file: string): string {
  const bytes = readFileSync(file);
  return bytes.toString(isAscii(bytes) ? "latin1" : "utf8");
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
