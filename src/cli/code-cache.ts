import { sep } from "node:path";
import { Script } from "node:vm";
import { writeCache } from "./cache-folder.js";
import { FileReader } from "./file-reader.js";

interface Loaded {
  readonly exports: unknown;
}

/** A module's text as a function of the five that Node gives a CommonJS module. */
type ModuleFunction = (
  exports: unknown,
  require: (id: string) => unknown,
  module: Loaded,
  filename: string,
  dirname: string,
) => void;

/** Modules' functions by the modules' names. */
type Pack = Readonly<Record<string, ModuleFunction>>;

/**
 * Loads CommonJS modules with V8's code cache: what an earlier run of the same command compiled is not compiled again.
 * A file is a module's function, as an expression.
 * V8 itself refuses a cache of another version or of other flags; a file's name says its content. A missing or refused cache costs time and nothing else.
 */
export class CodeCache {
  readonly #loaded = new Map<string, Loaded>();
  readonly #files = new FileReader();
  #packed: Pack | undefined;
  readonly #uncached: { readonly file: string; readonly script: Script }[] = [];

  /**
   * own: the folder of this command's modules, whose names say their content.
   * folder: where the caches are; undefined for none. One per command, since each runs other functions.
   * pack: the file with the modules that the command always loads, as an object of functions; undefined where each has its own file.
   */
  constructor(
    private readonly own: string,
    private readonly folder: string | undefined,
    private readonly pack: string | undefined,
  ) {}

  /** The exports of the module of a name. */
  load(name: string): unknown {
    const known = this.#loaded.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    this.#loaded.set(name, module);
    const run = this.#function(name);
    run.call(module.exports, module.exports, this.#require, module, this.own + sep + name, this.own);
    return module.exports;
  }

  /** Writes caches of what was compiled anew, with all the functions that were run by now. */
  save(): void {
    for (const { file, script } of this.#uncached.splice(0)) writeCache(file, script.createCachedData());
  }

  #function(name: string): ModuleFunction {
    this.#packed ??= this.pack === undefined ? {} : (this.#run(this.pack) as Pack);
    return this.#packed[name] ?? (this.#run(name) as ModuleFunction);
  }

  #run(name: string): unknown {
    return this.#compile(name).runInThisContext();
  }

  #compile(name: string): Script {
    const filename = this.own + sep + name;
    const cache = this.folder === undefined ? undefined : this.folder + sep + name;
    const source = this.#files.text(filename);
    const cachedData = cache === undefined ? undefined : this.#files.bytesIfThere(cache);
    const script = new Script(source, {
      filename,
      ...(cachedData === undefined ? {} : { cachedData }),
    });
    if (cache !== undefined && (cachedData === undefined || script.cachedDataRejected === true))
      this.#uncached.push({ file: cache, script });
    return script;
  }

  /** What is none of ours Node loads, from where this is itself: node:module would take a while to load. */
  readonly #require = (id: string): unknown => (isOwn(id) ? this.load(id.slice(2)) : require(id));
}

/** All of our modules are in one folder; those that Node itself has to load end in .cjs. */
function isOwn(id: string): boolean {
  return id.startsWith("./") && id.endsWith(".js");
}
