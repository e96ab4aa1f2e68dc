import type { Switched } from "./switched.js";

/** A vector table: 16 slots of 128 bytes; `irq` is where an interrupt at EL1 on its own stack goes. */
function vectorTable(label: string, unexpected: string, irq: string): string {
  const slots = Array.from({ length: 16 }, (_, slot) => `\tb\t${slot === 5 ? irq : unexpected}\n\t.align\t7`);
  return `\t.align\t11\n${label}:\n${slots.join("\n")}\n`;
}

/**
 * The host: calls what its mailbox says through kvm_call_hyp, again and again, with interrupts masked but for a
 * moment after each call, as a kernel does. What to call next is written into the mailbox while it is at host_call.
 * Defined from outside: MAILBOX, INTERRUPT_CONTROLLER, PANIC.
 */
export const hostProgram = `	.text
	.globl	PANIC, host_call, host_returned, host_irq, host_unexpected, host_vectors, hyp_probe
${vectorTable("host_vectors", "host_unexpected", "host_irq")}
host_call:
	ldr	x9, =MAILBOX
	ldp	x2, x3, [x9, #16]
	ldp	x0, x1, [x9]
	bl	kvm_call_hyp
host_returned:
	msr	daifclr, #2
	nop
	msr	daifset, #2
	b	host_call

host_irq:
	stp	x9, x10, [sp, #-16]!
	ldr	x10, =INTERRUPT_CONTROLLER
	ldr	w9, [x10]			// acknowledge: the line goes down
	ldp	x9, x10, [sp], #16
	eret

host_unexpected:
	b	.

/* A function for EL2, on a page of its own, which EL2 has mapped as code. */
	.align	12
hyp_probe:
	add	x0, x0, x1, lsl #4
	add	x0, x0, x2, lsl #8
	ret
	.align	12

PANIC:	b	.
	.ltorg
`;

/**
 * The guest: takes new values into every register that EL1 can write, from a table, and goes on with the body.
 * changed: the system registers among them, in the order of the table; the table goes on with SP, Q0 … Q31, NZCV,
 * X2 … X30, X0, X1 (guestTable says it in numbers).
 * body: assembly text that begins with the guest's registers all new.
 */
export function guestProgram(changed: readonly Switched[], body: string): string {
  const moves = changed.map((register) => `\tldr\tx1, [x0], #8\n\tmsr\t${sysregName(register)}, x1`);
  return `	.text
	.globl	guest_start, guest_body, guest_unexpected, guest_vectors, guest_new_vectors
${vectorTable("guest_vectors", "guest_unexpected", "guest_unexpected")}
${vectorTable("guest_new_vectors", "guest_unexpected", "guest_unexpected")}
guest_unexpected:
	b	.

guest_start:
	ldr	x0, =VALUES
${moves.join("\n")}
	isb
	ldr	x1, [x0], #8
	mov	sp, x1
${inPairs("q", 32)
  .map((pair) => `\tldp\t${pair}, [x0], #32`)
  .join("\n")}
	ldr	x1, [x0], #8
	msr	nzcv, x1
${inPairs("x", 28)
  .map((pair) => `\tldp\t${pair}, [x0], #16`)
  .slice(1)
  .join("\n")}
	ldp	x28, x29, [x0], #16
	ldr	x30, [x0], #8
	ldp	x0, x1, [x0]
guest_body:
${body}
	.ltorg
`;
}

/** The registers of the table that guest_start takes, in its order, each with its size in bytes. */
export function guestTable(changed: readonly Switched[]): { register: string; sizeBytes: 8 | 16 }[] {
  const names = (prefix: string, from: number, to: number): string[] =>
    Array.from({ length: to - from + 1 }, (_, i) => `${prefix}${from + i}`);
  return [
    ...changed.map(({ register }) => ({ register, sizeBytes: 8 as const })),
    { register: "SP_EL1", sizeBytes: 8 },
    ...names("Q", 0, 31).map((register) => ({ register, sizeBytes: 16 as const })),
    { register: "NZCV", sizeBytes: 8 },
    ...[...names("X", 2, 30), "X0", "X1"].map((register) => ({ register, sizeBytes: 8 as const })),
  ];
}

function sysregName(register: Switched): string {
  return (register.sysreg?.name ?? register.register).toLowerCase();
}

function inPairs(prefix: string, count: number): string[] {
  return Array.from({ length: count / 2 }, (_, i) => `${prefix}${2 * i}, ${prefix}${2 * i + 1}`);
}
