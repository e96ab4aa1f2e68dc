/*
 * The guest: actions that the host picks by the PC that it starts the guest at. Most first store what the registers
 * hold (so that the host can see that nothing was lost on the way in), then change every one of them, and then do what
 * the action is about. Each action has an entry in a table that tells the host what to expect.
 */
#include "guest.h"

.macro each_sysreg what
	\what	0, mpidr_el1, 0
	\what	1, csselr_el1, 1
	\what	2, sctlr_el1, 0x4000
	\what	3, ttbr0_el1, 0x0001000000000000
	\what	4, ttbr1_el1, 0x0001000000000000
	\what	5, tcr_el1, 0x2000000000
	\what	6, esr_el1, 0xff
	\what	7, far_el1, 0xff00ff00ff00ff00
	\what	8, mair_el1, 0xff00000000000000
	\what	9, vbar_el1, 0x800
	\what	10, contextidr_el1, 0xff0
	\what	11, tpidr_el0, 0xff
	\what	12, tpidrro_el0, 0xff00
	\what	13, tpidr_el1, 0xff0000
	\what	14, cntkctl_el1, 1
	\what	15, par_el1, 0xff000
	\what	16, sp_el0, 0xf000
	\what	17, elr_el1, 0xffff0000
	\what	18, spsr_el1, 0xf0000000
.endm

