/* SPDX-License-Identifier: ISC */
#ifdef __linux__
#include <sys/mman.h>
#endif

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
	PAGE_BYTES = 4096,       /* .. and up to one of these more */
	HUGE_BYTES = 2 << 20     /* of a huge page */
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

static _Noreturn void
fail(void)
{
	if (limit.advice == NULL)
		errx(PROGRAM_FAILED, "out of memory");
	errx(PROGRAM_FAILED, "out of memory: %s", limit.advice);
}

static void *
checked(void *p)
{
	if (p == NULL)
		fail();
	return p;
}

static size_t
counted(size_t bytes)
{
	if (bytes < SMALL_BYTES)
		return 0;
	return bytes < PAGES_BYTES ? bytes : bytes + PAGE_BYTES;
}

static void
take(size_t n, size_t size)
{
	size_t bytes;

	if (n > SIZE_MAX / size)
		fail();
	bytes = counted(n * size);
	if (limit.used > limit.most || bytes > limit.most - limit.used)
		fail();
	limit.used += bytes;
}

static void
give(size_t bytes)
{
	bytes = counted(bytes);
	limit.used -= bytes < limit.used ? bytes : limit.used;
}

void *
alloc_array(size_t n, size_t size)
{
	take(n, size);
	return checked(malloc(n * size == 0 ? 1 : n * size));
}

void *
alloc_zeroed(size_t n, size_t size)
{
	take(n, size);
	return checked(calloc(n == 0 ? 1 : n, size));
}

/* Asks for huge pages where they are filled. */
static void *
in_huge_pages(void *p, size_t bytes)
{
#ifdef MADV_HUGEPAGE
	(void)madvise(p, bytes / HUGE_BYTES * HUGE_BYTES, MADV_HUGEPAGE);
#else
	(void)bytes;
#endif
	return p;
}

void *
alloc_table(size_t n, size_t size)
{
	size_t bytes;

	if (n < HUGE_BYTES / size)
		return alloc_array(n, size);
	take(n, size);
	bytes = (n * size + PAGE_BYTES - 1) / PAGE_BYTES * PAGE_BYTES;
	return in_huge_pages(checked(aligned_alloc(HUGE_BYTES, bytes)),
	    bytes);
}

void *
alloc_zeroed_table(size_t n, size_t size)
{
	if (n < HUGE_BYTES / size)
		return alloc_zeroed(n, size);
	return memset(alloc_table(n, size), 0, n * size);
}

void
alloc_free(void *p, size_t n, size_t size)
{
	free(p);
	give(n * size);
}

/* How many elements an array that grows has room for then. */
static size_t
more_than(size_t cap, size_t need)
{
	size_t wanted = cap > SIZE_MAX / 2 ? need : cap * 2;

	if (wanted < LEAST)
		wanted = LEAST;
	return wanted < need ? need : wanted;
}

void *
alloc_more(void *array, size_t *cap, size_t need, size_t size)
{
	size_t wanted = more_than(*cap, need);

	take(wanted, size);
	array = checked(realloc(array, wanted * size));
	give(*cap * size);
	*cap = wanted;
	return array;
}

void *
alloc_grow_table(void *array, size_t *cap, size_t need, size_t size)
{
	size_t wanted;
	void *new;

	if (need <= *cap)
		return array;
	wanted = more_than(*cap, need);
	if (wanted < HUGE_BYTES / size)
		return alloc_more(array, cap, need, size);
	new = alloc_table(wanted, size);
	if (*cap > 0)
		memcpy(new, array, *cap * size);
	alloc_free(array, *cap, size);
	*cap = wanted;
	return new;
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
