/* The guest's memory, and what an action of it is expected to end in. */
#ifndef GUEST_H
#define GUEST_H

/* Its own tables map page n of its memory here, by TTBR1; the IPA of page n is GUEST_IPA + n * 4096. */
#define GUEST_VA 0xffffff8000000000
#define GUEST_IPA 0x80000000
#define PAGE(n) (GUEST_VA + (n) * 0x1000)
#define IPA(n) (GUEST_IPA + (n) * 0x1000)

#define PAGE_STACK 40
#define PAGE_SEEN 42
#define PAGE_ROOT 44
#define PAGE_LEVEL2 45
#define PAGE_LEVEL3 46
#define PAGE_READ_ONLY 48	/* stage 2 allows no writes */
#define PAGE_ABSENT 49		/* stage 2 has none */
#define PAGE_NEVER_EXECUTED 50	/* stage 2 allows no execution */
#define PAGE_NO_ACCESS_FLAG 51	/* the guest's own descriptor lacks AF */
#define PAGE_UNMAPPED 52	/* the guest maps none */
#define PAGE_LOST_TABLE 53	/* a level 3 table of the guest that stage 2 does not have */
#define GUEST_PAGES 64

/* The VA whose walk meets the lost table: the second 2 MiB. */
#define BEHIND_LOST_TABLE (GUEST_VA + 0x200000)

/* What the guest stores at PAGE_SEEN when it begins: X0 to X30, SP, NZCV; at 288 FPSR, FPCR; then registers; V. */
#define SEEN_SP 248
#define SEEN_NZCV 256
#define SEEN_FPSR 264
#define SEEN_FPCR 272
#define SEEN_SYSREGS 288
#define SEEN_VECTORS 512

/* Whether the guest first changes its registers, and through what it leaves. */
#define ACTION_CHANGES 1
#define ACTION_WAITS_FOR_IRQ 2
#define ACTION_VIRTUAL_IRQ 4
#define ACTION_SETS_X9 8
#define ACTION_TAKES_EXCEPTION 16
#define ACTION_ABORTS 32
#define ACTION_FROM_EL0 64

#ifndef __ASSEMBLER__
#include "../board.h"

struct action {
	u64 entry;
	u64 exit_pc;
	u64 flags;
	u64 x9;
	u64 esr_el2;
	u64 far_el2;
	u64 hpfar_el2;
	u64 esr_el1;
	u64 elr_el1;
	u64 far_el1;
};
#endif

#endif
