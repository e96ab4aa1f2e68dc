/*
 * Software step: each combination of what enables, routes and masks it, with instructions that go on, call, trap, return or
 * fail, from EL0, EL1 and EL2. A line for each case: what EL1 got first, if anything, and how the case came back to EL2.
 */
#include "runtime.h"

asm(R"(
    .text
    .macro report level
    .balign 0x80
    msr tpidr_el\level, x0
    adr x0, .
    b report_el\level
    .endm
    .balign 0x800
    .globl vectors_el1, vectors_el2
vectors_el1:
    .rept 16
    report 1
    .endr
    .balign 0x800
vectors_el2:
    .rept 16
    report 2
    .endr

report_el1:
    adrp x1, seen
    add x1, x1, :lo12:seen
    and x0, x0, #0x780
    mrs x2, esr_el1
    stp x0, x2, [x1]
    mrs x0, elr_el1
    mrs x2, spsr_el1
    stp x0, x2, [x1, #16]
    hvc #0x7e

report_el2:
    adrp x1, seen
    add x1, x1, :lo12:seen
    and x0, x0, #0x780
    mrs x2, esr_el2
    stp x0, x2, [x1, #32]
    mrs x0, elr_el2
    mrs x2, spsr_el2
    stp x0, x2, [x1, #48]
    ldp x29, x30, [sp], #16
    ldp x27, x28, [sp], #16
    ldp x25, x26, [sp], #16
    ldp x23, x24, [sp], #16
    ldp x21, x22, [sp], #16
    ldp x19, x20, [sp], #16
    ret

    // run_case(address, SPSR, MDSCR_EL1): there, and back by an exception to EL2
    .globl run_case
run_case:
    stp x19, x20, [sp, #-16]!
    stp x21, x22, [sp, #-16]!
    stp x23, x24, [sp, #-16]!
    stp x25, x26, [sp, #-16]!
    stp x27, x28, [sp, #-16]!
    stp x29, x30, [sp, #-16]!
    msr elr_el2, x0
    msr spsr_el2, x1
    msr mdscr_el1, x2
    isb
    adrp x0, word
    add x0, x0, :lo12:word
    mov x2, #1 << 50
    adr x3, tail + 2
    eret

    .balign 16
    .globl stepped
stepped:
    .macro code instruction:vararg
    \instruction
    svc #9
    svc #9
    svc #9
    .endm
    code nop
    code svc #1
    code hvc #1
    code ldxr w1, [x0]
    code ldxr x1, [x2]
    code ldr x1, [x2]
    code brk #1
    code b tail
    code br x3
    code msr daifset, #8
    code msr daifclr, #8
    code isb
    code msr mdscr_el1, xzr
    code .inst 0
    code smc #0
    code eret
    .globl tail
tail:
    svc #10
    svc #10
)");

extern char vectors_el1[], vectors_el2[], stepped[], tail[];
void run_case(void *address, u64 spsr, u64 mdscr);
u64 seen[8], word[2];

#define CODES 16
#define ERET 15
#define TDE (1ul << 8)
#define TGE (1ul << 27)
#define RW (1ul << 31)

static char line[96];
static u64 length;

static void digits(u64 value, int count) {
  line[length++] = ' ';
  while (count-- > 0) line[length++] = "0123456789abcdef"[(value >> (4 * count)) & 15];
}

static void show(const u64 *exception) {
  digits(exception[0], 3);
  digits(exception[1], 8);
  digits(exception[2] - (u64)stepped, 3);
  digits(exception[3], 8);
}

static void try(u64 number, u64 code, u64 mode) {
  u64 bit = number;
#define NEXT(value) ({ u64 chosen_ = bit & 1 ? (value) : 0; bit >>= 1; chosen_; })
  u64 mdscr = NEXT(1) | NEXT(1ul << 13);
  u64 spsr = mode | 0x1c0 | NEXT(1ul << 21) | NEXT(1ul << 9);
  u64 mdcr = NEXT(TDE);
  u64 hcr = RW | NEXT(TGE);
  u64 lock = NEXT(1);
  if (code == ERET && mode >= 8) return; /* back to itself */
  write_sysreg(mdcr_el2, mdcr);
  write_sysreg(hcr_el2, hcr);
  write_sysreg(oslar_el1, lock);
  write_sysreg(elr_el1, tail);
  write_sysreg(spsr_el1, (spsr & ~15ul) | (number * 7 & 0x200)); /* to EL0, D as it comes */
  seen[0] = 0xfff;
  run_case(stepped + 16 * code, spsr, mdscr);
  write_sysreg(mdscr_el1, 0);
  length = 0;
  digits(number, 2);
  digits(code, 1);
  digits(mode, 1);
  if (seen[0] != 0xfff) show(seen);
  show(seen + 4);
  digits(read_sysreg(oslsr_el1), 1);
  line[length++] = '\n';
  put_bytes(line, length);
}

int main(void) {
  static const u64 modes[] = {0, 4, 5, 9};
  write_sysreg(vbar_el1, vectors_el1);
  write_sysreg(vbar_el2, vectors_el2);
  for (u64 number = 0; number < 128; number++)
    for (u64 code = 0; code < CODES; code++)
      for (u64 mode = 0; mode < 4; mode++) try(number, code, modes[mode]);
  leave(0);
}
