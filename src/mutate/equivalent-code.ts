/**
 * Why a survivor changes nothing although its paths do not end in the same state, or although an instruction that acts on more
 * than state is part of it. what: "kind: text -> text" of the mutant.
 */
export const EQUIVALENT: readonly { readonly what: RegExp; readonly because: string }[] = [
  {
    what: /^(drop: clrex|CRm: clrex|swap: .*clrex)/,
    because:
      "an ERET follows, which clears the local monitor itself (DDI0487, AArch64.ExceptionReturn); CRm is ignored",
  },
  {
    what: /^CRm: isb/,
    because: "reserved options of ISB execute as ISB SY (DDI0487, ISB)",
  },
  {
    what: /^(drop: isb|swap: (isb|dsb sy|msr vttbr_el2, xzr) +-> (isb|ret|msr vttbr_el2, xzr|dsb sy))/,
    because:
      "the ISBs after the last DSB of a maintenance function order nothing that the ERET to the host does not: EL2's own translation is untouched, a DSB holds back every later instruction, ERET synchronizes the context",
  },
  {
    what: /^drop: b\.ne/,
    because:
      "HVC is told from other exceptions to save work: with a VM active VTTBR_EL2 leads to the same place, and with none the host causes HVC only",
  },
  {
    what: /^Rt2: stp x\d+, xzr, \[sp, #-16\]! -> stp x\d+, x0/,
    because: "the second doubleword only keeps SP aligned, and is popped into XZR",
  },
  {
    what: /^swap: stp x\d+, xzr, \[sp, #-16\]! -> at /,
    because: "AT reads neither the stack nor the registers of the store beside it",
  },
  {
    what: /^imm16: hvc/,
    because: "nobody reads the immediate of the host's HVC",
  },
];

/** Instructions that act on more than the state that paths end with. */
export const ACTS_ON_MORE = /\b(isb|dsb|dmb|clrex|tlbi|ic|at|hvc)\b/;
