/*
 * A hypervisor with one guest at EL1: virtual interrupts from list registers into the guest's vectors, ends with EOImode 0
 * and 1, maintenance interrupts, a hardware interrupt that the guest ends, and the guest's own virtual timer.
 */
#include "runtime.h"

static volatile u64 guest_taken[1024], guest_order[64], guest_count, host_taken[1024], host_misr[16], host_count;
static volatile u64 guest_vector;
extern char vectors[];

static void guest(void);

/* EL1 and EL2 share the handler: CurrentEL tells who it is. */
void on_exception(u64 vector, u64 *saved) {
  if (read_sysreg(currentel) == 4) {
    u32 iar = mmio32(GICV + 0xc);
    guest_vector = vector;
    guest_taken[iar & 0x3ff]++;
    guest_order[guest_count++ & 63] = iar;
    if ((iar & 0x3ff) == 27) write_sysreg(cntv_ctl_el0, 2);
    mmio32(GICV + 0x10) = iar;
    if (mmio32(GICV) & 0x200) mmio32(GICV + 0x1000) = iar;
    return;
  }
  if (vector == 0x400) { /* HVC: the guest asks the host for something */
    u64 request = read_sysreg(esr_el2) & 0xffff;
    if (request == 1) mmio32(GICH + 0x100) = 0x50000000 | 0x10 << 23 | 34; /* LR0: pending, group 1 */
    if (request == 2) {
      mmio32(GICH + 0x100) = 0x50000000 | 0x10 << 23 | 35;
      mmio32(GICH + 0x104) = 0x50000000 | 0x08 << 23 | 36 | 1 << 19; /* more urgent, maintenance at its end */
      mmio32(GICH + 0x108) = 0x10000000 | 0x18 << 23 | 37;           /* group 0 */
    }
    if (request == 3) mmio32(GICH + 0) = 1 | 8; /* maintenance when nothing is pending any more */
    if (request == 4) mmio32(GICH + 0) = 1;
    if (request == 5) leave(0);
    if (request == 6) { /* a hardware interrupt, active, to be ended by the guest */
      mmio32(GICD + 0x300) = 1u << 27;
      mmio32(GICH + 0x100) = 0x80000000 | 0x50000000 | 0x10 << 23 | 27 << 10 | 27;
    }
    if (request == 7) mmio32(GICD + 0x180) = 1u << 27;
    return;
  }
  u32 iar = mmio32(GICC + 0xc);
  host_taken[iar & 0x3ff]++;
  if ((iar & 0x3ff) == 25) {
    host_misr[host_count++ & 15] = mmio32(GICH + 0x10) | (u64)mmio32(GICH + 0x20) << 32;
    mmio32(GICH + 0) = 1;
    mmio32(GICH + 0x104) = 0;
  }
  if ((iar & 0x3ff) == 27) { /* the guest's timer: hand it on, the guest ends it */
    mmio32(GICH + 0x100) = 0x80000000 | 0x50000000 | 0x10 << 23 | 27 << 10 | 27;
    mmio32(GICC + 0x10) = iar;
    return;
  }
  mmio32(GICC + 0x10) = iar;
  mmio32(GICC + 0x1000) = iar;
}

#define hvc(n) asm volatile("hvc #" #n ::: "memory")
#define unmask() asm volatile("msr daifclr, #3\n\tisb" ::: "memory")
#define mask() asm volatile("msr daifset, #3" ::: "memory")

static void show(const char *what) {
  put_text(what);
  put(" count", guest_count);
  for (u64 i = 0; i < guest_count; i++) put(" took", guest_order[i]);
  put(" vector", guest_vector);
  put(" host 25", host_taken[25]);
  put(" host 27", host_taken[27]);
  for (u64 i = 0; i < host_count; i++) put(" MISR and EISR", host_misr[i]);
  for (int i = 0; i < 4; i++) put(" LR", mmio32(GICH + 0x100 + 4 * i));
  put(" ELRSR", mmio32(GICH + 0x30));
  put(" HCR", mmio32(GICH));
  put(" VMCR", mmio32(GICH + 8));
  put(" active", mmio32(GICD + 0x300));
  guest_count = host_count = host_taken[25] = host_taken[27] = 0;
}

static void guest(void) {
  mmio32(GICV + 4) = 0xff;
  mmio32(GICV) = 1 | 2 | 4;
  mask();
  hvc(1);
  put("ISR", read_sysreg(isr_el1));
  unmask();
  mask();
  show("one\n");
  hvc(2);
  unmask();
  mask();
  show("by priority, with a maintenance interrupt at the end of 36\n");
  hvc(3);
  show("nothing pending\n");
  hvc(4);
  mmio32(GICV) = 1 | 2 | 4 | 0x200;
  hvc(1);
  unmask();
  mask();
  show("EOImode 1\n");
  hvc(6);
  unmask();
  mask();
  show("hardware\n");
  write_sysreg(cntv_tval_el0, 500);
  write_sysreg(cntv_ctl_el0, 1);
  while (guest_taken[27] < 2) {
    asm volatile("wfi");
    unmask();
    mask();
  }
  show("the guest's timer\n");
  mmio32(GICV) = 1 | 2 | 4 | 8; /* group 0 as virtual FIQ */
  hvc(2);
  put("ISR", read_sysreg(isr_el1));
  unmask();
  mask();
  show("virtual FIQ\n");
  mmio32(GICV + 0x10) = 99; /* ended, and in no list register */
  show("unknown end\n");
  hvc(5);
}

void main(void) {
  mmio32(GICD) = 3;
  mmio32(GICD + 0x100) = 1u << 25 | 1u << 27;
  mmio32(GICC + 4) = 0xff;
  mmio32(GICC) = 1 | 2 | 4 | 0x200;
  mmio32(GICH) = 1;
  write_sysreg(hcr_el2, (1UL << 31) | (3 << 3));
  write_sysreg(spsr_el2, 0x3c5);
  write_sysreg(elr_el2, guest);
  asm volatile("mov x0, sp\n\tsub x0, x0, #0x2000\n\tmsr sp_el1, x0\n\teret" ::: "x0", "memory");
}
