/* SPDX-License-Identifier: ISC */
/* near_index: records are found by each of their keys, while they are alive. */
#include <assert.h>

#include "dice.h"
#include "near_index.h"

enum {
	RECORDS = 1000,
	FIRST = 64,
	SPARE = 8 /* times the room, so that no bucket is full */
};

static uint64_t keys[RECORDS + 1][NEAR_KEYS]; /* by number */

/* Keys with tags of their own, the first one shared by three records. */
static void
draw_keys(void)
{
	size_t i, k;

	for (i = 1; i <= RECORDS; i++) {
		for (k = 0; k < NEAR_KEYS; k++)
			keys[i][k] = (uint64_t)dice() << 32 | (i * 16 + k) << 4
			    | 1;
		keys[i][0] = i / 3 << 20 | 2;
		keys[i][NEAR_KEYS - 1] = 0;
	}
}

/* Whether a record is found by keys, by how many. */
static size_t
keys_of(const struct near_index *x, const struct near_alive *a, size_t number,
    const uint64_t *key)
{
	struct near_candidates c;
	size_t i, n = 0;

	near_index_find(x, a, key, &c);
	for (i = 0; i < c.n; i++)
		if (c.of[i].record == number)
			n = c.of[i].n_keys;
	return n;
}

/* All of them are there, and those that share one key by that. */
static void
check(const struct near_index *x, const struct near_alive *a)
{
	size_t i;

	for (i = 1; i < a->end; i++) {
		if (i < a->end - a->n) {
			assert(keys_of(x, a, i, keys[i]) == 0);
			continue;
		}
		assert(keys_of(x, a, i, keys[i]) == NEAR_KEYS - 1);
		if (i + 1 < a->end)
			assert(keys_of(x, a, i + 1, keys[i])
			    == (i / 3 == (i + 1) / 3));
	}
}

static void
test_growth(void)
{
	struct near_alive a = { 1, 0 };
	struct near_index x;
	size_t room = FIRST;

	near_index_begin(&x, SPARE * room);
	for (; a.end <= RECORDS; a.end++, a.n++) {
		if (a.n == room) {
			room *= 2;
			near_index_grow(&x, SPARE * room);
			check(&x, &a);
		}
		near_index_enter(&x, &a, keys[a.end]);
	}
	check(&x, &a);
	near_index_end(&x);
}

/* What the ring lost is not found, and others take its places. */
static void
test_loss(void)
{
	struct near_alive a = { 1, 0 };
	struct near_index x;

	near_index_begin(&x, SPARE * FIRST);
	for (; a.end <= RECORDS; a.end++) {
		near_index_enter(&x, &a, keys[a.end]);
		if (a.n < FIRST / 2)
			a.n++;
	}
	check(&x, &a);
	near_index_end(&x);
}

/* The one with the most keys is taken first, of these the oldest. */
static void
test_take(void)
{
	struct near_alive a = { 1, 0 };
	struct near_candidates c;
	struct near_index x;

	near_index_begin(&x, FIRST);
	for (; a.end <= 5; a.end++, a.n++)
		near_index_enter(&x, &a, keys[a.end]);
	near_index_find(&x, &a, keys[4], &c);
	assert(c.n == 3);
	assert(near_index_take(&a, &c) == 4);
	assert(near_index_take(&a, &c) == 3);
	assert(near_index_take(&a, &c) == 5 && c.n == 0);
	near_index_end(&x);
}

int
main(void)
{
	draw_keys();
	test_growth();
	test_loss();
	test_take();
	return 0;
}
