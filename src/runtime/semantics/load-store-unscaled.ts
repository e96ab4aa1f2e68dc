import type { Semantics } from "../ops.js";
import { unscaled } from "./addressing.js";
import {
  loadByte,
  loadHalfword,
  loadRegister,
  loadSignedByte,
  loadSignedHalfword,
  loadSignedWord,
  storeByte,
  storeHalfword,
  storeRegister,
  transfer,
} from "./load-store-transfer.js";

const asEl0 = { unprivileged: true };

/** STURB. */
export const STURB: Semantics = transfer(storeByte, unscaled);
/** LDURB. */
export const LDURB: Semantics = transfer(loadByte, unscaled);
/** LDURSB. */
export const LDURSB: Semantics = transfer(loadSignedByte, unscaled);
/** STURH. */
export const STURH: Semantics = transfer(storeHalfword, unscaled);
/** LDURH. */
export const LDURH: Semantics = transfer(loadHalfword, unscaled);
/** LDURSH. */
export const LDURSH: Semantics = transfer(loadSignedHalfword, unscaled);
/** STUR. */
export const STUR: Semantics = transfer(storeRegister, unscaled);
/** LDUR. */
export const LDUR: Semantics = transfer(loadRegister, unscaled);
/** LDURSW. */
export const LDURSW: Semantics = transfer(loadSignedWord, unscaled);
/** STTRB. */
export const STTRB: Semantics = transfer(storeByte, unscaled, asEl0);
/** LDTRB. */
export const LDTRB: Semantics = transfer(loadByte, unscaled, asEl0);
/** LDTRSB. */
export const LDTRSB: Semantics = transfer(loadSignedByte, unscaled, asEl0);
/** STTRH. */
export const STTRH: Semantics = transfer(storeHalfword, unscaled, asEl0);
/** LDTRH. */
export const LDTRH: Semantics = transfer(loadHalfword, unscaled, asEl0);
/** LDTRSH. */
export const LDTRSH: Semantics = transfer(loadSignedHalfword, unscaled, asEl0);
/** STTR. */
export const STTR: Semantics = transfer(storeRegister, unscaled, asEl0);
/** LDTR. */
export const LDTR: Semantics = transfer(loadRegister, unscaled, asEl0);
/** LDTRSW. */
export const LDTRSW: Semantics = transfer(loadSignedWord, unscaled, asEl0);
