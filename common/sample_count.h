/* SPDX-License-Identifier: ISC */
/*
 * sample_count - how many words a block has, where there are instructions
 *
 * For sample.c and sample_wide.c alone.
 */
#ifndef SAMPLE_COUNT_H
#define SAMPLE_COUNT_H

#include "scan.h"

enum {
	SAMPLE_TAIL_BYTES = 64, /* that the words from a block's end are in */
	SAMPLE_LONG = 5         /* bytes of words that say more .. */
};

/* Where the words of the tail are, those up to `at` being taken. */
static inline size_t
sample_tail(size_t at, size_t end)
{
	return end - at > SAMPLE_TAIL_BYTES ? end - SAMPLE_TAIL_BYTES : at;
}

#if defined(__x86_64__) && defined(__GNUC__)
#define HAVE_SAMPLE_COUNT 1
#include <immintrin.h>

#define SAMPLE_BMI __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt")))

/* How many a part of a block has. */
struct sample_counts {
	size_t words, stops, marks;
};

/* The lowest n bits, all for 64 and more. */
SAMPLE_BMI static inline uint64_t
lowest(size_t n)
{
	return _bzhi_u64(~(uint64_t)0, n < 64 ? (unsigned)n : 64);
}

SAMPLE_BMI static inline void
add_counts(struct sample_counts *c, const struct scan_cell *cell,
    uint64_t bits)
{
	c->words += (size_t)_mm_popcnt_u64(cell->mask[SCAN_START] & bits);
	c->stops += (size_t)_mm_popcnt_u64(cell->mask[SCAN_STOP] & bits);
	c->marks += (size_t)_mm_popcnt_u64(cell->mask[SCAN_MARK] & bits);
}

/*
 * Counts in from..to, which is not empty. The first two cells, as many as a
 * block has most often, take no branch.
 */
SAMPLE_BMI static inline struct sample_counts
sample_count(const struct scan *s, size_t from, size_t to)
{
	const struct scan_cell *cell = &s->cell[from / 64];
	size_t left = to - from / 64 * 64;
	struct sample_counts c = { 0 };

	add_counts(&c, cell, ~(uint64_t)0 << from % 64 & lowest(left));
	left -= left < 64 ? left : 64;
	add_counts(&c, cell + 1, lowest(left));
	while (left > 64) {
		left -= 64;
		cell++;
		add_counts(&c, cell + 1, lowest(left));
	}
	return c;
}
#endif

#endif
