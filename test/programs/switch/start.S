/*
 * From the board's EL2 to a host at EL1 in its kernel's linear map, with the generated switch as its hypervisor: EL2 has
 * its own tables, its stack and the switch's vectors, all at HYP addresses.
 */
#include "constants.h"

#define PHYSICAL(symbol) (symbol - PAGE_OFFSET + 0x40000000)

	.section .text.start, "ax"
	.globl	_start
_start:
	mov	x0, #(1 << 31)			// HCR_EL2.RW
	msr	hcr_el2, x0
	mov	x0, #3				// CNTHCTL_EL2: EL1 may use the physical counter and timer
	msr	cnthctl_el2, x0
	msr	cntvoff_el2, xzr
	msr	cptr_el2, xzr
	msr	hstr_el2, xzr
	msr	vttbr_el2, xzr
	mrs	x0, midr_el1
	msr	vpidr_el2, x0
	mrs	x0, mpidr_el1
	msr	vmpidr_el2, x0

	/* EL2: 39 bits of VA, one block of RAM where HYP_PAGE_OFFSET puts it. */
	adr	x0, hyp_table
	msr	ttbr0_el2, x0
	ldr	x0, =0xff00			// attribute 0: Device-nGnRnE; 1: Normal, write-back
	msr	mair_el2, x0
	msr	mair_el1, x0
	ldr	x0, =0x80813519			// TCR_EL2: T0SZ 25, 4 KiB, write-back, inner shareable, 36 bits of PA
	msr	tcr_el2, x0
	ldr	x0, =0x80023559			// VTCR_EL2: the same for stage 2, from level 1, 40 bits of PA
	msr	vtcr_el2, x0
	ldr	x0, =__kvm_hyp_vector
	and	x0, x0, #HYP_PAGE_OFFSET_MASK
	msr	vbar_el2, x0
	ldr	x0, =__hyp_stack_top
	and	x0, x0, #HYP_PAGE_OFFSET_MASK
	mov	sp, x0
	tlbi	alle2
	tlbi	alle1
	dsb	sy
	isb

	/* EL1: the linear map by TTBR1, and for a moment this code at its own address by TTBR0. */
	adr	x0, kernel_table
	msr	ttbr1_el1, x0
	adr	x0, identity_table
	msr	ttbr0_el1, x0
	ldr	x0, =0x1b5193519		// TCR_EL1: T0SZ and T1SZ 25, 4 KiB, write-back, inner shareable, 36 bits of PA
	msr	tcr_el1, x0
	mov	x0, #(3 << 20)
	msr	cpacr_el1, x0
	ldr	x0, =0x30d01805			// SCTLR_EL1: RES1 bits, I, C, M
	msr	sctlr_el1, x0
	mov	x0, #0x3c5
	msr	spsr_el2, x0
	ldr	x0, =host_start
	msr	elr_el2, x0
	ldr	x0, =0x30c51835			// SCTLR_EL2: RES1 bits, I, C, M
	adr	x1, 1f
	and	x1, x1, #0x3fffffff
	movk	x1, #0x40, lsl #32		// go on at the HYP address
	b	2f

	.align	5
2:	msr	sctlr_el2, x0
	isb
	br	x1
1:	eret
	.ltorg

	.align	12
hyp_table:
	.fill	1, 8, 0
	.quad	0x40000705			// until the branch to the HYP address
	.fill	254, 8, 0
	.quad	0x40000705
	.fill	255, 8, 0
kernel_table:
	.quad	0x60000000000401		// devices
	.fill	255, 8, 0
	.quad	0x40000705			// RAM
	.fill	255, 8, 0
identity_table:
	.fill	512, 8, 0

	.text
host_start:
	ldr	x0, =__stack_top
	mov	sp, x0
	ldr	x0, =host_vectors
	msr	vbar_el1, x0
	isb
	ldr	x0, =__bss_start
	ldr	x1, =__bss_end
1:	cmp	x0, x1
	b.hs	2f
	stp	xzr, xzr, [x0], #16
	b	1b
2:	bl	main
	.globl	leave
leave:
	sxtw	x2, w0
	ldr	x1, =0x20026
	stp	x1, x2, [sp, #-16]!
	mov	w0, #0x20
	mov	x1, sp
	hlt	#0xf000
	b	.

/* The hypervisor's last words: the format, then what it found. */
	.globl	panic
panic:
	stp	x1, x2, [sp, #-16]!
	adr	x0, panic_text
	ldp	x1, x2, [sp]
	bl	print
	mov	w0, #98
	b	leave
panic_text:
	.asciz	"HYP panic: SPSR %lx ELR %lx ESR %lx FAR %lx HPFAR %lx\n"
	.align	2

unexpected:
	mrs	x0, esr_el1
	mrs	x1, elr_el1
	mrs	x2, far_el1
	bl	report_exception
	mov	w0, #99
	b	leave
	.ltorg

	.align	11
host_vectors:
	.rept	16
	b	unexpected
	.align	7
	.endr
