/* A first-fit allocator with coalescing, under random allocation, resizing and freeing; every block keeps its contents. */
#include "board.h"

struct block {
	size_t size;
	struct block *next;
	int free;
};

static u8 heap[1 << 18] __attribute__((aligned(16)));
static struct block *first;

static void split(struct block *b, size_t size)
{
	struct block *rest = (struct block *)((u8 *)(b + 1) + size);

	if (b->size < size + sizeof *b + 32)
		return;
	*rest = (struct block){ b->size - size - sizeof *b, b->next, 1 };
	b->size = size;
	b->next = rest;
}

static void *allocate(size_t size)
{
	size = (size + 23) / 24 * 24;
	for (struct block *b = first; b; b = b->next)
		if (b->free && b->size >= size) {
			split(b, size);
			b->free = 0;
			return b + 1;
		}
	return NULL;
}

static void release(void *p)
{
	((struct block *)p - 1)->free = 1;
	for (struct block *b = first; b; b = b->next)
		while (b->free && b->next && b->next->free) {
			b->size += sizeof *b + b->next->size;
			b->next = b->next->next;
		}
}

static u8 stamp(int slot, size_t i)
{
	return (u8)(slot * 31 + i * 7 + 3);
}

int main(void)
{
	static u8 *slots[64];
	static size_t sizes[64];
	int refused = 0, wrong = 0, blocks = 0;
	size_t largest = 0;

	first = (struct block *)heap;
	*first = (struct block){ sizeof heap - sizeof *first, NULL, 1 };
	for (int step = 0; step < 200 * SCALE; step++) {
		int slot = (int)(random64() % 64);

		for (size_t i = 0; slots[slot] && i < sizes[slot]; i++)
			wrong += slots[slot][i] != stamp(slot, i);
		if (slots[slot])
			release(slots[slot]);
		sizes[slot] = random64() % (random64() % 8 ? 300 : 9000);
		slots[slot] = random64() % 3 ? allocate(sizes[slot]) : NULL;
		refused += !slots[slot];
		for (size_t i = 0; slots[slot] && i < sizes[slot]; i++)
			slots[slot][i] = stamp(slot, i);
	}
	for (int slot = 0; slot < 64; slot++)
		if (slots[slot])
			release(slots[slot]);
	for (struct block *b = first; b; b = b->next, blocks++)
		largest = b->size > largest ? b->size : largest;
	print("empty slots %d, wrong bytes %d, blocks at the end %d, largest %lu\n", refused, wrong, blocks, largest);
	return wrong || blocks != 1;
}
