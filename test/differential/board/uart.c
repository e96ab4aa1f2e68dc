/* The UART: polled and by interrupt, in and out. Input: "polled!" and "interrupt!". */
#include "runtime.h"

static volatile u64 received, interrupts;
static char line[64];

void on_exception(u64 vector, u64 *saved) {
  u32 iar = mmio32(GICC + 0xc);
  interrupts++;
  if (iar == 33 && (mmio32(UART + 0x40) & 0x10))
    while (!(mmio32(UART + 0x18) & 0x10)) line[received++ & 63] = mmio32(UART);
  mmio32(UART + 0x44) = 0x10;
  mmio32(GICC + 0x10) = iar;
}

static void print(const char *text) {
  while (*text) {
    while (mmio32(UART + 0x18) & 0x20) {}
    mmio32(UART) = *text++;
  }
}

void main(void) {
  print("polled: ");
  mmio32(UART + 0x2c) = 0x70;
  mmio32(UART + 0x30) = 0x301;
  for (char c = 0; c != '!';) {
    while (mmio32(UART + 0x18) & 0x10) {}
    mmio32(UART) = c = mmio32(UART);
  }
  print("\nby interrupt: ");
  write_sysreg(hcr_el2, 3 << 3);
  mmio32(GICD) = 1;
  mmio32(GICC + 4) = 0xff;
  mmio32(GICC) = 1;
  mmio32(GICD + 0x104) = 2;
  mmio8(GICD + 0x800 + 33) = 1;
  mmio32(UART + 0x38) = 0x10;
  asm volatile("msr daifclr, #2\n\tisb");
  while (received == 0 || line[(received - 1) & 63] != '!') {}
  asm volatile("msr daifset, #2");
  line[received & 63] = 0;
  print(line);
  print(interrupts == 0 ? " without one\n" : "\n");
  /* What is written sets the raw transmit interrupt, whatever the mask. */
  mmio32(UART + 0x44) = 0x7ff;
  put("raw", mmio32(UART + 0x3c));
  mmio32(UART) = '.';
  put("raw", mmio32(UART + 0x3c));
  put("masked", mmio32(UART + 0x40));
  put("pending", mmio32(GICD + 0x204));
  mmio32(UART + 0x38) = 0x20;
  put("masked", mmio32(UART + 0x40));
  put("pending", mmio32(GICD + 0x204));
  mmio32(UART + 0x44) = 0x20;
  put("pending", mmio32(GICD + 0x204));
  put("flags", mmio32(UART + 0x18));
  leave(0);
}
