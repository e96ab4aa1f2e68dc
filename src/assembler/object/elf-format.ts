/** The parts of ELF64 that an aarch64 relocatable or executable needs. Source: System V gABI, chapter 4; AAELF64. */

export const EHDR_BYTES = 64;
export const SHDR_BYTES = 64;
export const PHDR_BYTES = 56;
export const SYM_BYTES = 24;
export const RELA_BYTES = 24;
export const EM_AARCH64 = 183;
export const ET_REL = 1;
export const PT_LOAD = 1;
export const ET_EXEC = 2;

export const SHT = { progbits: 1, symtab: 2, strtab: 3, rela: 4, nobits: 8 } as const;
export const SHF = { write: 1n, alloc: 2n, execute: 4n, infoLink: 0x40n } as const;
export const STT = { notype: 0, object: 1, func: 2, section: 3, file: 4 } as const;
export const STB = { local: 0, global: 1, weak: 2 } as const;
export const SHN = { undefined: 0, absolute: 0xfff1, common: 0xfff2 } as const;
