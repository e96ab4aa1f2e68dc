import type { Semantics } from "../ops.js";
import { literal, postIndexed, preIndexed, registerOffset, scaledUnsigned } from "./addressing.js";
import {
  loadByte,
  loadHalfword,
  loadLiteral,
  loadRegister,
  loadSignedByte,
  loadSignedHalfword,
  loadSignedWord,
  storeByte,
  storeHalfword,
  storeRegister,
  transfer,
} from "./load-store-transfer.js";

/** STRB, post-indexed. */
export const STRB_immediate_post: Semantics = transfer(storeByte, postIndexed);
/** STRB, pre-indexed. */
export const STRB_immediate_pre: Semantics = transfer(storeByte, preIndexed);
/** STRB, unsigned offset. */
export const STRB_immediate_unsigned: Semantics = transfer(storeByte, scaledUnsigned);
/** STRB, register offset. */
export const STRB_register: Semantics = transfer(storeByte, registerOffset);
/** LDRB, post-indexed. */
export const LDRB_immediate_post: Semantics = transfer(loadByte, postIndexed);
/** LDRB, pre-indexed. */
export const LDRB_immediate_pre: Semantics = transfer(loadByte, preIndexed);
/** LDRB, unsigned offset. */
export const LDRB_immediate_unsigned: Semantics = transfer(loadByte, scaledUnsigned);
/** LDRB, register offset. */
export const LDRB_register: Semantics = transfer(loadByte, registerOffset);
/** LDRSB, post-indexed. */
export const LDRSB_immediate_post: Semantics = transfer(loadSignedByte, postIndexed);
/** LDRSB, pre-indexed. */
export const LDRSB_immediate_pre: Semantics = transfer(loadSignedByte, preIndexed);
/** LDRSB, unsigned offset. */
export const LDRSB_immediate_unsigned: Semantics = transfer(loadSignedByte, scaledUnsigned);
/** LDRSB, register offset. */
export const LDRSB_register: Semantics = transfer(loadSignedByte, registerOffset);
/** STRH, post-indexed. */
export const STRH_immediate_post: Semantics = transfer(storeHalfword, postIndexed);
/** STRH, pre-indexed. */
export const STRH_immediate_pre: Semantics = transfer(storeHalfword, preIndexed);
/** STRH, unsigned offset. */
export const STRH_immediate_unsigned: Semantics = transfer(storeHalfword, scaledUnsigned);
/** STRH, register offset. */
export const STRH_register: Semantics = transfer(storeHalfword, registerOffset);
/** LDRH, post-indexed. */
export const LDRH_immediate_post: Semantics = transfer(loadHalfword, postIndexed);
/** LDRH, pre-indexed. */
export const LDRH_immediate_pre: Semantics = transfer(loadHalfword, preIndexed);
/** LDRH, unsigned offset. */
export const LDRH_immediate_unsigned: Semantics = transfer(loadHalfword, scaledUnsigned);
/** LDRH, register offset. */
export const LDRH_register: Semantics = transfer(loadHalfword, registerOffset);
/** LDRSH, post-indexed. */
export const LDRSH_immediate_post: Semantics = transfer(loadSignedHalfword, postIndexed);
/** LDRSH, pre-indexed. */
export const LDRSH_immediate_pre: Semantics = transfer(loadSignedHalfword, preIndexed);
/** LDRSH, unsigned offset. */
export const LDRSH_immediate_unsigned: Semantics = transfer(loadSignedHalfword, scaledUnsigned);
/** LDRSH, register offset. */
export const LDRSH_register: Semantics = transfer(loadSignedHalfword, registerOffset);
/** STR, post-indexed. */
export const STR_immediate_post: Semantics = transfer(storeRegister, postIndexed);
/** STR, pre-indexed. */
export const STR_immediate_pre: Semantics = transfer(storeRegister, preIndexed);
/** STR, unsigned offset. */
export const STR_immediate_unsigned: Semantics = transfer(storeRegister, scaledUnsigned);
/** STR, register offset. */
export const STR_register: Semantics = transfer(storeRegister, registerOffset);
/** LDR, post-indexed. */
export const LDR_immediate_post: Semantics = transfer(loadRegister, postIndexed);
/** LDR, pre-indexed. */
export const LDR_immediate_pre: Semantics = transfer(loadRegister, preIndexed);
/** LDR, unsigned offset. */
export const LDR_immediate_unsigned: Semantics = transfer(loadRegister, scaledUnsigned);
/** LDR, register offset. */
export const LDR_register: Semantics = transfer(loadRegister, registerOffset);
/** LDRSW, post-indexed. */
export const LDRSW_immediate_post: Semantics = transfer(loadSignedWord, postIndexed);
/** LDRSW, pre-indexed. */
export const LDRSW_immediate_pre: Semantics = transfer(loadSignedWord, preIndexed);
/** LDRSW, unsigned offset. */
export const LDRSW_immediate_unsigned: Semantics = transfer(loadSignedWord, scaledUnsigned);
/** LDRSW, register offset. */
export const LDRSW_register: Semantics = transfer(loadSignedWord, registerOffset);
/** LDR (literal). */
export const LDR_literal: Semantics = transfer(loadLiteral, literal);
/** LDRSW (literal). */
export const LDRSW_literal: Semantics = transfer(loadSignedWord, literal);

/** A prefetch is a hint: it raises nothing and changes nothing that an instruction can see. */
const prefetch: Semantics = () => {};
/** PRFM (literal). */
export const PRFM_literal: Semantics = prefetch;
/** PRFM (immediate). */
export const PRFM_immediate: Semantics = prefetch;
/** PRFM (register). */
export const PRFM_register: Semantics = prefetch;
/** PRFUM. */
export const PRFUM: Semantics = prefetch;
