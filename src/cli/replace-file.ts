import {
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Gives an existing file a new text, all or nothing: a reader, or a kill at any moment, sees the old text or the
 * new one. Keeps the file's mode; a symbolic link stays one.
 * Throws Node's own error when the folder cannot be written.
 */
export function replaceFile(file: string, text: string): void {
  const target = realpathSync(file);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}`);
  try {
    const descriptor = openSync(temporary, "wx", statSync(target).mode);
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
}
