/* SPDX-License-Identifier: ISC */
/*
 * growth [N [SHAPE]] - how the table of fingerprints takes N (10^7) new ones
 *
 * Prints, in processor time, milliseconds of the longest insertion and
 * nanoseconds of each, and the bytes of a fingerprint. SHAPE says what numbers
 * they are: random (the usual), segment: all in one segment, low: the low half
 * is the same, high: the high half is, row: one after the other.
 */
#include <sys/resource.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "alloc.h"
#include "seen.h"
#include "word.h"

enum { BATCH = 32 };

static const char *const shapes[]
    = { "random", "segment", "low", "high", "row", NULL };

static uint64_t
number(size_t shape, uint64_t i)
{
	switch (shape) {
	case 1:
		return word_chain(i, 12345) >> 8 | 1;
	case 2:
		return (word_chain(i, 12345) << 32) + 77;
	case 3:
		return (uint64_t)77 << 56 | (word_chain(i, 12345) >> 32);
	case 4:
		return i + 1;
	default:
		return word_chain(i, 12345);
	}
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* The longest insertion. */
static double
longest(size_t n, size_t shape)
{
	double before, after, most = 0;
	struct place none = { 0 };
	struct seen t;
	size_t i;

	seen_begin(&t, false);
	before = now();
	for (i = 0; i < n; i++) {
		seen_add(&t, number(shape, i), &none);
		after = now();
		if (after - before > most)
			most = after - before;
		before = after;
	}
	seen_end(&t);
	return most;
}

/* Fills the table as dedupe-related does, memory fetched a batch ahead. */
static double
fill(struct seen *t, size_t n, size_t shape)
{
	uint64_t batch[BATCH];
	struct place none = { 0 };
	double start = now();
	size_t i, j, m;

	for (i = 0; i < n; i += m) {
		m = n - i < BATCH ? n - i : BATCH;
		for (j = 0; j < m; j++) {
			batch[j] = number(shape, i + j);
			seen_prefetch(t, batch[j]);
		}
		for (j = 0; j < m; j++)
			seen_add(t, batch[j], &none);
	}
	return now() - start;
}

static size_t
slots(const struct seen *t)
{
	size_t sum = 0, i;

	for (i = 0; i < SEEN_SEGMENTS; i++)
		sum += t->segment[i].cap;
	return sum;
}

static size_t
choose(const char *name)
{
	size_t i;

	for (i = 0; shapes[i] != NULL; i++)
		if (strcmp(shapes[i], name) == 0)
			return i;
	fprintf(stderr, "growth: no such shape: %s\n", name);
	exit(2);
}

int
main(int argc, char **argv)
{
	size_t n = argc > 1 ? strtoull(argv[1], NULL, 10) : 10000000;
	size_t shape = argc > 2 ? choose(argv[2]) : 0;
	struct rusage usage;
	struct seen t;
	double ns;

	alloc_limit(SIZE_MAX, NULL);
	printf("%.1f ms\tthe longest\n", longest(n, shape) / 1e6);
	seen_begin(&t, false);
	ns = fill(&t, n, shape);
	getrusage(RUSAGE_SELF, &usage);
	printf("%.1f ns\teach\n", ns / (double)n);
	printf("%.2f\tbytes each\n", 8 * (double)slots(&t) / (double)n);
	printf("%.2f\tof all memory, at its peak\n",
	    1024 * (double)usage.ru_maxrss / (double)n);
	seen_end(&t);
	return 0;
}
