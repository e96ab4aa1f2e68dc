/*
 * Interprets a table of accesses, each by one PE; prints what each gave and ISR_EL1 after it, as words. Interrupts are
 * masked. With AT_EL1 it runs at EL1, where HCR_EL2.IMO and FMO make ISR_EL1 show the virtual interrupts.
 */
#include "runtime.h"

struct access {
  u32 kind; /* 0 read, 1 write, 2 write what kind 3 read last, 3 read and remember, 4 the end */
  u32 size;
  u32 address;
  u32 value;
  u32 pe;
};
extern const struct access accesses[];
static u32 results[2 * 65536];
static volatile u32 turn;
void _secondary(void);

static u32 load(u32 size, u64 address) {
  u32 value;
  if (size == 1) asm volatile("ldrb %w0, [%1]" : "=r"(value) : "r"(address) : "memory");
  else if (size == 2) asm volatile("ldrh %w0, [%1]" : "=r"(value) : "r"(address) : "memory");
  else asm volatile("ldr %w0, [%1]" : "=r"(value) : "r"(address) : "memory");
  return value;
}

static void store(u32 size, u64 address, u32 value) {
  if (size == 1) asm volatile("strb %w0, [%1]" ::"r"(value), "r"(address) : "memory");
  else if (size == 2) asm volatile("strh %w0, [%1]" ::"r"(value), "r"(address) : "memory");
  else asm volatile("str %w0, [%1]" ::"r"(value), "r"(address) : "memory");
}

static u32 interpret(u32 pe) {
  u32 remembered = 0, i;
  for (i = 0; accesses[i].kind != 4; i++) {
    const struct access *a = &accesses[i];
    u32 value = 0;
    if (a->pe != pe) continue;
    while (turn != i) asm volatile("wfe");
    if (a->kind == 0 || a->kind == 3) value = load(a->size, a->address);
    if (a->kind == 3) remembered = value;
    if (a->kind == 1) store(a->size, a->address, a->value);
    if (a->kind == 2) store(a->size, a->address, remembered);
    results[2 * i] = value;
    results[2 * i + 1] = read_sysreg(isr_el1);
    turn = i + 1;
    asm volatile("dsb sy\n\tsev" ::: "memory");
  }
  return i;
}

void secondary(u64 pe, u64 context) {
  interpret(pe);
}

void main(void) {
  for (u64 pe = 1; psci(0xc4000003, pe, (u64)_secondary, 0) == 0; pe++) {}
#ifdef AT_EL1
  write_sysreg(hcr_el2, (1UL << 31) | (3 << 3));
  write_sysreg(spsr_el2, 0x3c5);
  asm volatile("mov x0, sp\n\tmsr sp_el1, x0\n\tadr x0, 1f\n\tmsr elr_el2, x0\n\teret\n1:" ::: "x0", "memory");
#endif
  u32 count = interpret(0);
  while (turn != count) asm volatile("wfe");
  put_bytes(results, 8UL * count);
  leave(0);
}
