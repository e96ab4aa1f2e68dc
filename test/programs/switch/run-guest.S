/*
 * u64 run_guest(struct kvm_vcpu *vcpu, const struct host_state *before, struct host_state *after)
 *
 * Calls __kvm_vcpu_run with the host's registers as before says, and writes what they are afterwards. Everything that
 * the switch keeps for the host is in it, but the stack pointer and the link register, which bring the call back.
 */
#include "host-state.h"

.macro each_sysreg what
	\what	0, sp_el0
	\what	1, tpidr_el0
	\what	2, tpidrro_el0
	\what	3, tpidr_el1
	\what	4, contextidr_el1
	\what	5, ttbr0_el1
	\what	6, esr_el1
	\what	7, far_el1
	\what	8, par_el1
	\what	9, elr_el1
	\what	10, spsr_el1
	\what	11, cntkctl_el1
	\what	12, csselr_el1
	\what	13, mair_el1
	\what	14, fpsr
	\what	15, fpcr
.endm

.macro load_sysreg index, name
	ldr	x3, [x1, #HOST_SYSREGS + 8 * \index]
	msr	\name, x3
.endm

.macro store_sysreg index, name
	mrs	x3, \name
	str	x3, [x1, #HOST_SYSREGS + 8 * \index]
.endm

.macro pairs what
	\what	q0, q1, 0
	\what	q2, q3, 32
	\what	q4, q5, 64
	\what	q6, q7, 96
	\what	q8, q9, 128
	\what	q10, q11, 160
	\what	q12, q13, 192
	\what	q14, q15, 224
	\what	q16, q17, 256
	\what	q18, q19, 288
	\what	q20, q21, 320
	\what	q22, q23, 352
	\what	q24, q25, 384
	\what	q26, q27, 416
	\what	q28, q29, 448
	\what	q30, q31, 480
.endm

.macro load_pair a, b, offset
	ldp	\a, \b, [x3, #\offset]
.endm

.macro store_pair a, b, offset
	stp	\a, \b, [x3, #\offset]
.endm

	.text
	.globl	run_guest
run_guest:
	stp	x29, x30, [sp, #-176]!
	stp	x19, x20, [sp, #16]
	stp	x21, x22, [sp, #32]
	stp	x23, x24, [sp, #48]
	stp	x25, x26, [sp, #64]
	stp	x27, x28, [sp, #80]
	stp	d8, d9, [sp, #96]
	stp	d10, d11, [sp, #112]
	stp	d12, d13, [sp, #128]
	stp	d14, d15, [sp, #144]
	str	x2, [sp, #160]
	mrs	x3, mair_el1
	str	x3, [sp, #168]

	each_sysreg load_sysreg
	add	x3, x1, #HOST_VECTORS
	pairs	load_pair
	add	x3, x1, #HOST_X19
	ldp	x19, x20, [x3]
	ldp	x21, x22, [x3, #16]
	ldp	x23, x24, [x3, #32]
	ldp	x25, x26, [x3, #48]
	ldp	x27, x28, [x3, #64]
	ldr	x29, [x3, #80]
	isb
	mov	x1, x0
	ldr	x0, =__kvm_vcpu_run
	bl	kvm_call_hyp

	ldr	x1, [sp, #160]
	add	x3, x1, #HOST_X19
	stp	x19, x20, [x3]
	stp	x21, x22, [x3, #16]
	stp	x23, x24, [x3, #32]
	stp	x25, x26, [x3, #48]
	stp	x27, x28, [x3, #64]
	str	x29, [x3, #80]
	add	x3, x1, #HOST_VECTORS
	pairs	store_pair
	each_sysreg store_sysreg

	ldr	x3, [sp, #168]
	msr	mair_el1, x3
	isb
	ldp	d14, d15, [sp, #144]
	ldp	d12, d13, [sp, #128]
	ldp	d10, d11, [sp, #112]
	ldp	d8, d9, [sp, #96]
	ldp	x27, x28, [sp, #80]
	ldp	x25, x26, [sp, #64]
	ldp	x23, x24, [sp, #48]
	ldp	x21, x22, [sp, #32]
	ldp	x19, x20, [sp, #16]
	ldp	x29, x30, [sp], #176
	ret
	.ltorg
