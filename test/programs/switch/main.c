/*
 * A host that lets a guest do ACTIONS things through the generated world switch, each time with fresh random values
 * in every register of both sides and another action of the guest. The host's timer interrupts the guest at random; how
 * often it did depends on time and is not printed. Everything else is the same on every machine: the digest is over all
 * registers after each action.
 */
#include "../board.h"
#include "guest.h"
#include "host-state.h"
#include "structs.h"

/* How many actions, each one switch or more; and the mask of the delay before an interrupt, in ticks. */
#ifndef ACTIONS
#define ACTIONS (20 * SCALE)
#endif
#ifndef DELAY
#define DELAY 0x3ff
#endif

u64 run_guest(struct kvm_vcpu *vcpu, const struct host_state *before, struct host_state *after);
u64 kvm_call_hyp(void *function, ...);
extern char __kvm_tlb_flush_vmid_ipa[], __kvm_flush_vm_context[];
extern const struct action __actions[], __actions_end[];
extern const u8 __guest_image[];
extern const u64 guest_vectors_at, guest_image_end;

#define HCR_GUEST 0x8068023f /* RW, TSW, TACR, TSC, FB, AMO, IMO, FMO, PTW, SWIO, VM; TWI is bit 13 */
#define HCR_TWI (1ul << 13)
#define HCR_VI (1ul << 7)

static struct kvm vm;
static struct kvm_vcpu vcpu;
static struct kvm_cpu_context host_context;
static u8 guest_ram[GUEST_PAGES][4096] __attribute__((aligned(4096)));
static u64 stage2_root[512] __attribute__((aligned(4096)));
static u64 stage2_level2[512] __attribute__((aligned(4096)));
static u64 stage2_level3[512] __attribute__((aligned(4096)));

static u64 digest = 0xcbf29ce484222325;
static u64 failures, interrupts, switches, checks;

static u64 physical(const void *address)
{
	return (u64)address - PAGE_OFFSET + 0x40000000;
}

/* The page of the host's that is behind a page of the guest's memory: neighbours are none. */
static u8 *page_of(u64 page)
{
	return guest_ram[(page * 37 + 11) % GUEST_PAGES];
}

static void check(u64 round, const char *what, u64 index, u64 expected, u64 found)
{
	checks++;
	digest = (digest ^ found) * 0x100000001b3;
	if (expected == found)
		return;
	if (failures++ < 20)
		print("action %lu: %s %lu is %lx, not %lx\n", round, what, index, found, expected);
}

/* Ticks until the next interrupt; now and then, unless it is waited for, none comes. Not from the sequence that makes the values. */
static u64 random_delay(int always)
{
	static u64 state = 12345;

	state = state * 6364136223846793005 + 1442695040888963407;
	return always || state >> 62 ? state >> 53 & DELAY : 1u << 24;
}

static void map_guest(void)
{
	u64 *root = (u64 *)page_of(PAGE_ROOT);
	u64 *level2 = (u64 *)page_of(PAGE_LEVEL2);
	u64 *level3 = (u64 *)page_of(PAGE_LEVEL3);

	root[0] = IPA(PAGE_LEVEL2) | 3;
	level2[0] = IPA(PAGE_LEVEL3) | 3;
	level2[1] = IPA(PAGE_LOST_TABLE) | 3;
	for (u64 page = 0; page < GUEST_PAGES; page++) {
		int user = page < PAGE_STACK;

		/* Normal memory, inner shareable; what is EL0's to read is code, and read-only. */
		level3[page] = IPA(page) | 0x707 | (user ? 3u << 6 : 0);
		stage2_level3[page] = physical(page_of(page)) | 0x7ff;
	}
	level3[PAGE_NO_ACCESS_FLAG] &= ~0x400ul;
	level3[PAGE_UNMAPPED] = 0;
	stage2_level3[PAGE_READ_ONLY] &= ~0x80ul;
	stage2_level3[PAGE_ABSENT] = 0;
	stage2_level3[PAGE_NEVER_EXECUTED] |= 1ul << 54;
	stage2_level3[PAGE_LOST_TABLE] = 0;
	stage2_level2[0] = physical(stage2_level3) | 3;
	stage2_root[GUEST_IPA >> 30] = physical(stage2_level2) | 3;
	for (u64 at = 0; at < guest_image_end - GUEST_VA; at += 4096)
		memcpy(page_of(at / 4096), __guest_image + at, 4096);
	dsb();
}

