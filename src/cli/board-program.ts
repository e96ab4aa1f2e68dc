import { readExecutable } from "../assembler/object/read-executable.js";
import { failure, type Result, success } from "../core/result.js";
import { hex } from "../core/u64.js";
import { type LoadedBytes, type Program, virtMap } from "../runtime/board/index.js";
import { readBytes } from "./source-files.js";
import { UsageError } from "./usage-error.js";

/** Where a raw image goes when nobody says: RAM and 512 KiB, as a boot loader places a Linux Image. */
const IMAGE_OFFSET = 0x8_0000n;
const LINUX_HEADER_BYTES = 64;
/** "ARM" and 0x64. */
const LINUX_MAGIC = 0x644d_5241;
/** An image lies 2 MiB higher where it would lie on QEMU's boot loader, at the start of RAM. */
const LOADER_BYTES = 0x1000n;
const IMAGE_ALIGNMENT = 0x20_0000n;

/** A program with the names of its addresses. */
export interface NamedProgram {
  readonly program: Program;
  readonly symbols: readonly { readonly name: string; readonly address: bigint }[];
}

/** What the user asks to run. images: FILE or FILE@ADDRESS; the first of them begins when there is no executable. */
export interface ProgramRequest {
  readonly elf?: string;
  readonly image: readonly string[];
}

/**
 * Reads a program and checks that it lies in RAM.
 * Errors: those of readExecutable; WS646 two files overlap; WS647 there is no RAM there.
 * Throws UsageError: a file that cannot be read, or an address that is none.
 */
export function readProgram(request: ProgramRequest, memoryBytes: bigint): Result<NamedProgram> {
  const images = request.image.map(readImage);
  const [first] = images;
  const parts: (LoadedBytes & { readonly file: string })[] = [...images];
  let symbols: NamedProgram["symbols"] = [];
  let pc = first?.address ?? virtMap.ram;
  if (request.elf !== undefined) {
    const { elf: file } = request;
    const executable = readExecutable(readBytes(file), file);
    if (!executable.ok) return executable;
    ({ symbols, entry: pc } = executable.value);
    parts.push(...executable.value.segments.map((segment) => ({ ...segment, file })));
  }
  const wrong = parts.flatMap((part) => outside(part, memoryBytes)).concat(overlaps(parts));
  const linuxBoot = request.elf === undefined;
  return wrong.length > 0 ? failure(wrong) : success({ program: { pc, x0: 0n, parts, linuxBoot }, symbols });
}

function readImage(text: string): LoadedBytes & { readonly file: string } {
  const at = text.lastIndexOf("@");
  const [file, place] = at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
  if (place !== undefined && !/^(0x[0-9a-f]+|\d+)$/i.test(place)) {
    throw new UsageError(`${place} is no address`, "write --image FILE@0x40080000");
  }
  const bytes = readBytes(file);
  const address = place === undefined ? virtMap.ram + imageOffset(bytes) : BigInt(place);
  return { file, address, bytes };
}

/**
 * Where an image wants to lie behind the start of RAM: what the header of a Linux Image says, if it has one.
 * Source: Linux, Documentation/arch/arm64/booting, 4: text_offset, image_size, magic.
 */
function imageOffset(bytes: Uint8Array): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLinux = bytes.length >= LINUX_HEADER_BYTES && view.getUint32(56, true) === LINUX_MAGIC;
  if (!isLinux || view.getBigUint64(16, true) === 0n) return IMAGE_OFFSET;
  const textOffset = view.getBigUint64(8, true);
  return textOffset < LOADER_BYTES ? textOffset + IMAGE_ALIGNMENT : textOffset;
}

type Placed = LoadedBytes & { readonly file: string };
type Findings = (Result<never> & { readonly ok: false })["diagnostics"];

function outside({ file, address, bytes }: Placed, memoryBytes: bigint): Findings {
  const end = address + BigInt(bytes.length);
  const ramEnd = virtMap.ram + memoryBytes;
  if (address >= virtMap.ram && end <= ramEnd) return [];
  const needed = end > ramEnd && address >= virtMap.ram;
  const megabytes = (end - virtMap.ram + 0xf_ffffn) >> 20n;
  return [
    {
      code: "WS647",
      severity: "error",
      at: { file, line: 1, column: 1 },
      message: `there is no RAM at ${hex(address)} … ${hex(end - 1n)}: it is at ${hex(virtMap.ram)} … ${hex(ramEnd - 1n)}`,
      hint: needed
        ? `give the board --memory ${megabytes}`
        : `link it at ${hex(virtMap.ram)} or above, as with -Wl,-Ttext=0x40200000 -Wl,--build-id=none`,
    },
  ];
}

function overlaps(parts: readonly Placed[]): Findings {
  const sorted = [...parts].sort((a, b) => (a.address < b.address ? -1 : 1));
  return sorted.flatMap(({ file, address, bytes }, i) => {
    const before = sorted[i - 1];
    if (before === undefined || before.address + BigInt(before.bytes.length) <= address) return [];
    const end = before.address + BigInt(before.bytes.length) - 1n;
    const message = `this lies at ${hex(address)} … ${hex(address + BigInt(bytes.length) - 1n)}, and ${before.file} at ${hex(before.address)} … ${hex(end)}`;
    const hint = "give the image another address: --image FILE@ADDRESS";
    return [{ code: "WS646", severity: "error" as const, at: { file, line: 1, column: 1 }, message, hint }];
  });
}
