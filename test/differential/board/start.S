// Every PE gets a stack of its own and calls main(index), or secondary(index, context) when CPU_ON started it.
    .section .text.start, "ax"
    .globl _start, _secondary
_start:
    mov x19, #0
    adr x20, main
    b 1f
_secondary:
    mov x19, x0
    adr x20, secondary
1:  msr cptr_el2, xzr
    mov x0, #0x300000
    msr cpacr_el1, x0
    adrp x0, vectors
    add x0, x0, :lo12:vectors
    msr vbar_el2, x0
    msr vbar_el1, x0
    isb
    mrs x0, mpidr_el1
    and x0, x0, #0xff
    adrp x1, stacks
    add x1, x1, :lo12:stacks
    add x2, x0, #1
    lsl x2, x2, #14
    add x1, x1, x2
    mov sp, x1
    mov x1, x19
    blr x20
2:  wfi
    b 2b
    .weak secondary
secondary:
    ret

// A handler for each exception: on_exception(vector offset, saved registers); the default ends with status 3.
    .macro vector
    .balign 0x80
    sub sp, sp, #208
    stp x0, x1, [sp]
    adr x0, .
    b save
    .endm
    .balign 0x800
    .globl vectors
vectors:
    .rept 16
    vector
    .endr
save:
    stp x2, x3, [sp, #16]
    stp x4, x5, [sp, #32]
    stp x6, x7, [sp, #48]
    stp x8, x9, [sp, #64]
    stp x10, x11, [sp, #80]
    stp x12, x13, [sp, #96]
    stp x14, x15, [sp, #112]
    stp x16, x17, [sp, #128]
    stp x18, x29, [sp, #144]
    str x30, [sp, #160]
    and x0, x0, #0x780
    mov x1, sp
    bl on_exception
    ldr x30, [sp, #160]
    ldp x18, x29, [sp, #144]
    ldp x16, x17, [sp, #128]
    ldp x14, x15, [sp, #112]
    ldp x12, x13, [sp, #96]
    ldp x10, x11, [sp, #80]
    ldp x8, x9, [sp, #64]
    ldp x6, x7, [sp, #48]
    ldp x4, x5, [sp, #32]
    ldp x2, x3, [sp, #16]
    ldp x0, x1, [sp]
    add sp, sp, #208
    eret
    .weak on_exception
on_exception:
    adr x1, 3f
    mov w0, #0x18
    hlt #0xf000
    b .
    .balign 8
3:  .quad 0x20026, 3
    .bss
    .balign 16
stacks:
    .space 8 << 14
