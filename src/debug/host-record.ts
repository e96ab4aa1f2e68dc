import type { FileError, FileSystem, Host, HostFile } from "../runtime/index.js";

/** Thrown by the second host when its board asks for what the first one's has not asked for. */
export class HostDiverged extends Error {}

/** Answers of one kind, in their order. */
class Answers<T> {
  readonly #kept: { readonly value: T }[] = [];

  /** Keeps an answer and gives it. */
  keep(value: T): T {
    this.#kept.push({ value });
    return value;
  }

  next(): T {
    const answer = this.#kept.shift();
    if (answer === undefined) throw new HostDiverged("the host was asked for something else");
    return answer.value;
  }
}

/**
 * Two hosts for two boards that run the same program, the first board ahead: the first is the host given, the second
 * gives the same answers again and does nothing.
 */
export function recordHost(host: Host): readonly [first: Host, second: Host] {
  const [characters, times] = [new Answers<number | undefined>(), new Answers<number>()];
  const { console, commandLine } = host;
  const files = host.files && recordFiles(host.files);
  const first: Host = {
    console: {
      interactive: console.interactive,
      write: (bytes) => console.write(bytes),
      writeError: (bytes) => console.writeError(bytes),
      read: () => characters.keep(console.read()),
    },
    commandLine,
    now: () => times.keep(host.now()),
    ...(files === undefined ? {} : { files: files[0] }),
  };
  const second: Host = {
    console: {
      interactive: console.interactive,
      write: () => undefined,
      writeError: () => undefined,
      read: () => characters.next(),
    },
    commandLine,
    now: () => times.next(),
    ...(files === undefined ? {} : { files: files[1] }),
  };
  return [first, second];
}

function recordFiles(files: FileSystem): readonly [FileSystem, FileSystem] {
  const opened = new Answers<HostFile | FileError>();
  const open = (name: string, mode: string): HostFile | FileError => {
    const file = files.open(name, mode);
    if ("errno" in file) return opened.keep(file);
    const [first, second] = recordFile(file);
    opened.keep(second);
    return first;
  };
  return [{ open }, { open: () => opened.next() }];
}

function recordFile(file: HostFile): readonly [HostFile, HostFile] {
  const [bytes, lengths] = [new Answers<Uint8Array | FileError>(), new Answers<number | FileError>()];
  const done = new Answers<FileError | undefined>();
  return [
    {
      read: (lengthBytes) => bytes.keep(file.read(lengthBytes)),
      write: (data) => done.keep(file.write(data)),
      seek: (offsetBytes) => done.keep(file.seek(offsetBytes)),
      lengthBytes: () => lengths.keep(file.lengthBytes()),
      close: () => done.keep(file.close()),
    },
    {
      read: () => bytes.next(),
      write: () => done.next(),
      seek: () => done.next(),
      lengthBytes: () => lengths.next(),
      close: () => done.next(),
    },
  ];
}
