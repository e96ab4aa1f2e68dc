/* What run_guest() gives to the host's registers, and reads back. */
#ifndef HOST_STATE_H
#define HOST_STATE_H

#define HOST_X19 0
#define HOST_SYSREGS 88
#define HOST_VECTORS 224
#define HOST_SYSREG_COUNT 16

#ifndef __ASSEMBLER__
#include "../board.h"

struct host_state {
	u64 x19_to_x29[11];
	/* SP_EL0, TPIDR_EL0, TPIDRRO_EL0, TPIDR_EL1, CONTEXTIDR_EL1, TTBR0_EL1, ESR_EL1, FAR_EL1, PAR_EL1, ELR_EL1,
	 * SPSR_EL1, CNTKCTL_EL1, CSSELR_EL1, MAIR_EL1, FPSR, FPCR */
	u64 sysregs[HOST_SYSREG_COUNT];
	u64 unused;
	u64 vectors[64] __attribute__((aligned(16)));
};

_Static_assert(__builtin_offsetof(struct host_state, sysregs) == HOST_SYSREGS, "sysregs");
_Static_assert(__builtin_offsetof(struct host_state, vectors) == HOST_VECTORS, "vectors");
#endif

#endif
