/* SHA-256 (FIPS 180-4) of the standard's own messages and of a long one. */
#include "board.h"

static u32 constants[64], initial[8];

/* The first 32 bits of the fraction of a root of n; power is 2 or 3. By bisection over 64-bit products. */
static u32 fraction_of_root(u32 n, int power)
{
	unsigned __int128 low = 0, high = (unsigned __int128)1 << 36;

	while (high - low > 1) {
		unsigned __int128 middle = (low + high) / 2;
		unsigned __int128 square = middle * middle;
		int above;

		if (power == 2)
			above = square > ((unsigned __int128)n << 64);
		else
			above = (square >> 16) * middle > ((unsigned __int128)n << 80);
		if (above)
			high = middle;
		else
			low = middle;
	}
	return (u32)low;
}

static void prepare(void)
{
	int found = 0;

	for (u32 n = 2; found < 64; n++) {
		int prime = 1;

		for (u32 d = 2; d * d <= n; d++)
			prime &= n % d != 0;
		if (!prime)
			continue;
		if (found < 8)
			initial[found] = fraction_of_root(n, 2);
		constants[found++] = fraction_of_root(n, 3);
	}
}

static u32 rotate(u32 x, int n)
{
	return x >> n | x << (32 - n);
}

static void compress(u32 h[8], const u8 *block)
{
	u32 w[64], s[8];

	for (int i = 0; i < 16; i++)
		w[i] = (u32)block[4 * i] << 24 | block[4 * i + 1] << 16 | block[4 * i + 2] << 8 | block[4 * i + 3];
	for (int i = 16; i < 64; i++) {
		u32 a = w[i - 15], b = w[i - 2];

		w[i] = w[i - 16] + w[i - 7] + (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) +
		       (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10);
	}
	memcpy(s, h, sizeof s);
	for (int i = 0; i < 64; i++) {
		u32 e = s[4], a = s[0];
		u32 t1 = s[7] + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & s[5]) ^ (~e & s[6])) +
			 constants[i] + w[i];
		u32 t2 = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]));

		for (int k = 7; k > 0; k--)
			s[k] = s[k - 1];
		s[4] += t1;
		s[0] = t1 + t2;
	}
	for (int i = 0; i < 8; i++)
		h[i] += s[i];
}

static void sha256(const char *unit, u64 units, u32 h[8])
{
	u8 block[64];
	int fill = 0;
	size_t length = strlen(unit);
	u64 bits = length * units * 8;

	memcpy(h, initial, sizeof initial);
	for (u64 u = 0; u < units; u++)
		for (size_t i = 0; i < length; i++) {
			block[fill++] = (u8)unit[i];
			if (fill == 64) {
				compress(h, block);
				fill = 0;
			}
		}
	block[fill++] = 0x80;
	if (fill > 56) {
		memset(block + fill, 0, 64 - fill);
		compress(h, block);
		fill = 0;
	}
	memset(block + fill, 0, 56 - fill);
	for (int i = 0; i < 8; i++)
		block[56 + i] = (u8)(bits >> (56 - 8 * i));
	compress(h, block);
}

int main(void)
{
	static const struct { const char *unit; u64 units; } messages[] = {
		{ "", 0 },
		{ "abc", 1 },
		{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1 },
		{ "a", 1000 * SCALE },
	};

	prepare();
	for (unsigned m = 0; m < sizeof messages / sizeof *messages; m++) {
		u32 h[8];

		sha256(messages[m].unit, messages[m].units, h);
		for (int i = 0; i < 8; i++)
			print("%08x", h[i]);
		print("\n");
	}
	return 0;
}
