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

/* The slots that a search for what is not there looks at, on the average. */
static double
probes(const struct seen_segment *s)
{
	double sum = 0;
	size_t run = 0, i;

	for (i = 0; i < s->cap; i++) {
		run = s->slot[i] == 0 ? 0 : run + 1;
		sum += (double)run;
	}
	return 1 + sum / (double)s->cap;
}

/* As many probes at most, of any number, as at random in a table so full. */
static double
usual_probes(const struct seen_segment *s)
{
	double free_share = 1 - (double)s->n / (double)s->cap;

	return (1 + 1 / (free_share * free_share)) / 2;
}

/* The i-th of numbers that somebody chose to make the table slow. */
static uint64_t
chosen(unsigned how, uint64_t i)
{
	switch (how) {
	case 0: /* the high bits are the same */
		return number(i) >> 32 | (uint64_t)77 << 56;
	case 1: /* the bits below the segment's are */
		return (number(i) & 0xFFFFFF) | (uint64_t)77 << 56;
	case 2: /* the low bits are */
		return (number(i) >> 8 & ~(uint64_t)0xFFFFFFFF) | 77;
	case 3:
		return i << 7 | 1;
	case 4:
		return i << 38 | 1;
	case 5: /* few bits make up for the others, in pairs */
		return (i & 0x1FF) << 40 | (i >> 9) << 3 | 1;
	default: /* a row, with what the table multiplies by */
		return i * WORD_FACTOR >> 8;
	}
}

#define CHOICES 7

/* Whoever chooses the numbers can't make more probes than chance does. */
static void
test_flood(unsigned how)
{
	struct place none = { 0, 0 };
	struct seen t;
	size_t i;

	seen_begin(&t, false);
	for (i = 0; i < MANY / 2; i++)
		seen_add(&t, chosen(how, i), &none);
	for (i = 0; i < SEEN_SEGMENTS; i++)
		if (t.segment[i].n > MANY / 8)
			assert(probes(&t.segment[i])
			    < 2 * usual_probes(&t.segment[i]));
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
	unsigned how;

	test_set(false);
	test_set(true);
	test_crowd();
	for (how = 0; how < CHOICES; how++)
		test_flood(how);
	test_zero();
	test_sorted();
	test_notes();
	return 0;
}
