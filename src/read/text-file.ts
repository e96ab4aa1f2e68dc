import { readFileSync, realpathSync, statSync } from "node:fs";
import { sep } from "node:path";
import { failure, type Result, success } from "../core/result.js";
import type { SourceText } from "./sources.js";

/** No document comes near this; what does is something else. */
const SIZE_LIMIT_BYTES = 16 * 1024 * 1024;

/** A folder that files are read from. path: to open; real: with symbolic links resolved; shown: as diagnostics name it. */
export interface Folder {
  readonly path: string;
  readonly real: string;
  readonly shown: string;
}

/** The folder at a path. Errors: WS001 there is none or it cannot be read; WS002 it is no folder. */
export function openFolder(path: string, shown: string): Result<Folder> {
  try {
    const real = realpathSync(path);
    if (!statSync(real).isDirectory()) return fail("WS002", shown, "this is no folder");
    return success({ path, real, shown: shown.replace(/\/+$/, "") });
  } catch (error) {
    return fail("WS001", shown, `cannot read the folder: ${reason(error)}`);
  }
}

/**
 * The text of a file of a folder.
 * Errors: WS001 cannot be read; WS002 no regular file; WS003 a symbolic link that leads out of the folder; WS004 not
 * UTF-8; WS005 larger than 16 MiB.
 */
export function readText(folder: Folder, name: string): Result<SourceText> {
  const file = `${folder.shown}/${name}`;
  try {
    const real = realpathSync(`${folder.path}/${name}`);
    if (!real.startsWith(folder.real.endsWith(sep) ? folder.real : folder.real + sep))
      return fail("WS003", file, "a symbolic link that leads out of its folder is not followed");
    const status = statSync(real);
    if (!status.isFile())
      return fail(
        "WS002",
        file,
        status.isDirectory() ? "this is a folder, expected a file" : "this is no regular file",
      );
    if (status.size > SIZE_LIMIT_BYTES)
      return fail(
        "WS005",
        file,
        `the file has ${status.size} bytes, more than the limit of ${SIZE_LIMIT_BYTES}`,
      );
    return decode(file, readFileSync(real));
  } catch (error) {
    return fail("WS001", file, `cannot read the file: ${reason(error)}`);
  }
}

function decode(file: string, bytes: Uint8Array): Result<SourceText> {
  try {
    return success({ file, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) });
  } catch {
    const { line, column } = firstBadByte(bytes);
    const at = { file, line, column, length: 1 };
    return failure([
      {
        code: "WS004",
        severity: "error",
        at,
        message: "the file is not UTF-8: bytes from here on are no character",
      },
    ]);
  }
}

/** Where the first bytes stand that are no UTF-8, found by halving. */
function firstBadByte(bytes: Uint8Array): { line: number; column: number } {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isPrefixOfUtf8(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  const before = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, good), {
    stream: true,
  });
  const lines = before.split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function isPrefixOfUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "there is none"],
  ["ENOTDIR", "a part of its path is no folder"],
  ["EACCES", "no permission"],
  ["EPERM", "no permission"],
  ["ELOOP", "its symbolic links lead in a circle"],
  ["ENAMETOOLONG", "its name is too long"],
  ["ERR_INVALID_ARG_VALUE", "its name holds a null character"],
]);

/** Why an operation of the file system failed, in words. */
export function reason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return REASONS.get(code) ?? (error instanceof Error ? error.message : String(error));
}

function fail(code: string, file: string, message: string): Result<never> {
  return failure([{ code, severity: "error", at: { file, line: 1, column: 1 }, message }]);
}
