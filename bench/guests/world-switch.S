/*
 * A host at EL1 that runs a guest again and again through the generated hyp.S; the guest does nothing but HVC.
 * Boots at EL2 on a board with RAM at 0x40000000, MMU off. Stage 1 is on at EL1, in the guest and at EL2, stage 2
 * is on for the guest. ROUNDS: how often the guest runs. In the end results holds what the host found, and a
 * HLT #0xf000 asks semihosting to print it and to exit.
 */
#include "asm-offsets.h"
#include "constants.h"

#define RAM          0x40000000
#define HOST_VA(x)   ((x) - RAM + PAGE_OFFSET)
#define VMID         5
/* TCR_EL1: 39 bits and 4 KiB in each half, write-back, inner shareable, 40-bit PA. */
#define TCR          0x2b5193519

	.section .boot, "ax"
	.globl	_start
_start:
	ldr	x0, =0x30c51835			// SCTLR_EL2: M, C, SA, I
	ldr	x1, =el2_level1
	msr	ttbr0_el2, x1
	ldr	x1, =0x80823519			// TCR_EL2: 39 bits, write-back, inner shareable, 40-bit PA
	msr	tcr_el2, x1
	mov	x1, #0xff
	msr	mair_el2, x1
	msr	mair_el1, x1
	ldr	x1, =0x80023559			// VTCR_EL2: 39 bits, from level 1, 40-bit PA
	msr	vtcr_el2, x1
	msr	vttbr_el2, xzr
	ldr	x1, =0x80000000			// HCR_EL2.RW
	msr	hcr_el2, x1
	mov	x1, #0x33ff
	msr	cptr_el2, x1
	mov	x1, #3
	msr	cnthctl_el2, x1
	ldr	x1, =0x30d00800
	msr	sctlr_el1, x1
	mrs	x1, midr_el1
	msr	vpidr_el2, x1
	mrs	x1, mpidr_el1
	msr	vmpidr_el2, x1
	tlbi	alle1
	tlbi	alle2
	dsb	sy
	isb
	ldr	x1, =hyp_stack_end
	ldr	x2, =HYP_PAGE_OFFSET_MASK
	and	x1, x1, x2
	mov	x2, sp
	mov	sp, x1
	ldr	x1, =__kvm_hyp_vector
	ldr	x2, =HYP_PAGE_OFFSET_MASK
	and	x1, x1, x2
	msr	vbar_el2, x1
	msr	sctlr_el2, x0
	isb

	/* The host: its half through TTBR1_EL1. */
	ldr	x1, =host_level1
	msr	ttbr1_el1, x1
	msr	ttbr0_el1, xzr
	ldr	x1, =TCR
	msr	tcr_el1, x1
	ldr	x1, =0x34d5d91d			// SCTLR_EL1: M, C, I, SA, SA0
	msr	sctlr_el1, x1
	mov	x1, #3 << 20
	msr	cpacr_el1, x1
	ldr	x1, =host_stack_end
	msr	sp_el1, x1
	ldr	x1, =host
	msr	elr_el2, x1
	mov	x1, #0x3c5
	msr	spsr_el2, x1
	isb
	eret
	.ltorg

	.text
	.globl	panic
panic:	b	.

	.align	4
host:
	ldr	x19, =vcpu
	ldr	x20, =ROUNDS
	ldr	x1, =kvm
	str	x1, [x19, #VCPU_KVM]
	ldr	x1, =host_context
	str	x1, [x19, #VCPU_HOST_CONTEXT]
	ldr	x1, =0x80000039			// HCR_EL2 for the guest: RW, AMO, IMO, FMO, VM
	str	x1, [x19, #VCPU_HCR_EL2]
	ldr	x2, =kvm
	ldr	x1, =stage2_level1 + (VMID << 48)
	str	x1, [x2, #KVM_VTTBR]
	add	x2, x19, #VCPU_CONTEXT
	ldr	x1, =guest
	str	x1, [x2, #CPU_XREG_OFFSET(32)]		// the guest's PC
	mov	x1, #0x3c5
	str	x1, [x2, #CPU_XREG_OFFSET(33)]		// and its PSTATE
	ldr	x1, =guest_level1
	str	x1, [x2, #CPU_SYSREG_OFFSET(TTBR0_EL1)]
	ldr	x1, =TCR
	str	x1, [x2, #CPU_SYSREG_OFFSET(TCR_EL1)]
	mov	x1, #0xff
	str	x1, [x2, #CPU_SYSREG_OFFSET(MAIR_EL1)]
	mov	x1, #3 << 20
	str	x1, [x2, #CPU_SYSREG_OFFSET(CPACR_EL1)]
	ldr	x1, =0x34d5d91d
	str	x1, [x2, #CPU_SYSREG_OFFSET(SCTLR_EL1)]
	mov	x21, #0
1:	ldr	x0, =__kvm_vcpu_run
	mov	x1, x19
	bl	kvm_call_hyp
	add	x21, x21, x0
	add	x21, x21, #1
	subs	x20, x20, #1
	b.ne	1b

	ldr	x0, =results
	str	x21, [x0]
	add	x2, x19, #VCPU_CONTEXT
	ldr	x1, [x2, #CPU_XREG_OFFSET(0)]
	str	x1, [x0, #8]
	ldr	x1, [x2, #CPU_XREG_OFFSET(32)]
	str	x1, [x0, #16]
	ldr	w1, [x19, #VCPU_ESR_EL2]
	str	x1, [x0, #24]
	/* Semihosting takes addresses as the caller does. */
	mov	w0, #0x01
	ldr	x1, =open_block
	hlt	#0xf000
	ldr	x1, =write_block
	str	x0, [x1]
	mov	w0, #0x05
	hlt	#0xf000
	mov	w0, #0x18
	ldr	x1, =exit_block
	hlt	#0xf000
	b	.
	.ltorg

	.align	12
	.globl	guest_page
guest_page:
	.org	guest_page + 0x100
guest_code:
	add	x0, x0, #1
	hvc	#0
	b	guest_code
	.set	guest, guest_code - PAGE_OFFSET + RAM

	.data
	.align	3
open_block:	.quad	console, 4, 3
write_block:	.quad	0, results, 32
exit_block:	.quad	0x20026, 0
console:	.asciz	":tt"
	.align	3
	.globl	results
results:	.quad	0, 0, 0, 0

	/* 1 GiB blocks: AF, inner shareable, Normal memory. */
	.align	12
host_level1_v:
	.org	host_level1_v + 8 * 256
	.quad	RAM | 0x40000000000701		// UXN
	.org	host_level1_v + 4096
el2_level1_v:
	.quad	0
	.quad	RAM | 0x701			// where it boots
	.org	el2_level1_v + 8 * 256
	.quad	RAM | 0x701
	.org	el2_level1_v + 4096
guest_level1_v:
	.quad	0
	.quad	RAM | 0x701
	.org	guest_level1_v + 4096
stage2_level1_v:
	.quad	0
	.quad	RAM | 0x7fd
	.org	stage2_level1_v + 4096
	.globl	el2_level1, host_level1, stage2_level1, guest_level1
	.set	host_level1, host_level1_v - PAGE_OFFSET + RAM
	.set	el2_level1, el2_level1_v - PAGE_OFFSET + RAM
	.set	stage2_level1, stage2_level1_v - PAGE_OFFSET + RAM
	.set	guest_level1, guest_level1_v - PAGE_OFFSET + RAM

	.bss
	.align	12
vcpu:		.space	8192
host_context:	.space	8192
kvm:		.space	8192
host_stack:	.space	4096
host_stack_end:
hyp_stack:	.space	4096
hyp_stack_end:
