/*
 * From EL2, as the board starts an image, to main() at EL1: memory mapped at its own address, caches on, the vectors
 * of the program, interrupts masked. What main() returns is the program's exit status.
 */
	.section .text.start, "ax"
	.globl	_start
_start:
	mov	x0, #(1 << 31)			// HCR_EL2.RW: EL1 is AArch64
	msr	hcr_el2, x0
	mov	x0, #3				// CNTHCTL_EL2: EL1 may use the physical counter and timer
	msr	cnthctl_el2, x0
	msr	cntvoff_el2, xzr
	msr	cptr_el2, xzr
	msr	hstr_el2, xzr
	mrs	x0, midr_el1
	msr	vpidr_el2, x0
	mrs	x0, mpidr_el1
	msr	vmpidr_el2, x0
	ldr	x0, =0x30d00800			// SCTLR_EL1: RES1 bits, MMU off
	msr	sctlr_el1, x0
	mov	x0, #0x3c5			// EL1h, everything masked
	msr	spsr_el2, x0
	adr	x0, 1f
	msr	elr_el2, x0
	eret

1:	ldr	x0, =__stack_top
	mov	sp, x0
	mov	x0, #(3 << 20)			// CPACR_EL1.FPEN
	msr	cpacr_el1, x0
	adrp	x0, vectors
	add	x0, x0, :lo12:vectors
	msr	vbar_el1, x0
	adrp	x0, identity
	add	x0, x0, :lo12:identity
	msr	ttbr0_el1, x0
	ldr	x0, =0xff00			// attribute 0: Device-nGnRnE; 1: Normal, write-back
	msr	mair_el1, x0
	ldr	x0, =0x100803519		// 39 bits of VA, 4 KiB pages, 36 bits of PA, TTBR1 off
	msr	tcr_el1, x0
	tlbi	vmalle1
	dsb	sy
	isb
	mrs	x0, sctlr_el1
	ldr	x1, =0x1005			// I, C, M
	orr	x0, x0, x1
	msr	sctlr_el1, x0
	isb

	ldr	x0, =__bss_start
	ldr	x1, =__bss_end
2:	cmp	x0, x1
	b.hs	3f
	stp	xzr, xzr, [x0], #16
	b	2b
3:	bl	main
	b	leave
	.ltorg

	.section .rodata
	.align	12
/* Two blocks of 1 GiB: devices, then RAM. */
identity:
	.quad	0x00000000 | 0x60000000000401
	.quad	0x40000000 | 0x705
	.fill	510, 8, 0

	.text
/* void leave(int status): SYS_EXIT_EXTENDED of Arm semihosting. */
	.globl	leave
leave:
	sxtw	x2, w0
	ldr	x1, =0x20026			// ADP_Stopped_ApplicationExit
	stp	x1, x2, [sp, #-16]!
	mov	w0, #0x20
	mov	x1, sp
	hlt	#0xf000
	b	.
	.ltorg

/* Everything that an interrupted function could have in a register it may change, then interrupt(). */
.macro entry handler
	.align	7
	b	\handler
.endm

	.align	11
vectors:
	.rept	4
	entry	unexpected
	.endr
	entry	unexpected
	entry	on_interrupt
	entry	unexpected
	entry	unexpected
	.rept	8
	entry	unexpected
	.endr

unexpected:
	mrs	x0, esr_el1
	mrs	x1, elr_el1
	mrs	x2, far_el1
	bl	report_exception
	mov	w0, #99
	b	leave

/*
 * The context of the interrupted code goes onto its own stack: X0 to X30, ELR and SPSR, 272 bytes. interrupt(sp)
 * returns the stack pointer to go on with, its own or another task's.
 */
on_interrupt:
	sub	sp, sp, #272
	stp	x0, x1, [sp]
	stp	x2, x3, [sp, #16]
	stp	x4, x5, [sp, #32]
	stp	x6, x7, [sp, #48]
	stp	x8, x9, [sp, #64]
	stp	x10, x11, [sp, #80]
	stp	x12, x13, [sp, #96]
	stp	x14, x15, [sp, #112]
	stp	x16, x17, [sp, #128]
	stp	x18, x19, [sp, #144]
	stp	x20, x21, [sp, #160]
	stp	x22, x23, [sp, #176]
	stp	x24, x25, [sp, #192]
	stp	x26, x27, [sp, #208]
	stp	x28, x29, [sp, #224]
	mrs	x0, elr_el1
	mrs	x1, spsr_el1
	stp	x30, x0, [sp, #240]
	str	x1, [sp, #256]
	mov	x0, sp
	bl	interrupt
	mov	sp, x0
	ldr	x1, [sp, #256]
	ldp	x30, x0, [sp, #240]
	msr	spsr_el1, x1
	msr	elr_el1, x0
	ldp	x0, x1, [sp]
	ldp	x2, x3, [sp, #16]
	ldp	x4, x5, [sp, #32]
	ldp	x6, x7, [sp, #48]
	ldp	x8, x9, [sp, #64]
	ldp	x10, x11, [sp, #80]
	ldp	x12, x13, [sp, #96]
	ldp	x14, x15, [sp, #112]
	ldp	x16, x17, [sp, #128]
	ldp	x18, x19, [sp, #144]
	ldp	x20, x21, [sp, #160]
	ldp	x22, x23, [sp, #176]
	ldp	x24, x25, [sp, #192]
	ldp	x26, x27, [sp, #208]
	ldp	x28, x29, [sp, #224]
	add	sp, sp, #272
	eret

	.weak	interrupt
	.set	interrupt, unexpected
