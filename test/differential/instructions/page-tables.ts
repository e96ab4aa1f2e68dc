import {
  ALIAS_DISTANCE,
  CODE,
  CODE_BYTES,
  DATA,
  DATA_BYTES,
  EL1_VECTORS,
  HARNESS,
  RAM,
  TABLES,
} from "./layout.js";

/**
 * The translation tables of both regimes: 4 KiB granule, 39-bit addresses, so that the first level is level 1.
 * A case finds its code and data at their own addresses in both; EL2 alone sees the harness and an alias of RAM.
 */

const BLOCK = 0b01n;
const TABLE = 0b11n;
const PAGE = 0b11n;
const AF = 1n << 10n;
const INNER_SHAREABLE = 3n << 8n;
const EL0_TOO = 1n << 6n;
const READ_ONLY = 1n << 7n;
const NEVER_EXECUTED = 3n << 53n;
const UXN = 1n << 54n;
const NORMAL = AF | INNER_SHAREABLE;

/**
 * What the pages of the data are, again and again: read and written by all, by EL1 alone, read by all, by EL1 alone,
 * absent, without access flag. Neighbours differ, so that accesses across a page's end meet every pair.
 */
const kinds: readonly bigint[] = [
  ...new Array<bigint>(6).fill(PAGE | NORMAL | EL0_TOO),
  ...new Array<bigint>(3).fill(PAGE | NORMAL),
  PAGE | NORMAL | EL0_TOO | READ_ONLY,
  PAGE | NORMAL | EL0_TOO | READ_ONLY,
  PAGE | NORMAL | READ_ONLY,
  0n,
  PAGE | (NORMAL & ~AF) | EL0_TOO,
  PAGE | NORMAL | EL0_TOO,
  PAGE | NORMAL,
];

const place = { el2Level1: 0x0000, el2Level2: 0x1000, el1Level1: 0x2000, el1Level2: 0x3000, level3: 0x4000 };
export const TABLES_BYTES = 0x5000;
export const TTBR_EL2 = TABLES + BigInt(place.el2Level1);
export const TTBR_EL1 = TABLES + BigInt(place.el1Level1);
/** T0SZ 25, write-back walks, inner shareable; EL1: TTBR1 not walked, 44-bit addresses. */
export const TCR_EL2 = 0x8080_0000n | (4n << 16n) | 0x3519n;
export const TCR_EL1 = (4n << 32n) | (2n << 30n) | (1n << 23n) | 0x3519n;
/** Attribute 0 is Normal write-back memory, attribute 1 Device-nGnRnE. */
export const MAIR = 0xffn;

function entry(address: bigint, levelBits: bigint): number {
  return Number((address >> levelBits) & 511n);
}

/** The tables, as they lie at TABLES. */
export function pageTables(): Uint8Array {
  const bytes = new Uint8Array(TABLES_BYTES);
  const at = (offset: number) => new BigUint64Array(bytes.buffer, offset, 512);
  const table = (offset: number) => TABLES | BigInt(offset) | TABLE;
  const level2 = (offset: number, address: bigint, attributes: bigint) => {
    at(offset)[entry(address, 21n)] = address | attributes | BLOCK;
  };
  at(place.el2Level1)[entry(RAM, 30n)] = table(place.el2Level2);
  at(place.el2Level1)[entry(RAM + ALIAS_DISTANCE, 30n)] = RAM | NORMAL | UXN | BLOCK;
  at(place.el1Level1)[entry(RAM, 30n)] = table(place.el1Level2);
  level2(place.el2Level2, HARNESS & ~0x1f_ffffn, NORMAL);
  level2(place.el1Level2, EL1_VECTORS, NORMAL | READ_ONLY | UXN);
  for (const offset of [place.el2Level2, place.el1Level2]) {
    for (let done = 0n; done < CODE_BYTES; done += 0x20_0000n) {
      level2(offset, CODE + done, NORMAL | READ_ONLY | EL0_TOO);
    }
    at(offset)[entry(DATA, 21n)] = table(place.level3);
  }
  for (let page = 0; page < DATA_BYTES / 4096; page++) {
    const kind = kinds[page % kinds.length] ?? 0n;
    at(place.level3)[page] = kind === 0n ? 0n : (DATA + BigInt(page * 4096)) | kind | NEVER_EXECUTED;
  }
  return bytes;
}
