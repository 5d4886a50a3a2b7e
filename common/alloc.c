/* SPDX-License-Identifier: ISC */
#include <err.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "program.h"

enum {
	LEAST = 16,              /* elements of an array that grows */
	SMALL_BYTES = 4096,      /* what is smaller is not counted */
	PAGES_BYTES = 32 * 1024, /* what is larger gets pages of its own .. */
	PAGE_BYTES = 4096        /* .. and up to one of these more */
};

/* Of the process: bytes in use, and how many may be. */
static struct {
	size_t used, most;
	const char *advice; /* for when they are used up, or null */
} limit = { .most = SIZE_MAX };

/*
 * Large arrays in pages of their own leave no holes when they are freed, so
 * that what is counted is what is used.
 */
void
alloc_limit(size_t most, const char *advice)
{
	limit.most = most;
	limit.used = ALLOC_OWN_BYTES;
	limit.advice = advice;
#ifdef M_MMAP_THRESHOLD
	mallopt(M_MMAP_THRESHOLD, PAGES_BYTES);
#endif
}

_Noreturn void
alloc_fail(void)
{
	if (limit.advice == NULL)
		errx(PROGRAM_FAILED, "out of memory");
	errx(PROGRAM_FAILED, "out of memory: %s", limit.advice);
}

static void *
checked(void *p)
{
	if (p == NULL)
		alloc_fail();
	return p;
}

static size_t
counted(size_t bytes)
{
	if (bytes < SMALL_BYTES)
		return 0;
	return bytes < PAGES_BYTES ? bytes : bytes + PAGE_BYTES;
}

void
alloc_take(size_t n, size_t size)
{
	size_t bytes;

	if (n > SIZE_MAX / size)
		alloc_fail();
	bytes = counted(n * size);
	if (limit.used > limit.most || bytes > limit.most - limit.used)
		alloc_fail();
	limit.used += bytes;
}

void
alloc_give(size_t n, size_t size)
{
	size_t bytes = counted(n * size);

	limit.used -= bytes < limit.used ? bytes : limit.used;
}

void *
alloc_array(size_t n, size_t size)
{
	alloc_take(n, size);
	return checked(malloc(n * size == 0 ? 1 : n * size));
}

void *
alloc_zeroed(size_t n, size_t size)
{
	alloc_take(n, size);
	return checked(calloc(n == 0 ? 1 : n, size));
}

void
alloc_free(void *p, size_t n, size_t size)
{
	free(p);
	alloc_give(n, size);
}

size_t
alloc_more_than(size_t cap, size_t need)
{
	size_t wanted = cap > SIZE_MAX / 2 ? need : cap * 2;

	if (wanted < LEAST)
		wanted = LEAST;
	return wanted < need ? need : wanted;
}

void *
alloc_more(void *array, size_t *cap, size_t need, size_t size)
{
	size_t wanted = alloc_more_than(*cap, need);

	alloc_take(wanted, size);
	array = checked(realloc(array, wanted * size));
	alloc_give(*cap, size);
	*cap = wanted;
	return array;
}

char *
alloc_string(const char *p, size_t n)
{
	char *copy = alloc_array(n + 1, 1);

	if (n > 0)
		memcpy(copy, p, n);
	copy[n] = '\0';
	return copy;
}
