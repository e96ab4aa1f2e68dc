import { failure, type Result, success } from "../core/result.js";

/** Something in a file that cannot be so: thrown deep inside a reader, reported where the reader began. */
export class Malformed extends Error {
  constructor(
    message: string,
    readonly code: "WS640" | "WS641" | "WS642" | "WS643" | "WS644" = "WS643",
  ) {
    super(message);
  }
}

/** The value that read returns, or the finding that it stopped at, about the file as a whole. */
export function reading<T>(file: string, read: () => T): Result<T> {
  try {
    return success(read());
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    const at = { file, line: 1, column: 1 };
    return failure([{ code: error.code, severity: "error", at, message: error.message }]);
  }
}
