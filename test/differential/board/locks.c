/* Four PEs: a lock of load- and store-exclusives, a ticket lock, and SGIs from each to each. */
#include "runtime.h"

#define PES 4
#define ROUNDS 200
void _secondary(void);
static volatile u32 lock, plain, next_ticket, now_serving, ticketed, done;
static volatile u32 sgis[PES][PES];

static u32 add(volatile u32 *at, u32 value) {
  u32 old, failed;
  do asm volatile("ldaxr %w0, [%2]\n\tadd %w0, %w0, %w3\n\tstlxr %w1, %w0, [%2]\n\tsub %w0, %w0, %w3"
                  : "=&r"(old), "=&r"(failed) : "r"(at), "r"(value) : "memory");
  while (failed);
  return old;
}

void on_exception(u64 vector, u64 *saved) {
  u32 iar = mmio32(GICC + 0xc);
  u64 me = read_sysreg(mpidr_el1) & 0xff;
  if ((iar & 0x3ff) == 5) add(&sgis[me][iar >> 10 & 7], 1);
  mmio32(GICC + 0x10) = iar;
}

/*
 * PE 1 stores between a load-exclusive of PE 0 and its store-exclusive, which must fail then; without, it succeeds. Each
 * variable has an exclusives reservation granule of its own: a store anywhere in it may clear the mark (DDI0487, B2.9.3).
 */
static volatile u32 contested __attribute__((aligned(2048)));
static volatile u32 step __attribute__((aligned(2048)));
static void interference(u64 me) {
  for (u32 round = 0; round < 4; round++) {
    if (me == 1) {
      while (step != 2 * round + 1) {}
      if (round & 1) contested = 100 + round;
      asm volatile("dmb ish" ::: "memory");
      step = 2 * round + 2;
    }
    if (me == 0) {
      u32 value, failed;
      asm volatile("ldaxr %w0, [%1]" : "=r"(value) : "r"(&contested) : "memory");
      step = 2 * round + 1;
      while (step != 2 * round + 2) {}
      asm volatile("stlxr %w0, %w2, [%1]" : "=&r"(failed) : "r"(&contested), "r"(7) : "memory");
      put("store-exclusive", failed);
      put(" leaves", contested);
    }
  }
}

static void work(u64 me) {
  mmio32(GICC + 4) = 0xff;
  mmio32(GICC) = 1;
  write_sysreg(hcr_el2, 3 << 3);
  asm volatile("msr daifclr, #2\n\tisb");
  for (int i = 0; i < ROUNDS; i++) {
    u32 failed, value;
    asm volatile("sevl\n1:\twfe\n2:\tldaxr %w0, [%2]\n\tcbnz %w0, 1b\n\tstxr %w1, %w3, [%2]\n\tcbnz %w1, 2b"
                 : "=&r"(value), "=&r"(failed) : "r"(&lock), "r"(1) : "memory");
    plain++;
    asm volatile("stlr wzr, [%0]\n\tsev" ::"r"(&lock) : "memory");
    u32 mine = add(&next_ticket, 1);
    while (now_serving != mine) asm volatile("wfe");
    ticketed++;
    now_serving = mine + 1;
    asm volatile("dsb sy\n\tsev" ::: "memory");
  }
  mmio32(GICD + 0xf00) = 1 << 24 | 5; /* everyone else */
  mmio32(GICD + 0xf00) = 2 << 24 | 5; /* itself */
  for (u64 from = 0; from < PES; from++)
    while (sgis[me][from] == 0) {}
  add(&done, 1);
}

void secondary(u64 me, u64 context) {
  interference(me);
  work(me);
  for (;;) asm volatile("wfi");
}

void main(void) {
  mmio32(GICD) = 1;
  for (u64 pe = 1; pe < PES; pe++) psci(0xc4000003, pe, (u64)_secondary, 0);
  interference(0);
  work(0);
  while (done < PES) {}
  put("under the lock", plain);
  put("under the ticket", ticketed);
  for (int to = 0; to < PES; to++)
    for (int from = 0; from < PES; from++) put("SGIs", sgis[to][from]);
  leave(0);
}
