/* SPDX-License-Identifier: ISC */
/* seen: a set that grows, whatever its keys, and sorts. */
#include <assert.h>

#include "seen.h"
#include "word.h"

#define MANY 200000u

/* The i-th of many different numbers. */
static uint64_t
number(uint64_t i)
{
	return word_chain(i + 1, 12345);
}

static void
test_set(bool places)
{
	struct seen t;
	struct place place;
	uint64_t i;

	seen_begin(&t, places);
	assert(!seen_has(&t, number(0), NULL));
	for (i = 0; i < MANY; i++) {
		place = (struct place) { i, 7 * i };
		seen_prefetch(&t, number(i));
		assert(!seen_add(&t, number(i), &place));
	}
	assert(t.n == MANY);
	for (i = 0; i < MANY; i++) {
		place = (struct place) { 0, 0 };
		assert(seen_has(&t, number(i), &place));
		assert(!places || (place.doc == i && place.start == 7 * i));
		assert(seen_add(&t, number(i), &place));
	}
	assert(t.n == MANY && !seen_has(&t, number(MANY), NULL));
	seen_end(&t);
}

/* Numbers in a row all fall into one segment and stay apart there. */
static void
test_crowd(void)
{
	struct place none = { 0, 0 };
	struct seen t;
	uint64_t i;

	seen_begin(&t, false);
	for (i = 1; i <= MANY; i++)
		assert(!seen_add(&t, i, &none));
	for (i = 1; i <= MANY; i++)
		assert(seen_has(&t, i, NULL));
	assert(t.segment[0].n == MANY);
	assert(t.segment[0].cap * 66 <= 100 * (t.n + t.n / 4));
	seen_end(&t);
}

static void
test_zero(void)
{
	struct place none = { 0, 0 };
	struct seen t;

	seen_begin(&t, false);
	assert(!seen_has(&t, 0, NULL));
	assert(!seen_add(&t, 0, &none));
	assert(seen_has(&t, 0, NULL) && t.n == 1);
	seen_end(&t);
}

static void
test_sorted(void)
{
	struct place none = { 0, 0 };
	static uint64_t part[MANY], scratch[MANY];
	uint64_t last = 0;
	size_t i, j, n = 0;
	struct seen t;

	seen_begin(&t, false);
	for (i = 0; i < MANY; i++)
		seen_add(&t, number(i), &none);
	assert(seen_largest(&t) >= MANY / SEEN_SEGMENTS);
	for (i = 0; i < SEEN_SEGMENTS; i++) {
		assert(t.segment[i].n <= seen_largest(&t));
		seen_sort(&t, i, part, scratch);
		for (j = 0; j < t.segment[i].n; j++, n++) {
			assert(part[j] > last);
			last = part[j];
		}
	}
	assert(n == MANY);
	seen_end(&t);
}

int
main(void)
{
	test_set(false);
	test_set(true);
	test_crowd();
	test_zero();
	test_sorted();
	return 0;
}
