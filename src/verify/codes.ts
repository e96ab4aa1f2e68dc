/** What verify finds, by code. A code never changes its meaning. */
export const codes = {
  WS801: "the object or the layout lacks what the proof starts from",
  WS802: "a slot does not hold the register that the layout says is saved there",
  WS803: "the guest does not get back what it left in a register",
  WS804: "the host does not get back what it left in a register",
  WS805: "a value of the guest is left in a register that the host sees",
  WS806: "a value of the host is left in a register that the guest sees",
  WS807: "a register that nobody switches is changed",
  WS808: "a store outside the members that the layout names",
  WS809: "a store that is wider than its member",
  WS810: "a trap or stage 2 register is not as the layout says",
  WS811: "the stack is not balanced or not aligned",
  WS812: "the exit code is not the one of the way out",
  WS813: "a syndrome is not recorded as the layout says",
  WS814: "an exit takes another way than its syndrome asks for",
  WS815: "the code runs into what EL2 cannot execute",
  WS816: "a path that could not be explored",
  WS817: "the panic handler does not hand over what the layout says",
  WS818: "a maintenance operation is missing, wrong or not ordered",
  WS819: "a load from where nothing is known to be",
  WS820: "a hypervisor call is not passed on as its caller made it",
  WS821: "a generated save or restore function does not do what the assembly does",
  WS822: "a generated save or restore function is missing or throws",
  WS823: "generated functions write system registers in another order than the assembly",
  WS824: "a barrier that the layout asks for is missing between two writes",
  WS830: "TLBI by IPA gets an address where the architecture takes a page number",
} as const;

export type VerifyCode = keyof typeof codes;

/**
 * Which of lint's waivers accepts which of verify's findings, where the thing waived in the documents is
 * the thing found in the code.
 */
export const waivedBy: Partial<Readonly<Record<VerifyCode, string>>> = {
  WS807: "WS305",
  WS809: "WS303",
  WS824: "WS334",
  WS830: "WS333",
};
