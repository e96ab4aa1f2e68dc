/* SPDX-License-Identifier: MIT */
/*
 * A world switch written by hand, for the tests of verify: other registers, macros and addressing modes than the
 * generator's, offsets as plain numbers. RIGHT_* choose another right way to do something, WRONG_* break one thing.
 */
#define CTXT		256
#define HCR		1296
#define ESR		1304
#define FAR		1312
#define HPFAR		1320
#define HOST		1328
#define IRQ_LINES	1960
#define PAUSE		1936
#define VTTBR		536
#define SYS(i)		(864 + 8 * (i))
#define MASK		0x7fffffffff

	/* May use x17. */
	.macro	hyp_va r
#if defined(RIGHT_LITERAL_POOL)
	ldr	x17, address_mask
	and	\r, \r, x17
#elif defined(RIGHT_LITERAL_BY_ADDRESS)
	adr	x17, address_mask
	ldr	x17, [x17]
	and	\r, \r, x17
#elif defined(RIGHT_MASK_OF_MOVES)
	movz	x17, #0xffff
	movk	x17, #0xffff, lsl #16
	movk	x17, #0x7f, lsl #32
	and	\r, \r, x17
#elif defined(RIGHT_MASK_BY_EXTRACT)
	ubfx	\r, \r, #0, #39
#elif defined(RIGHT_MASK_BY_SHIFTS)
	lsl	\r, \r, #25
	lsr	\r, \r, #25
#else
	and	\r, \r, #MASK
#endif
	.endm

	/* Calls op with each register and its index; the base is x2. */
	.macro	each_sysreg op
#ifdef RIGHT_SYSREGS_DESCENDING
	\op	par_el1, 21
	\op	cntkctl_el1, 20
	\op	amair_el1, 19
	\op	tpidr_el1, 18
	\op	tpidrro_el0, 17
	\op	tpidr_el0, 16
	\op	contextidr_el1, 15
	\op	vbar_el1, 14
	\op	mair_el1, 13
	\op	far_el1, 12
	\op	afsr1_el1, 11
	\op	afsr0_el1, 10
	\op	esr_el1, 9
	\op	tcr_el1, 8
	\op	ttbr1_el1, 7
	\op	ttbr0_el1, 6
	\op	cpacr_el1, 5
	\op	actlr_el1, 4
	\op	sctlr_el1, 3
	\op	csselr_el1, 2
	\op	vmpidr_el2, 1
#else
	\op	vmpidr_el2, 1
	\op	csselr_el1, 2
	\op	sctlr_el1, 3
	\op	actlr_el1, 4
	\op	cpacr_el1, 5
	\op	ttbr0_el1, 6
	\op	ttbr1_el1, 7
	\op	tcr_el1, 8
	\op	esr_el1, 9
	\op	afsr0_el1, 10
	\op	afsr1_el1, 11
	\op	far_el1, 12
	\op	mair_el1, 13
	\op	vbar_el1, 14
	\op	contextidr_el1, 15
	\op	tpidr_el0, 16
	\op	tpidrro_el0, 17
	\op	tpidr_el1, 18
	\op	amair_el1, 19
	\op	cntkctl_el1, 20
	\op	par_el1, 21
#endif
	.endm

	.macro	save_one reg, index
#ifdef WRONG_TCR_NOT_SAVED
	.ifnc	\reg, tcr_el1
#endif
#if defined(WRONG_MPIDR_OF_THE_HARDWARE)
	.ifc	\reg, vmpidr_el2
	mrs	x9, mpidr_el1
	.else
	mrs	x9, \reg
	.endif
#elif defined(WRONG_ACTLR_FOR_SCTLR)
	.ifc	\reg, sctlr_el1
	mrs	x9, actlr_el1
	.else
	mrs	x9, \reg
	.endif
#else
	mrs	x9, \reg
