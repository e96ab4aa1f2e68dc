import type { Result } from "../../core/result.js";
import {
  addTo,
  type CompiledEnumerator,
  type CompiledLayout,
  type CompiledStruct,
  type Wanted,
} from "../compiled.js";
import { Malformed, reading } from "../malformed.js";
import { Sections } from "../sections.js";
import { enumeratorsOf, KIND, type RawType, readRawTypes } from "./raw-types.js";
import { BtfTypes } from "./types.js";

const BTF_MAGIC = 0xeb9f;

/**
 * The definitions of the wanted structs and enumerators in BTF: a raw blob such as /sys/kernel/btf/vmlinux, or an
 * aarch64 ELF64 file with a .BTF section. bytes: the whole file; file: its name in findings.
 * Errors: WS640 neither; WS641 truncated ELF; WS643 BTF that cannot be read; WS644 an ELF file without BTF.
 * Source: Linux, Documentation/bpf/btf.rst.
 */
export function readBtf(bytes: Uint8Array, file: string, wanted: Wanted): Result<CompiledLayout> {
  return reading(file, () => {
    const raw = readRawTypes(blobOf(bytes));
    const types = new BtfTypes(raw);
    const structs = new Map<string, CompiledStruct[]>();
    const enumerators = new Map<string, CompiledEnumerator[]>();
    for (const type of raw.all) {
      if (type.kind === KIND.struct) addStruct(type, types, wanted, structs);
      if (type.kind === KIND.enum || type.kind === KIND.enum64)
        for (const { name, value } of enumeratorsOf(type, raw))
          if (wanted.enumerators.has(name)) addTo(enumerators, { name, value, where: types.where(type) });
    }
    return { file, structs, enumerators };
  });
}

function blobOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length >= 2 && (bytes[0] ?? 0) + 256 * (bytes[1] ?? 0) === BTF_MAGIC) return bytes;
  const isElf = bytes[0] === 0x7f && bytes[1] === 0x45 && bytes[2] === 0x4c && bytes[3] === 0x46;
  if (!isElf) throw new Malformed("this is neither BTF of little-endian order nor an ELF file", "WS640");
  const section = new Sections(bytes).get(".BTF");
  if (section === undefined)
    throw new Malformed("there is no .BTF section in it: run pahole -J on it", "WS644");
  return section;
}

function addStruct(
  type: RawType,
  types: BtfTypes,
  wanted: Wanted,
  found: Map<string, CompiledStruct[]>,
): void {
  const name = types.nameOf(type);
  if (name === "" || !wanted.structs.has(name)) return;
  addTo(found, {
    name,
    sizeBytes: type.sizeOrType,
    members: types.membersOf(type),
    where: types.where(type),
  });
}
