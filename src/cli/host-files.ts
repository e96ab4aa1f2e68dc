import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, writeSync } from "node:fs";
import { basename, dirname, isAbsolute, join, sep } from "node:path";
import type { FileError, FileSystem, HostFile } from "../runtime/index.js";
import { UsageError } from "./usage-error.js";

const { O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK, O_RDONLY, O_RDWR, O_TRUNC, O_WRONLY } = constants;
const EACCES = 13;
const EIO = 5;

/** fopen's modes as open's flags; "b" makes no difference. */
const flags = new Map([
  ["r", O_RDONLY],
  ["r+", O_RDWR],
  ["w", O_WRONLY | O_CREAT | O_TRUNC],
  ["w+", O_RDWR | O_CREAT | O_TRUNC],
  ["a", O_WRONLY | O_CREAT | O_APPEND],
  ["a+", O_RDWR | O_CREAT | O_APPEND],
]);

/**
 * The files of one folder and below, for a guest. A name is relative to the folder; one that leads out of it, by "..",
 * as an absolute path or through a symbolic link, is refused with EACCES, and so is all that is no regular file.
 */
export class HostFiles implements FileSystem {
  readonly #root: string;

  /** Throws UsageError when there is no such folder. */
  constructor(folder: string) {
    try {
      this.#root = realpathSync(folder);
    } catch {
      throw new UsageError(`${folder} is no folder`, "--semihosting-folder names one that exists");
    }
  }

  open(name: string, mode: string): HostFile | FileError {
    const flag = flags.get(mode.replace("b", ""));
    if (flag === undefined || isAbsolute(name) || name.includes("\0")) return { errno: EACCES };
    try {
      const folder = realpathSync(dirname(join(this.#root, name)));
      if (folder !== this.#root && !folder.startsWith(this.#root + sep)) return { errno: EACCES };
      // The last part is not followed when it is a link, and a pipe must not block.
      const descriptor = openSync(join(folder, basename(name)), flag | O_NOFOLLOW | O_NONBLOCK, 0o666);
      if (fstatSync(descriptor).isFile()) return new DescriptorFile(descriptor);
      closeSync(descriptor);
      return { errno: EACCES };
    } catch (error) {
      return errorOf(error);
    }
  }
}

class DescriptorFile implements HostFile {
  #position = 0;

  constructor(readonly descriptor: number) {}

  read(lengthBytes: number): Uint8Array | FileError {
    return attempt(() => {
      const left = Math.max(0, fstatSync(this.descriptor).size - this.#position);
      const bytes = new Uint8Array(Math.min(lengthBytes, left));
      const count = readSync(this.descriptor, bytes, 0, bytes.length, this.#position);
      this.#position += count;
      return bytes.subarray(0, count);
    });
  }

  write(bytes: Uint8Array): FileError | undefined {
    return attempt(() => {
      this.#position += writeSync(this.descriptor, bytes, 0, bytes.length, this.#position);
      return undefined;
    });
  }

  seek(offsetBytes: number): FileError | undefined {
    this.#position = offsetBytes;
    return undefined;
  }

  lengthBytes(): number | FileError {
    return attempt(() => fstatSync(this.descriptor).size);
  }

  close(): FileError | undefined {
    return attempt(() => closeSync(this.descriptor) ?? undefined);
  }
}

function attempt<T>(operation: () => T): T | FileError {
  try {
    return operation();
  } catch (error) {
    return errorOf(error);
  }
}

/** Node gives errno negated. */
function errorOf(error: unknown): FileError {
  const known = error instanceof Error && "errno" in error && typeof error.errno === "number";
  return { errno: known ? -Number(error.errno) : EIO };
}
