import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * Path of an outside tool that tests compare with, or undefined when it is not on PATH: the test is then
 * skipped. Where WORLDSWITCH_ORACLES is "1" the tools are required, and a missing one throws with the
 * way to get it.
 */
export function requireTool(name: string): string | undefined {
  const path = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, name))
    .find(isExecutable);
  if (path === undefined && process.env.WORLDSWITCH_ORACLES === "1") {
    throw new Error(
      `${name} is not on PATH and WORLDSWITCH_ORACLES=1 requires it; run test/oracles/install.sh`,
    );
  }
  return path;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
