import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OutFile } from "../../src/core/out-file.js";
import type { Model } from "../../src/model/types.js";
import { targets } from "../../src/targets/index.js";
import { requireTool } from "../oracles/tools.js";
import { type Compiler, compile, compilers, withFiles } from "./c-compile.js";

/** The compilers without the warnings: what is compiled here is wrong on purpose. */
export const plainCompilers: readonly Compiler[] = compilers().map((compiler) => ({
  ...compiler,
  flags: compiler.flags.filter((flag) => flag.startsWith("--target")),
}));

/** pahole, which reads DWARF and writes BTF; undefined where it is not installed. */
export const pahole = requireTool("pahole");

/** The generated C of a layout. */
export async function headers(model: Model): Promise<OutFile[]> {
  const emitted = await Promise.all(targets.filter((t) => t.directory === "c").map((t) => t.emit(model)));
  return emitted.flatMap((result) => (result.ok ? result.value : []));
}

/**
 * structs.h with a text replaced and without the proofs, which would stop the compiler. The text must be there.
 */
export function changed(files: readonly OutFile[], from: string, to: string): OutFile[] {
  return files.map((file) => {
    if (file.path !== "c/structs.h") return file;
    if (!file.text.includes(from)) throw new Error(`structs.h does not hold ${from}`);
    const text = file.text.replace(from, to);
    const unproved = text
      .replaceAll(/^_Static_assert\(.*$/gm, "")
      .replaceAll(/^WORLDSWITCH_PROVE_MEMBER\(.*$/gm, "");
    return { path: file.path, text: unproved };
  });
}

const SOURCE = '#include "structs.h"\nstruct kvm_vcpu v;\nstruct kvm k;\n';

/** The bytes of an object that uses the headers; with: done to the object before, such as adding BTF. */
export function objectOf(
  compiler: Compiler,
  files: readonly OutFile[],
  options: readonly string[],
  source = SOURCE,
  then: (object: string) => void = () => {},
): Uint8Array {
  return withFiles(files, (folder) => {
    writeFileSync(join(folder, "object.c"), source);
    compile(compiler, folder, "-I", "c", ...options, "object.c");
    then(join(folder, "out"));
    return readFileSync(join(folder, "out"));
  });
}

/** Adds a .BTF section to an object that has DWARF. */
export function addBtf(object: string): void {
  if (pahole === undefined) throw new Error("pahole is missing");
  execFileSync(pahole, ["-J", object]);
}

/** A line of pahole's `struct` output. */
export interface PaholeMember {
  readonly name: string;
  readonly offset: number;
  readonly size: number;
}

/** Size and members of a struct as pahole reads an object, DWARF or BTF. */
export function paholeStruct(
  object: string,
  format: "dwarf" | "btf",
  name: string,
): { readonly size: number; readonly members: readonly PaholeMember[] } {
  if (pahole === undefined) throw new Error("pahole is missing");
  const text = execFileSync(pahole, ["-F", format, "-C", name, object], { encoding: "utf8" });
  const size = /\/\* size: (\d+)/.exec(text)?.[1];
  if (size === undefined) throw new Error(`pahole says nothing of ${name}: ${text}`);
  const members = [
    ...text.matchAll(/^\t\S.*?(\w+)(?:\[[^;]*)?(?: __attribute__\(.*\))?;\s+\/\*\s+(\d+)\s+(\d+) \*\/$/gm),
  ];
  return {
    size: Number(size),
    members: members.map(([, member = "", offset, bytes]) => ({
      name: member,
      offset: Number(offset),
      size: Number(bytes),
    })),
  };
}
