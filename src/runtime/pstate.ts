/** The parts of PSTATE that this machine keeps; nRW is always 0, for there is no AArch32 state. */
export const pstateFields = [
  "N",
  "Z",
  "C",
  "V",
  "TCO",
  "DIT",
  "UAO",
  "PAN",
  "SS",
  "IL",
  "SSBS",
  "D",
  "A",
  "I",
  "F",
  "EL",
  "SP",
] as const;

/** The name of a part of PSTATE, as in the manual. */
export type PstateField = (typeof pstateFields)[number];

/** PSTATE: every part a small number. */
export type Pstate = Record<PstateField, number>;

/** Where each part lies in SPSR_ELx; EL and SP are M[3:2] and M[0]. Source: DDI0487, SPSR_EL1. */
export const spsrBit: Readonly<Record<PstateField, number>> = {
  N: 31,
  Z: 30,
  C: 29,
  V: 28,
  TCO: 25,
  DIT: 24,
  UAO: 23,
  PAN: 22,
  SS: 21,
  IL: 20,
  SSBS: 12,
  D: 9,
  A: 8,
  I: 7,
  F: 6,
  EL: 2,
  SP: 0,
};

/** PSTATE as after reset into el with its own stack pointer: all interrupts masked, flags 0. */
export function resetPstate(el: number): Pstate {
  return {
    N: 0,
    Z: 0,
    C: 0,
    V: 0,
    TCO: 0,
    DIT: 0,
    UAO: 0,
    PAN: 0,
    SS: 0,
    IL: 0,
    SSBS: 0,
    D: 1,
    A: 1,
    I: 1,
    F: 1,
    EL: el,
    SP: el === 0 ? 0 : 1,
  };
}

/** PSTATE whose parts are kept in words: one for each of pstateFields, in their order. */
export function pstateOver(words: Uint32Array): Pstate {
  const pstate = resetPstate(0);
  for (const [at, field] of pstateFields.entries()) {
    Object.defineProperty(pstate, field, {
      enumerable: true,
      get: () => words[at],
      set: (value: number) => {
        words[at] = value;
      },
    });
  }
  return pstate;
}

/** Whether a name is a part of PSTATE. */
export function isPstateField(name: string): name is PstateField {
  return pstateFields.some((field) => field === name);
}

/** PSTATE as SPSR_ELx keeps it. */
export function toSpsr(pstate: Pstate): bigint {
  let value = 0;
  for (const field of pstateFields) value += pstate[field] * 2 ** spsrBit[field];
  return BigInt(value);
}

/** One part of PSTATE out of an SPSR value. */
export function fromSpsr(spsr: bigint, field: PstateField): number {
  return Number((spsr >> BigInt(spsrBit[field])) & (field === "EL" ? 3n : 1n));
}
