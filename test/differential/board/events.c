/* WFE with an event stream on, from the virtual and the physical counter, at EL2 and at EL1. QEMU never traps WFE. */
#include "runtime.h"

#define EVNTEN 4

void on_exception(u64 vector, u64 *saved) {
  (void)saved;
  put("vector", vector);
  put("esr", read_sysreg(esr_el2));
  leave(0);
}

static void wait(void) {
  for (int i = 0; i < 5; i++) asm volatile("wfe" ::: "memory");
}

static void guest(void) {
  wait();
  asm volatile("hvc #7");
}

int main(void) {
  static u64 stack[512];
  write_sysreg(cntkctl_el1, EVNTEN | 4 << 4);
  wait();
  write_sysreg(cntkctl_el1, 0);
  write_sysreg(cnthctl_el2, EVNTEN | 4 << 4 | 3);
  wait();
  put("el2", 1);
  write_sysreg(hcr_el2, 1ul << 31);
  write_sysreg(sp_el1, stack + 512);
  write_sysreg(spsr_el2, 0x3c5);
  write_sysreg(elr_el2, guest);
  asm volatile("eret");
  leave(1);
}
