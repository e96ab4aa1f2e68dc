import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The Debian package that brings an oracle, by the tool's name. */
const PACKAGES: Readonly<Record<string, string>> = {
  "aarch64-linux-gnu-as": "binutils-aarch64-linux-gnu",
  "aarch64-linux-gnu-ld": "binutils-aarch64-linux-gnu",
  "aarch64-linux-gnu-nm": "binutils-aarch64-linux-gnu",
  "aarch64-linux-gnu-objcopy": "binutils-aarch64-linux-gnu",
  "aarch64-linux-gnu-objdump": "binutils-aarch64-linux-gnu",
  "aarch64-linux-gnu-readelf": "binutils-aarch64-linux-gnu",
  "aarch64-linux-gnu-gcc": "gcc-aarch64-linux-gnu",
  clang: "clang",
  "gdb-multiarch": "gdb-multiarch",
  pahole: "pahole",
  "qemu-system-aarch64": "qemu-system-arm",
};

/**
 * Path of an outside tool that tests compare with, or undefined when it is not on PATH: the test is then
 * skipped. Where WORLDSWITCH_ORACLES is "1" the tools are required, and a missing one throws with the
 * package that has it.
 */
export function requireTool(name: string): string | undefined {
  const path = (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, name))
    .find(isExecutable);
  if (path === undefined && process.env["WORLDSWITCH_ORACLES"] === "1") {
    const hint = PACKAGES[name];
    const how = hint === undefined ? "" : `; apt-get install ${hint} has it`;
    throw new Error(`${name} is not on PATH, and WORLDSWITCH_ORACLES=1 requires it${how}`);
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
