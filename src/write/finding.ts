import type { Diagnostic } from "../core/diagnostic.js";

/** An error about a file or folder as a whole. */
export function fileError(code: string, file: string, message: string, hint?: string): Diagnostic {
  const finding = { code, severity: "error", at: { file, line: 1, column: 1 }, message } as const;
  return hint === undefined ? finding : { ...finding, hint };
}

/**
 * WS706 for what the system refused: full disk, missing permission, read-only file system.
 * Anything that is no system error is a bug of ours and is thrown on.
 */
export function systemError(error: unknown, file: string): Diagnostic {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") throw error;
  return fileError("WS706", file, `the system refused: ${error.message}`, HINTS.get(error.code));
}

const HINTS: ReadonlyMap<string, string> = new Map([
  ["ENOSPC", "the disk is full; nothing was changed"],
  ["EDQUOT", "the disk quota is used up; nothing was changed"],
  ["EACCES", "the folder and the folder above it must be writable; nothing was changed"],
  ["EPERM", "the folder and the folder above it must be writable; nothing was changed"],
  ["EROFS", "the file system is mounted read-only; nothing was changed"],
]);

/** Whether the system answered with that code, such as ENOENT. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
