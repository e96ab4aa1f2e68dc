/* The caches that CLIDR_EL1 has, and what CCSIDR_EL1 shows of each that CSSELR_EL1 can select. */
#include "runtime.h"

int main(void) {
  put("clidr", read_sysreg(clidr_el1));
  for (u64 selected = 0; selected < 16; selected++) {
    write_sysreg(csselr_el1, selected);
    put("ccsidr", read_sysreg(ccsidr_el1));
  }
  leave(0);
}
