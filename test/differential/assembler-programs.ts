/** Small programs that use the assembler's features; each is given to GNU as (after GCC's preprocessor) and to ours. */
export const programs: Readonly<Record<string, string>> = {
  "labels, branches and calls": `
    .text
    .globl seen
    .weak maybe
seen: nop
own: nop
maybe: nop
    b own
    bl seen
    bl maybe
    b.eq own
    b.hs seen
    cbz x0, own
    cbnz w1, seen
    tbz x0, #1, own
    tbnz x2, #40, elsewhere
    b elsewhere
    bl elsewhere + 8
    b.ne elsewhere
    cbz w3, elsewhere
    b .
    b . + 8
    b 8
    bl d1
    .data
d1: .quad own, seen, elsewhere, maybe
`,
  "numeric labels": `
1:  b 1b
    b 1f
2:  b 2b
1:  b 1b
    cbz x0, 2f
    .quad 1b, 1f
1:  tbz w0, #3, 1b
2:  adr x1, 1b
`,
  addresses: `
    .text
    .globl far
near: adr x0, near
    adr x1, far
    adrp x2, near
    adrp x3, far + 4096
    add x3, x3, :lo12:near
    add x3, x3, #:lo12:far + 4
    ldr x4, [x3, :lo12:far]
    ldr w4, [x3, #:lo12:near]
    ldrb w4, [x3, :lo12:far]
    strh w4, [x3, :lo12:far]
    ldr q4, [x3, :lo12:far]
    ldrsw x4, [x3, :lo12:near]
    ldr x5, near
    ldr x5, far
    ldr q6, near
far: nop
`,
  "literal pools": `
    .text
    ldr x0, =0x123456789abcdef
    ldr x1, =5
    ldr x2, =5
    ldr w3, =5
    ldr w4, =0xffffffff
    ldr x5, =-1
    ldr x6, =far
    ldr x7, =far + 8
    ldr x8, =here
    ldr s0, =0x3f800000
    ldr d1, =0x3ff0000000000000
    ldr q2, =0x1234
    ldr x9, =far
    ret
    .ltorg
here: nop
    ldr x0, =5
    ldr x1, =1f
1:  ret
    .section .rodata
    .byte 1
    .text
    .byte 2
    .pool
    ldr w9, =7
`,
  alignment: `
    .text
    nop
    .byte 1
    .align 3
    nop
    .byte 1
    nop
    .hword 7
    .balign 16
    nop
    .p2align 4, 0xff
    nop
    .align 6,,3
    nop
    .align 3,,63
    .byte 9
    .inst 0xd503201f, 0xd65f03c0
    .data
    .byte 1
    .align 3
    .quad 2
    .balign 4
    .byte 1
    .balign 8, 0x11
    .section .hyp.text, "ax"
    .align 12
    nop
    .align 11
    nop
`,
  data: `
    .data
start: .byte 1, -1, 255, 'a', '\\n', ' '
    .hword 0xffff, -32768
    .2byte 1
    .short 2
    .word 0xffffffff, -1
    .4byte 3
    .int 4
    .long 5
    .quad 0xffffffffffffffff, -1, start - ., . - start, .
    .xword 6
    .8byte 7
    .ascii "one", "two\\n\\t\\"\\\\\\101\\x41\\0"
    .asciz "three"
    .string "four", ""
    .space 3
    .zero 2
    .skip 4, 0xaa
    .fill 3, 2, 0x1234
    .fill 2
end: .word end - start, undefined_here, undefined_here - .
    .quad undefined_here - end + 8
    .hword undefined_here
    .org start + 256
    .byte 1
`,
  expressions: `
    .equ A, 5
    .set B, A * 3 + (1 << 4)
C = B - A
    .quad A, B, C, -A, ~A, !A, !0
    .quad (7 + 3) * 2, 7 / 2, -7 / 2, -7 % 3, 7 % 3
    .quad 1 << 40, 0x8000000000000000 >> 63, 0xf0 | 0x0f, 0xff & 0x18, 0xff ^ 0x0f, (1 | 6) ! 2
    .quad 1 == 1, 1 != 1, 2 > 1, 2 <= 1, -1 < 0, 1 <> 2
    .quad 1 && 0, 1 || 0, 2 && 3
    .quad 010, 0b101, 0xAbC, 1 - - 1, + 3
    .set A, 6
    .quad A
    mov x0, #A + 1
    mov x1, #(B - C) << 3
    add x2, x3, #end - start
    ldr x4, [x5, #(end - start) * 2]
start: nop
    nop
end:
    .quad end - start
    .quad 1 + 2 * 3, (1 << 2) + 3
`,
  sections: `
    .text
    nop
    .section .text.second, "ax"
second: nop
    .pushsection .fixup, "a"
    .quad second
    .popsection
    nop
    .previous
    nop
    .section ".quoted", "aw", %progbits
    .byte 1
    .bss
room: .space 64
    .section .zeros, "aw", %nobits
    .zero 8
    .data
    .quad room
    .section .note.GNU-stack, "", %progbits
    .text
    b second
`,
  symbols: `
    .text
    .global f, g
    .type f, %function
f:  nop
    nop
    .size f, . - f
    .type g, @function
    .type o, %object
g:  ret
    .size g, .-g
    .data
o:  .quad 0
    .size o, 8
    .globl K
    .equ K, 5
    .equiv L, K + 3
    .globl never
    .weak absent
    .quad absent
    .local hidden
hidden: .byte 1
.Llocal: .byte 2
    .quad .Lstranger, .Llocal
`,
  "symbols that are set again": `
    add x0, x1, #later
    ldr x2, [x3, #later]
    .quad later, through
through = later + 1
later = 8
    .quad later, through
    .set copy, through
later = 16
    .quad later, through, copy
    b moving
moving = .
    nop
moving = .
    b moving
`,
  "symbols that stand for others": `
    .globl public
    .weak replaceable
    .set public, own
    .set replaceable, own + 4
    .set inner, public
    .set other, elsewhere + 4
own: nop
    nop
    bl public
    bl replaceable
    bl inner
    b other
    adr x0, public
    .quad public, replaceable, inner, other, public - .
    .globl seen
seen: nop
    .set again, seen
    bl again
    .quad again
before = 8
    b before
    cbz x0, before - 4
`,
  "literals of places": `
    nop
1:  ldr x0, =.
    ldr x1, =.
    ldr x2, =1b
    ldr x3, =1b
    ldr x4, =1f
1:  ldr x5, =1f
1:  ldr x6, =ahead
ahead: ldr x7, =ahead
`,
  "lists without values": `
    .irp value
    .ifb \\value
    .word 9
    .endif
    .endr
    .irpc character,
    .word 7
    .endr
`,
  "both spellings of exclusive or": `
    .word 5 !! 1, 5 ^ 1, 5 ! 1, 6!!3!!1, 5 ! !1, !!5, 3 !! 1 + 2
`,
  macros: `
    .macro push a, b
    stp \\a, \\b, [sp, #-16]!
    .endm
    .macro pop, a, b
    ldp \\a, \\b, [sp], #16
    .endm
    .macro entry name, number=3
    .globl \\name
\\name:
    mov x\\number, #\\number
    .endm
    .macro numbered
label\\@: b label\\@
    .endm
    .macro each first, rest:vararg
    .quad \\first
    .ifnb \\rest
    each \\rest
    .endif
    .endm
    .macro cond value:req
    .if \\value > 2
    nop
    .elseif \\value == 2
    wfi
    .else
    wfe
    .endif
    .endm
    .macro suffix op, cond
    \\op\\().\\cond 1f
1:
    .endm
    push x0, x1
    pop x0 x1
    entry first
    entry second, 7
    entry number=9, name=third
    numbered
    numbered
    each 1, 2, 3 + 4
    cond 1
    cond 2
    cond 3
    suffix b, eq
    .rept 3
    yield
    .endr
    .irp reg, x1, x2, x3
    mov \\reg, xzr
    .endr
    .irpc digit, 456
    mov x\\digit, xzr
    .endr
    .macro outer
    .macro inner
    sev
    .endm
    inner
    .endm
    outer
    inner
    .purgem inner
    .macro inner
    sevl
    .endm
    inner
`,
  conditions: `
    .set X, 1
    .if X
    nop
    .if 0
    bad instruction here
    .else
    wfe
    .endif
    .else
    another bad one
    .endif
    .ifdef X
    .byte 1
    .endif
    .ifndef Y
    .byte 2
    .endif
    .ifdef Y
    .byte 3
    .endif
    .ifeq X - 1
    .byte 4
    .endif
    .ifne X - 1
    .byte 5
    .endif
    .ifgt X
    .byte 6
    .endif
    .ifc a, a
    .byte 7
    .endif
    .ifb
    .byte 8
    .endif
`,
  "the preprocessor": `
#if defined __aarch64__ && defined(__AARCH64EL__) && !defined(__AARCH64EB__) && __LP64__ && _LP64 && __ELF__
    .word 64
#endif
#define ONE 1
#define TWO (ONE + ONE)
#define OFFSET(x) (TWO + 8*x)
#define ENTRY(name) .globl name; .align 4; name:
#define NESTED(a, b) OFFSET(a) + OFFSET(b)
#define SELF SELF
#define EMPTY
/* a comment that
   goes on */
    .text
ENTRY(start)
    add x0, x1, #OFFSET(3)   // a comment, "with a quote
    add x0, x1, #NESTED(1, 2)
    mov x2, #(TWO | \\
              4)
#ifdef ONE
    nop
#else
    bad
#endif
#ifndef ONE
    bad
#elif TWO == 2 && !defined(MISSING) && defined ONE
    wfi
#else
    bad
#endif
#if (1 << 2) + 1 == 5
    sev
#endif
#if (2 > 1) + (3 == 3) == 2
    sevl
#endif
#undef ONE
#ifdef ONE
    bad
#endif
    EMPTY nop EMPTY
    b SELF
    .ascii "ONE /* not a comment */ // nor this"
    .byte '"'
    .align 2
lr_alias .req x30
    mov lr_alias, x1; mov x2, lr_alias
    mov lr, x0
`,
  "spellings of instructions": `
    MOV X0, #1
    Ldr x0, [X1, #8]
    ldr x0, [x1, #-8]
    ldr x0, [x1, 1]
    str w0, [sp, #3]
    ldrb w0, [x1, #-1]
    ldrsw x0, [x1, #2]
    ldr q0, [x1, #8]
    prfm pldl1keep, [x0, #-1]
    add x0, x1, #-1
    sub w0, w1, #-4096
    adds x0, x1, #-2
    cmp x0, #-1
    cmn w0, #-5
    add x0, x1, #4096
    add x0, x1, #1, lsl #12
    add x0, x1, #0, lsl 0
    and x0, x1, #-2
    bic x0, x1, #1
    bic w0, w1, #0xff
    mov x0, #-1
    mov w0, #-1
    mov x0, #0xffff0000ffff0000
    mov w0, #0x0ff00ff0
    mov x0, sp
    mov sp, x0
    mov x0, x1
    mov wsp, w0
    movk x0, #1, lsl #48
    movz w0, #1, lsl 16
    uxtw x0, w1
    lsl x0, x1, #0
    lsl w0, w1, w2
    bfi x0, x1, #0, #8
    ubfx w0, w1, #31, #1
    sbfiz x0, x1, #63, #1
    ror x0, x1, #5
    ret
    ret x1
    isb
    isb sy
    dsb ish
    dmb #11
    clrex
    clrex #3
    msr daifset, #2
    msr spsel, #0
    msr daifclr, 15
    msr DAIFClr, #0xf
    msr pan, #1
    mrs x0, s3_0_c1_c0_0
    mrs x0, SCTLR_EL1
    sys #4, C8, C7, #0
    sys #3, c7, C5, #1, x4
    sysl x1, #0, C1, C2, #3
    ic iallu
    dc cvac, x0
    at s1e1r, x3
    tlbi vmalle1is
    tlbi IPAS2E1IS, x1
    hint #0
    nop
    dcps1
    dcps2 #4
    cset x0, eq
    cinc w0, w1, lo
    ccmp x0, #5, #0xf, ne
    csinc x0, xzr, xzr, al
    add x0, sp, x1
    add x0, sp, x1, lsl #2
    add sp, sp, w1, uxtw #2
    sub x0, x1, x2, sxtx
    cmp sp, x1
    ldr x0, [x1, x2, lsl #3]
    ldr x0, [x1, x2, lsl #0]
    ldrb w0, [x1, w2, uxtw #0]
    ldr q0, [x1, x2, sxtx #4]
    ldxr x0, [x1, #0]
    stlr w0, [sp]
    stxp w0, x1, x2, [x3]
    ldp x0, x1, [sp], #16
    stp q0, q1, [x0, #-1024]
    ldp w29, w30, [x0, 252]!
    ldpsw x0, x1, [x2, #4]
    prfm #6, [x0]
    tst x0, #0xff
    neg x0, x1, lsl #3
    mvn w0, w1
    ngc x0, x1
    mul x0, x1, x2
    smull x0, w1, w2
    crc32cx w0, w1, x2
`,
};
