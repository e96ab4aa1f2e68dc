import type { Console, FileError, FileSystem, HostFile } from "./host.js";

/** POSIX numbers that SYS_ERRNO gives. */
export const errno = {
  ENOENT: 2,
  EBADF: 9,
  EACCES: 13,
  EFAULT: 14,
  EINVAL: 22,
  ESPIPE: 29,
  ENOSYS: 38,
} as const;

/** What SYS_OPEN opened. terminal: what SYS_ISTTY answers. */
export interface OpenFile extends HostFile {
  readonly terminal: boolean;
}

/** Modes of fopen by the number that SYS_OPEN is given. Source: Arm's semihosting specification, SYS_OPEN. */
const modes = ["r", "rb", "r+", "r+b", "w", "wb", "w+", "w+b", "a", "ab", "a+", "a+b"] as const;

/** SHFB and the feature bits: SYS_EXIT_EXTENDED, and ":tt" for appending is the error stream. */
const featureBytes = Uint8Array.of(0x53, 0x48, 0x46, 0x42, 0x03);

/** Whether a host operation failed. */
export function isFileError(result: unknown): result is FileError {
  return typeof result === "object" && result !== null && "errno" in result;
}

/**
 * Opens what SYS_OPEN names: ":tt" is the console, ":semihosting-features" says what is there, anything else is a
 * file of the host, if the guest may reach files at all.
 */
export function openFile(
  name: string,
  mode: number,
  console: Console,
  files: FileSystem | undefined,
): OpenFile | FileError {
  const modeName = modes[mode];
  if (modeName === undefined) return { errno: errno.EINVAL };
  if (name === ":tt") return terminalFile(console, modeName);
  if (name === ":semihosting-features") {
    return modeName.startsWith("r") && !modeName.includes("+")
      ? bytesFile(featureBytes)
      : { errno: errno.EACCES };
  }
  const file = files?.open(name, modeName) ?? { errno: errno.EACCES };
  return isFileError(file) ? file : Object.assign(file, { terminal: false });
}

function terminalFile(console: Console, mode: string): OpenFile {
  const isInput = mode.startsWith("r");
  return {
    terminal: console.interactive,
    read: (lengthBytes) => (isInput ? readConsole(console, lengthBytes) : { errno: errno.EBADF }),
    write: (bytes) => {
      if (isInput) return { errno: errno.EBADF };
      if (mode.startsWith("a")) console.writeError(bytes);
      else console.write(bytes);
      return undefined;
    },
    seek: () => ({ errno: errno.ESPIPE }),
    lengthBytes: () => 0,
    close: () => undefined,
  };
}

function readConsole(console: Console, lengthBytes: number): Uint8Array {
  const bytes: number[] = [];
  while (bytes.length < lengthBytes) {
    const byte = console.read();
    if (byte === undefined) break;
    bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

/** A file that is only read, from memory. */
function bytesFile(bytes: Uint8Array): OpenFile {
  let position = 0;
  return {
    terminal: false,
    read: (lengthBytes) => {
      const part = bytes.slice(position, position + lengthBytes);
      position += part.length;
      return part;
    },
    write: () => ({ errno: errno.EBADF }),
    seek: (offsetBytes) => {
      position = offsetBytes;
      return undefined;
    },
    lengthBytes: () => bytes.length,
    close: () => undefined,
  };
}
