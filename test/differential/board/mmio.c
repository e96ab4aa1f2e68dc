/* Interprets a table of accesses; prints the value and ISR_EL1 after each of them, as words. */
#include "runtime.h"

struct access {
  u32 kind; /* 0 read, 1 write, 2 write what was last read with kind 3, 3 read and remember, 4 the end */
  u32 size;
  u32 address;
  u32 value;
};
extern const struct access accesses[];
static u32 results[2 * 65536];

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

static void interpret(void) {
  u32 count = 0, remembered = 0;
  for (const struct access *a = accesses; a->kind != 4; a++) {
    u32 value = 0;
    if (a->kind == 0 || a->kind == 3) value = load(a->size, a->address);
    if (a->kind == 3) remembered = value;
    if (a->kind == 1) store(a->size, a->address, a->value);
    if (a->kind == 2) store(a->size, a->address, remembered);
    results[count++] = value;
    results[count++] = read_sysreg(isr_el1);
  }
  put_bytes(results, 4UL * count);
}

void main(void) {
#ifdef AT_EL1
  write_sysreg(hcr_el2, (1UL << 31) | (3 << 3));
  write_sysreg(spsr_el2, 0x3c5);
  asm volatile("mov x0, sp\n\tmsr sp_el1, x0\n\tadr x0, 1f\n\tmsr elr_el2, x0\n\teret\n1:" ::: "x0", "memory");
#endif
  interpret();
  leave(0);
}
