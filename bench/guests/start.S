/* Boots at EL2, MMU off: calls kernel(), prints the 8 bytes that it returns by semihosting, and exits. */
	.section .boot, "ax"
	.globl	_start
_start:
	ldr	x0, =stack_end
	mov	sp, x0
	bl	kernel
	ldr	x1, =result
	str	x0, [x1]
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

	.data
	.align	3
open_block:	.quad	console, 4, 3
write_block:	.quad	0, result, 8
exit_block:	.quad	0x20026, 0
result:		.quad	0
console:	.asciz	":tt"

	.bss
	.align	4
	.space	65536
stack_end:
