/* Four sorts of the same numbers: all must agree, and the digest of the result is printed. */
#include "board.h"

#define COUNT (300 * SCALE)

static u64 original[COUNT], reference[COUNT], work[COUNT], spare[COUNT];

static void insertion(u64 *a, int n)
{
	for (int i = 1; i < n; i++) {
		u64 v = a[i];
		int j = i;

		for (; j > 0 && a[j - 1] > v; j--)
			a[j] = a[j - 1];
		a[j] = v;
	}
}

static void quick(u64 *a, int n)
{
	while (n > 12) {
		u64 pivot = a[n / 2];
		int i = 0, j = n - 1;

		while (i <= j) {
			while (a[i] < pivot)
				i++;
			while (a[j] > pivot)
				j--;
			if (i <= j) {
				u64 t = a[i];

				a[i++] = a[j];
				a[j--] = t;
			}
		}
		quick(a, j + 1);
		a += i;
		n -= i;
	}
	insertion(a, n);
}

static void merge(u64 *a, int n)
{
	if (n < 2)
		return;
	merge(a, n / 2);
	merge(a + n / 2, n - n / 2);
	memcpy(spare, a, n * sizeof *a);
	for (int i = 0, j = n / 2, k = 0; k < n; k++)
		a[k] = j >= n || (i < n / 2 && spare[i] <= spare[j]) ? spare[i++] : spare[j++];
}

static void sift(u64 *a, int root, int n)
{
	for (int child; (child = 2 * root + 1) < n; root = child) {
		u64 t = a[root];

		if (child + 1 < n && a[child + 1] > a[child])
			child++;
		if (a[child] <= t)
			return;
		a[root] = a[child];
		a[child] = t;
	}
}

static void heap(u64 *a, int n)
{
	for (int i = n / 2; i-- > 0;)
		sift(a, i, n);
	while (--n > 0) {
		u64 t = a[0];

		a[0] = a[n];
		a[n] = t;
		sift(a, 0, n);
	}
}

static u64 digest(const u64 *a, int n)
{
	u64 h = 0xcbf29ce484222325;

	for (int i = 0; i < n; i++)
		h = (h ^ a[i]) * 0x100000001b3;
	return h;
}

int main(void)
{
	static const struct { const char *name; void (*sort)(u64 *, int); } sorts[] = {
		{ "insertion", insertion }, { "quick", quick }, { "merge", merge }, { "heap", heap },
	};
	int wrong = 0;

	for (int i = 0; i < COUNT; i++)
		original[i] = random64() >> (random64() & 63);
	memcpy(reference, original, sizeof original);
	insertion(reference, COUNT);
	for (unsigned s = 0; s < sizeof sorts / sizeof *sorts; s++) {
		memcpy(work, original, sizeof original);
		sorts[s].sort(work, COUNT);
		if (memcmp(work, reference, sizeof work))
			wrong++;
		print("%-10s %016lx\n", sorts[s].name, digest(work, COUNT));
	}
	return wrong;
}
