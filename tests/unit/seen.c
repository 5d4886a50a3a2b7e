/* SPDX-License-Identifier: ISC */
/* seen: a set that grows, whatever its keys, and sorts. */
#include <assert.h>
#include <stdlib.h>

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
	uint64_t *part, last = 0;
	size_t i, j, n = 0;
	struct seen t;

	seen_begin(&t, false);
	for (i = 0; i < MANY; i++)
		seen_add(&t, number(i), &none);
	for (i = 0; i < SEEN_SEGMENTS; i++) {
		part = seen_sorted(&t, i);
		for (j = 0; j < t.segment[i].n; j++, n++) {
			assert(part[j] > last);
			last = part[j];
		}
		free(part);
	}
	assert(n == MANY);
	seen_end(&t);
}

/* What is noted of a fingerprint stays with it while the table grows. */
static void
test_notes(void)
{
	struct place place = { 0, 0 };
	struct seen_entry e;
	struct seen t;
	uint64_t i;

	seen_begin(&t, false);
	assert(!seen_find(&t, number(1), &e));
	seen_add(&t, number(1), &place);
	assert(seen_find(&t, number(1), &e) && e.place == NULL
	    && e.flags == NULL && e.count == NULL);
	seen_end(&t);
	seen_begin(&t, true);
	t.flags = t.counts = true;
	for (i = 0; i < MANY; i++) {
		place = (struct place) { i, i };
		seen_add(&t, number(i), &place);
		assert(seen_find(&t, number(i), &e) && *e.flags == 0
		    && *e.count == 0);
		*e.flags = i % 2 == 0 ? SEEN_AHEAD : SEEN_FIRM;
		*e.count = (uint32_t)(3 * i);
	}
	for (i = 0; i < MANY; i++)
		assert(seen_find(&t, number(i), &e) && e.place->doc == i
		    && *e.flags == (i % 2 == 0 ? SEEN_AHEAD : SEEN_FIRM)
		    && *e.count == 3 * i);
	assert(!seen_find(&t, number(MANY), &e));
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
	test_notes();
	return 0;
}
