/* Integer kernels: KERNEL chooses one, ROUNDS how much it does. Each returns a value that depends on all of it. */
typedef unsigned long u64;
typedef unsigned int u32;
typedef unsigned char u8;

static u64 random_state = 88172645463325252UL;

static inline u64 random_next(void)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 7;
	random_state ^= random_state << 17;
	return random_state;
}

#if KERNEL == 0 /* crc: a table of 256 entries, byte by byte */
static u32 table[256];
static u8 bytes[4096];

u64 kernel(void)
{
	u32 sum = 0;

	for (u32 i = 0; i < 256; i++) {
		u32 c = i;
		for (int k = 0; k < 8; k++)
			c = c & 1 ? 0xedb88320u ^ (c >> 1) : c >> 1;
		table[i] = c;
	}
	for (u32 i = 0; i < sizeof(bytes); i++)
		bytes[i] = (u8)random_next();
	for (u64 round = 0; round < ROUNDS; round++) {
		for (u32 i = 0; i < sizeof(bytes); i++)
			sum = table[(sum ^ bytes[i]) & 0xff] ^ (sum >> 8);
	}
	return sum;
}
#elif KERNEL == 1 /* xorshift */
u64 kernel(void)
{
	u64 sum = 0;

	for (u64 round = 0; round < ROUNDS * 1000UL; round++) {
		sum += random_next() * 0x2545f4914f6cdd1dUL;
		sum ^= sum >> 29;
	}
	return sum;
}
#elif KERNEL == 2 /* copy */
static u64 from[1024], to[1024];

__attribute__((noinline)) static u64 copy(u64 *d, const u64 *s)
{
	u64 sum = 0;

	for (u32 i = 0; i < 1024; i++) {
		d[i] = s[i];
		sum += s[i];
	}
	return sum;
}

u64 kernel(void)
{
	u64 sum = 0;

	for (u32 i = 0; i < 1024; i++)
		from[i] = random_next();
	for (u64 round = 0; round < ROUNDS; round++) {
		sum = sum * 3 + copy(to, from);
		sum ^= (sum >> 7) + copy(from, to);
	}
	return sum;
}
#elif KERNEL == 3 /* branchy: insertion sort and recursion */
__attribute__((noinline)) static u64 fib(u64 n)
{
	return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

__attribute__((noinline)) static void insertion_sort(u32 *v, int n)
{
	for (int i = 1; i < n; i++) {
		u32 x = v[i];
		int j = i - 1;
		while (j >= 0 && v[j] > x) {
			v[j + 1] = v[j];
			j--;
		}
		v[j + 1] = x;
	}
}

u64 kernel(void)
{
	u32 v[64];
	u64 sum = 0;

	for (u64 round = 0; round < ROUNDS; round++) {
		for (int i = 0; i < 64; i++)
			v[i] = (u32)random_next();
		insertion_sort(v, 64);
		sum += v[5] + fib(15);
	}
	return sum;
}
#elif KERNEL == 4 /* sha256: the compression function */
static const u32 constants[64] = {
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static inline u32 rotate(u32 x, int n)
{
	return x >> n | x << (32 - n);
}

u64 kernel(void)
{
	u32 h[8] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };
	u32 w[64];

	for (u64 round = 0; round < ROUNDS; round++) {
		u32 s[8];
		for (int i = 0; i < 16; i++)
			w[i] = (u32)random_next();
		for (int i = 16; i < 64; i++) {
			u32 a = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3;
			u32 b = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10;
			w[i] = w[i - 16] + a + w[i - 7] + b;
		}
		for (int i = 0; i < 8; i++)
			s[i] = h[i];
		for (int i = 0; i < 64; i++) {
			u32 e = rotate(s[4], 6) ^ rotate(s[4], 11) ^ rotate(s[4], 25);
			u32 t1 = s[7] + e + ((s[4] & s[5]) ^ (~s[4] & s[6])) + constants[i] + w[i];
			u32 a = rotate(s[0], 2) ^ rotate(s[0], 13) ^ rotate(s[0], 22);
			u32 t2 = a + ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
			s[7] = s[6]; s[6] = s[5]; s[5] = s[4]; s[4] = s[3] + t1;
			s[3] = s[2]; s[2] = s[1]; s[1] = s[0]; s[0] = t1 + t2;
		}
		for (int i = 0; i < 8; i++)
			h[i] += s[i];
	}
	return (u64)h[0] << 32 | h[7];
}
#elif KERNEL == 5 /* quicksort */
static u32 values[4096];

__attribute__((noinline)) static void quicksort(u32 *v, long low, long high)
{
	while (low < high) {
		u32 pivot = v[(low + high) / 2];
		long i = low, j = high;
		while (i <= j) {
			while (v[i] < pivot)
				i++;
			while (v[j] > pivot)
				j--;
			if (i <= j) {
				u32 t = v[i];
				v[i++] = v[j];
				v[j--] = t;
			}
		}
		quicksort(v, low, j);
		low = i;
	}
}

u64 kernel(void)
{
	u64 sum = 0;

	for (u64 round = 0; round < ROUNDS; round++) {
		for (int i = 0; i < 4096; i++)
			values[i] = (u32)random_next();
		quicksort(values, 0, 4095);
		sum = sum * 31 + values[round & 4095];
	}
	return sum;
}
#elif KERNEL == 6 /* chase: pointers through 64 MiB, a page apart or more */
#define CELLS (64u << 20 >> 6)
static struct { u32 next; u32 pad[15]; } cells[CELLS];

u64 kernel(void)
{
	u64 sum = 0;
	u32 at = 0;

	for (u32 i = 0; i < CELLS; i++)
		cells[i].next = (i * 0x9e3779b1u + 12345u) & (CELLS - 1);
	for (u64 round = 0; round < ROUNDS * 1000UL; round++) {
		at = cells[at].next;
		sum += at;
	}
	return sum;
}
#else /* interpreter: a loop over byte codes */
static const u8 program[] = { 0, 1, 2, 3, 1, 4, 0, 2, 5, 1, 3, 0, 4, 2, 6, 7 };

u64 kernel(void)
{
	u64 a = 1, b = 2, left = ROUNDS * 100UL;
	u32 pc = 0;

	for (;;) {
		switch (program[pc++]) {
		case 0: a += b; break;
		case 1: b ^= a >> 3; break;
		case 2: a = a << 7 | a >> 57; break;
		case 3: b += 0x9e3779b9; break;
		case 4: if (a & 1) b += a; break;
		case 5: a -= b >> 1; break;
		case 6: b = b * 5 + 1; break;
		default:
			if (--left == 0)
				return a ^ b;
			pc = 0;
		}
	}
}
#endif
