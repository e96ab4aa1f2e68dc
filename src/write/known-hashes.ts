import { lstatSync } from "node:fs";

/** What the system tells of a file, of all that it does. Its own type, since callers need not have Node's. */
export interface FileStat {
  readonly dev: bigint;
  readonly ino: bigint;
  readonly size: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
}

/** What was known of a file, and how one tells that it still is what it was. */
interface Known {
  readonly changed: bigint;
  readonly modified: bigint;
  readonly bytes: bigint;
  readonly hash: string;
}

/** More files than one process generates: after that all are read again. */
const MOST = 20_000;

/**
 * The sha256 of files that this process has read or written, by inode: `generate --watch` looks at its own output at each edit, and
 * need not read what nobody has touched. Any change of a file moves its ctime, which nobody can set.
 */
export class KnownHashes {
  readonly #known = new Map<string, Known>();

  /**
   * The hash of a file, from hash when it is not known; undefined when there is no plain file.
   * seen: what was seen of it just now; looked up unless given.
   */
  of(file: string, hash: () => string | undefined, seen?: FileStat): string | undefined {
    const before = seen ?? plain(file);
    const known = before && this.#known.get(keyOf(before));
    if (before !== undefined && known?.changed === before.ctimeNs && known.bytes === before.size)
      return known.hash;
    const found = hash();
    if (before !== undefined && found !== undefined) this.#note(before, found);
    return found;
  }

  /** A file was just written by this process. */
  note(file: string, hash: string): void {
    const stat = plain(file);
    if (stat !== undefined) this.#note(stat, hash);
  }

  /** A file's names were just changed by this process, which moves its ctime: what was known of it is, unless it was written since. */
  renamed(file: string): void {
    const stat = plain(file);
    const known = stat && this.#known.get(keyOf(stat));
    if (stat !== undefined && known?.modified === stat.mtimeNs && known.bytes === stat.size)
      this.#note(stat, known.hash);
  }

  #note(stat: FileStat, hash: string): void {
    if (this.#known.size >= MOST) this.#known.clear();
    const { ctimeNs: changed, mtimeNs: modified, size: bytes } = stat;
    this.#known.set(keyOf(stat), { changed, modified, bytes, hash });
  }
}

/** Of this process. */
export const knownHashes = new KnownHashes();

function plain(file: string): FileStat | undefined {
  const stat = lstatSync(file, { bigint: true, throwIfNoEntry: false });
  return stat?.isFile() === true ? stat : undefined;
}

function keyOf({ dev, ino }: FileStat): string {
  return `${dev} ${ino}`;
}
