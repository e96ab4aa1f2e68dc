/* CRC-32 and CRC-32C: bit by bit, by table, and by the CRC32 instructions, which must agree. */
#include "board.h"

#define BYTES (410 * SCALE + 3)

static u8 data[BYTES];

static u32 by_bits(u32 polynomial, const u8 *p, size_t n)
{
	u32 crc = ~0u;

	while (n--) {
		crc ^= *p++;
		for (int i = 0; i < 8; i++)
			crc = crc >> 1 ^ (crc & 1 ? polynomial : 0);
	}
	return ~crc;
}

static u32 by_table(u32 polynomial, const u8 *p, size_t n)
{
	static u32 table[256];
	u32 crc = ~0u;

	for (u32 i = 0; i < 256; i++) {
		u32 c = i;

		for (int k = 0; k < 8; k++)
			c = c >> 1 ^ (c & 1 ? polynomial : 0);
		table[i] = c;
	}
	while (n--)
		crc = crc >> 8 ^ table[(crc ^ *p++) & 0xff];
	return ~crc;
}

#define STEP(name, width, value) __asm__(name " %w0, %w0, %" width "1" : "+r"(crc) : "r"(value))

static u32 by_instruction(const u8 *p, size_t n)
{
	u32 crc = ~0u;

	for (; n >= 8; n -= 8, p += 8)
		STEP("crc32x", "x", *(const u64 *)p);
	for (; n; n--, p++)
		STEP("crc32b", "w", *p);
	return ~crc;
}

static u32 by_instruction_c(const u8 *p, size_t n)
{
	u32 crc = ~0u;

	for (; n >= 4; n -= 4, p += 4)
		STEP("crc32cw", "w", *(const u32 *)p);
	for (; n >= 2; n -= 2, p += 2)
		STEP("crc32ch", "w", *(const u16 *)p);
	for (; n; n--, p++)
		STEP("crc32cb", "w", *p);
	return ~crc;
}

int main(void)
{
	u32 results[6];

	for (int i = 0; i < BYTES; i++)
		data[i] = (u8)random64();
	results[0] = by_bits(0xedb88320, data, BYTES);
	results[1] = by_table(0xedb88320, data, BYTES);
	results[2] = by_instruction(data, BYTES);
	results[3] = by_bits(0x82f63b78, data, BYTES);
	results[4] = by_table(0x82f63b78, data, BYTES);
	results[5] = by_instruction_c(data, BYTES);
	for (int i = 0; i < 6; i++)
		print("%08x\n", results[i]);
	print("check %08x\n", by_bits(0xedb88320, (const u8 *)"123456789", 9));
	return results[0] != results[1] || results[1] != results[2] || results[3] != results[4] || results[4] != results[5];
}
