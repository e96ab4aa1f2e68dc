export { type AssembleInput, assemble } from "./assemble.js";
export { assemblerNames } from "./assembler-names.js";
export {
  type DisassembledLine,
  Disassembler,
  disassemble,
  formatDisassembly,
  type NamedAddress,
} from "./disassemble.js";
export { type LinkedCode, type LinkInput, link, type PlacedSection } from "./object/link.js";
export type * from "./object/object-code.js";
export { readElf64 } from "./object/read-elf.js";
export { type Executable, type LoadSegment, readExecutable } from "./object/read-executable.js";
export { writeElf64 } from "./object/write-elf.js";
export { type ImageSection, writeImage } from "./object/write-image.js";
export type { SysregEncoding, Sysregs } from "./operands/codec.js";
export type { SourceText } from "./text/preprocess.js";