/* Random values where any will do, valid ones where the guest needs them. */
static void fill_guest(const struct action *action)
{
	struct kvm_cpu_context *c = &vcpu.arch.ctxt;
	struct kvm_regs *gp = &c->gp_regs;

	for (int n = 0; n < 31; n++)
		gp->regs.regs[n] = random64();
	gp->regs.sp = random64();
	gp->regs.pc = action->entry;
	gp->regs.pstate = (random64() & 0xf0000340) | 5 | (action->flags & ACTION_VIRTUAL_IRQ ? 0 : random64() & 0x80);
	gp->sp_el1 = PAGE(PAGE_STACK) + 0x100 + (random64() & 0x1e00);
	gp->elr_el1 = random64();
	gp->spsr[0] = (random64() & 0xf00003c0) | 5;
	for (int n = 0; n < 32; n++)
		gp->fp_regs.vregs[n] = (worldswitch_u128)random64() << 64 | random64();
	gp->fp_regs.fpsr = random64() & 0x0800009f;
	gp->fp_regs.fpcr = random64() & 0x07c00000;
	c->sys_regs[MPIDR_EL1] = 0x80000000 | (random64() & 0xffffff);
	c->sys_regs[CSSELR_EL1] = random64() & 0xe;
	c->sys_regs[SCTLR_EL1] = 0x30d0180d | (random64() & 0x4048000);
	c->sys_regs[ACTLR_EL1] = 0;
	c->sys_regs[CPACR_EL1] = 3 << 20;
	c->sys_regs[TTBR0_EL1] = IPA(PAGE_ROOT) | random64() << 48;
	c->sys_regs[TTBR1_EL1] = IPA(PAGE_ROOT) | random64() << 48;
	c->sys_regs[TCR_EL1] = 0x11b5193519 | (random64() & 1) << 37;
	c->sys_regs[ESR_EL1] = random64() & 0xffffffff;
	c->sys_regs[AFSR0_EL1] = 0;
	c->sys_regs[AFSR1_EL1] = 0;
	c->sys_regs[FAR_EL1] = random64();
	c->sys_regs[MAIR_EL1] = (random64() & ~0xfffful) | 0xff00;
	c->sys_regs[VBAR_EL1] = guest_vectors_at | (random64() & 0x800);
	c->sys_regs[CONTEXTIDR_EL1] = random64() & 0xffffffff;
	c->sys_regs[TPIDR_EL0] = random64();
	c->sys_regs[TPIDRRO_EL0] = random64();
	c->sys_regs[TPIDR_EL1] = random64();
	c->sys_regs[AMAIR_EL1] = 0;
	c->sys_regs[CNTKCTL_EL1] = random64() & 0x3ff;
	c->sys_regs[PAR_EL1] = (random64() & 0xff00fffffffff380) | 0x800;
	vcpu.arch.hcr_el2 = HCR_GUEST | HCR_TWI;
	vcpu.arch.irq_lines = action->flags & ACTION_VIRTUAL_IRQ ? HCR_VI : 0;
}

/* What the host has in its registers during a switch; the values of EL1's are of no use to it. */
static void fill_host(struct host_state *host)
{
	static const u64 masks[HOST_SYSREG_COUNT] = {
		~0ul, ~0ul, ~0ul, ~0ul, 0xffffffff, 0xfffffffffffe, 0xffffffff, ~0ul, 0xff00fffffffff380, ~0ul,
		0xf00003c0, 0x3ff, 0xe, ~0xfffful, 0x0800009f, 0x07c00000,
	};

	for (int n = 0; n < 11; n++)
		host->x19_to_x29[n] = random64();
	for (int n = 0; n < HOST_SYSREG_COUNT; n++)
		host->sysregs[n] = random64() & masks[n];
	host->sysregs[8] |= 0x800;
	host->sysregs[10] |= 5;
	host->sysregs[13] |= 0xff00;
	for (int n = 0; n < 64; n++)
		host->vectors[n] = random64();
}

/* What the guest saw when it began is what the host gave it. */
static void check_seen(u64 round, const struct kvm_cpu_context *given)
{
	static const u8 order[16] = {
		MPIDR_EL1, CSSELR_EL1, SCTLR_EL1, TTBR0_EL1, TTBR1_EL1, TCR_EL1, ESR_EL1, FAR_EL1, MAIR_EL1, VBAR_EL1,
		CONTEXTIDR_EL1, TPIDR_EL0, TPIDRRO_EL0, TPIDR_EL1, CNTKCTL_EL1, PAR_EL1,
	};
	const struct kvm_regs *gp = &given->gp_regs;
	const u64 *seen = (const u64 *)page_of(PAGE_SEEN);
	const u64 *sysregs = seen + SEEN_SYSREGS / 8;

	for (int n = 0; n < 31; n++)
		check(round, "the guest's own X", n, gp->regs.regs[n], seen[n]);
	check(round, "the guest's own SP", 1, gp->sp_el1, seen[SEEN_SP / 8]);
	check(round, "the guest's own NZCV", 0, gp->regs.pstate & 0xf0000000, seen[SEEN_NZCV / 8]);
	check(round, "the guest's own FPSR", 0, gp->fp_regs.fpsr, seen[SEEN_FPSR / 8]);
	check(round, "the guest's own FPCR", 0, gp->fp_regs.fpcr, seen[SEEN_FPCR / 8]);
	for (int n = 0; n < 16; n++)
		check(round, "the guest's own system register", n, given->sys_regs[order[n]], sysregs[n]);
	check(round, "the guest's own SP_EL0", 0, gp->regs.sp, sysregs[16]);
	check(round, "the guest's own ELR_EL1", 0, gp->elr_el1, sysregs[17]);
	check(round, "the guest's own SPSR_EL1", 0, gp->spsr[0], sysregs[18]);
	for (int n = 0; n < 64; n++)
		check(round, "the guest's own V", n, (u64)(gp->fp_regs.vregs[n / 2] >> (n % 2 * 64)), seen[SEEN_VECTORS / 8 + n]);
}

/* What an action makes of the guest's registers. */
static void expect(struct kvm_cpu_context *c, const struct action *action)
{
	struct kvm_regs *gp = &c->gp_regs;
	u64 pstate;

	if (action->flags & ACTION_CHANGES) {
		worldswitch_u128 first = gp->fp_regs.vregs[0];

		for (int n = 1; n < 31; n++)
			gp->regs.regs[n] += (u64)n;
		for (int n = 0; n < 31; n++)
			gp->fp_regs.vregs[n] = gp->fp_regs.vregs[n + 1];
		gp->fp_regs.vregs[31] = first;
		gp->regs.pstate ^= 0xf0000000;
		gp->regs.sp ^= 0xf000;
		gp->elr_el1 ^= 0xffff0000;
		gp->spsr[0] ^= 0xf0000000;
		gp->fp_regs.fpsr ^= 1;
		gp->fp_regs.fpcr ^= 1 << 22;
		c->sys_regs[CSSELR_EL1] ^= 1;
		c->sys_regs[SCTLR_EL1] ^= 0x4000;
		c->sys_regs[TTBR0_EL1] ^= 1ul << 48;
		c->sys_regs[TTBR1_EL1] ^= 1ul << 48;
		c->sys_regs[TCR_EL1] ^= 1ul << 37;
		c->sys_regs[ESR_EL1] ^= 0xff;
		c->sys_regs[FAR_EL1] ^= 0xff00ff00ff00ff00;
		c->sys_regs[MAIR_EL1] ^= 0xff00000000000000;
		c->sys_regs[VBAR_EL1] ^= 0x800;
		c->sys_regs[CONTEXTIDR_EL1] ^= 0xff0;
		c->sys_regs[TPIDR_EL0] ^= 0xff;
		c->sys_regs[TPIDRRO_EL0] ^= 0xff00;
		c->sys_regs[TPIDR_EL1] ^= 0xff0000;
		c->sys_regs[CNTKCTL_EL1] ^= 1;
		c->sys_regs[PAR_EL1] ^= 0xff000;
	}
	if (action->flags & ACTION_SETS_X9)
		gp->regs.regs[9] = action->x9;
	gp->regs.pc = action->exit_pc;
	pstate = action->flags & ACTION_FROM_EL0 ? 0x80000000 : gp->regs.pstate;
	if (!(action->flags & (ACTION_TAKES_EXCEPTION | ACTION_VIRTUAL_IRQ)))
		return;
	gp->regs.pc += c->sys_regs[VBAR_EL1] - guest_vectors_at;
	gp->regs.pstate = (pstate & 0xf0000000) | 0x3c5;
	gp->spsr[0] = pstate;
	gp->elr_el1 = action->elr_el1;
	if (action->flags & ACTION_TAKES_EXCEPTION)
		c->sys_regs[ESR_EL1] = action->esr_el1;
	if (action->flags & ACTION_ABORTS)
		c->sys_regs[FAR_EL1] = action->far_el1;
}

/*
 * pstate: the bits that count. An exception leaves N, Z, C and V as they are (DDI0487, AArch64.TakeException), but some
 * machines clear them: after one that the guest took itself they are left out.
 */
static void check_context(u64 round, const struct kvm_cpu_context *expected, u64 pstate)
{
	const struct kvm_regs *want = &expected->gp_regs, *got = &vcpu.arch.ctxt.gp_regs;

	for (int n = 0; n < 31; n++)
		check(round, "saved X", n, want->regs.regs[n], got->regs.regs[n]);
	check(round, "saved SP", 0, want->regs.sp, got->regs.sp);
	check(round, "saved PC", 0, want->regs.pc, got->regs.pc);
	check(round, "saved PSTATE", 0, want->regs.pstate & pstate, got->regs.pstate & pstate);
	check(round, "saved SP_EL1", 1, want->sp_el1, got->sp_el1);
	check(round, "saved ELR_EL1", 0, want->elr_el1, got->elr_el1);
	check(round, "saved SPSR_EL1", 0, want->spsr[0], got->spsr[0]);
	for (int n = 0; n < 64; n++)
		check(round, "saved V", n, (u64)(want->fp_regs.vregs[n / 2] >> (n % 2 * 64)), (u64)(got->fp_regs.vregs[n / 2] >> (n % 2 * 64)));
	check(round, "saved FPSR", 0, want->fp_regs.fpsr, got->fp_regs.fpsr);
	check(round, "saved FPCR", 0, want->fp_regs.fpcr, got->fp_regs.fpcr);
	for (int n = MPIDR_EL1; n < NR_SYS_REGS; n++)
		check(round, "saved system register", n, expected->sys_regs[n], vcpu.arch.ctxt.sys_regs[n]);
}

