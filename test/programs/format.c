/* print() itself: each conversion at its limits, and its return value. */
#include "board.h"

struct sample {
	u64 words[9];
	char name[13];
};

static struct sample make(u64 seed)
{
	struct sample s = { .name = "sample" };

	for (int i = 0; i < 9; i++)
		s.words[i] = seed * (u64)(i + 1);
	return s;
}

int main(void)
{
	struct sample samples[3];
	int length;

	print("[%d] [%d] [%5d] [%-5d] [%05d] [%05d]\n", 0, -2147483647 - 1, 42, 42, 42, -42);
	print("[%u] [%x] [%08x] [%lx] [%lu]\n", ~0u, 0xdeadbeefu, 0xabcu, ~0ul, ~0ul);
	print("[%ld] [%s] [%10s] [%-10s] [%c] [%p] [%%]\n", (long)(1ul << 63), "text", "right", "left", 'x', (void *)0x1234);
	length = print("twelve chars");
	print("\nlength %d\n", length);
	for (int i = 0; i < 3; i++)
		samples[i] = make(0x0123456789abcdef + (u64)i);
	for (int i = 0; i < 3; i++)
		print("%s %d: %lx %lx\n", samples[i].name, i, samples[i].words[0], samples[i].words[8]);
	return 0;
}