#endif
#if defined(RIGHT_TEMPORARY)
	mrs	x15, \reg
	str	x15, [x2, #SYS(\index)]
#elif defined(RIGHT_EXTENDED_OFFSET)
	mov	w8, #SYS(\index)
	str	x9, [x2, w8, uxtw]
#elif defined(WRONG_CNTKCTL_SLOT)
	.ifc	\reg, cntkctl_el1
	str	x9, [x2, #SYS(0)]
	.else
	str	x9, [x2, #SYS(\index)]
	.endif
#elif defined(WRONG_VBAR_NARROW)
	.ifc	\reg, vbar_el1
	str	w9, [x2, #SYS(\index)]
	.else
	str	x9, [x2, #SYS(\index)]
	.endif
#elif defined(RIGHT_POST_INDEX)
	str	x9, [x8], #8
#elif defined(RIGHT_PRE_INDEX)
	str	x9, [x8, #8]!
#elif defined(RIGHT_REGISTER_OFFSET)
	mov	x8, #SYS(\index)
	str	x9, [x2, x8]
#else
	str	x9, [x2, #SYS(\index)]
#endif
#ifdef WRONG_TCR_NOT_SAVED
	.endif
#endif
	.endm

	.macro	restore_one reg, index
#ifdef WRONG_MAIR_NOT_RESTORED
	.ifnc	\reg, mair_el1
#endif
#if defined(WRONG_TTBRS_SWAPPED)
	.ifc	\reg, ttbr0_el1
	ldr	x9, [x2, #SYS(7)]
	.else
	.ifc	\reg, ttbr1_el1
	ldr	x9, [x2, #SYS(6)]
	.else
	ldr	x9, [x2, #SYS(\index)]
	.endif
	.endif
#elif defined(RIGHT_TEMPORARY)
	ldr	x15, [x2, #SYS(\index)]
	mov	x9, x15
#elif defined(RIGHT_POST_INDEX)
	ldr	x9, [x8], #8
#elif defined(RIGHT_PRE_INDEX)
	ldr	x9, [x8, #8]!
#elif defined(RIGHT_SHIFTED_OFFSET)
	mov	x8, #SYS(\index) / 8
	ldr	x9, [x2, x8, lsl #3]
#else
	ldr	x9, [x2, #SYS(\index)]
#endif
	msr	\reg, x9
#ifdef WRONG_MAIR_NOT_RESTORED
	.endif
#endif
	.endm

	/* In pairs, the first index being odd; the last register has no partner. */
	.macro	each_pair op
	\op	vmpidr_el2, csselr_el1, 1
	\op	sctlr_el1, actlr_el1, 3
	\op	cpacr_el1, ttbr0_el1, 5
	\op	ttbr1_el1, tcr_el1, 7
	\op	esr_el1, afsr0_el1, 9
	\op	afsr1_el1, far_el1, 11
	\op	mair_el1, vbar_el1, 13
	\op	contextidr_el1, tpidr_el0, 15
	\op	tpidrro_el0, tpidr_el1, 17
	\op	amair_el1, cntkctl_el1, 19
	.endm

	.macro	save_pair a, b, index
	mrs	x9, \a
	mrs	x10, \b
	stp	x9, x10, [x8, #8 * (\index - 1)]
	.endm

	.macro	restore_pair a, b, index
	ldp	x9, x10, [x8, #8 * (\index - 1)]
	msr	\a, x9
	msr	\b, x10
	.endm

	.macro	save_sysregs
#if defined(RIGHT_SYSREG_PAIRS)
	add	x8, x2, #SYS(1)
	each_pair save_pair
	save_one par_el1, 21
#elif defined(RIGHT_SYSREG_ROUTINES)
	bl	sysregs_out
#else
	sysreg_base
	each_sysreg save_one
#endif
	.endm

	.macro	restore_sysregs
#if defined(RIGHT_SYSREG_PAIRS)
	add	x8, x2, #SYS(1)
	each_pair restore_pair
	restore_one par_el1, 21
#elif defined(RIGHT_SYSREG_ROUTINES)
	bl	sysregs_in
#else
	sysreg_base
	each_sysreg restore_one
#endif
	.endm

	.macro	sysreg_base
#if defined(RIGHT_POST_INDEX)
	add	x8, x2, #SYS(1)
#elif defined(RIGHT_PRE_INDEX)
	add	x8, x2, #SYS(0)
#endif
	.endm

	/* Callee-saved registers; the base is x2. */
	.macro	save_callee
#if defined(RIGHT_SINGLE_STORES)
	.irp	n, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30
	str	x\n, [x2, #8 * \n]
	.endr
#elif defined(RIGHT_UNSCALED)
	.irp	n, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30
	stur	x\n, [x2, #8 * \n]
	.endr
#elif defined(RIGHT_DESCENDING)
	add	x3, x2, #248
	stp	x29, x30, [x3, #-16]!
	stp	x27, x28, [x3, #-16]!
	stp	x25, x26, [x3, #-16]!
	stp	x23, x24, [x3, #-16]!
	stp	x21, x22, [x3, #-16]!
	stp	x19, x20, [x3, #-16]!
#else
	stp	x19, x20, [x2, #152]
#ifdef WRONG_PAIR_SWAPPED
	stp	x22, x21, [x2, #168]
#else
	stp	x21, x22, [x2, #168]
#endif
#ifdef WRONG_OFFSET
	stp	x23, x24, [x2, #176]
#else
	stp	x23, x24, [x2, #184]
#endif
	stp	x25, x26, [x2, #200]
#ifndef WRONG_X27_NOT_SAVED
	stp	x27, x28, [x2, #216]
#endif
	stp	x29, x30, [x2, #232]
#endif
	.endm

	.macro	restore_callee
#ifdef RIGHT_ASCENDING_LOADS
	add	x3, x2, #152
	ldp	x19, x20, [x3], #16
	ldp	x21, x22, [x3], #16
	ldp	x23, x24, [x3], #16
	ldp	x25, x26, [x3], #16
	ldp	x27, x28, [x3], #16
	ldp	x29, x30, [x3], #16
#else
	ldp	x29, x30, [x2, #232]
	ldp	x27, x28, [x2, #216]
	ldp	x25, x26, [x2, #200]
	ldp	x23, x24, [x2, #184]
	ldp	x21, x22, [x2, #168]
	ldp	x19, x20, [x2, #152]
#endif
	.endm

	/* Through x9 and x10. */
	.macro	save_special
#ifdef RIGHT_PAIRS_ACROSS_GROUPS
	mrs	x9, sp_el0
	mrs	x10, elr_el2
	stp	x9, x10, [x2, #248]
	mrs	x9, spsr_el2
	mrs	x10, sp_el1
	stp	x9, x10, [x2, #264]
#else
	mrs	x9, sp_el0
	str	x9, [x2, #248]
	mrs	x9, elr_el2
	mrs	x10, spsr_el2
#ifdef WRONG_SPSR_NOT_SAVED
	str	x9, [x2, #256]
#else
	stp	x9, x10, [x2, #256]
#endif
#endif
#ifdef WRONG_SP_EL0_FOR_EL1
	mrs	x9, sp_el0
#else
	mrs	x9, sp_el1
#endif
	mrs	x10, elr_el1
	stp	x9, x10, [x2, #272]
	mrs	x9, spsr_el1
	str	x9, [x2, #288]
	.endm

	.macro	restore_special
#ifndef WRONG_SP_EL0_NOT_RESTORED
	ldr	x9, [x2, #248]
	msr	sp_el0, x9
#endif
	ldp	x9, x10, [x2, #256]
#ifdef WRONG_ELR_AND_SPSR_SWAPPED
	msr	elr_el2, x10
	msr	spsr_el2, x9
#else
#ifndef WRONG_ELR_NOT_RESTORED
	msr	elr_el2, x9
#endif
	msr	spsr_el2, x10
#endif
	ldp	x9, x10, [x2, #272]
	msr	sp_el1, x9
	msr	elr_el1, x10
	ldr	x9, [x2, #288]
	msr	spsr_el1, x9
	.endm

	.section .hyp.text, "ax"
	.align	12

	.globl	__kvm_vcpu_run
__kvm_vcpu_run:
	hyp_va	x0
#ifdef WRONG_FRAME_OF_THE_CALLER
	str	x0, [sp, #16]
#endif
#ifdef WRONG_ENDLESS
3:	b	3b
#endif
#ifdef RIGHT_ALIGNED_CODE
	.align	6
#endif
#if defined(WRONG_TPIDR)
	msr	tpidr_el1, x0
#elif defined(WRONG_TPIDR_SOMETIMES)
	ldr	w9, [x0, #PAUSE]
	cbnz	w9, 1f
	msr	tpidr_el2, x0
1:
#elif defined(RIGHT_TWO_ENTRIES)
	ldr	w9, [x0, #PAUSE]
	tbz	w9, #0, 1f
	msr	tpidr_el2, x0
	b	2f
1:	mov	x10, x0
	msr	tpidr_el2, x10
2:
#else
	msr	tpidr_el2, x0
#endif
	ldr	x2, [x0, #HOST]
#ifndef WRONG_KERNEL_ADDRESS
	hyp_va	x2
#endif
	save_callee
	save_special
	bl	save_fp
	save_sysregs

	ldr	x9, [x0, #HCR]
	ldr	x10, [x0, #IRQ_LINES]
#ifndef WRONG_IRQ_LINES_FORGOTTEN
	orr	x9, x9, x10
#endif
	msr	hcr_el2, x9
#ifdef RIGHT_CONSTANTS_OF_MOVES
	movz	x9, #0x10, lsl #16
	msr	cptr_el2, x9
	movn	x9, #0x7fff
	neg	x9, x9
	msr	hstr_el2, x9
#else
#ifndef WRONG_CPTR_NOT_SET
	mov	x9, #1 << 20
	msr	cptr_el2, x9
#endif
	mov	x9, #1 << 15
	msr	hstr_el2, x9
#endif
#ifdef WRONG_VBAR_CHANGED
	msr	vbar_el2, x9
#endif
#ifdef WRONG_HOST_VALUE_IN_MDSCR
	msr	mdscr_el1, x0
#endif
	mrs	x9, mdcr_el2
#if defined(RIGHT_BITFIELD_EXTRACT)
	mov	x10, #0x60
	bfxil	x10, x9, #0, #5
	mov	x9, x10
#elif defined(WRONG_MDCR_UNMASKED)
	orr	x9, x9, #0x60
#elif defined(RIGHT_BITFIELD_INSERT)
	ubfx	x9, x9, #0, #5
	mov	x10, #3
	bfi	x9, x10, #5, #2
#else
	and	x9, x9, #0x1f
	orr	x9, x9, #0x60
#endif
	msr	mdcr_el2, x9
#ifdef WRONG_VTTBR_OF_THE_VCPU
	mov	x9, x0
#else
	ldr	x9, [x0]
	hyp_va	x9
#endif
	ldr	x9, [x9, #VTTBR]
#ifdef WRONG_VM_SOMETIMES
	ldr	w10, [x0, #PAUSE]
	cbnz	w10, 1f
#endif
	msr	vttbr_el2, x9
1:
	add	x2, x0, #CTXT
	restore_sysregs
	bl	restore_fp
	restore_special
	restore_callee
#ifdef RIGHT_SINGLE_LOADS
	.irp	n, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18
	ldr	x\n, [x2, #8 * \n]
	.endr
#else
#ifdef WRONG_X17_NOT_RESTORED
	ldr	x18, [x2, #144]
#else
	ldp	x17, x18, [x2, #136]
#endif
	ldp	x15, x16, [x2, #120]
	ldp	x13, x14, [x2, #104]
	ldp	x11, x12, [x2, #88]
	ldp	x9, x10, [x2, #72]
	ldp	x7, x8, [x2, #56]
	ldp	x5, x6, [x2, #40]
	ldr	x4, [x2, #32]
#endif
#if defined(WRONG_X0_NOT_RESTORED)
	ldr	x1, [x2, #8]
#elif defined(WRONG_LOAD_OF_ONE_REGISTER_TWICE)
	.inst	0xa9400040			// ldp x0, x0, [x2]
#else
	ldp	x0, x1, [x2]
#endif
#ifdef WRONG_HOST_VALUE_FOR_THE_GUEST
	ldr	x2, [x2, #16]
#else
	ldp	x2, x3, [x2, #16]
#endif
	eret

	/* x11 is the vcpu, x12 the exit code; the guest's x10 to x13 are on the stack. */
leave:
#ifdef WRONG_X9_OVERWRITTEN
	mov	x9, #CTXT
#endif
	add	x13, x11, #CTXT
#ifdef RIGHT_SINGLE_STORES_DESCENDING
	.irp	n, 18, 17, 16, 15, 14, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0
	str	x\n, [x13, #8 * \n]
	.endr
#else
	stp	x0, x1, [x13]
	stp	x2, x3, [x13, #16]
	stp	x4, x5, [x13, #32]
	stp	x6, x7, [x13, #48]
	stp	x8, x9, [x13, #64]
	stp	x14, x15, [x13, #112]
	stp	x16, x17, [x13, #128]
#ifndef WRONG_X18_NOT_SAVED
	str	x18, [x13, #144]
#endif
#endif
	mov	x0, x12
	mov	x1, x11
	mov	x2, x13
#ifdef RIGHT_LOOP
	/* The stack has x12, x13 and above them x10, x11. */
	add	x5, x2, #96
	mov	x6, #2
1:	ldp	x3, x4, [sp], #16
	stp	x3, x4, [x5], #-16
	subs	x6, x6, #1
	b.ne	1b
#elif defined(WRONG_LOOP_ENDS_EARLY)
	add	x5, x2, #96
	mov	x6, #1
1:	ldp	x3, x4, [sp], #16
	stp	x3, x4, [x5], #-16
	subs	x6, x6, #1
	b.ne	1b
	add	sp, sp, #16
#elif defined(RIGHT_STACK_FREED_AT_ONCE)
	ldp	x3, x4, [sp]
	ldp	x5, x6, [sp, #16]
	add	sp, sp, #32
	stp	x5, x6, [x2, #80]
	stp	x3, x4, [x2, #96]
#elif defined(WRONG_STACK_ORDER)
	ldp	x3, x4, [sp], #16
	stp	x3, x4, [x2, #80]
	ldp	x3, x4, [sp], #16
	stp	x3, x4, [x2, #96]
#else
	ldp	x3, x4, [sp], #16
	stp	x3, x4, [x2, #96]
	ldp	x3, x4, [sp], #16
	stp	x3, x4, [x2, #80]
#endif
	save_callee
	save_special
#ifdef RIGHT_LINK_NOT_PUSHED
	bl	save_fp
#else
	str	x30, [sp, #-16]!
	bl	save_fp
	ldr	x30, [sp], #16
#endif
	save_sysregs

#ifdef RIGHT_TRAPS_IN_ANOTHER_ORDER
	msr	vttbr_el2, xzr
	mov	x10, #0
	msr	cptr_el2, x10
#endif
#ifndef WRONG_HCR_LEFT
	mov	x9, #1 << 31
	msr	hcr_el2, x9
#endif
	msr	cptr_el2, xzr
#ifndef WRONG_HSTR_LEFT_ON
	msr	hstr_el2, xzr
#endif
	mrs	x9, mdcr_el2
	and	x9, x9, #0x1f
	msr	mdcr_el2, x9
#ifndef WRONG_VM_LEFT_ON
	msr	vttbr_el2, xzr
#endif

#ifdef WRONG_CONTEXT_OF_THE_GUEST
	add	x2, x1, #CTXT
#else
	ldr	x2, [x1, #HOST]
	hyp_va	x2
#endif
#ifndef WRONG_HOST_SYSREGS_FORGOTTEN
	restore_sysregs
#endif
#ifndef WRONG_HOST_FP_FORGOTTEN
	bl	restore_fp
#endif
#ifndef WRONG_HOST_SPECIAL_FORGOTTEN
	restore_special
#endif
	restore_callee
#ifdef WRONG_HOST_X28_LOST
	mov	x28, x19
#endif
#ifndef WRONG_GUEST_VALUES_NOT_CLEARED
	.irp	n, 3, 4, 5, 6, 7, 11, 12, 13, 14, 15, 16, 17, 18
#ifdef RIGHT_CLEARED_BY_EXCLUSIVE_OR
	eor	x\n, x\n, x\n
#else
	mov	x\n, xzr
#endif
	.endr
#endif
#ifdef WRONG_GUEST_VALUE_FOR_THE_HOST
	ldr	x7, [x1, #CTXT + 40]
#endif
	ret

#ifdef RIGHT_SYSREG_ROUTINES
sysregs_out:
	each_sysreg save_one
	ret
sysregs_in:
	each_sysreg restore_one
	ret
#endif

	/* Q0 to Q29; the base is x8. */
	.macro	all_q op
	\op	q0, q1, [x8]
	\op	q2, q3, [x8, #32]
	\op	q4, q5, [x8, #64]
	\op	q6, q7, [x8, #96]
	\op	q8, q9, [x8, #128]
	\op	q10, q11, [x8, #160]
	\op	q12, q13, [x8, #192]
	\op	q14, q15, [x8, #224]
	\op	q16, q17, [x8, #256]
	\op	q18, q19, [x8, #288]
	\op	q20, q21, [x8, #320]
	\op	q22, q23, [x8, #352]
	\op	q24, q25, [x8, #384]
	\op	q26, q27, [x8, #416]
	\op	q28, q29, [x8, #448]
	.endm

save_fp:
	add	x8, x2, #336
#ifdef RIGHT_SINGLE_Q
	.irp	n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
	str	q\n, [x8], #16
	.endr
	mrs	x9, fpsr
	mrs	x10, fpcr
	stp	w9, w10, [x8]
#else
	all_q	stp
#ifdef WRONG_Q31_HALVED
	str	q30, [x8, #480]
	str	d31, [x8, #496]
#else
	stp	q30, q31, [x8, #480]
#endif
#ifdef WRONG_Q5_OVERWRITTEN
	str	q4, [x8, #80]
#endif
	mrs	x9, fpsr
#ifdef WRONG_FPSR_IN_THE_SLOT_OF_FPCR
	str	w9, [x8, #516]
#else
	str	w9, [x8, #512]
#endif
	mrs	x9, fpcr
#ifdef WRONG_FPCR_WIDE
	add	x10, x8, #516
	str	x9, [x10]
#else
	str	w9, [x8, #516]
#endif
#endif
	ret

restore_fp:
	add	x8, x2, #336
#ifdef RIGHT_FP_BY_WRITE_BACK
	.irp	n, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28
	ldr	q\n, [x8], #16
	.endr
	sub	x8, x8, #240
#endif
	all_q	ldp
#ifndef WRONG_Q31_NOT_RESTORED
	ldp	q30, q31, [x8, #480]
#else
	ldr	q30, [x8, #480]
#endif
	ldr	w9, [x8, #512]
	ldr	w10, [x8, #516]
	msr	fpsr, x9
#ifndef WRONG_FPCR_NOT_RESTORED
	msr	fpcr, x10
#endif
	ret

sync:
#ifdef WRONG_SP_MISALIGNED
	str	x10, [sp, #-8]!
	ldr	x10, [sp], #8
#endif
#ifdef RIGHT_STACK_TAKEN_AT_ONCE
	sub	sp, sp, #32
	stp	x12, x13, [sp]
	stp	x10, x11, [sp, #16]
#else
	stp	x10, x11, [sp, #-16]!
	stp	x12, x13, [sp, #-16]!
#endif
	mrs	x10, esr_el2
#ifdef RIGHT_CLASS_BY_SHIFT
	lsr	w11, w10, #26
#else
	ubfx	x11, x10, #26, #6
#endif
	cmp	x11, #0x16
	b.ne	guest
	mrs	x12, vttbr_el2
#if defined(RIGHT_COMPARED_WITH_ZERO)
	cmp	x12, #0
	b.ne	guest
#elif !defined(WRONG_HVC_ALWAYS_OF_THE_HOST)
	cbnz	x12, guest
#endif
	ldp	x12, x13, [sp], #16
	ldp	x10, x11, [sp], #16
#ifndef WRONG_HOST_X30_LOST
	str	x30, [sp, #-16]!
#else
	sub	sp, sp, #16
#endif
	hyp_va	x0
	mov	x30, x0
	mov	x0, x1
	mov	x1, x2
#ifndef WRONG_THIRD_ARGUMENT
	mov	x2, x3
#endif
	blr	x30
#ifndef WRONG_HOST_X30_LOST
	ldr	x30, [sp], #16
#else
	add	sp, sp, #16
#endif
	eret

guest:
#ifdef RIGHT_CONDITIONAL_COMPARE
	mov	x12, #0x20
	cmp	x11, #0x24
	ccmp	x11, x12, #4, ne
	b.eq	abort
#else
	cmp	x11, #0x24
	b.eq	abort
#ifndef WRONG_INSTRUCTION_ABORT_FORGOTTEN
	cmp	x11, #0x20
	b.eq	abort
#endif
#endif
use_hpfar:
	mrs	x12, hpfar_el2
	b	record
abort:
#ifdef WRONG_NEVER_TRANSLATED
	b	use_hpfar
#endif
#ifdef RIGHT_STATUS_BY_FIELDS
	tbnz	x10, #7, use_hpfar
	ubfx	x12, x10, #2, #4
	cmp	x12, #3
#else
#ifdef WRONG_WALK_FAULT_TRANSLATED
	and	x12, x10, #0x3c
#else
	mov	w13, #0xbc
	and	x12, x10, x13
#endif
	cmp	x12, #0xc
#endif
	b.ne	use_hpfar
	mrs	x13, far_el2
	mrs	x12, par_el1
	str	x12, [sp, #-16]!
#if defined(WRONG_AT_OF_THE_SYNDROME)
	at	s1e1r, x10
#elif defined(WRONG_AT_OF_EL0)
	at	s1e0r, x13
#else
	at	s1e1r, x13
#endif
#ifdef RIGHT_MORE_BARRIERS
	dsb	sy
	isb
#endif
#ifndef WRONG_NO_ISB
	isb
#endif
	mrs	x12, par_el1
	ldr	x13, [sp], #16
#ifndef WRONG_PAR_LOST
	msr	par_el1, x13
#endif
#if defined(RIGHT_FAULT_BY_TEST)
	tst	x12, #1
	b.ne	again
#elif defined(WRONG_RETRY_ON_SUCCESS)
	tbz	x12, #0, again
#elif defined(WRONG_PAR_BIT)
	tbnz	x12, #1, again
#else
	tbnz	x12, #0, again
#endif
#ifdef RIGHT_BITFIELD_ADDRESS
	ubfx	x12, x12, #12, #36
	lsl	x12, x12, #4
#else
	lsr	x12, x12, #8
#ifndef WRONG_ADDRESS_UNMASKED
	and	x12, x12, #0xfffffffff0
#endif
#endif
record:
	mrs	x11, tpidr_el2
#if defined(WRONG_ESR_WIDE)
	str	x10, [x11, #ESR]
#elif !defined(WRONG_ESR_FORGOTTEN)
	str	w10, [x11, #ESR]
#endif
#ifdef WRONG_ELR_FOR_FAR
	mrs	x13, elr_el2
#else
	mrs	x13, far_el2
#endif
#ifdef WRONG_FAR_NARROW
	str	w13, [x11, #FAR]
#else
	str	x13, [x11, #FAR]
#endif
	str	x12, [x11, #HPFAR]
#ifdef WRONG_EXIT_CODE
	mov	x12, #0
#else
	mov	x12, #1
#endif
	b	leave

again:
	ldp	x12, x13, [sp], #16
#ifdef WRONG_STACK_LEFT
	ldp	x10, x11, [sp]
#else
	ldp	x10, x11, [sp], #16
#endif
#ifdef WRONG_RETURN_WITHOUT_EXCEPTION
	ret
#endif
	eret

irq:
	stp	x10, x11, [sp, #-16]!
	stp	x12, x13, [sp, #-16]!
	mrs	x11, tpidr_el2
#ifdef WRONG_EXIT_CODE_OF_IRQ
	mov	x12, #1
#else
	mov	x12, #0
#endif
#ifdef WRONG_STORE_ON_IRQ
	str	x12, [x11, #HPFAR]
#endif
	b	leave

bad:
	adr	x0, message
	ldr	x1, =0xffffff8000000000		// PAGE_OFFSET - HYP_PAGE_OFFSET
	add	x0, x0, x1
	mrs	x1, spsr_el2
#ifdef WRONG_PANIC_ARGUMENTS
	mrs	x3, elr_el2
	mrs	x2, esr_el2
#else
	mrs	x2, elr_el2
	mrs	x3, esr_el2
#endif
	mrs	x4, far_el2
	mrs	x5, hpfar_el2
	mrs	x6, tpidr_el2
#ifdef WRONG_PANIC_STATE
	mov	x7, #0x3c9
#else
	mov	x7, #0x3c5
#endif
	msr	spsr_el2, x7
#ifdef WRONG_PANIC_TARGET
	ldr	x7, =message
#else
	ldr	x7, =panic
#endif
	msr	elr_el2, x7
	eret

message:
	.asciz	"HYP panic:\nPS:%08x PC:%p ESR:%p\nFAR:%p HPFAR:%p VCPU:%p\n"
	.align	2

	.globl	__kvm_tlb_flush_vmid_ipa
__kvm_tlb_flush_vmid_ipa:
	hyp_va	x0
	ldr	x9, [x0, #VTTBR]
	msr	vttbr_el2, x9
#ifndef WRONG_TLB_OF_ANOTHER_VM
	isb
#endif
	lsr	x1, x1, #12
#ifndef WRONG_TLB_NOT_BY_IPA
	tlbi	ipas2e1is, x1
#endif
#ifndef WRONG_TLB_UNORDERED
	dsb	ish
#endif
	tlbi	vmalle1is
	dsb	ish
	isb
#ifndef WRONG_TLB_LEAVES_VM_ON
	msr	vttbr_el2, xzr
#endif
	ret

	.align	3
address_mask:
	.quad	MASK
	.ltorg

	.macro	vector label
	.align	7
#ifdef RIGHT_VECTOR_WITH_CODE
	.ifc	\label, irq
	stp	x10, x11, [sp, #-16]!
	stp	x12, x13, [sp, #-16]!
	mrs	x11, tpidr_el2
	mov	x12, xzr
	b	leave
	.else
	b	\label
	.endif
#else
	b	\label
#endif
	.endm

	.globl	__kvm_hyp_vector
	.align	11
__kvm_hyp_vector:
	.rept	8
	vector	bad
	.endr
	vector	sync
	vector	irq
	vector	bad
	vector	bad
	vector	sync
#ifdef WRONG_VECTOR
	vector	sync
#else
	vector	irq
#endif
	vector	bad
	vector	bad
