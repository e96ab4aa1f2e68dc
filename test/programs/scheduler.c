/*
 * Two tasks on one core, switched by the interrupt of the timer. Each counts in its own registers and memory; what they
 * found is independent of where the interrupts fell.
 */
#include "board.h"

#define QUANTUM 200
#define ROUNDS (2000 * SCALE)

struct task {
	u64 stack[512] __attribute__((aligned(16)));
	u64 sp;
	volatile u64 result;
	volatile int done;
};

static struct task tasks[2];
static u64 main_sp;
static int current = -1;
static volatile u64 switches;

/* Called by the vector with the interrupted context's stack pointer; returns the next context's. */
u64 interrupt(u64 sp)
{
	u32 number = acknowledge_interrupt();

	if (number == 1023)
		return sp;
	write_sysreg(cntp_tval_el0, QUANTUM);
	end_interrupt(number);
	switches++;
	if (current < 0)
		main_sp = sp;
	else
		tasks[current].sp = sp;
	if (tasks[0].done && tasks[1].done) {
		write_sysreg(cntp_ctl_el0, 0);
		current = -1;
		return main_sp;
	}
	current = current == 0 ? 1 : 0;
	return tasks[current].sp;
}

static void work(struct task *self, u64 seed)
{
	u64 a = seed, b = ~seed, c = seed * 3, d = seed ^ 0x5555;

	for (int i = 0; i < ROUNDS; i++) {
		a = (a ^ b << 13) + c;
		b = (b ^ d >> 7) * 0x9e3779b97f4a7c15;
		c += a & d;
		d = d << 1 | d >> 63;
		self->result = a ^ b ^ c ^ d;
	}
	/* However fast the machine is, the tasks have been preempted some times. */
	while (switches < 10)
		;
	self->done = 1;
	for (;;)
		__asm__ volatile("wfi");
}

static void start(struct task *task, u64 seed)
{
	/* The context that the vector pops: X0 and X1 are the arguments, then ELR and SPSR (EL1h, nothing masked). */
	u64 *context = task->stack + 512 - 34;

	context[0] = (u64)task;
	context[1] = seed;
	context[31] = (u64)work;
	context[32] = 5;
	task->sp = (u64)context;
}

int main(void)
{
	start(&tasks[0], 1);
	start(&tasks[1], 0x123456789);
	enable_interrupt(TIMER_INTERRUPT);
	write_sysreg(cntp_tval_el0, QUANTUM);
	write_sysreg(cntp_ctl_el0, 1);
	__asm__ volatile("msr daifclr, #2");
	while (!tasks[0].done || !tasks[1].done || current >= 0)
		__asm__ volatile("wfi");
	__asm__ volatile("msr daifset, #2");
	print("task 0 %016lx\ntask 1 %016lx\n", tasks[0].result, tasks[1].result);
	return 0;
}
