/* Timers and interrupts end to end: each timer fires as the PPI it is wired to, wakes a WFI, masks, and goes away. */
#include "runtime.h"

static volatile u64 taken[1024], last_esr, in_handler_status;
static volatile u64 stop_timer = 1;

static void quiet(u64 id) {
  if (id == 30) write_sysreg(cntp_ctl_el0, 2);
  if (id == 27) write_sysreg(cntv_ctl_el0, 2);
  if (id == 26) write_sysreg(cnthp_ctl_el2, 2);
}

void on_exception(u64 vector, u64 *saved) {
  if (vector != 0x280 && vector != 0x480 && vector != 0x300) {
    put("unexpected exception", vector);
    put(" ESR", read_sysreg(esr_el2));
    leave(4);
  }
  u32 iar = mmio32(GICC + 0xc);
  taken[iar & 0x3ff]++;
  if (stop_timer || taken[iar & 0x3ff] == 5) quiet(iar & 0x3ff);
  mmio32(GICC + 0x10) = iar;
}

static void enable(u64 id, u32 priority) {
  mmio32(GICD + 0x100) = 1u << id;
  mmio8(GICD + 0x400 + id) = priority;
}

static void report(const char *what) {
  put_text(what);
  put(" 26", taken[26]);
  put(" 27", taken[27]);
  put(" 30", taken[30]);
  put(" spurious", taken[1023]);
  for (int i = 0; i < 1024; i++) taken[i] = 0;
}

#define unmask() asm volatile("msr daifclr, #3\n\tisb" ::: "memory")
#define mask() asm volatile("msr daifset, #3" ::: "memory")

/* Masked while it looks, so that the interrupt cannot come between the look and the WFI. */
static void await(u64 id) {
  while (taken[id] == 0) {
    asm volatile("wfi");
    unmask();
    mask();
  }
}

static void each_timer(void) {
  write_sysreg(cntp_tval_el0, 1000);
  write_sysreg(cntp_ctl_el0, 1);
  await(30);
  write_sysreg(cntv_tval_el0, 1000);
  write_sysreg(cntv_ctl_el0, 1);
  await(27);
  write_sysreg(cnthp_tval_el2, 1000);
  write_sysreg(cnthp_ctl_el2, 1);
  await(26);
  report("each timer\n");
  put("CNTP_CTL", read_sysreg(cntp_ctl_el0));
  put("CNTV_CTL", read_sysreg(cntv_ctl_el0));
  put("CNTHP_CTL", read_sysreg(cnthp_ctl_el2));
}

/* A wait is over at the deadline, not before, and not long after it. */
static void punctuality(void) {
  u64 start = read_sysreg(cntpct_el0);
  write_sysreg(cntp_cval_el0, start + 100000);
  write_sysreg(cntp_ctl_el0, 1);
  u64 before = read_sysreg(cntp_ctl_el0);
  asm volatile("wfi");
  u64 end = read_sysreg(cntpct_el0);
  put("status before", before);
  put("status after", read_sysreg(cntp_ctl_el0));
  put("pending", mmio32(GICD + 0x200) & 0xffff0000);
  put("early", end < start + 100000);
  put("late", end > start + 100000 + 62500000);
  put("time left", (long)(int)read_sysreg(cntp_tval_el0) > 0);
  write_sysreg(cntp_ctl_el0, 3);
  put("masked status", read_sysreg(cntp_ctl_el0));
  put("masked pending", mmio32(GICD + 0x200) & 0xffff0000);
  write_sysreg(cntp_ctl_el0, 0);
  put("disabled status", read_sysreg(cntp_ctl_el0));
}

/* CNTVOFF_EL2 moves the virtual counter, and with it the virtual timer. */
static void offset(void) {
  write_sysreg(cntvoff_el2, 1UL << 40);
  u64 physical = read_sysreg(cntpct_el0);
  u64 virtual = read_sysreg(cntvct_el0);
  u64 behind = physical + (0UL - (1UL << 40));
  put("virtual counter behind", virtual >= behind && virtual - behind < 10000000);
  write_sysreg(cntv_cval_el0, 0);
  write_sysreg(cntv_ctl_el0, 1);
  put("far from zero", read_sysreg(cntv_ctl_el0));
  put("pending", mmio32(GICD + 0x200) & 0xffff0000);
  write_sysreg(cntvoff_el2, 0);
  put("pending at once", mmio32(GICD + 0x200) & 0xffff0000);
  write_sysreg(cntv_cval_el0, ~0UL);
  put("never", read_sysreg(cntv_ctl_el0));
  put("pending", mmio32(GICD + 0x200) & 0xffff0000);
  write_sysreg(cntv_ctl_el0, 0);
  write_sysreg(cntp_tval_el0, -5);
  write_sysreg(cntp_ctl_el0, 3);
  put("past", read_sysreg(cntp_ctl_el0));
  put("TVAL negative", (int)read_sysreg(cntp_tval_el0) < 0);
  write_sysreg(cntp_ctl_el0, 0);
}

/* The level stays while nobody quiets the timer: the interrupt comes again and again. */
static void level(void) {
  stop_timer = 0;
  write_sysreg(cntp_tval_el0, 0);
  write_sysreg(cntp_ctl_el0, 1);
  unmask();
  while (taken[30] < 5) {}
  mask();
  write_sysreg(cntp_ctl_el0, 0);
  put("again and again", taken[30]);
  put("pending afterwards", mmio32(GICD + 0x200) & 0xffff0000);
  taken[30] = 0;
  stop_timer = 1;
}

/* Group 0 as FIQ. */
static void fiq(void) {
  mmio32(GICD + 0x80) = 0xffffffff & ~(1u << 30);
  mmio32(GICC) = 1 | 2 | 4 | 8;
  write_sysreg(cntp_tval_el0, 100);
  write_sysreg(cntp_ctl_el0, 1);
  while (read_sysreg(isr_el1) == 0) {}
  put("ISR with group 0", read_sysreg(isr_el1));
  unmask();
  while (taken[30] == 0) {}
  mask();
  report("FIQ\n");
}

void main(void) {
  put("frequency", read_sysreg(cntfrq_el0));
  write_sysreg(hcr_el2, 3 << 3);
  mmio32(GICD) = 3;
  mmio32(GICC + 4) = 0xff;
  mmio32(GICC) = 1 | 2 | 4;
  enable(30, 0x80);
  enable(27, 0x90);
  enable(26, 0xa0);
  each_timer();
  punctuality();
  offset();
  level();
  fiq();
  leave(0);
}
