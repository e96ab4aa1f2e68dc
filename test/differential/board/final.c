/* Leaves known values everywhere that a dump shows, on each PE, and switches the board off. */
#include "runtime.h"

void _secondary(void);
void fill(u64 seed);
static volatile u64 ready;

/* Every general register, vector register and some system registers, from a seed; then waits, or switches off. */
asm(".globl fill\n"
    "fill: .arch_extension fp\n.arch_extension simd\n"
    " msr tpidr_el0, x0\n msr tpidr_el1, x0\n add x1, x0, #1\n msr mair_el1, x1\n msr elr_el1, x1\n msr afsr0_el1, x1\n"
    " msr far_el1, x1\n msr sp_el0, x1\n msr sp_el1, x1\n msr ttbr0_el2, x1\n msr vttbr_el2, x1\n"
    " .irp n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31\n"
    " add x1, x1, #\\n\n fmov d\\n, x1\n mov v\\n\\().d[1], x0\n .endr\n"
    " mov x30, x0\n"
    " .irp n, 2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29\n"
    " eor x\\n, x30, #0xff\n add x\\n, x\\n, #\\n\n .endr\n"
    " mov sp, x29\n cmp x30, x29\n"
    " tbnz x0, #0, 2f\n"
    "1: wfi\n b 1b\n"
    "2: movz x0, #0x8400, lsl #16\n movk x0, #8\n smc #0\n b .\n");

void secondary(u64 index, u64 context) {
  ready++;
  asm volatile("dmb ish\n\tsev" ::: "memory");
  fill(context);
}

void main(void) {
  for (u64 pe = 1; pe < PES; pe++) {
    psci(0xc4000003, pe, (u64)_secondary, 0x1234567800000000 + (pe << 12));
    while (ready != pe) {}
  }
  for (int i = 0; i < 20000; i++) asm volatile("nop"); /* the others come to their WFI */
  fill(0xfedcba9800000001);
}