/* How often an action is interrupted is not part of the digest. */
static void check_host(u64 round, const struct host_state *before, const struct host_state *after, int last)
{
	u64 digest_before = digest, checks_before = checks;

	for (int n = 0; n < 11; n++)
		check(round, "the host's X", 19 + n, before->x19_to_x29[n], after->x19_to_x29[n]);
	for (int n = 0; n < HOST_SYSREG_COUNT; n++)
		check(round, "the host's system register", n, before->sysregs[n], after->sysregs[n]);
	for (int n = 0; n < 64; n++)
		check(round, "the host's V", n, before->vectors[n], after->vectors[n]);
	if (!last) {
		digest = digest_before;
		checks = checks_before;
	}
}

/*
 * Runs the guest until it leaves by itself, or is interrupted where it waits for that; other interrupts of the host's
 * timer are served, and the guest goes on. The host's registers are checked after each switch.
 */
static u64 run_to_exit(u64 round, const struct action *action, const struct host_state *before)
{
	static struct host_state after;

	for (;;) {
		u64 code;
		u32 number;

		write_sysreg(cntp_tval_el0, random_delay(action->flags & ACTION_WAITS_FOR_IRQ));
		write_sysreg(cntp_ctl_el0, 1);
		code = run_guest(&vcpu, before, &after);
		number = acknowledge_interrupt();
		write_sysreg(cntp_ctl_el0, 0);
		isb();
		if (number != 1023)
			end_interrupt(number);
		check_host(round, before, &after, code != ARM_EXCEPTION_IRQ);
		switches++;
		if (code != ARM_EXCEPTION_IRQ)
			return code;
		interrupts++;
		if (action->flags & ACTION_WAITS_FOR_IRQ && vcpu.arch.ctxt.gp_regs.regs.pc == action->exit_pc)
			return code;
	}
}

int main(void)
{
	static struct kvm_cpu_context given, expected;
	static struct host_state before;
	u64 count = (u64)(__actions_end - __actions);

	map_guest();
	vm.arch.vttbr = physical(stage2_root) | 5ul << 48;
	vcpu.kvm = &vm;
	vcpu.arch.host_cpu_context = &host_context;
	enable_interrupt(TIMER_INTERRUPT);
	for (u64 round = 0; round < ACTIONS; round++) {
		const struct action *action = &__actions[random64() % count];
		struct kvm_vcpu_fault_info *fault = &vcpu.arch.fault;
		u64 code;

		fill_guest(action);
		fill_host(&before);
		memcpy(&given, &vcpu.arch.ctxt, sizeof given);
		memcpy(&expected, &given, sizeof given);
		expect(&expected, action);
		memset(page_of(PAGE_SEEN), 0, 4096);
		if (random64() % 4 == 0)
			kvm_call_hyp(__kvm_tlb_flush_vmid_ipa, &vm, IPA(random64() % GUEST_PAGES));
		if (random64() % 16 == 0)
			kvm_call_hyp(__kvm_flush_vm_context);
		code = run_to_exit(round, action, &before);
		check(round, "exit code", 0, action->flags & ACTION_WAITS_FOR_IRQ ? ARM_EXCEPTION_IRQ : ARM_EXCEPTION_TRAP, code);
		if (code == ARM_EXCEPTION_TRAP)
			check(round, "ESR_EL2 of action", (u64)(action - __actions), action->esr_el2, fault->esr_el2);
		if (action->far_el2)
			check(round, "FAR_EL2", 0, action->far_el2, fault->far_el2);
		if (action->hpfar_el2)
			check(round, "HPFAR_EL2", 0, action->hpfar_el2, fault->hpfar_el2);
		if (action->flags & ACTION_CHANGES)
			check_seen(round, &given);
		check_context(round, &expected, action->flags & (ACTION_TAKES_EXCEPTION | ACTION_VIRTUAL_IRQ) ? 0x3ff : ~0ul);
	}
	print("%lu actions of %lu kinds, %lu checks, %lu failures, digest %016lx\n", (u64)ACTIONS, count, checks, failures, digest);
	print("interrupted %s\n", interrupts > ACTIONS / 10 ? "often" : "hardly");
	return failures != 0;
}
