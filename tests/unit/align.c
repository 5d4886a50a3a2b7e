/* SPDX-License-Identifier: ISC */
/* align: words of a text are found in another one, and the gaps told. */
#include <assert.h>
#include <stdlib.h>

#include "align.h"

/* A text of letters: each stands for a word. */
static size_t
words_of(uint32_t *w, const char *text)
{
	size_t n;

	for (n = 0; text[n] != '\0'; n++)
		w[n] = (uint32_t)text[n] << 8;
	return n;
}

static struct alignment a;

static bool
aligns(const char *new, const char *old)
{
	uint32_t x[128], y[128];

	return align(&a, x, words_of(x, new), y, words_of(y, old));
}

static bool
has_gap(size_t i, size_t new_from, size_t new_to, size_t old_from,
    size_t old_to, bool inner)
{
	const struct gap *g = &a.gap[i];

	return i < a.n_gaps && g->new_from == new_from && g->new_to == new_to
	    && g->old_from == old_from && g->old_to == old_to
	    && g->inner == inner;
}

static void
test_gaps(void)
{
	assert(aligns("abcdefgh", "abcdefgh"));
	assert(a.covered == 8 && a.n_gaps == 0);
	assert(aligns("abcXefg", "abcdefg"));
	assert(a.covered == 6 && a.n_gaps == 1);
	assert(has_gap(0, 3, 4, 3, 4, true));
	assert(aligns("abcdXefg", "abcdefg"));
	assert(a.covered == 7 && has_gap(0, 4, 5, 4, 4, true));
	assert(aligns("abcefg", "abcdefg"));
	assert(a.covered == 6 && has_gap(0, 3, 3, 3, 4, true));
	assert(aligns("XYabcdef", "abcdef"));
	assert(a.covered == 6 && has_gap(0, 0, 2, 0, 0, false));
	assert(aligns("abcdefXY", "abcdef"));
	assert(a.covered == 6 && has_gap(0, 6, 8, 6, 6, false));
	assert(aligns("xyz", "abc"));
	assert(a.covered == 0 && a.n_gaps == 1);
}

/* Runs may change places, but no word of the old text counts twice at once. */
static void
test_order(void)
{
	assert(aligns("efghabcd", "abcdefgh"));
	assert(a.covered == 8 && a.n_gaps == 2);
	assert(has_gap(0, 0, 0, 0, 4, false) && has_gap(1, 8, 8, 4, 8, false));
	assert(aligns("abcnnde", "abcnde"));
	assert(a.covered == 7 - 1 || a.covered == 7 - 3);
	assert(a.n_gaps > 0);
}

static void
test_many_gaps(void)
{
	uint32_t x[1024], y[1024];
	size_t i;

	for (i = 0; i < 1024; i++) {
		y[i] = (uint32_t)(i + 1) << 8;
		x[i] = i % 8 == 7 ? (uint32_t)(i + 5000) << 8 : y[i];
	}
	assert(!align(&a, x, 1024, y, 1024));
	assert(align(&a, x, 256, y, 256) && a.covered == 256 - 32);
	assert(!align(&a, x, 256, y, 2));
}

/* Whatever the words, the gaps are in order and inside of both texts. */
static void
test_random(void)
{
	uint32_t x[300], y[300];
	size_t n, m, i, k, at;

	srand(1);
	for (k = 0; k < 20000; k++) {
		n = (size_t)rand() % 100;
		m = (size_t)rand() % 300;
		for (i = 0; i < n; i++)
			x[i] = (uint32_t)(rand() % (int)(k % 9 + 2)) << 8;
		for (i = 0; i < m; i++)
			y[i] = (uint32_t)(rand() % (int)(k % 9 + 2)) << 8;
		if (!align(&a, x, n, y, m))
			continue;
		for (i = at = 0; i < a.n_gaps; i++) {
			assert(a.gap[i].new_from >= at);
			assert(a.gap[i].new_to >= a.gap[i].new_from);
			assert(a.gap[i].old_to >= a.gap[i].old_from);
			assert(a.gap[i].old_to <= m);
			at = a.gap[i].new_to;
		}
		assert(at <= n && a.covered <= n);
	}
}

int
main(void)
{
	test_gaps();
	test_order();
	test_many_gaps();
	test_random();
	return 0;
}
