/* SYSTEM_RESET: the image is loaded again, other memory stays, devices and PEs are as at first. Not the UART: QEMU 7.2 does not reset it (DDI0183, 3.3). */
#include "runtime.h"

static volatile u64 in_image = 1;
#define outside (*(volatile u64 *)0x46000000)

void main(void) {
  outside++;
  put("start", outside);
  put("in the image", in_image);
  put("GICD_CTLR", mmio32(GICD));
  put("priority", mmio32(GICD + 0x400));
  put("GICC_PMR", mmio32(GICC + 4));
  put("GICH_LR", mmio32(GICH + 0x100));
  put("TPIDR_EL2", read_sysreg(tpidr_el2));
  put("CNTP_CTL_EL0", read_sysreg(cntp_ctl_el0));
  put("pending", mmio32(GICD + 0x200));
  put("CPU_ON", psci(0xc4000004, 1, 0, 0));
  in_image = 2;
  mmio32(GICD) = 3;
  mmio32(GICD + 0x400) = 0x12345678;
  mmio32(GICC + 4) = 0x55;
  mmio32(GICH + 0x100) = 0x10000001;
  write_sysreg(tpidr_el2, 0x99);
  write_sysreg(cntp_cval_el0, 0);
  write_sysreg(cntp_ctl_el0, 1);
  psci(0xc4000003, 1, 0x40200000, 0);
  if (outside < 3) psci(0x84000009, 0, 0, 0);
  psci(0x84000008, 0, 0, 0);
}
