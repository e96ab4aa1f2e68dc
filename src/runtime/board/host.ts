/** Where the characters of a board go and come from. */
export interface Console {
  /** Whether a person is at it: what SYS_ISTTY answers for ":tt". */
  readonly interactive: boolean;
  /** Characters of the UART, of SYS_WRITEC and SYS_WRITE0, and of ":tt" opened for writing. */
  write(bytes: Uint8Array): void;
  /** ":tt" opened for appending: the error stream. */
  writeError(bytes: Uint8Array): void;
  /** The next character of the input; undefined when there is none any more. */
  read(): number | undefined;
}

/** What a host file operation failed with: a POSIX errno, which SYS_ERRNO reports. */
export interface FileError {
  readonly errno: number;
}

/** An open file of the host. Offsets and lengths are bytes. */
export interface HostFile {
  /** At most lengthBytes from the position on; fewer at the end. */
  read(lengthBytes: number): Uint8Array | FileError;
  write(bytes: Uint8Array): FileError | undefined;
  seek(offsetBytes: number): FileError | undefined;
  lengthBytes(): number | FileError;
  close(): FileError | undefined;
}

/** The files that a guest may reach by semihosting. */
export interface FileSystem {
  /** mode: of fopen, "r", "rb", "r+" … "a+b". */
  open(name: string, mode: string): HostFile | FileError;
}

/** Everything outside a board. files: absent when the guest may reach none. now: seconds since 1970. */
export interface Host {
  readonly console: Console;
  readonly files?: FileSystem;
  readonly commandLine: string;
  now(): number;
}
