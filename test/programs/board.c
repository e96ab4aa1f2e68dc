#include "board.h"

static volatile u32 *device(u64 address)
{
	return (volatile u32 *)(DEVICE_BASE + address);
}

#define UART_DR 0x09000000
#define UART_FR 0x09000018
#define GICD_CTLR 0x08000000
#define GICD_ISENABLER 0x08000100
#define GICD_IPRIORITYR 0x08000400
#define GICC_CTLR 0x08010000
#define GICC_PMR 0x08010004
#define GICC_IAR 0x0801000c
#define GICC_EOIR 0x08010010

void put_char(char c)
{
	while (*device(UART_FR) & (1u << 5))
		;
	*device(UART_DR) = (u8)c;
}

void enable_interrupt(u32 number)
{
	volatile u8 *priority = (volatile u8 *)device(GICD_IPRIORITYR);

	priority[number] = 0x80;
	*device(GICD_ISENABLER + number / 32 * 4) = 1u << (number % 32);
	*device(GICD_CTLR) = 1;
	*device(GICC_PMR) = 0xff;
	*device(GICC_CTLR) = 1;
}

u32 acknowledge_interrupt(void)
{
	return *device(GICC_IAR) & 0x3ff;
}

void end_interrupt(u32 number)
{
	*device(GICC_EOIR) = number;
}

static u64 random_state = 0x9e3779b97f4a7c15;

void seed_random(u64 seed)
{
	random_state = seed | 1;
}

u64 random64(void)
{
	random_state ^= random_state >> 12;
	random_state ^= random_state << 25;
	random_state ^= random_state >> 27;
	return random_state * 0x2545f4914f6cdd1d;
}

void *memcpy(void *to, const void *from, size_t size)
{
	u8 *t = to;
	const u8 *f = from;

	for (; size >= 8 && !(((u64)t | (u64)f) & 7); size -= 8, t += 8, f += 8)
		*(u64 *)t = *(const u64 *)f;
	while (size--)
		*t++ = *f++;
	return to;
}

void *memset(void *to, int byte, size_t size)
{
	u8 *t = to;

	while (size--)
		*t++ = (u8)byte;
	return to;
}

int memcmp(const void *a, const void *b, size_t size)
{
	const u8 *x = a, *y = b;

	for (; size--; x++, y++)
		if (*x != *y)
			return *x - *y;
	return 0;
}

size_t strlen(const char *text)
{
	size_t length = 0;

	while (text[length])
		length++;
	return length;
}

void report_exception(u64 esr, u64 elr, u64 far)
{
	print("unexpected exception: ESR %lx ELR %lx FAR %lx\n", esr, elr, far);
}
