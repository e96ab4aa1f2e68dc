/* PSCI through SMC: what each function answers, and PEs switched on, off and on again. */
#include "runtime.h"

#define CPU_ON 0xc4000003UL
#define CPU_OFF 0x84000002UL
#define AFFINITY_INFO 0xc4000004UL

void _secondary(void);
static volatile u64 arrived[8], contexts[8], levels[8], left_over[8], identities[8];
static volatile u64 off_next;

void secondary(u64 index, u64 context) {
  contexts[index] = context;
  levels[index] = read_sysreg(currentel) | read_sysreg(daif) << 8 | read_sysreg(sctlr_el2) << 32;
  identities[index] = read_sysreg(mpidr_el1);
  left_over[index] = read_sysreg(tpidr_el2);
  write_sysreg(tpidr_el2, 0x99); /* gone when it is switched on again */
  asm volatile("dmb ish" ::: "memory");
  arrived[index]++;
  if (index != 3) put("CPU_OFF came back", psci(CPU_OFF, 0, 0, 0));
}

static void answers(void) {
  static const u64 functions[] = {
      0x84000000, 0x84000004, 0x84000005, 0x84000006, 0x84000007, 0xc4000007, 0x8400000a, 0x8400000b, 0x8400000c, 0x8400000d,
      0x8400000e, 0x8400000f, 0x84000010, 0x84000011, 0x84000012, 0x84000013, 0x84000014, 0x84000015, 0xc4000015, 0x80000000,
      0x80000001, 0x80008000, 0x84000fff, 0xc4000000, 0xc4000005, 0, 1, 0xffffffff};
  for (u64 i = 0; i < sizeof functions / sizeof *functions; i++) {
    put("function", functions[i]);
    put(" answers", psci(functions[i], 0, 0, 0));
  }
  for (u64 function = 0x84000000; function < 0x84000018; function++) put("feature", psci(0x8400000a, function, 0, 0));
  for (u64 function = 0xc4000000; function < 0xc4000018; function++) put("feature 64", psci(0x8400000a, function, 0, 0));
  put("feature SMCCC", psci(0x8400000a, 0x80000000, 0, 0));
  put("feature 0", psci(0x8400000a, 0, 0, 0));
}

static u64 registers[18];
static void clobbers(void) {
  asm volatile(
      "mov x9, %0\n\tmov x0, #0x84000000\n\tmov x1, #0x1111\n\tmov x2, #0x2222\n\tmov x3, #0x3333\n\tmov x4, #0x4444\n\t"
      "mov x17, #0x1717\n\tsmc #0\n\tstp x0, x1, [x9]\n\tstp x2, x3, [x9, #16]\n\tstp x4, x17, [x9, #32]"
      ::"r"(registers)
      : "x0", "x1", "x2", "x3", "x4", "x9", "x17", "memory");
  for (int i = 0; i < 6; i++) put("after SMC", registers[i]);
}

void main(void) {
  answers();
  clobbers();
  put("no such PE", psci(CPU_ON, CPUS, (u64)_secondary, 0));
  put("affinity 1", psci(CPU_ON, 0x100, (u64)_secondary, 0));
  put("on already", psci(CPU_ON, 0, (u64)_secondary, 0));
  put("info of itself", psci(AFFINITY_INFO, 0, 0, 0));
  put("info of none", psci(AFFINITY_INFO, CPUS, 0, 0));
  put("info at level 1", psci(AFFINITY_INFO, 0, 1, 0));
  put("info at level 4", psci(AFFINITY_INFO, 0, 4, 0));
  for (u64 i = 1; i < CPUS; i++) {
    put("info before", psci(AFFINITY_INFO, i, 0, 0));
    put("on", psci(CPU_ON, i, (u64)_secondary, 0x1234567800000000 + i));
    while (arrived[i] == 0) {}
    put("context", contexts[i]);
    put("level", levels[i]);
    put("MPIDR", identities[i]);
    if (i == 3) continue;
    while (psci(AFFINITY_INFO, i, 0, 0) != 1) {}
    put("again", psci(0x84000003, i, (u64)_secondary, i));
    while (arrived[i] != 2) {}
    put("left over", left_over[i]);
    while (psci(AFFINITY_INFO, i, 0, 0) != 1) {}
  }
  if (CPUS > 3) put("3 is on", psci(CPU_ON, 3, (u64)_secondary, 0));
  psci(0x84000008, 0, 0, 0);
}