.macro see_sysreg index, name, mask
	mrs	x1, \name
	str	x1, [x0, #SEEN_SYSREGS + 8 * \index]
.endm

.macro change_sysreg index, name, mask
	.if \mask
	mrs	x1, \name
	eor	x1, x1, #\mask
	msr	\name, x1
	.endif
.endm

.macro pairs what, base
	\what	q0, q1, \base, 0
	\what	q2, q3, \base, 32
	\what	q4, q5, \base, 64
	\what	q6, q7, \base, 96
	\what	q8, q9, \base, 128
	\what	q10, q11, \base, 160
	\what	q12, q13, \base, 192
	\what	q14, q15, \base, 224
	\what	q16, q17, \base, 256
	\what	q18, q19, \base, 288
	\what	q20, q21, \base, 320
	\what	q22, q23, \base, 352
	\what	q24, q25, \base, 384
	\what	q26, q27, \base, 416
	\what	q28, q29, \base, 448
	\what	q30, q31, \base, 480
.endm

.macro store_pair a, b, base, offset
	stp	\a, \b, [\base, #\offset]
.endm

.macro load_pair a, b, base, offset
	ldp	\a, \b, [\base, #\offset]
.endm

/* Stores what the registers hold at PAGE_SEEN, and changes them: Xn by n (X0 stays), V by one place, the others by masks. */
.macro see_and_change
	stp	x0, x1, [sp, #-16]!
	ldr	x0, =PAGE(PAGE_SEEN)
	stp	x2, x3, [x0, #16]
	stp	x4, x5, [x0, #32]
	stp	x6, x7, [x0, #48]
	stp	x8, x9, [x0, #64]
	stp	x10, x11, [x0, #80]
	stp	x12, x13, [x0, #96]
	stp	x14, x15, [x0, #112]
	stp	x16, x17, [x0, #128]
	stp	x18, x19, [x0, #144]
	stp	x20, x21, [x0, #160]
	stp	x22, x23, [x0, #176]
	stp	x24, x25, [x0, #192]
	stp	x26, x27, [x0, #208]
	stp	x28, x29, [x0, #224]
	str	x30, [x0, #240]
	ldr	x1, [sp]
	str	x1, [x0]
	ldr	x1, [sp, #8]
	str	x1, [x0, #8]
	add	x1, sp, #16
	str	x1, [x0, #SEEN_SP]
	mrs	x1, nzcv
	str	x1, [x0, #SEEN_NZCV]
	eor	x1, x1, #0xf0000000
	msr	nzcv, x1
	mrs	x1, fpsr
	str	x1, [x0, #SEEN_FPSR]
	eor	x1, x1, #1
	msr	fpsr, x1
	mrs	x1, fpcr
	str	x1, [x0, #SEEN_FPCR]
	eor	x1, x1, #(1 << 22)
	msr	fpcr, x1
	each_sysreg see_sysreg
	each_sysreg change_sysreg
	isb
	add	x1, x0, #SEEN_VECTORS
	pairs	store_pair, x1
	str	q0, [x1, #512]
	add	x1, x1, #16
	pairs	load_pair, x1
	.irp	n, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30
	add	x\n, x\n, #\n
	.endr
	ldp	x0, x1, [sp], #16
	add	x1, x1, #1
.endm

/* An action's entry in the table. */
.macro expect entry, exit_pc, flags, esr2, far2=0, hpfar2=0, x9=0, esr1=0, elr1=0, far1=0
	.pushsection .actions, "a"
	.quad	\entry, \exit_pc, \flags, \x9, \esr2, \far2, \hpfar2, \esr1, \elr1, \far1
	.popsection
.endm

#define HPFAR(page) (IPA(page) >> 8)
#define ESR(ec, iss) ((ec) << 26 | 1 << 25 | (iss))
/* An abort's syndrome with ISV: size as SAS, sign, Rt, 64 bits, write, status. */
#define ABORT(sas, sse, srt, sf, wnr, status) (1 << 24 | (sas) << 22 | (sse) << 21 | (srt) << 16 | (sf) << 15 | (wnr) << 6 | (status))
#define SYSTEM(op0, op1, crn, crm, op2, rt, read) ((op0) << 20 | (op2) << 17 | (op1) << 14 | (crn) << 10 | (rt) << 5 | (crm) << 1 | (read))
#define HVC_FROM_VECTOR(n) ESR(0x16, 0x100 + (n))

/* An access to memory through X9 that stage 2 refuses. */
.macro stage2_abort page, iss, instruction:vararg
	see_and_change
	ldr	x9, =PAGE(\page) + 0x48
9:	\instruction
	b	.
	expect	8b, 9b, ACTION_CHANGES | ACTION_SETS_X9 | ACTION_ABORTS, ESR(0x24, \iss), PAGE(\page) + 0x48, HPFAR(\page), PAGE(\page) + 0x48
.endm

	.section .guest, "ax"
	.align	2

/* HVC. */
8:	see_and_change
	hvc	#0x1234
9:	b	.
	expect	8b, 9b, ACTION_CHANGES, ESR(0x16, 0x1234)

/* WFI: it may be left for an interrupt, and is then executed once more. */
8:	see_and_change
9:	wfi
	b	9b
	expect	8b, 9b, ACTION_CHANGES, ESR(1, 0x1e00000)

/* SMC. */
8:	see_and_change
9:	smc	#0x77
	b	.
	expect	8b, 9b, ACTION_CHANGES, ESR(0x17, 0x77)
	.ltorg

/* Faults of stage 2 on data. */
8:	stage2_abort PAGE_ABSENT, ABORT(3, 0, 7, 1, 1, 7), str x7, [x9]
8:	stage2_abort PAGE_ABSENT, ABORT(0, 1, 5, 0, 0, 7), ldrsb w5, [x9]
	.ltorg
8:	stage2_abort PAGE_ABSENT, ABORT(1, 0, 11, 0, 0, 7), ldrh w11, [x9]
8:	stage2_abort PAGE_ABSENT, 7, ldp x5, x6, [x9]
	.ltorg
8:	stage2_abort PAGE_ABSENT, 0x47, stp q3, q4, [x9], #32
8:	stage2_abort PAGE_READ_ONLY, ABORT(2, 0, 30, 0, 1, 15), str w30, [x9]
	.ltorg
8:	stage2_abort PAGE_READ_ONLY, ABORT(3, 0, 31, 1, 1, 15), str xzr, [x9]

/* Faults of stage 2 on a fetch. */
8:	see_and_change
	ldr	x9, =PAGE(PAGE_ABSENT) + 0x100
	br	x9
	expect	8b, PAGE(PAGE_ABSENT) + 0x100, ACTION_CHANGES | ACTION_SETS_X9 | ACTION_ABORTS, ESR(0x20, 7), PAGE(PAGE_ABSENT) + 0x100, HPFAR(PAGE_ABSENT), PAGE(PAGE_ABSENT) + 0x100
	.ltorg
8:	see_and_change
	ldr	x9, =PAGE(PAGE_NEVER_EXECUTED)
	br	x9
	expect	8b, PAGE(PAGE_NEVER_EXECUTED), ACTION_CHANGES | ACTION_SETS_X9 | ACTION_ABORTS, ESR(0x20, 15), PAGE(PAGE_NEVER_EXECUTED), HPFAR(PAGE_NEVER_EXECUTED), PAGE(PAGE_NEVER_EXECUTED)

/* A fault of stage 2 on the guest's own walk. */
8:	see_and_change
	ldr	x9, =BEHIND_LOST_TABLE
9:	ldr	x9, [x9]
	b	.
	expect	8b, 9b, ACTION_CHANGES | ACTION_SETS_X9 | ACTION_ABORTS, ESR(0x24, 0x87), BEHIND_LOST_TABLE, HPFAR(PAGE_LOST_TABLE), BEHIND_LOST_TABLE
	.ltorg

/* System registers and cache maintenance that EL2 traps. */
8:	see_and_change
9:	mrs	x9, pmcr_el0
	b	.
	expect	8b, 9b, ACTION_CHANGES, ESR(0x18, SYSTEM(3, 3, 9, 12, 0, 9, 1))
8:	see_and_change
9:	msr	actlr_el1, x12
	b	.
	expect	8b, 9b, ACTION_CHANGES, ESR(0x18, SYSTEM(3, 0, 1, 0, 1, 12, 0))
	.ltorg
8:	see_and_change
9:	dc	cisw, x9
	b	.
	expect	8b, 9b, ACTION_CHANGES, ESR(0x18, SYSTEM(1, 0, 7, 14, 2, 9, 0))

/* The guest's own exceptions, which its vectors answer with an HVC. */
8:	see_and_change
	svc	#0x55
9:	b	.
	expect	8b, GUEST_VECTOR_SAME_SYNC, ACTION_CHANGES | ACTION_TAKES_EXCEPTION, HVC_FROM_VECTOR(4), 0, 0, 0, ESR(0x15, 0x55), 9b
	.ltorg
8:	see_and_change
	ldr	x9, =PAGE(PAGE_NO_ACCESS_FLAG) + 8
9:	ldr	x5, [x9]
	b	.
	expect	8b, GUEST_VECTOR_SAME_SYNC, ACTION_CHANGES | ACTION_SETS_X9 | ACTION_TAKES_EXCEPTION | ACTION_ABORTS, HVC_FROM_VECTOR(4), 0, 0, PAGE(PAGE_NO_ACCESS_FLAG) + 8, ESR(0x25, 0x0b), 9b, PAGE(PAGE_NO_ACCESS_FLAG) + 8
8:	see_and_change
	ldr	x9, =PAGE(PAGE_UNMAPPED) + 16
9:	str	x5, [x9]
	b	.
	expect	8b, GUEST_VECTOR_SAME_SYNC, ACTION_CHANGES | ACTION_SETS_X9 | ACTION_TAKES_EXCEPTION | ACTION_ABORTS, HVC_FROM_VECTOR(4), 0, 0, PAGE(PAGE_UNMAPPED) + 16, ESR(0x25, 0x47), 9b, PAGE(PAGE_UNMAPPED) + 16
	.ltorg

/* TLB maintenance of its own: everything is walked again. */
8:	see_and_change
	tlbi	vmalle1
	dsb	sy
	isb
	hvc	#0x4321
9:	b	.
	expect	8b, 9b, ACTION_CHANGES, ESR(0x16, 0x4321)
8:	see_and_change
	ldr	x9, =PAGE(PAGE_SEEN) >> 12
	tlbi	vaae1is, x9
	dsb	sy
	isb
	hvc	#0x4322
9:	b	.
	expect	8b, 9b, ACTION_CHANGES | ACTION_SETS_X9, ESR(0x16, 0x4322), 0, 0, PAGE(PAGE_SEEN) >> 12
	.ltorg

/* To EL0 and, by SVC, back to the vectors. */
8:	see_and_change
	str	x0, [sp, #-16]!
	ldr	x0, =user_code
	msr	elr_el1, x0
	mov	x0, #0x80000000			// EL0, N set, nothing masked
	msr	spsr_el1, x0
	ldr	x0, [sp], #16
	eret
	expect	8b, GUEST_VECTOR_LOWER_SYNC, ACTION_CHANGES | ACTION_TAKES_EXCEPTION | ACTION_FROM_EL0, HVC_FROM_VECTOR(8), 0, 0, 0, ESR(0x15, 0x99), user_code_end

/* Nothing but waiting for an interrupt of the host's. */
8:	see_and_change
9:	b	9b
	expect	8b, 9b, ACTION_CHANGES | ACTION_WAITS_FOR_IRQ, 0
	.ltorg

/* A virtual interrupt that is pending when the guest starts. */
8:	b	.
	expect	8b, GUEST_VECTOR_SAME_IRQ, ACTION_VIRTUAL_IRQ, HVC_FROM_VECTOR(5), 0, 0, 0, 0, 8b

	.section .guest.user, "ax"
	.align	12
user_code:
	svc	#0x99
user_code_end:
	b	.

/* Two tables, alike: the guest moves VBAR_EL1 from one to the other. Slot n leaves by HVC #(0x100 + n). */
	.section .guest.vectors, "ax"
	.align	12
guest_vectors:
	.set	number, 0
	.rept	32
	.align	7
	hvc	#(0x100 + number % 16)
	b	.
	.set	number, number + 1
	.endr
	.globl	guest_vectors
	.set	GUEST_VECTOR_SAME_SYNC, guest_vectors + 4 * 0x80 + 4
	.set	GUEST_VECTOR_SAME_IRQ, guest_vectors + 5 * 0x80 + 4
	.set	GUEST_VECTOR_LOWER_SYNC, guest_vectors + 8 * 0x80 + 4

/* What the host cannot reach by an address relative to its own. */
	.section .rodata
	.align	3
	.globl	guest_vectors_at, guest_image_end
guest_vectors_at:
	.quad	guest_vectors
guest_image_end:
	.quad	__guest_end
